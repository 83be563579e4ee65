import type { Catalogue } from '../catalogue.ts';

const codes: Readonly<Record<string, string>> = {
  'invalid-request': 'Something that was filled in is not as it must be: check it and try again.',
  'malformed-json': 'What was sent is incomplete: reload the page and try again.',
  'not-found': 'It was not found; somebody may have changed it. Reload the page.',
  'too-large': 'This is more than the centre takes in.',
  'rate-limited': 'Too many tries: wait a little.',
  internal: 'Something is broken at the centre; nothing was changed. Try later, then call an administrator.',
  unavailable: 'The centre is out of service for the moment: try later.',
  forbidden: 'Your roles do not allow this.',
  'not-allowed': 'Your roles do not allow this.',
  'role-missing': 'Your roles do not allow this.',
  'csrf-wrong': 'This page is out of date: reload it and try again.',
};

export const troubles: Catalogue['troubles'] = {
  noConnection: 'The centre cannot be reached. Check the network; the page tries again by itself.',
  signedOut: 'Your session is over: sign in again.',
  notUnderstood: 'The page and the centre are of different versions: reload the page.',
  refused: (code, retryAfterSeconds) =>
    `${codes[code] ?? `The centre did not accept this (${code}).`}${retryAfterSeconds === null ? '' : ` Try again in ${retryAfterSeconds} s.`}`,
  old: 'Below is what was read before; it may be out of date.',
};
