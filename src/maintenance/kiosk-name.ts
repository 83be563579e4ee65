const HAN = /\p{Script=Han}/u;

/** Which of the screen's keyboards a kiosk's name is typed on. */
export const nameKeyboard = (name: string): 'chinese' | 'code' => (HAN.test(name) ? 'chinese' : 'code');

/** What of a name that keyboard has keys for: characters and digits, or Latin letters and digits; no spaces, no signs. */
function typable(text: string, keyboard: 'chinese' | 'code'): string {
  const plain = text.normalize('NFKC').toUpperCase();
  return plain.replaceAll(keyboard === 'chinese' ? /[^\p{Script=Han}\d]/gu : /[^A-Z\d]/g, '');
}

/** Whether what was typed is the kiosk's name, as far as the screen has keys for it. */
export function isKioskName(typed: string, kioskName: string): boolean {
  const keyboard = nameKeyboard(kioskName);
  return typable(typed, keyboard) === typable(kioskName, keyboard);
}
