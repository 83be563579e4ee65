import {
  type EnrolmentRequest,
  enrolmentAnswer,
  enrolmentRequest,
  tokenAnswer,
  tokenRequest,
} from '../../src/contracts/central/enrolment.ts';
import type { ExportKey } from '../../src/contracts/central/export-key.ts';
import { DECOMMISSIONS } from '../fleet/given-up.ts';
import type { Foundations } from '../foundations.ts';
import type { Around, CentralApp } from '../http/app.ts';
import { HttpProblem } from '../http/problem.ts';
import { sharedCommit } from '../http/shared-commit.ts';
import { issueAccessTokens, kioskOfToken, type Proven } from './access-tokens.ts';
import { type ReadAssertion, verifyAssertion } from './assertion.ts';
import { enrol } from './enrol.ts';

/** Everything under /v1 that is not marked open needs an access token of an enrolled kiosk. */
export const guard =
  ({ queries, clock }: Pick<Foundations, 'queries' | 'clock'>): Around['admit'] =>
  async (route, open, authorization) => {
    if (open || !route.startsWith('/v1/')) return '';
    const holder = await kioskOfToken(queries, clock, authorization);
    if (holder === null) throw new HttpProblem('unauthorised');
    // Told by a code of its own, whatever it asks: a kiosk that hears it closes itself.
    if (holder.revoked) throw new HttpProblem('kiosk-revoked');
    // Its answer may have been lost: saying it again is all that a kiosk which was given up may do.
    if (holder.givenUp && route !== DECOMMISSIONS) throw new HttpProblem('unauthorised');
    return holder.kioskId;
  };

export interface KioskIdentityOptions {
  readonly readAssertion?: ReadAssertion;
  /** Told with the enrolment. */
  readonly exportKey?: ExportKey;
}

/** POST /v1/enrolments and POST /v1/tokens: how a kiosk becomes known and signs in. */
export function kioskIdentityRoutes(
  app: CentralApp,
  { queries, clock, entropy }: Foundations,
  { readAssertion, exportKey }: KioskIdentityOptions,
): void {
  const enrolEach = sharedCommit(queries, async (q, requests: readonly EnrolmentRequest[]) => {
    const enrolled: Awaited<ReturnType<typeof enrol>>[] = [];
    for (const request of requests) enrolled.push(await enrol(q, clock, entropy, request));
    return enrolled;
  });
  const letIn = sharedCommit(queries, (q, proven: readonly Proven[]) =>
    issueAccessTokens(q, clock, entropy, proven),
  );
  app.post(
    '/v1/enrolments',
    {
      config: { open: true, withoutCards: true },
      schema: {
        summary: 'Enrol a kiosk with a one-time code',
        body: enrolmentRequest,
        response: { 200: enrolmentAnswer },
      },
    },
    async ({ body, connection }) => {
      const enrolled = await enrolEach(body, connection);
      if (!enrolled.ok) throw new HttpProblem(enrolled.error);
      return { ...enrolled.value, ...(exportKey && { exportKey }) };
    },
  );
  app.post(
    '/v1/tokens',
    {
      config: { open: true, withoutCards: true },
      schema: {
        summary: 'Exchange a signed assertion for a short access token',
        body: tokenRequest,
        response: { 200: tokenAnswer },
      },
    },
    async ({ body, connection }) => {
      const proven = await verifyAssertion(queries, clock, body.assertion, readAssertion);
      if (!proven.ok) throw new HttpProblem(proven.error);
      const token = await letIn(proven.value, connection);
      if (token === null) throw new HttpProblem('assertion-invalid');
      return token;
    },
  );
}
