/**
 * How personal data is shown where others may look on (experience.md, READ-1): enough for its owner to know it,
 * too little for a neighbour to use it. All lengths are counted in characters, not UTF-16 units: rare name
 * characters lie outside the basic plane. Masks have a fixed width where the length itself would give something
 * away.
 */
const STAR = '＊';
const FOUR_STARS = STAR.repeat(4);

/**
 * 符＊ · 符＊＊ · four characters and more 符＊＊＊, so that the length of a long name stays hidden; a single
 * character is hidden whole. Names in Latin letters keep the first letter of each word: `S＊＊＊ T＊＊＊`.
 */
export function maskName(name: string): string {
  const trimmed = name.trim();
  if (trimmed === '') return '';
  if (/^\p{Script=Latin}/u.test(trimmed)) {
    return trimmed
      .split(/[\s,]+/)
      .filter((word) => word !== '')
      .map((word) => [...word][0] + STAR.repeat(3))
      .join(' ');
  }
  const characters = [...trimmed];
  if (characters.length === 1) return STAR;
  return characters[0] + STAR.repeat(Math.min(characters.length - 1, 3));
}

/** First four and last four of an 18-character number: `4690 ＊＊＊＊ ＊＊＊＊ 742X`. Shorter ones keep two and two. */
export function maskIdentityNumber(number: string): string {
  return number.length >= 16
    ? `${number.slice(0, 4)} ${FOUR_STARS} ${FOUR_STARS} ${number.slice(-4)}`
    : keepEnds(number, 2, 2);
}

/** As a technician sees whose card it is; null where nothing is known. At most 60 characters. */
export function maskOwner(name: string | null, number: string | null): string | null {
  const parts = [maskName(name ?? ''), number === null ? '' : maskIdentityNumber(number)];
  return (
    parts
      .filter((part) => part !== '')
      .join(' ')
      .slice(0, 60) || null
  );
}

/** `138 ＊＊＊＊ 5620` */
export function maskMobile(mobile: string): string {
  return keepEnds(mobile, 3, 4);
}

/** Nine-character card number: first two and last two. */
export function maskCardNumber(cardNumber: string): string {
  return keepEnds(cardNumber, 2, 2);
}

/** Bank account: the issuer's six digits and the last four, the most a receipt may show. */
export function maskAccountNumber(accountNumber: string): string {
  return keepEnds(accountNumber, 6, 4);
}

/** Down to the town, street or road, then ＊＊＊; without one, down to the county or city; else the first six. */
export function maskAddress(address: string): string {
  const trimmed = address.trim();
  if (trimmed === '') return '';
  const levels = [/^.*?(?:街道|镇|乡|[^省市区县州]{1,12}(?:大道|路|街))/u, /^.*?[区县]/u, /^.*?[市州]/u];
  for (const level of levels) {
    const kept = level.exec(trimmed)?.[0];
    if (kept !== undefined) return kept === trimmed ? kept : `${kept}${STAR.repeat(3)}`;
  }
  return `${[...trimmed].slice(0, 6).join('')}${STAR.repeat(3)}`;
}

/** Hides everything where both ends would leave nothing hidden between them. */
function keepEnds(text: string, first: number, last: number): string {
  if (text.length <= first + last) return FOUR_STARS;
  return `${text.slice(0, first)} ${FOUR_STARS} ${text.slice(-last)}`;
}
