import type { IdempotencyKey } from '../../../src/brand.ts';
import type { PersonalisationAnswer } from '../../../src/contracts/central/queries.ts';
import type { CardIssuer } from '../../../src/ports/card-issuer.ts';
import type { MakingPhase } from '../../../src/ports/card-transaction.ts';
import type { Timers } from '../../../src/ports/clock.ts';
import type { SocialSecurityCard } from '../../../src/ports/social-card-reader.ts';
import { err, ok, type Result } from '../../../src/result.ts';
import type { CallTrouble } from '../sync/call-trouble.ts';
import { troubleCode } from './card-moves.ts';
import type { RequestTools } from './request-tools.ts';

/** A script is a few batches; more is not one of ours. */
const LONGEST_SCRIPT = 40;
/** A face that is not printed by then is not going to be: the resident waits for nothing, and the blank is rejected. */
const FACE_PATIENCE_MS = 60_000;

export interface PersonalisedCard {
  readonly personalisationId: string;
  readonly cardId: string;
  readonly cardNumber: string;
}

/** `why` says whether another blank could do better. */
export interface PersonalisationFailure {
  readonly why: 'card' | 'device' | 'link-down' | 'refused';
  readonly code: string;
}

type Written = Extract<PersonalisationAnswer, { step: 'written' }>;
type Failed = { readonly ok: false; readonly error: PersonalisationFailure };
const failed = (why: PersonalisationFailure['why'], code: string): Failed =>
  err({ why, code: code.slice(0, 60) });

/**
 * Row 11: the centre's script on the blank at the chip station, the face, and everything read back. Each command is
 * sent once and every status word must be 9000; the first that is not ends it, and the card is rejected.
 */
export async function personalise(
  tools: RequestTools,
  issuer: CardIssuer,
  request: IdempotencyKey,
  onPhase: (phase: MakingPhase) => void,
  signal: AbortSignal,
): Promise<Result<PersonalisedCard, PersonalisationFailure>> {
  const written = await writeChip(tools, issuer, request, signal);
  if (!written.ok) return written;
  const { face, personalisationId, cardId, cardNumber } = written.value;
  onPhase('printing-face');
  const faces = tools.machines.faces();
  if (!faces) return failed('device', 'no-face-printer');
  const printed = await inTime(tools.timers, FACE_PATIENCE_MS, signal, (within) =>
    faces.printFace(face, within),
  );
  if (!printed.ok) return failed('device', `face-${troubleCode(printed.error)}`);
  onPhase('checking');
  const read = await issuer.read(tools.cardKeys, signal);
  if (!read.ok)
    return failed(read.error.kind === 'key-service' ? 'link-down' : 'card', troubleCode(read.error));
  const differs = difference(read.value, written.value);
  return differs === null
    ? ok({ personalisationId, cardId, cardNumber })
    : failed('card', `read-back-${differs}`);
}

/** `act` with a signal that also fires when the time is over. */
async function inTime<T>(
  timers: Timers,
  ms: number,
  signal: AbortSignal,
  act: (within: AbortSignal) => Promise<T>,
): Promise<T> {
  const ended = new AbortController();
  const late = new AbortController();
  void timers.sleep(ms, ended.signal).then(() => late.abort());
  try {
    return await act(AbortSignal.any([signal, late.signal]));
  } finally {
    ended.abort();
  }
}

async function writeChip(
  { personalisation }: RequestTools,
  issuer: CardIssuer,
  request: IdempotencyKey,
  signal: AbortSignal,
): Promise<Result<Written, PersonalisationFailure>> {
  const powered = await issuer.powerOn();
  if (!powered.ok) return failed('card', troubleCode(powered.error));
  let answer = await personalisation.start(request, powered.value, signal);
  for (let batch = 0; batch < LONGEST_SCRIPT; batch += 1) {
    if (!answer.ok) return failed(whyOf(answer.error), troubleCode(answer.error));
    if (answer.value.step === 'written') return ok(answer.value);
    if (answer.value.step === 'refused') {
      return failed(answer.value.code === 'request-unknown' ? 'refused' : 'card', answer.value.code);
    }
    const replies: string[] = [];
    for (const command of answer.value.commands) {
      const reply = await issuer.transmit(command);
      if (!reply.ok) return failed('card', troubleCode(reply.error));
      if (!reply.value.endsWith('9000')) return failed('card', `sw-${reply.value.slice(-4)}`);
      replies.push(reply.value);
    }
    answer = await personalisation.answers(answer.value.personalisationId, replies, signal);
  }
  return failed('refused', 'script-without-end');
}

const whyOf = (trouble: CallTrouble): PersonalisationFailure['why'] =>
  trouble.kind === 'problem' ? 'refused' : 'link-down';

/** The field that is not what was to be written; null where all are. What readers withhold may be null: the account. */
function difference(card: SocialSecurityCard, { cardId, cardNumber, face }: Written): string | null {
  if (card.cardId !== cardId) return 'card-id';
  if (card.cardNumber !== cardNumber || card.cardNumber !== face.cardNumber) return 'card-number';
  if (card.socialSecurityNumber !== face.socialSecurityNumber) return 'social-security-number';
  if (card.name !== face.name) return 'name';
  if (card.accountNumber !== null && card.accountNumber !== face.accountNumber) return 'account-number';
  return null;
}
