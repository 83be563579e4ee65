import type { z } from 'zod';
import {
  cardStatusAnswer,
  contactDataAnswer,
  contributionRecordsAnswer,
  electronicCardAnswer,
  eligibilityAnswer,
  insuranceRecordsAnswer,
  photoOnFileAnswer,
  pinCheckAnswer,
  residentApplicationsAnswer,
  residentCardAnswer,
  smsCodeAnswer,
  smsVerificationAnswer,
} from '../../../src/contracts/central/queries.ts';
import { receiptCheckAnswer } from '../../../src/contracts/receipt-code.ts';
import type { Authority, AuthorityTrouble } from '../../../src/ports/authority.ts';
import { err, ok, type Result } from '../../../src/result.ts';
import type { CallTrouble } from './call-trouble.ts';
import type { CentralClient } from './central-client.ts';

/** How long a resident is kept waiting for each answer, milliseconds. */
const DEADLINES = {
  eligibility: 10_000,
  photoOnFile: 10_000,
  smsCode: 10_000,
  cardStatus: 8_000,
  residentCard: 8_000,
  /** Whole years of rows. */
  records: 12_000,
  applications: 10_000,
  contactData: 8_000,
  electronicCard: 8_000,
  /** What the receipt said is known meanwhile, and shown without it. */
  receiptCheck: 5_000,
  /** The bank is asked behind the centre. */
  pinCheck: 15_000,
} as const;

/** Questions without effect, asked of the central service. */
export function createAuthority(client: CentralClient): Authority {
  const ask = async <T>(
    path: string,
    body: unknown,
    answer: z.ZodType<T>,
    deadline: keyof typeof DEADLINES,
    signal: AbortSignal,
  ): Promise<Result<T, AuthorityTrouble>> => {
    const deadlineMs = DEADLINES[deadline];
    const result = await client.call({ method: 'POST', path, body, answer, deadlineMs, signal });
    return result.ok ? result : err(authorityTrouble(result.error));
  };
  return {
    eligibility: (identity, signal) =>
      ask('/v1/residents/eligibility', { identity }, eligibilityAnswer, 'eligibility', signal),
    photoOnFile: async (socialSecurityNumber, signal) => {
      const body = { socialSecurityNumber };
      const answer = await ask('/v1/residents/photo-on-file', body, photoOnFileAnswer, 'photoOnFile', signal);
      return answer.ok ? ok(answer.value.jpegBase64) : answer;
    },
    sendSmsCode: (mobile, purpose, signal) =>
      ask('/v1/sms-codes', { mobile, purpose }, smsCodeAnswer, 'smsCode', signal),
    verifySmsCode: (challengeId, code, signal) =>
      ask(
        `/v1/sms-codes/${encodeURIComponent(challengeId)}/verifications`,
        { code },
        smsVerificationAnswer,
        'smsCode',
        signal,
      ),
    // Field by field: a caller may hand over more than the question needs, and no more leaves the kiosk.
    cardStatus: ({ cardId, cardNumber, socialSecurityNumber }, signal) =>
      ask(
        '/v1/cards/status',
        { cardId, cardNumber, socialSecurityNumber },
        cardStatusAnswer,
        'cardStatus',
        signal,
      ),
    checkPin: ({ accountNumber, socialSecurityNumber, entries }, signal) =>
      ask(
        '/v1/bank/pin-checks',
        { accountNumber, socialSecurityNumber, entries },
        pinCheckAnswer,
        'pinCheck',
        signal,
      ),
    residentCard: (socialSecurityNumber, signal) =>
      ask('/v1/residents/card', { socialSecurityNumber }, residentCardAnswer, 'residentCard', signal),
    insuranceRecords: ({ socialSecurityNumber, type, year }, signal) =>
      ask(
        '/v1/residents/insurance-records',
        { socialSecurityNumber, type, year },
        insuranceRecordsAnswer,
        'records',
        signal,
      ),
    contributionRecords: ({ socialSecurityNumber, type, year }, signal) =>
      ask(
        '/v1/residents/contribution-records',
        { socialSecurityNumber, type, year },
        contributionRecordsAnswer,
        'records',
        signal,
      ),
    applications: (socialSecurityNumber, signal) =>
      ask(
        '/v1/residents/applications',
        { socialSecurityNumber },
        residentApplicationsAnswer,
        'applications',
        signal,
      ),
    contactData: (socialSecurityNumber, signal) =>
      ask('/v1/residents/contact-data', { socialSecurityNumber }, contactDataAnswer, 'contactData', signal),
    checkElectronicCard: (code, signal) =>
      ask('/v1/electronic-card-checks', { code }, electronicCardAnswer, 'electronicCard', signal),
    checkReceipt: (reference, signal) =>
      ask('/v1/receipt-checks', { reference }, receiptCheckAnswer, 'receiptCheck', signal),
  };
}

/** A proxy's page instead of an answer is no authority: to the resident that is a link that is down. */
export function authorityTrouble(trouble: CallTrouble): AuthorityTrouble {
  return trouble.kind === 'problem'
    ? { kind: 'refused-to-answer', code: trouble.code }
    : { kind: 'link-down' };
}
