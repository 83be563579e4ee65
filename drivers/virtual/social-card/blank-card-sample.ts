import iconv from 'iconv-lite';
import type { CalendarDay } from '../../../src/calendar/calendar-day.ts';
import { bytesFromHex, hexFromBytes } from '../../../src/card-keys/hex.ts';
import {
  DATA_GROUP,
  type DataGroup,
  initializeUpdate,
  parseInitializeAnswer,
  personalisationScript,
} from '../../../src/card-keys/personalisation-commands.ts';
import {
  personalisationSession,
  REFERENCE_PERSONALISATION_KEY,
} from '../../../src/card-keys/personalisation-keys.ts';
import {
  answerReferenceAuthentication,
  REFERENCE_MASTER_KEY,
} from '../../../src/card-keys/reference-key-scheme.ts';
import type { CardKeyService, SocialSecurityCard } from '../../../src/ports/social-card-reader.ts';
import { sm4Block } from './external-rights.ts';

/** A made-up person's card, and a centre that writes and opens it: for tests that have no central service. */

const bytes = (hex: string): Uint8Array => bytesFromHex(hex) ?? new Uint8Array();
const padded = (text: string, length: number): string =>
  hexFromBytes(iconv.encode(text, 'gb18030')).padEnd(length * 2, '0');

const ISSUER =
  `0110460100D156000005A1B2C3D4E5F60718` +
  `020133` +
  `0304332E3030` +
  `040C460100000000000000000001` +
  `050420261122` +
  `060420361122` +
  `0709${padded('T00000002', 9)}`;
const HOLDER =
  `0812${padded('460199199001010029', 18)}` +
  `091E${padded('试验甲', 30)}` +
  `4E14${padded('', 20)}` +
  `0A0132` +
  `0B0119` +
  `0C03460199` +
  `0D0419900101`;

export const SAMPLE_GROUPS: readonly DataGroup[] = [
  { id: DATA_GROUP.issuer, content: bytes(ISSUER) },
  { id: DATA_GROUP.holder, content: bytes(HOLDER) },
  { id: DATA_GROUP.account, content: bytes('5A0A6217990000000000014F5F2403361130') },
];

/** What a reader with the key service reads back from the sample. */
export const SAMPLE_CARD: SocialSecurityCard = {
  specVersion: '3.00',
  generation: 3,
  cardId: '460100D156000005A1B2C3D4E5F60718',
  cardNumber: 'T00000002',
  socialSecurityNumber: '460199199001010029',
  name: '试验甲',
  sex: 'female',
  ethnicGroup: '19',
  birthPlace: '460199',
  birthDate: '1990-01-01' as CalendarDay,
  issuedOn: '2026-11-22' as CalendarDay,
  expiresOn: '2036-11-22' as CalendarDay,
  accountNumber: '6217990000000000014',
};

const HOST_CHALLENGE = bytes('1122334455667788');

/** First command of a session with the sample centre. */
export const SAMPLE_INITIALIZE = initializeUpdate(HOST_CHALLENGE);

/** The rest of the session, for what the blank answered; empty where it is no answer of a genuine blank. */
export function sampleScript(answer: string, groups = SAMPLE_GROUPS): readonly string[] {
  const initial = parseInitializeAnswer(bytes(answer));
  if (initial === null) return [];
  const session = personalisationSession({
    sm4: sm4Block,
    masterKey: bytes(REFERENCE_PERSONALISATION_KEY),
    hostChallenge: HOST_CHALLENGE,
    ...initial,
  });
  if (hexFromBytes(initial.cardCryptogram) !== hexFromBytes(session.cardCryptogram)) return [];
  const script = personalisationScript(session, groups);
  return script.ok ? script.value : [];
}

/** The reference key service, without its network. */
export const referenceKeys: CardKeyService = {
  authenticate: async (request) =>
    answerReferenceAuthentication(request, bytes(REFERENCE_MASTER_KEY), sm4Block),
};
