import { closureRoutes } from '../director/closure-routes.ts';
import { fleetDeskRoutes } from '../fleet/fleet-desk-routes.ts';
import type { Foundations } from '../foundations.ts';
import { routesOfReleases } from '../releases/routes.ts';
import { rolloutRoutes } from '../rollouts/routes.ts';
import { receiptCodeRoutes } from '../transactions/receipt-codes.ts';
import { transactionRoutes } from '../transactions/routes.ts';
import { workRoutes } from '../work/routes.ts';
import type { WorkDesk } from '../work/work-desk.ts';
import type { ConsoleApp } from './console-app.ts';

/** What the parts of the console are built over: each part names here what it needs besides. */
export interface ConsoleParts {
  readonly foundations: Foundations;
  readonly work: WorkDesk;
}

/** Every part of the console's API. Sign-in, operators and their acts are added by the console itself. */
export function addConsoleParts(app: ConsoleApp, { foundations, work }: ConsoleParts): void {
  closureRoutes(app, foundations);
  rolloutRoutes(app, foundations);
  routesOfReleases(app, foundations);
  fleetDeskRoutes(app, foundations);
  workRoutes(app, foundations, work);
  transactionRoutes(app, foundations);
  receiptCodeRoutes(app, foundations);
}
