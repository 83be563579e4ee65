import { bytesFromHex, hexFromBytes } from '../../src/card-keys/hex.ts';
import { type DataGroup, parseGroups } from '../../src/card-keys/personalisation-commands.ts';
import {
  FIRST_CHAIN,
  type PersonalisationSession,
  personalisationCardKey,
  REFERENCE_PERSONALISATION_KEY,
  sessionOfCardKey,
} from '../../src/card-keys/personalisation-keys.ts';
import { sm4 } from '../card-keys/sm4.ts';

const bytes = (hex: string): Uint8Array => bytesFromHex(hex) ?? new Uint8Array();

/** The chip's end of a session, for the tests: it checks every MAC and keeps what it was told to store. */
export function blankCard(serial: string, masterKey = REFERENCE_PERSONALISATION_KEY) {
  const cardKey = personalisationCardKey(sm4, bytes(masterKey), bytes(serial));
  const cardChallenge = bytes('5A5A5A5A5A5A5A5A');
  const stored: DataGroup[] = [];
  let session: PersonalisationSession | null = null;
  let chain = FIRST_CHAIN;
  let final = false;

  function answer(command: string): string {
    const all = bytes(command);
    if (command.startsWith('00A4')) return '9000';
    if (command.startsWith('8050')) {
      session = sessionOfCardKey(sm4, cardKey, all.slice(5), cardChallenge);
      return `${serial}${hexFromBytes(cardChallenge)}${hexFromBytes(session.cardCryptogram)}9000`;
    }
    const data = all.slice(5, -8);
    const sealed = session?.mac(chain, all.slice(0, 4), data);
    if (sealed === undefined || hexFromBytes(sealed.mac) !== hexFromBytes(all.slice(-8))) return '6988';
    chain = sealed.chain;
    if (command.startsWith('84E2')) stored.push(...(parseGroups(data) ?? []));
    if (command.startsWith('84E280')) final = true;
    return '9000';
  }

  return {
    answers: (commands: readonly string[]): string[] => commands.map(answer),
    /** Content of a group, upper hex. */
    group: (id: number): string => {
      const found = stored.find((group) => group.id === id);
      return found === undefined ? '' : hexFromBytes(found.content);
    },
    isFinal: (): boolean => final,
  };
}
export type BlankCard = ReturnType<typeof blankCard>;
