import {
  closeServiceRequest,
  closureList,
  closureParams,
  openServiceRequest,
  serviceClosure,
} from '../../src/contracts/console/closures.ts';
import { EVERYBODY } from '../../src/contracts/console/roles.ts';
import type { ConsoleApp } from '../console-api/console-app.ts';
import type { Foundations } from '../foundations.ts';
import { HttpProblem } from '../http/problem.ts';
import { closeService, listClosures, openService } from './closures.ts';

/** Emergency off. Whoever looks after the kiosks may close at once; opening again is the second person's. */
export function closureRoutes(app: ConsoleApp, foundations: Foundations): void {
  app.get(
    '/closures',
    {
      roles: EVERYBODY,
      schema: {
        summary: 'Services that are closed everywhere, and those that were',
        response: { 200: closureList },
      },
    },
    async () => ({ closures: await listClosures(foundations.queries) }),
  );
  app.post(
    '/closures',
    {
      roles: ['fleet', 'approver'],
      schema: {
        summary: 'Close a service at every kiosk, at once',
        body: closeServiceRequest,
        response: { 200: serviceClosure },
      },
    },
    ({ body, operator }) => closeService(foundations, operator.operatorId, body),
  );
  app.post(
    '/closures/:closureId/openings',
    {
      roles: ['approver'],
      schema: {
        summary: 'Open a closed service again everywhere',
        params: closureParams,
        body: openServiceRequest,
        response: { 200: serviceClosure },
      },
    },
    async ({ params, operator }) => {
      const opened = await openService(foundations, operator.operatorId, params.closureId);
      if (!opened.ok) throw new HttpProblem(opened.error);
      return opened.value;
    },
  );
}
