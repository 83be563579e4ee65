import type { SmsCodeAnswer, SmsVerificationAnswer } from '../../src/contracts/central/queries.ts';
import { err, ok, type Result } from '../../src/result.ts';
import { inTransaction } from '../database/in-transaction.ts';
import type { Queries, Tables } from '../database/tables.ts';
import type { Foundations } from '../foundations.ts';
import { instantIn, instantNow } from '../moments.ts';
import { randomSixDigits, randomToken, sha256 } from '../secrets.ts';
import type { SmsGateway } from './gateway.ts';

const EXPIRES_SECONDS = 300;
const RESEND_AFTER_SECONDS = 60;
const TRIES = 3;
/** Codes one mobile number may be sent in an hour and in a day: nobody is to be flooded through a kiosk. */
const LIMITS = [
  { seconds: 60 * 60, codes: 5 },
  { seconds: 24 * 60 * 60, codes: 10 },
] as const;

/** What a confirmed number is good for. */
export type SmsPurpose = Tables['sms_challenge']['purpose'];

/** Seconds until this number may be sent another code; 0 is now. */
async function waitFor(queries: Queries, { clock }: Foundations, mobile: string): Promise<number> {
  const sent = await queries
    .selectFrom('sms_challenge')
    .select('sent_at')
    .where('mobile', '=', mobile)
    .where('sent_at', '>', instantIn(clock, -Math.max(...LIMITS.map((limit) => limit.seconds))))
    .orderBy('sent_at', 'desc')
    .execute();
  const ages = sent.map((row) => (clock.now() - Date.parse(row.sent_at)) / 1000);
  const waits = LIMITS.map(({ seconds, codes }) => {
    const oldestThatCounts = ages[codes - 1];
    return oldestThatCounts === undefined ? 0 : seconds - oldestThatCounts;
  });
  const lately = ages[0] === undefined ? 0 : RESEND_AFTER_SECONDS - ages[0];
  return Math.max(0, Math.ceil(Math.max(lately, ...waits)));
}

/** Six-digit codes that confirm a mobile number (APPLY-3, INFO-2). */
export function smsCodes(foundations: Foundations, gateway: SmsGateway | null) {
  const { queries, clock, entropy, digest } = foundations;
  return {
    send: async (
      mobile: string,
      purpose: SmsPurpose,
    ): Promise<
      Result<SmsCodeAnswer, { code: 'rate-limited'; retryAfter: number } | { code: 'sms-unavailable' }>
    > => {
      if (gateway === null) return err({ code: 'sms-unavailable' });
      const challengeId = randomToken(entropy, 16);
      const code = randomSixDigits(entropy);
      const wait = await inTransaction(queries, async (q) => {
        const seconds = await waitFor(q, foundations, mobile);
        if (seconds > 0) return seconds;
        await q
          .insertInto('sms_challenge')
          .values({
            challenge_id: challengeId,
            mobile,
            purpose,
            code_digest: digest('sms-code', challengeId, code),
            tries_left: TRIES,
            sent_at: instantNow(clock),
            expires_at: instantIn(clock, EXPIRES_SECONDS),
            confirmation_hash: null,
            used_by: null,
          })
          .execute();
        return 0;
      });
      if (wait > 0) return err({ code: 'rate-limited', retryAfter: wait });
      await gateway.send(mobile, `【一卡通】验证码 ${code}，5分钟内有效。请勿告诉他人。`);
      return ok({
        challengeId,
        expiresInSeconds: EXPIRES_SECONDS,
        resendAfterSeconds: RESEND_AFTER_SECONDS,
      });
    },

    /** Compares a code. The third wrong one ends the challenge; the right code may be sent again (lost answer). */
    verify: (
      challengeId: string,
      code: string,
    ): Promise<Result<SmsVerificationAnswer, 'challenge-unknown'>> =>
      inTransaction(queries, async (q) => {
        const challenge = await q
          .selectFrom('sms_challenge')
          .selectAll()
          .where('challenge_id', '=', challengeId)
          .executeTakeFirst();
        if (!challenge) return err('challenge-unknown');
        if (challenge.tries_left === 0) return ok({ result: 'wrong', triesLeft: 0 });
        if (challenge.expires_at <= instantNow(clock)) return ok({ result: 'expired' });
        const row = q.updateTable('sms_challenge').where('challenge_id', '=', challengeId);
        if (digest('sms-code', challengeId, code) !== challenge.code_digest) {
          const triesLeft = challenge.tries_left - 1;
          await row.set({ tries_left: triesLeft }).execute();
          return ok({ result: 'wrong', triesLeft });
        }
        const confirmation = randomToken(entropy);
        await row.set({ confirmation_hash: sha256(confirmation) }).execute();
        return ok({ result: 'confirmed', confirmation });
      }),
  };
}
export type SmsCodes = ReturnType<typeof smsCodes>;
