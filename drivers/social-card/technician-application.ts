import { hexFromBytes } from '../../src/card-keys/hex.ts';
import { technicianId } from '../../src/contracts/maintenance/technician-list.ts';
import type { SocialCardTrouble } from '../../src/ports/social-card-reader.ts';
import type { TechnicianCardAnswer } from '../../src/ports/technician-card.ts';
import { err, ok, type Result } from '../../src/result.ts';
import { selectApplication, signChallenge, TECHNICIAN_AID } from './apdu.ts';
import type { ApduChannel } from './apdu-channel.ts';
import { type CardAnswer, exchange, refusal } from './exchange.ts';

/** What is hashed is told apart by length too: a challenge of any other is a mistake of the caller. */
const CHALLENGE_BYTES = 32;
/** ECDSA P-256, r‖s of 32 bytes each. */
const SIGNATURE_BYTES = 64;

/**
 * The application of a technician's card (device guide, "Technician cards"):
 *
 * | command                                    | answer                                              |
 * | ------------------------------------------ | --------------------------------------------------- |
 * | `00 A4 04 00 06 F0 59 4B 54 54 01`         | short id in ASCII, `54 2D 30 34 31 37` = `T-0417`   |
 * | `00 88 00 00 20 <32 bytes> 00`             | 64 bytes r‖s over SHA-256(prefix ‖ challenge)       |
 *
 * Both answers are short (at most 256 bytes) and may come by 61xx or 6Cxx. Any other card refuses the first command.
 */
export async function authenticateTechnician(
  channel: ApduChannel,
  challenge: Uint8Array,
  signal: AbortSignal,
): Promise<Result<TechnicianCardAnswer, SocialCardTrouble>> {
  if (challenge.length !== CHALLENGE_BYTES) throw new Error(`a challenge of ${challenge.length} bytes`);
  const technician = await selectTechnician(channel, signal);
  if (!technician.ok) return technician;
  const signed = await signedBy(channel, challenge, signal);
  if (!signed.ok) return signed;
  const { data, outcome } = signed.value;
  if (outcome.kind !== 'ok') return err(refusal(outcome));
  return data.length === SIGNATURE_BYTES
    ? ok({ technician: technician.value, signature: hexFromBytes(data) })
    : err({ kind: 'card-error', code: 'bad-signature-length' });
}

/** A card that has no such application says 6A82, or 6A81 and 6D00 where it knows no SELECT by this name. */
async function selectTechnician(
  channel: ApduChannel,
  signal: AbortSignal,
): Promise<Result<string, SocialCardTrouble>> {
  const answer = await exchange(channel, selectApplication(TECHNICIAN_AID), signal);
  if (!answer.ok) return answer;
  const { data, outcome } = answer.value;
  if (outcome.kind === 'refused' && OTHER_CARD.has(outcome.name)) {
    return err({ kind: 'not-a-social-security-card' });
  }
  if (outcome.kind !== 'ok') return err(refusal(outcome));
  const id = technicianId.safeParse(String.fromCharCode(...data));
  return id.success ? ok(id.data) : err({ kind: 'card-error', code: 'bad-technician-id' });
}

const OTHER_CARD: ReadonlySet<string> = new Set([
  'file-not-found',
  'not-supported-or-locked',
  'instruction-not-supported',
  'class-not-supported',
]);

/** A T=0 card may not take Le behind data (6700); then it goes without, and announces its answer by 61xx. */
async function signedBy(
  channel: ApduChannel,
  challenge: Uint8Array,
  signal: AbortSignal,
): Promise<Result<CardAnswer, SocialCardTrouble>> {
  const command = signChallenge(challenge);
  const answer = await exchange(channel, command, signal);
  const lengthRefused =
    answer.ok && answer.value.outcome.kind === 'refused' && answer.value.outcome.name === 'wrong-length';
  return lengthRefused ? exchange(channel, command.slice(0, -1), signal) : answer;
}
