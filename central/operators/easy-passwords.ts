/** Words that passwords are most often built around, in the letters they are typed with. */
const COMMON_WORDS = new Set(
  `password passwort passw0rd administrator admin root manager operator kiosk yikatong shebaoka shebao renshe
  welcome letmein changeme secret iloveyou woaini wo ai ni qwerty qwertyuiop qwert asdfghjkl asdfgh zxcvbnm zxcvb
  qazwsx qazwsxedc abc abcd abcde abcdef abcdefgh monkey dragon master football baseball superman batman trustno
  sunshine princess starwars computer internet login access hello helloworld default guest test testing user
  company office summer winter spring autumn january monday beijing shanghai china zhongguo huawei tencent alibaba
  nihao mima wodemima mimamima woshishui caonima aini tiankong`.split(/\s+/),
);

/** Rows and columns of a keyboard, the alphabet and the digits: pieces of them are no secret either way round. */
const RUNS = [
  '01234567890123456789',
  'abcdefghijklmnopqrstuvwxyz',
  'qwertyuiopasdfghjklzxcvbnm',
  '1qaz2wsx3edc4rfv5tgb6yhn7ujm8ik9ol0p',
  '1q2w3e4r5t6y7u8i9o0p',
  'q1w2e3r4t5y6u7i8o9p0',
].flatMap((run) => [run, [...run].reverse().join('')]);

const LOOK_ALIKES: Readonly<Record<string, string>> = {
  '0': 'o',
  '1': 'i',
  '3': 'e',
  '4': 'a',
  '5': 's',
  '7': 't',
  '@': 'a',
  $: 's',
  '!': 'i',
};

const FEWEST_DIFFERENT = 5;
/** A piece this long of a run counts as one character. */
const RUN_LENGTH = 4;
/** What must be left when words, runs and repetitions are taken out. */
const FEWEST_LEFT = 6;
/** And of that, without figures: dates, telephone numbers and lucky numbers are added to words, and guessed first. */
const FEWEST_NO_FIGURES = 4;

/** Each piece of a keyboard's run, from its left, becomes one character. */
function withoutRuns(text: string): string {
  let left = '';
  for (let at = 0; at < text.length; ) {
    let length = 1;
    while (at + length < text.length && RUNS.some((run) => run.includes(text.slice(at, at + length + 1)))) {
      length += 1;
    }
    left += text.charAt(at);
    at += length >= RUN_LENGTH ? length : 1;
  }
  return left;
}

/** `abcabcabcabc` is `abc`. */
const withoutRepetition = (text: string): string => /^(.+?)\1+$/.exec(text)?.[1] ?? text;

const readable = (text: string): string => [...text].map((sign) => LOOK_ALIKES[sign] ?? sign).join('');

function withoutWords(text: string, words: ReadonlySet<string>): string {
  const longestFirst = [...words].filter((word) => word.length > 2).sort((a, b) => b.length - a.length);
  return longestFirst.reduce((left, word) => left.replaceAll(word, ''), text);
}

/**
 * Whether a password of twelve characters and more is among the first that anybody tries: a common word or the login
 * with figures around it, a row of the keyboard, the same few characters again and again (NIST SP 800-63B 3.1.1.2).
 */
export function isEasyPassword(password: string, login: string): boolean {
  const text = password.normalize('NFKC').toLowerCase();
  if (new Set(text).size < FEWEST_DIFFERENT) return true;
  const words = new Set([...COMMON_WORDS, ...login.toLowerCase().split(/[.-]/), login.toLowerCase()]);
  return [text, readable(text)].some((form) => {
    const left = withoutRuns(withoutWords(withoutRepetition(form), words));
    const noFigures = left.replaceAll(/\d/g, '').length;
    return (
      new Set(left).size < FEWEST_DIFFERENT || left.length < FEWEST_LEFT || noFigures < FEWEST_NO_FIGURES
    );
  });
}
