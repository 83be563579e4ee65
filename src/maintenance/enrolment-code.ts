/** Crockford's base 32 without what is mistaken on paper; sixteen characters, however they are grouped or typed. */
const CODE = /^[0-9A-HJKMNP-TV-Z]{16}$/;

/**
 * The one-time enrolment code in what was typed or scanned, as the centre prints it (`XXXX-XXXX-XXXX-XXXX`); null
 * where its shape is wrong. `O`, `I` and `L` are read as the digits they look like.
 */
export function enrolmentCodeIn(text: string): string | null {
  const compact = text.toUpperCase().replaceAll(/[\s-]/g, '').replaceAll('O', '0').replaceAll(/[IL]/g, '1');
  return CODE.test(compact) ? (compact.match(/.{4}/g) ?? []).join('-') : null;
}
