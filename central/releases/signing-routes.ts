import { releaseAnswer, releaseParams } from '../../src/contracts/console/releases.ts';
import { EVERYBODY } from '../../src/contracts/console/roles.ts';
import {
  newRoot,
  newRootAnswer,
  officeSignature,
  signingPayloads,
  trustState,
} from '../../src/contracts/console/signing.ts';
import { refused } from '../../src/releases/refusals.ts';
import type { ConsoleApp } from '../console-api/console-app.ts';
import type { ReleaseDesk } from './release-desk.ts';
import { addSignature, payloadsToSign } from './signing.ts';
import { addRoot, newestRoot, shownRoot } from './trust-roots.ts';

/** Offices' signatures and the root that says who may sign. */
export function signingRoutes(app: ConsoleApp, desk: ReleaseDesk): void {
  const { foundations } = desk;
  app.get(
    '/releases/:releaseId/payloads',
    {
      roles: ['signer'],
      schema: {
        summary: 'What the offices are to sign',
        params: releaseParams,
        response: { 200: signingPayloads },
      },
    },
    ({ params }) => payloadsToSign(desk, params.releaseId),
  );
  app.post(
    '/releases/:releaseId/signatures',
    {
      roles: ['signer'],
      schema: {
        summary: 'Bring one office’s signature',
        params: releaseParams,
        body: officeSignature,
        response: { 200: releaseAnswer },
      },
    },
    ({ params, body, operator }) =>
      addSignature(desk, { operatorId: operator.operatorId, releaseId: params.releaseId }, body),
  );
  app.get(
    '/trust/root',
    { roles: EVERYBODY, schema: { summary: 'Who may sign what', response: { 200: trustState } } },
    async () => {
      const newest = await newestRoot(foundations.queries);
      return { root: newest && shownRoot(newest.root, foundations.clock.now()) };
    },
  );
  app.post(
    '/trust/roots',
    {
      roles: ['administrator'],
      schema: { summary: 'Add the next root of trust', body: newRoot, response: { 200: newRootAnswer } },
    },
    async ({ body, operator }) => {
      const added = await addRoot(foundations, operator.operatorId, body.statement);
      if (!added.ok) return refused(added.error);
      return { done: true as const, root: shownRoot(added.value, foundations.clock.now()) };
    },
  );
}
