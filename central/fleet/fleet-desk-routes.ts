import { alarmAcknowledgement, alarmsAnswer, alarmsQuery } from '../../src/contracts/console/alarms.ts';
import { figuresAnswer, figuresQuery } from '../../src/contracts/console/figures.ts';
import {
  fleetWords as fleetWordsAnswer,
  isDone,
  kioskAnswer,
  kioskChange,
  kioskIdParams,
  kioskReason,
  kiosksAnswer,
  kiosksQuery,
  nothingMore,
} from '../../src/contracts/console/fleet.ts';
import { fleetSummary as fleetSummaryAnswer } from '../../src/contracts/console/fleet-summary.ts';
import { keptCardsAnswer, keptCardsQuery } from '../../src/contracts/console/kept-cards.ts';
import {
  codesAnswer,
  codesRequest,
  mintedCodesAnswer,
  mintedCodesQuery,
} from '../../src/contracts/console/kiosk-codes.ts';
import { EVERYBODY } from '../../src/contracts/console/roles.ts';
import type { Result } from '../../src/result.ts';
import type { ConsoleApp } from '../console-api/console-app.ts';
import type { Foundations } from '../foundations.ts';
import { HttpProblem, type ProblemCode } from '../http/problem.ts';
import { acknowledge, alarms } from './alarm-desk.ts';
import { figures } from './figures.ts';
import { givingUp } from './giving-up.ts';
import { keptCards } from './kept-cards.ts';
import { changeKiosk, revokeKiosk } from './kiosk-changes.ts';
import { mintCodes, mintedCodes } from './kiosk-codes.ts';
import { kioskPage } from './kiosk-page.ts';
import { kiosks } from './kiosk-rows.ts';
import { fleetSummary, fleetWords } from './summary.ts';

const DONE = { done: true } as const;

async function done(act: Promise<Result<void, ProblemCode>>): Promise<typeof DONE> {
  const result = await act;
  if (!result.ok) throw new HttpProblem(result.error);
  return DONE;
}

/** The fleet desk: kiosks, alarms, kept cards, figures; enrolment and revocation. */
export function fleetDeskRoutes(app: ConsoleApp, foundations: Foundations): void {
  lookRoutes(app, foundations);
  changeRoutes(app, foundations);
  endRoutes(app, foundations);
}

function lookRoutes(app: ConsoleApp, foundations: Foundations): void {
  const { queries } = foundations;
  app.get(
    '/fleet/summary',
    {
      roles: EVERYBODY,
      schema: { summary: 'The front page of the fleet', response: { 200: fleetSummaryAnswer } },
    },
    () => fleetSummary(foundations),
  );
  app.get(
    '/fleet/words',
    { roles: EVERYBODY, schema: { summary: 'What the filters offer', response: { 200: fleetWordsAnswer } } },
    () => fleetWords(queries),
  );
  app.get(
    '/fleet/kiosks',
    {
      roles: EVERYBODY,
      schema: { summary: 'Kiosks', querystring: kiosksQuery, response: { 200: kiosksAnswer } },
    },
    ({ query }) => kiosks(foundations, query),
  );
  app.get(
    '/fleet/kiosks/:kioskId',
    {
      roles: EVERYBODY,
      schema: { summary: 'One kiosk', params: kioskIdParams, response: { 200: kioskAnswer } },
    },
    async ({ params }) => {
      const page = await kioskPage(foundations, params.kioskId);
      if (page === null) throw new HttpProblem('not-found');
      return page;
    },
  );
  app.get(
    '/fleet/alarms',
    {
      roles: EVERYBODY,
      schema: { summary: 'Alarms', querystring: alarmsQuery, response: { 200: alarmsAnswer } },
    },
    ({ query }) => alarms(queries, query),
  );
  app.get(
    '/fleet/kept-cards',
    {
      roles: EVERYBODY,
      schema: {
        summary: 'Cards kept in bins',
        querystring: keptCardsQuery,
        response: { 200: keptCardsAnswer },
      },
    },
    ({ query }) => keptCards(queries, query),
  );
  app.get(
    '/figures',
    {
      roles: EVERYBODY,
      schema: { summary: 'Daily figures', querystring: figuresQuery, response: { 200: figuresAnswer } },
    },
    ({ query }) => figures(queries, query),
  );
  app.get(
    '/fleet/enrolment-codes',
    {
      roles: EVERYBODY,
      schema: {
        summary: 'Enrolment codes, without the codes',
        querystring: mintedCodesQuery,
        response: { 200: mintedCodesAnswer },
      },
    },
    ({ query }) => mintedCodes(foundations, query),
  );
}

function changeRoutes(app: ConsoleApp, foundations: Foundations): void {
  app.post(
    '/fleet/alarms/acknowledgements',
    {
      roles: ['fleet'],
      schema: {
        summary: 'Somebody sees to an alarm',
        body: alarmAcknowledgement,
        response: { 200: isDone },
      },
    },
    ({ body, operator }) => done(acknowledge(foundations, operator.operatorId, body.alarmId, body.note)),
  );
  app.post(
    '/fleet/enrolment-codes',
    {
      roles: ['fleet'],
      schema: { summary: 'Make enrolment codes', body: codesRequest, response: { 200: codesAnswer } },
    },
    ({ body, operator }) => mintCodes(foundations, operator.operatorId, body),
  );
  app.put(
    '/fleet/kiosks/:kioskId',
    {
      roles: ['fleet'],
      schema: {
        summary: 'Name, region, model and tags of a kiosk',
        params: kioskIdParams,
        body: kioskChange,
        response: { 200: isDone },
      },
    },
    ({ params, body, operator }) => done(changeKiosk(foundations, operator.operatorId, params.kioskId, body)),
  );
}

function endRoutes(app: ConsoleApp, foundations: Foundations): void {
  const givenUp = givingUp(foundations);
  app.post(
    '/fleet/kiosks/:kioskId/revocation',
    {
      roles: ['fleet'],
      schema: {
        summary: 'A stolen or lost kiosk opens nothing any more, for ever',
        params: kioskIdParams,
        body: kioskReason,
        response: { 200: isDone },
      },
    },
    ({ params, body, operator }) =>
      done(revokeKiosk(foundations, operator.operatorId, params.kioskId, body.reason)),
  );
  app.post(
    '/fleet/kiosks/:kioskId/giving-up',
    {
      roles: ['fleet'],
      schema: {
        summary: 'Propose to mark a kiosk as given up',
        params: kioskIdParams,
        body: kioskReason,
        response: { 200: isDone },
      },
    },
    ({ params, body, operator }) => done(givenUp.propose(operator.operatorId, params.kioskId, body.reason)),
  );
  app.post(
    '/fleet/kiosks/:kioskId/giving-up/confirmation',
    {
      roles: ['approver'],
      schema: {
        summary: 'The second person marks a kiosk as given up',
        params: kioskIdParams,
        body: nothingMore,
        response: { 200: isDone },
      },
    },
    ({ params, operator }) => done(givenUp.confirm(operator.operatorId, params.kioskId)),
  );
  app.post(
    '/fleet/kiosks/:kioskId/giving-up/withdrawal',
    {
      roles: ['fleet', 'approver'],
      schema: {
        summary: 'A kiosk is not given up after all',
        params: kioskIdParams,
        body: nothingMore,
        response: { 200: isDone },
      },
    },
    ({ params, operator }) => done(givenUp.withdraw(operator.operatorId, params.kioskId)),
  );
}
