import { z } from 'zod';
import {
  smsCodeAnswer,
  smsCodeRequest,
  smsVerificationAnswer,
  smsVerificationRequest,
} from '../../src/contracts/central/queries.ts';
import type { CentralApp } from '../http/app.ts';
import { HttpProblem } from '../http/problem.ts';
import type { SmsCodes } from './codes.ts';

const challengeParams = z.object({ challengeId: z.string().regex(/^[\w-]{10,64}$/) });

/** POST /v1/sms-codes and POST /v1/sms-codes/{challengeId}/verifications */
export function smsRoutes(app: CentralApp, codes: SmsCodes): void {
  app.post(
    '/v1/sms-codes',
    {
      schema: {
        summary: 'Send a code that confirms a mobile number',
        body: smsCodeRequest,
        response: { 200: smsCodeAnswer },
      },
    },
    async (request) => {
      const sent = await codes.send(request.body.mobile, request.body.purpose);
      if (sent.ok) return sent.value;
      const retryAfter = sent.error.code === 'rate-limited' ? sent.error.retryAfter : undefined;
      throw new HttpProblem(sent.error.code, retryAfter);
    },
  );
  app.post(
    '/v1/sms-codes/:challengeId/verifications',
    {
      schema: {
        summary: 'Compare a code the resident typed',
        params: challengeParams,
        body: smsVerificationRequest,
        response: { 200: smsVerificationAnswer },
      },
    },
    async (request) => {
      const verified = await codes.verify(request.params.challengeId, request.body.code);
      if (!verified.ok) throw new HttpProblem(verified.error);
      return verified.value;
    },
  );
}
