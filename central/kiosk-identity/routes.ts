import {
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
import { issueAccessToken, kioskOfToken } from './access-tokens.ts';
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
    async (request) => {
      const enrolled = await enrol(queries, clock, entropy, request.body);
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
    async (request) => {
      const kiosk = await verifyAssertion(queries, clock, request.body.assertion, readAssertion);
      if (!kiosk.ok) throw new HttpProblem(kiosk.error);
      return issueAccessToken(queries, clock, entropy, kiosk.value);
    },
  );
}
