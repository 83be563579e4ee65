import type { Catalogue } from '../catalogue.ts';

const codes: Readonly<Record<string, string>> = {
  'invalid-request': 'Something that was filled in is not as it must be: check it and try again.',
  'malformed-json': 'What was sent is incomplete: reload the page and try again.',
  'not-found': 'It was not found; somebody may have changed it. Reload the page.',
  'too-large': 'This is more than the centre takes in.',
  'rate-limited': 'Too many tries: wait a little.',
  internal: 'Something is broken at the centre; nothing was changed. Try later, then call an administrator.',
  unavailable: 'The centre is out of service for the moment: try later.',
  'not-allowed': 'Your roles do not allow this.',
  'invitation-invalid': 'This invitation is not valid or is over.',
  'not-from-this-page': 'This page is out of date: reload it and try again.',
  'operator-unknown': 'There is no such operator.',
  'login-taken': 'Somebody has this login or subject already.',
  'own-account': 'Nobody changes their own account: ask another administrator.',
  'last-administrator': 'One administrator must stay.',
  'signs-in-elsewhere': 'They sign in at the organisation: it is reset there.',
  'not-now': 'As it stands now, this cannot be done: reload and look again.',
  'own-proposal': 'You proposed this: somebody else has to confirm.',
  'code-wrong': 'The code is wrong: wait for the next one.',
  'password-wrong': 'The password is wrong.',
  'password-too-easy': 'This password is easily guessed: choose another.',
  'no-root': 'There is no root of trust: nothing can be signed or handed out.',
};

export const troubles: Catalogue['troubles'] = {
  noConnection: 'The centre cannot be reached. Check the network; the page tries again by itself.',
  signedOut: 'Your session is over: sign in again.',
  notUnderstood: 'The page and the centre are of different versions: reload the page.',
  refused: (code, retryAfterSeconds) =>
    `${codes[code] ?? `The centre did not accept this (${code}).`}${retryAfterSeconds === null ? '' : ` Try again in ${retryAfterSeconds} s.`}`,
  old: 'Below is what was read before; it may be out of date.',
};
