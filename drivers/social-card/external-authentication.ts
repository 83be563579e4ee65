import { bytesFromHex, hexFromBytes } from '../../src/card-keys/hex.ts';
import { aborted } from '../../src/ports/device-status.ts';
import type {
  CardKeyService,
  ExternalAuthenticationRequest,
  SocialCardTrouble,
} from '../../src/ports/social-card-reader.ts';
import { err, ok, type Result } from '../../src/result.ts';
import { externalAuthenticate, getChallenge, internalAuthenticate, RKSSSE } from './apdu.ts';
import type { ApduChannel } from './apdu-channel.ts';
import { historicalBytes } from './atr.ts';
import { selectSocialSecurity } from './card-application.ts';
import { exchange, exchangeOk, refusal } from './exchange.ts';

const CHALLENGE_BYTES = 8;
const EXTERNAL_DATA_BYTES = 16;

/**
 * Opens the holder data of a 3.0 card (protocols 1.6 steps 3-9): the card shows the key service that it is
 * genuine, and the key service shows the card that we may read it. No key comes near the kiosk.
 */
export async function authenticateExternally(
  channel: ApduChannel,
  cardId: string,
  keys: CardKeyService,
  signal: AbortSignal,
): Promise<Result<void, SocialCardTrouble>> {
  const algorithm = await selectSocialSecurity(channel, signal);
  if (!algorithm.ok) return algorithm;
  const internal = await twoChallenges(channel, signal);
  if (!internal.ok) return internal;
  const proof = await exchangeOk(
    channel,
    internalAuthenticate(internal.value.factor, internal.value.source),
    signal,
  );
  if (!proof.ok) return proof;
  const external = await twoChallenges(channel, signal);
  if (!external.ok) return external;
  const answer = await keys.authenticate(
    {
      region: cardId.slice(0, 6),
      atr: hexFromBytes(historicalBytes(channel.atr)),
      algorithm: algorithm.value,
      cardId,
      internalFactor: hexFromBytes(internal.value.factor),
      internalSource: hexFromBytes(internal.value.source),
      internalResult: hexFromBytes(proof.value),
      externalFactor: hexFromBytes(external.value.factor),
      externalSource: hexFromBytes(external.value.source),
    } satisfies ExternalAuthenticationRequest,
    signal,
  );
  if (signal.aborted) return err(aborted);
  if (!answer.ok) return err({ kind: 'key-service', code: answer.error.code });
  const data = bytesFromHex(answer.value.externalData, EXTERNAL_DATA_BYTES);
  return data === null ? err({ kind: 'key-service', code: 'refused' }) : presentToCard(channel, data, signal);
}

/** EXTERNAL AUTHENTICATE; 63Cx is the card refusing what the service computed, 6983 a key worn out by tries. */
async function presentToCard(
  channel: ApduChannel,
  data: Uint8Array,
  signal: AbortSignal,
): Promise<Result<void, SocialCardTrouble>> {
  const answer = await exchange(channel, externalAuthenticate(RKSSSE, data), signal);
  if (!answer.ok) return answer;
  const { outcome } = answer.value;
  if (outcome.kind === 'ok') return ok(undefined);
  if (outcome.kind === 'tries-left') return err({ kind: 'key-service', code: 'refused' });
  return err(refusal(outcome));
}

/** First challenge 原始信息 (source), second 过程因子 (factor): R1, R2 or R3, R4. */
async function twoChallenges(
  channel: ApduChannel,
  signal: AbortSignal,
): Promise<Result<{ source: Uint8Array; factor: Uint8Array }, SocialCardTrouble>> {
  const source = await exchangeOk(channel, getChallenge(CHALLENGE_BYTES), signal);
  if (!source.ok) return source;
  const factor = await exchangeOk(channel, getChallenge(CHALLENGE_BYTES), signal);
  if (!factor.ok) return factor;
  return source.value.length === CHALLENGE_BYTES && factor.value.length === CHALLENGE_BYTES
    ? ok({ source: source.value, factor: factor.value })
    : err({ kind: 'card-error', code: 'bad-challenge' });
}
