import type { z } from 'zod';
import {
  newRelease,
  putDocument as putDocumentBody,
  type ReleaseAnswer,
  releaseAnswer,
  releaseDetail,
  releaseDocumentParams,
  releaseList,
  releaseParams,
  releaseQuery,
  releaseWords,
  seenRevision,
  seenRevisionAndNote,
  seenRevisionQuery,
} from '../../src/contracts/console/releases.ts';
import { replayAnswer } from '../../src/contracts/console/replay.ts';
import { EVERYBODY, type OperatorRole } from '../../src/contracts/console/roles.ts';
import type { ConsoleApp, ConsoleRequest } from '../console-api/console-app.ts';
import { HttpProblem } from '../http/problem.ts';
import { changeWords, draftRelease, putDocument, removeDocument } from './drafts.ts';
import type { ReleaseDesk, Step } from './release-desk.ts';
import { releaseDetailOf, releaseSummaries } from './release-view.ts';
import { replayRelease } from './replay-past.ts';
import { abandonRelease, approveRelease, sendBack, submitRelease } from './review.ts';

type Params = z.infer<typeof releaseParams>;
const stepOf = <P extends Params, B extends { readonly revision: number }, Q>({
  params,
  body,
  operator,
}: ConsoleRequest<P, B, Q>): Step => ({
  operatorId: operator.operatorId,
  releaseId: params.releaseId,
  revision: body.revision,
});

/** Releases from draft to approval. What is refused is answered in words: it is no fault of the console's. */
export function releaseRoutes(app: ConsoleApp, desk: ReleaseDesk): void {
  const { queries, clock } = desk.foundations;
  app.get(
    '/releases',
    {
      roles: EVERYBODY,
      schema: {
        summary: 'Releases, newest first',
        querystring: releaseQuery,
        response: { 200: releaseList },
      },
    },
    async ({ query }) => ({ releases: await releaseSummaries(queries, query.state) }),
  );
  app.get(
    '/releases/:releaseId',
    {
      roles: EVERYBODY,
      schema: {
        summary: 'One release: its documents, what they change, and who signed',
        params: releaseParams,
        response: { 200: releaseDetail },
      },
    },
    async ({ params }) => {
      const release = await releaseDetailOf(queries, desk.shipped, clock.now(), params.releaseId);
      if (release === null) throw new HttpProblem('not-found');
      return release;
    },
  );
  app.post(
    '/releases',
    {
      roles: ['editor'],
      schema: { summary: 'Begin a draft', body: newRelease, response: { 200: releaseAnswer } },
    },
    ({ body, operator }) => draftRelease(desk, operator.operatorId, body),
  );
  app.put(
    '/releases/:releaseId',
    {
      roles: ['editor'],
      schema: {
        summary: 'Title and reason of a draft',
        ...{ params: releaseParams, body: releaseWords, response: { 200: releaseAnswer } },
      },
    },
    (request) => changeWords(desk, stepOf(request), request.body),
  );
  app.put(
    '/releases/:releaseId/documents/:kind/:line',
    {
      roles: ['editor'],
      schema: {
        summary: 'Put a document into a draft; with anything wrong in it, nothing is saved',
        ...{ params: releaseDocumentParams, body: putDocumentBody, response: { 200: releaseAnswer } },
      },
    },
    (request) => {
      const { revision: _seen, ...draft } = request.body;
      return putDocument(desk, stepOf(request), request.params, draft);
    },
  );
  app.delete(
    '/releases/:releaseId/documents/:kind/:line',
    {
      roles: ['editor'],
      schema: {
        summary: 'Take a document out of a draft',
        params: releaseDocumentParams,
        querystring: seenRevisionQuery,
        response: { 200: releaseAnswer },
      },
    },
    ({ params, query, operator }) => {
      const { operatorId } = operator;
      const step = { operatorId, releaseId: params.releaseId, revision: query.revision };
      return removeDocument(desk, step, params);
    },
  );
  const step = (
    path: string,
    roles: readonly OperatorRole[],
    summary: string,
    take: (desk: ReleaseDesk, step: Step) => Promise<ReleaseAnswer>,
  ): void =>
    app.post(
      `/releases/:releaseId/${path}`,
      {
        roles,
        schema: { summary, params: releaseParams, body: seenRevision, response: { 200: releaseAnswer } },
      },
      (request) => take(desk, stepOf(request)),
    );
  const stepWithNote = (
    path: string,
    roles: readonly OperatorRole[],
    summary: string,
    take: (desk: ReleaseDesk, step: Step, note: string) => Promise<ReleaseAnswer>,
  ): void =>
    app.post(
      `/releases/:releaseId/${path}`,
      {
        roles,
        schema: {
          summary,
          params: releaseParams,
          body: seenRevisionAndNote,
          response: { 200: releaseAnswer },
        },
      },
      (request) => take(desk, stepOf(request), request.body.note),
    );
  step('submission', ['editor'], 'Hand a draft to the second person', submitRelease);
  step('approval', ['approver'], 'Approve the revision that was seen', approveRelease);
  stepWithNote('return', ['approver'], 'Send a draft back with the reason', sendBack);
  stepWithNote('abandonment', ['editor', 'approver'], 'Give a release up with the reason', abandonRelease);
  app.post(
    '/releases/:releaseId/replay',
    {
      roles: EVERYBODY,
      schema: {
        summary: 'How many past outcomes would differ under the pack of this release',
        params: releaseParams,
        response: { 200: replayAnswer },
      },
    },
    ({ params }) => replayRelease(desk, params.releaseId),
  );
}
