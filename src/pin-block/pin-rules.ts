/**
 * Weak PINs (ACT-3). These checks need the digits, so they run only where a PIN may be seen: in the pad or at
 * the bank. Which of them apply is the policy's business and comes in as a parameter.
 */
export const PIN_RULES = [
  'same-as-initial',
  'repeated-digit',
  'run-up',
  'run-down',
  'from-birth-date',
  'from-id-number',
  'from-mobile',
] as const;

export type PinRule = (typeof PIN_RULES)[number];

/** What a PIN must not be taken from; null where the asker does not know it, and then that rule is silent. */
export interface PinSources {
  readonly initialPin: string | null;
  /** `YYYY-MM-DD` or `YYYYMMDD`. */
  readonly birthDate: string | null;
  readonly idNumber: string | null;
  readonly mobile: string | null;
}

/** Neighbouring digits differ by `step`; 0 follows 9 on a keypad, so 567890 and 890123 are runs as well. */
function isRun(digits: string, step: 1 | -1): boolean {
  for (let at = 1; at < digits.length; at += 1) {
    if (Number(digits[at]) !== (Number(digits[at - 1]) + step + 10) % 10) return false;
  }
  return digits.length > 1;
}

/**
 * The six-digit ways to write a birthday. All are refused: YYMMDD, YYYYMM, MMDDYY, DDMMYY, MMYYYY, and YYYYMD
 * where month and day have one digit each. The four-digit parts (MMDD, YYYY) inside a longer PIN are allowed.
 */
export function birthDatePins(birthDate: string): readonly string[] {
  const match = /^(\d{2})(\d{2})-?(\d{2})-?(\d{2})$/.exec(birthDate);
  if (!match) return [];
  const [, century = '', year = '', month = '', day = ''] = match;
  const forms = [
    year + month + day,
    century + year + month,
    month + day + year,
    day + month + year,
    month + century + year,
  ];
  if (month.startsWith('0') && day.startsWith('0')) {
    forms.push(century + year + month.slice(1) + day.slice(1));
  }
  return forms;
}

/** Any consecutive digits of the source, as long as the PIN, forwards. */
const takenFrom = (pin: string, source: string | null): boolean => source?.includes(pin) ?? false;

function breaks(rule: PinRule, pin: string, sources: PinSources): boolean {
  switch (rule) {
    case 'same-as-initial':
      return pin === sources.initialPin;
    case 'repeated-digit':
      return new Set(pin).size === 1;
    case 'run-up':
      return isRun(pin, 1);
    case 'run-down':
      return isRun(pin, -1);
    case 'from-birth-date':
      return sources.birthDate !== null && birthDatePins(sources.birthDate).includes(pin);
    case 'from-id-number':
      return takenFrom(pin, sources.idNumber);
    case 'from-mobile':
      return takenFrom(pin, sources.mobile);
  }
}

/** The rules this PIN breaks, in the order asked; an empty list means it may be used. Never log the PIN. */
export function pinViolations(
  pin: string,
  sources: PinSources,
  rules: readonly PinRule[] = PIN_RULES,
): readonly PinRule[] {
  return rules.filter((rule) => breaks(rule, pin, sources));
}
