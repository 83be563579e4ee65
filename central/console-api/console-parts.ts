import { closureRoutes } from '../director/closure-routes.ts';
import type { Foundations } from '../foundations.ts';
import { rolloutRoutes } from '../rollouts/routes.ts';
import type { ConsoleApp } from './console-app.ts';

/** What the parts of the console are built over: each part names here what it needs besides. */
export interface ConsoleParts {
  readonly foundations: Foundations;
}

/** Every part of the console's API. Sign-in, operators and their acts are added by the console itself. */
export function addConsoleParts(app: ConsoleApp, { foundations }: ConsoleParts): void {
  closureRoutes(app, foundations);
  rolloutRoutes(app, foundations);
}
