import type { DocumentFault } from '../../src/contracts/console/plain-words.ts';
import { EVERYBODY, type OperatorRole } from '../../src/contracts/console/roles.ts';
import {
  actReason,
  advanceRequest,
  memberList,
  memberQuery,
  newRollout,
  nothingMore,
  type RolloutAnswer,
  type RolloutRefusal,
  rolloutAnswer,
  rolloutDetail,
  rolloutList,
  rolloutParams,
  rolloutPreviewAnswer,
  rolloutQuery,
} from '../../src/contracts/console/rollouts.ts';
import type { Result } from '../../src/result.ts';
import { ROLLOUT_REFUSAL_WORDS } from '../../src/rollout/refusals.ts';
import type { ConsoleApp } from '../console-api/console-app.ts';
import type { Foundations } from '../foundations.ts';
import { HttpProblem } from '../http/problem.ts';
import { listMembers } from './list-members.ts';
import { createRollout, previewRollout } from './make-rollout.ts';
import { operatorSteps } from './operator-steps.ts';
import { listRollouts, showRollout } from './rollout-views.ts';

const APPROVER: readonly OperatorRole[] = ['approver'];

/** Rollouts as the console asks about them and moves them. */
export function rolloutRoutes(app: ConsoleApp, foundations: Foundations): void {
  const steps = operatorSteps(foundations);

  async function answer(rolloutId: string, done: Result<unknown, RolloutRefusal>): Promise<RolloutAnswer> {
    if (!done.ok) return refused(done.error);
    const rollout = await showRollout(foundations, rolloutId);
    return rollout === null ? refused('no-such-rollout') : { done: true, rollout };
  }

  app.get(
    '/rollouts',
    {
      roles: EVERYBODY,
      schema: {
        summary: 'Rollouts, newest first',
        querystring: rolloutQuery,
        response: { 200: rolloutList },
      },
    },
    ({ query }) => listRollouts(foundations.queries, query),
  );
  app.get(
    '/rollouts/:rolloutId',
    {
      roles: EVERYBODY,
      schema: {
        summary: 'A rollout with its waves and the gate it stands at',
        params: rolloutParams,
        response: { 200: rolloutDetail },
      },
    },
    async ({ params }) => (await showRollout(foundations, params.rolloutId)) ?? notThere(),
  );
  app.get(
    '/rollouts/:rolloutId/members',
    {
      roles: EVERYBODY,
      schema: {
        summary: 'Its kiosks, with the reason of each that is not on target',
        params: rolloutParams,
        querystring: memberQuery,
        response: { 200: memberList },
      },
    },
    async ({ params, query }) => (await listMembers(foundations, params.rolloutId, query)) ?? notThere(),
  );
  app.post(
    '/rollouts/preview',
    {
      roles: ['approver', 'editor'],
      schema: {
        summary: 'Who would be in which wave; nothing is written',
        body: newRollout,
        response: { 200: rolloutPreviewAnswer },
      },
    },
    async ({ body }) => {
      const preview = await previewRollout(foundations, body);
      return preview.ok ? { done: true, preview: preview.value } : refused(preview.error.refusal);
    },
  );
  app.post(
    '/rollouts',
    {
      roles: APPROVER,
      schema: {
        summary: 'Makes a rollout of a signed release; nobody gets anything before it is started',
        body: newRollout,
        response: { 200: rolloutAnswer },
      },
    },
    async ({ body, operator }) => {
      const made = await createRollout(foundations, body, operator.operatorId);
      if (!made.ok) return refused(made.error.refusal, made.error.faults);
      await foundations.changes.announce({ about: 'console', what: 'rollouts' });
      return answer(made.value, made);
    },
  );
  for (const act of ['start', 'resume'] as const) {
    app.post(
      `/rollouts/:rolloutId/${act}`,
      {
        roles: APPROVER,
        schema: {
          summary: act === 'start' ? 'Lets a rollout begin' : 'Lets a paused rollout go on, watched anew',
          params: rolloutParams,
          body: nothingMore,
          response: { 200: rolloutAnswer },
        },
      },
      async ({ params, operator }) =>
        answer(params.rolloutId, await steps[act](params.rolloutId, operator.operatorId)),
    );
  }
  for (const act of ['pause', 'stop', 'return'] as const) {
    app.post(
      `/rollouts/:rolloutId/${act}`,
      {
        roles: APPROVER,
        schema: {
          summary: HELD_BACK[act],
          params: rolloutParams,
          body: actReason,
          response: { 200: rolloutAnswer },
        },
      },
      async ({ params, body, operator }) =>
        answer(
          params.rolloutId,
          await steps.holdBack(params.rolloutId, operator.operatorId, act, body.reason),
        ),
    );
  }
  app.post(
    '/rollouts/:rolloutId/advance',
    {
      roles: APPROVER,
      schema: {
        summary: 'Opens the next wave by hand',
        params: rolloutParams,
        body: advanceRequest,
        response: { 200: rolloutAnswer },
      },
    },
    async ({ params, body, operator }) =>
      answer(
        params.rolloutId,
        await steps.advance(params.rolloutId, operator.operatorId, body.wave, body.despiteGate),
      ),
  );
}

const HELD_BACK = {
  pause: 'Nothing widens until it is resumed',
  stop: 'Widens no more; those who have it keep it',
  return: 'Everybody who got it goes back to what they ran before',
} as const;

function refused(refusal: RolloutRefusal, faults: readonly DocumentFault[] = []) {
  return { done: false as const, refusal, says: ROLLOUT_REFUSAL_WORDS[refusal], faults: [...faults] };
}

function notThere(): never {
  throw new HttpProblem('not-found');
}
