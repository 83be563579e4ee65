import type { SocialCardTrouble } from '../../src/ports/social-card-reader.ts';
import { err, ok, type Result } from '../../src/result.ts';
import { SSSE_AID, selectApplication } from './apdu.ts';
import type { ApduChannel } from './apdu-channel.ts';
import { findTag, parseTlv } from './ber-tlv.ts';
import { exchange, refusal } from './exchange.ts';

/** `01` 3DES environment, `02` SSF33, `03` SM4. Cards that say nothing mean 01 (protocols 1.2). */
export type AlgorithmId = string;
const DEFAULT_ALGORITHM: AlgorithmId = '01';

/** FCI template entry `9F0C 03 86 01 xx`: xx is the algorithm. */
const ISSUER_DISCRETIONARY = 0x9f0c;
const ALGORITHM = 0x86;

/** Selects the social security application. 6A82 is the one way to tell a bank-only card (protocols 1.8, 1.9). */
export async function selectSocialSecurity(
  channel: ApduChannel,
  signal: AbortSignal,
): Promise<Result<AlgorithmId, SocialCardTrouble>> {
  const answer = await exchange(channel, selectApplication(SSSE_AID), signal);
  if (!answer.ok) return answer;
  const { data, outcome } = answer.value;
  if (outcome.kind === 'ok') return ok(algorithmOf(data));
  return outcome.kind === 'refused' && outcome.name === 'file-not-found'
    ? err({ kind: 'not-a-social-security-card' })
    : err(refusal(outcome));
}

/** Algorithm id of an FCI; an FCI that says nothing, or is broken, is read as the default. */
export function algorithmOf(fci: Uint8Array): AlgorithmId {
  const nodes = parseTlv(fci);
  if (!nodes.ok) return DEFAULT_ALGORITHM;
  const discretionary = findTag(nodes.value, ISSUER_DISCRETIONARY);
  if (discretionary === null) return DEFAULT_ALGORITHM;
  const inner = parseTlv(discretionary);
  const id = inner.ok ? findTag(inner.value, ALGORITHM) : null;
  const [byte] = id ?? [];
  return byte === undefined ? DEFAULT_ALGORITHM : byte.toString(16).padStart(2, '0').toUpperCase();
}
