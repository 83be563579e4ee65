import {
  enrolmentAnswer,
  enrolmentRequest,
  tokenAnswer,
  tokenRequest,
} from '../../src/contracts/central/enrolment.ts';
import type { Foundations } from '../foundations.ts';
import type { CentralApp } from '../http/app.ts';
import { HttpProblem } from '../http/problem.ts';
import { issueAccessToken, kioskOfToken } from './access-tokens.ts';
import { verifyAssertion } from './assertion.ts';
import { enrol } from './enrol.ts';

/** Everything under /v1 that is not marked open needs an access token of an enrolled kiosk. */
export function guard(app: CentralApp, { queries, clock }: Foundations): void {
  app.decorateRequest('kioskId', '');
  app.addHook('onRequest', async (request) => {
    const route = request.routeOptions.url;
    if (!route?.startsWith('/v1/') || request.routeOptions.config.open === true) return;
    const kioskId = await kioskOfToken(queries, clock, request.headers.authorization);
    if (kioskId === null) throw new HttpProblem('unauthorised');
    request.kioskId = kioskId;
  });
}

/** POST /v1/enrolments and POST /v1/tokens: how a kiosk becomes known and signs in. */
export function kioskIdentityRoutes(app: CentralApp, { queries, clock, entropy }: Foundations): void {
  app.post(
    '/v1/enrolments',
    {
      config: { open: true },
      schema: {
        summary: 'Enrol a kiosk with a one-time code',
        body: enrolmentRequest,
        response: { 200: enrolmentAnswer },
      },
    },
    async (request) => {
      const enrolled = await enrol(queries, clock, entropy, request.body);
      if (!enrolled.ok) throw new HttpProblem(enrolled.error);
      return enrolled.value;
    },
  );
  app.post(
    '/v1/tokens',
    {
      config: { open: true },
      schema: {
        summary: 'Exchange a signed assertion for a short access token',
        body: tokenRequest,
        response: { 200: tokenAnswer },
      },
    },
    async (request) => {
      const kiosk = await verifyAssertion(queries, clock, request.body.assertion);
      if (!kiosk.ok) throw new HttpProblem(kiosk.error);
      return issueAccessToken(queries, clock, entropy, kiosk.value);
    },
  );
}
