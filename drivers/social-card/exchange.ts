import { aborted } from '../../src/ports/device-status.ts';
import type { SocialCardTrouble } from '../../src/ports/social-card-reader.ts';
import { err, ok, type Result } from '../../src/result.ts';
import { getResponse, withExpectedLength } from './apdu.ts';
import type { ApduChannel } from './apdu-channel.ts';
import { outcomeOf, type StatusOutcome } from './status-word.ts';

/** A whole answer: the data of all GET RESPONSE parts, and the outcome of the last status word. */
export interface CardAnswer {
  readonly data: Uint8Array;
  readonly outcome: StatusOutcome;
}

/** Longest chain of 61xx/6Cxx followed for one command; nothing a card of this kind holds needs more. */
const MAX_ROUNDS = 16;

/**
 * One command over T=0: follows 61xx with GET RESPONSE and repeats once with the card's Le on 6Cxx. An answer
 * shorter than 2 bytes means the card was pulled in mid-APDU (PC/SC binding, platform facts).
 */
export async function exchange(
  channel: ApduChannel,
  command: Uint8Array,
  signal: AbortSignal,
): Promise<Result<CardAnswer, SocialCardTrouble>> {
  const parts: number[] = [];
  let next = command;
  let repeated = false;
  for (let round = 0; round < MAX_ROUNDS; round += 1) {
    if (signal.aborted) return err(aborted);
    const answer = await channel.transmit(next, signal);
    if (!answer.ok) return answer;
    const bytes = answer.value;
    if (bytes.length < 2) return err({ kind: 'card-removed' });
    const [sw1 = 0, sw2 = 0] = bytes.slice(-2);
    const outcome = outcomeOf((sw1 << 8) | sw2);
    if (outcome.kind === 'repeat') {
      if (repeated) return err({ kind: 'card-error', code: 'repeat-without-end' });
      repeated = true;
      next = withExpectedLength(next, outcome.length);
      continue;
    }
    parts.push(...bytes.slice(0, -2));
    if (outcome.kind !== 'more') return ok({ data: Uint8Array.from(parts), outcome });
    repeated = false;
    next = getResponse(outcome.length);
  }
  return err({ kind: 'card-error', code: 'answer-without-end' });
}

/** As `exchange`, where anything but 9000 ends the read with the status word's name. */
export async function exchangeOk(
  channel: ApduChannel,
  command: Uint8Array,
  signal: AbortSignal,
): Promise<Result<Uint8Array, SocialCardTrouble>> {
  const answer = await exchange(channel, command, signal);
  if (!answer.ok) return answer;
  const { data, outcome } = answer.value;
  return outcome.kind === 'ok' ? ok(data) : err(refusal(outcome));
}

/** The trouble a final status word stands for. */
export const refusal = (outcome: StatusOutcome): SocialCardTrouble => ({
  kind: 'card-error',
  code: 'name' in outcome ? outcome.name : outcome.kind,
});
