import { bytesFromHex, hexFromBytes } from '../../src/card-keys/hex.ts';
import {
  initializeUpdate,
  parseInitializeAnswer,
  personalisationScript,
} from '../../src/card-keys/personalisation-commands.ts';
import { personalisationSession } from '../../src/card-keys/personalisation-keys.ts';
import { sm4 } from '../card-keys/sm4.ts';
import type { CardData } from './card-data.ts';
import { dataGroups } from './data-groups.ts';

/** SELECT of the social security application (protocols 1.2); a blank answers 9000 too. */
const SELECT = '00A404000F7378312E73682EC9E7BBE1B1A3D5CF';

/** What both sides of a session know of it, upper hex. */
export interface BlankSession {
  readonly hostChallenge: string;
  readonly blankSerial: string;
  readonly cardChallenge: string;
}

const bytes = (hex: string): Uint8Array => bytesFromHex(hex) ?? new Uint8Array();

const keysOf = (masterKey: Uint8Array, session: BlankSession) =>
  personalisationSession({
    sm4,
    masterKey,
    cardSerial: bytes(session.blankSerial),
    hostChallenge: bytes(session.hostChallenge),
    cardChallenge: bytes(session.cardChallenge),
  });

/** The first batch: who are you. */
export const greeting = (hostChallenge: string): readonly string[] => [
  SELECT,
  initializeUpdate(bytes(hostChallenge)),
];

/**
 * Reads what a blank answered to the greeting. `wrong-card` where it has no key of ours: its cryptogram is not the
 * one its serial would give.
 */
export function readGreeting(
  masterKey: Uint8Array,
  hostChallenge: string,
  answers: readonly string[],
): BlankSession | 'bad-answer' | 'wrong-card' {
  const answer = answers.length === 2 ? parseInitializeAnswer(bytes(answers[1] ?? '')) : null;
  if (answer === null) return 'bad-answer';
  const session = {
    hostChallenge,
    blankSerial: hexFromBytes(answer.cardSerial),
    cardChallenge: hexFromBytes(answer.cardChallenge),
  };
  const expected = hexFromBytes(keysOf(masterKey, session).cardCryptogram);
  return expected === hexFromBytes(answer.cardCryptogram) ? session : 'wrong-card';
}

/** The second batch: the same commands however often it is made. */
export function writingScript(masterKey: Uint8Array, session: BlankSession, card: CardData): string[] {
  const script = personalisationScript(keysOf(masterKey, session), dataGroups(card));
  if (!script.ok) throw new Error(`a card that does not fit into its commands: ${script.error.code}`);
  return [...script.value];
}

/** Whether a card did what it was told. */
export const allDone = (answers: readonly string[]): boolean =>
  answers.every((answer) => answer.endsWith('9000'));
