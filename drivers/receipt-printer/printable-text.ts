import iconv from 'iconv-lite';

/**
 * What the printer's font ROM can take (protocols.md 3.2, 6.7): ASCII in one column, two-byte GB18030 in two.
 * Everything else (𠮷 and all four-byte codes, emoji, lone surrogates) is shown as 〓, the compositor's geta mark
 * for a missing type. A four-byte code is never sent: most printers would make two wrong characters of it.
 */
export const MISSING_TYPE = '〓';

/** Lines and columns below are counted in half-width columns. */
const isAscii = (character: string): boolean => /^[\x20-\x7e]$/.test(character);

const graphemes = new Intl.Segmenter('zh', { granularity: 'grapheme' });

/** One visible character to one character the printer has; control characters become blanks. */
function printableCharacter(grapheme: string): string {
  if (isAscii(grapheme)) return grapheme;
  if (/^[\p{Cc}\p{Zl}\p{Zp}]+$/u.test(grapheme)) return ' ';
  const [first = '', ...rest] = grapheme;
  if (rest.length > 0 || !first.isWellFormed()) return MISSING_TYPE;
  return iconv.encode(first, 'gb18030').length === 2 ? first : MISSING_TYPE;
}

/**
 * The text as it will stand on paper. No byte of it can be a printer command: a name from a chip goes through
 * here before it is sent.
 */
export function printableText(text: string): string {
  return Array.from(graphemes.segment(text.normalize('NFC')), ({ segment }) =>
    printableCharacter(segment),
  ).join('');
}

/** Half-width columns of printable text: Chinese counts two. */
export const columnsOf = (text: string): number =>
  [...text].reduce((columns, character) => columns + (isAscii(character) ? 1 : 2), 0);

/** GB18030 bytes for Chinese mode; ASCII stays ASCII there. */
export const encodePrintable = (text: string): Uint8Array => iconv.encode(printableText(text), 'gb18030');
