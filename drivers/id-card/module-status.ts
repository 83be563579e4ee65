import { deviceTrouble } from '../../src/ports/device-status.ts';
import type { IdCardTrouble } from '../../src/ports/id-card-reader.ts';

/**
 * SW3, the module's status (protocols 2.3). `about` says whom it concerns: `fine`, `card` (lift the card and lay it
 * down again), `no-card`, or `device` (the module or the cable).
 */
export const MODULE_STATUS = {
  144: { code: 'ok', about: 'fine', meaning: 'done' },
  159: { code: 'card-found', about: 'fine', meaning: 'a card lies in the field' },
  145: { code: 'no-content', about: 'fine', meaning: 'the card carries no such block' },
  16: { code: 'host-checksum', about: 'device', meaning: 'the module saw a bad checksum in our frame' },
  17: { code: 'host-length', about: 'device', meaning: 'the module saw a bad length in our frame' },
  33: { code: 'unknown-command', about: 'device', meaning: 'the module does not know this command' },
  36: { code: 'unrecognised-error', about: 'device', meaning: 'the module reports an error it cannot name' },
  49: { code: 'card-refused-reader', about: 'card', meaning: 'the card did not authenticate the reader' },
  50: { code: 'reader-refused-card', about: 'card', meaning: 'the reader did not authenticate the card' },
  51: { code: 'verification-failed', about: 'card', meaning: 'information verification failed' },
  64: { code: 'wrong-card', about: 'card', meaning: 'not an identity card' },
  65: { code: 'read-failed', about: 'card', meaning: 'reading failed' },
  71: { code: 'random-failed', about: 'card', meaning: 'the card gave no random number' },
  96: {
    code: 'self-test-failed',
    about: 'device',
    meaning: 'the module failed its self-test and takes no commands',
  },
  102: { code: 'sam-not-authorised', about: 'device', meaning: 'the security module is not authorised' },
  128: { code: 'no-card', about: 'no-card', meaning: 'no card found' },
  129: { code: 'select-failed', about: 'card', meaning: 'selecting the card failed' },
} as const satisfies Record<
  number,
  { code: string; about: 'fine' | 'card' | 'no-card' | 'device'; meaning: string }
>;

export type KnownStatus = keyof typeof MODULE_STATUS;

export const isKnownStatus = (sw3: number): sw3 is KnownStatus => Object.hasOwn(MODULE_STATUS, sw3);

const hex = (byte: number): string => byte.toString(16).toUpperCase().padStart(2, '0');

/**
 * The named outcome of a status that is not the success of the command asked. A success status where another one
 * belongs is `unexpected-status`; a byte outside the table is `unknown-status-XX`.
 */
export function statusTrouble(sw3: number): IdCardTrouble {
  if (!isKnownStatus(sw3)) {
    return deviceTrouble(`unknown-status-${hex(sw3)}`, `the module answered status ${hex(sw3)}`);
  }
  const { code, about, meaning } = MODULE_STATUS[sw3];
  switch (about) {
    case 'card':
      return { kind: 'read-failed', code };
    case 'no-card':
      return { kind: 'no-card' };
    case 'device':
      return deviceTrouble(code, `${meaning} (${hex(sw3)})`);
    default:
      return deviceTrouble('unexpected-status', `${meaning} (${hex(sw3)}) does not answer this command`);
  }
}
