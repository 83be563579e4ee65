import type { SocialCardTrouble } from '../../src/ports/social-card-reader.ts';
import { err, ok, type Result } from '../../src/result.ts';
import { readRecordByTag } from './apdu.ts';
import type { ApduChannel } from './apdu-channel.ts';
import { exchange, refusal } from './exchange.ts';
import { recordValue } from './record-fields.ts';

/** Status words that mean "not for you" or "not on this card": the field is null and the read goes on. */
const WITHHELD: ReadonlySet<string> = new Set([
  'security-status-not-satisfied',
  'conditions-of-use-not-satisfied',
  'record-not-found',
  'key-not-found',
]);

/** A record of the current EF by tag; null where the card withholds it or has none. */
export async function readTag(
  channel: ApduChannel,
  tag: number,
  length: number,
  signal: AbortSignal,
): Promise<Result<Uint8Array | null, SocialCardTrouble>> {
  const answer = await exchange(channel, readRecordByTag(tag, length), signal);
  if (!answer.ok) return answer;
  const { data, outcome } = answer.value;
  if (outcome.kind === 'ok') {
    const value = recordValue(data, tag);
    return value.ok ? ok(value.value) : err({ kind: 'card-error', code: value.error });
  }
  return 'name' in outcome && WITHHELD.has(outcome.name) ? ok(null) : err(refusal(outcome));
}

/** A record that a card may lack in any manner without being broken (姓名扩展, protocols 1.4). */
export async function readTagLeniently(
  channel: ApduChannel,
  tag: number,
  length: number,
  signal: AbortSignal,
): Promise<Result<Uint8Array | null, SocialCardTrouble>> {
  const answer = await readTag(channel, tag, length, signal);
  return !answer.ok && answer.error.kind === 'card-error' ? ok(null) : answer;
}
