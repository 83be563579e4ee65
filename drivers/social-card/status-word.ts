/** Status words with a name of their own (protocols 1.8). */
const NAMES: ReadonlyMap<number, string> = new Map([
  [0x9000, 'ok'],
  [0x6581, 'memory-error'],
  [0x6700, 'wrong-length'],
  [0x6981, 'incompatible-file-structure'],
  [0x6982, 'security-status-not-satisfied'],
  [0x6983, 'blocked'],
  [0x6984, 'reference-data-invalid'],
  [0x6985, 'conditions-of-use-not-satisfied'],
  [0x6986, 'no-current-file'],
  [0x6988, 'secure-messaging-wrong'],
  [0x6a80, 'bad-data-field'],
  [0x6a81, 'not-supported-or-locked'],
  [0x6a82, 'file-not-found'],
  [0x6a83, 'record-not-found'],
  [0x6a86, 'bad-p1-p2'],
  [0x6a88, 'key-not-found'],
  [0x6d00, 'instruction-not-supported'],
  [0x6e00, 'class-not-supported'],
  [0x9302, 'mac-invalid'],
  [0x9303, 'application-permanently-locked'],
]);

export type StatusOutcome =
  | { readonly kind: 'ok' }
  /** 61xx: fetch `length` bytes with GET RESPONSE; 0 stands for 256. */
  | { readonly kind: 'more'; readonly length: number }
  /** 6Cxx: repeat with this Le. */
  | { readonly kind: 'repeat'; readonly length: number }
  /** 63Cx: PIN or authentication failed. */
  | { readonly kind: 'tries-left'; readonly tries: number; readonly name: string }
  | { readonly kind: 'refused'; readonly name: string };

/** What a status word asks for. Unknown words are named by their hex: `sw-6f00`. */
export function outcomeOf(statusWord: number): StatusOutcome {
  const low = statusWord & 0xff;
  if (statusWord === 0x9000) return { kind: 'ok' };
  if (statusWord >> 8 === 0x61) return { kind: 'more', length: low };
  if (statusWord >> 8 === 0x6c) return { kind: 'repeat', length: low };
  if (statusWord >> 4 === 0x63c) {
    return { kind: 'tries-left', tries: low & 0x0f, name: 'verification-failed' };
  }
  const name = NAMES.get(statusWord) ?? `sw-${statusWord.toString(16).padStart(4, '0')}`;
  return { kind: 'refused', name };
}
