import { nothingMore } from '../../src/contracts/console/fleet.ts';
import { EVERYBODY } from '../../src/contracts/console/roles.ts';
import {
  type DecisionAnswer,
  decisionAnswer,
  decisionParams,
  decisionRequest,
  type WorkDecision,
  workAnswer,
  workItemAnswer,
  workItemParams,
  workQuery,
} from '../../src/contracts/console/work.ts';
import type { Result } from '../../src/result.ts';
import type { ConsoleApp } from '../console-api/console-app.ts';
import type { Foundations } from '../foundations.ts';
import { HttpProblem } from '../http/problem.ts';
import { workItemPage } from './decision-rows.ts';
import type { DecisionTrouble } from './decisions.ts';
import type { WorkDesk } from './work-desk.ts';
import { work } from './work-rows.ts';

async function answer(decided: Promise<Result<WorkDecision, DecisionTrouble>>): Promise<DecisionAnswer> {
  const result = await decided;
  if (!result.ok) throw new HttpProblem(result.error);
  return { decision: result.value };
}

/** The work list, and what people decide about it. */
export function workRoutes(
  app: ConsoleApp,
  { queries }: Pick<Foundations, 'queries'>,
  { decisions }: Pick<WorkDesk, 'decisions'>,
): void {
  app.get(
    '/work',
    {
      roles: EVERYBODY,
      schema: { summary: 'The work list', querystring: workQuery, response: { 200: workAnswer } },
    },
    ({ query }) => work(queries, query),
  );
  app.get(
    '/work/:itemId',
    {
      roles: EVERYBODY,
      schema: {
        summary: 'One item, and what can be decided',
        params: workItemParams,
        response: { 200: workItemAnswer },
      },
    },
    async ({ params }) => {
      const page = await workItemPage(queries, params.itemId);
      if (page === null) throw new HttpProblem('not-found');
      return page;
    },
  );
  app.post(
    '/work/:itemId/decisions',
    {
      roles: ['fleet'],
      schema: {
        summary: 'Decide, or propose where a second person has to confirm',
        params: workItemParams,
        body: decisionRequest,
        response: { 200: decisionAnswer },
      },
    },
    ({ params, body, operator }) => answer(decisions.propose(operator, params.itemId, body)),
  );
  app.post(
    '/work-decisions/:decisionId/confirmation',
    {
      roles: ['money'],
      schema: {
        summary: 'The second person confirms',
        params: decisionParams,
        body: nothingMore,
        response: { 200: decisionAnswer },
      },
    },
    ({ params, operator }) => answer(decisions.confirm(operator, params.decisionId)),
  );
  app.post(
    '/work-decisions/:decisionId/withdrawal',
    {
      roles: ['fleet', 'money'],
      schema: {
        summary: 'Take a proposal back',
        params: decisionParams,
        body: nothingMore,
        response: { 200: decisionAnswer },
      },
    },
    ({ params, operator }) => answer(decisions.withdraw(operator, params.decisionId)),
  );
}
