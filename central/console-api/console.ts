import cookie from '@fastify/cookie';
import helmet from '@fastify/helmet';
import type { Foundations } from '../foundations.ts';
import type { HttpApp } from '../http/http-app.ts';
import type { Operators } from '../operators/operators.ts';
import { type OrganisationSettings, organisationOf } from '../operators/organisation.ts';
import { actRoutes } from './act-routes.ts';
import { changeRoutes } from './change-routes.ts';
import type { ConsoleApp } from './console-app.ts';
import { type ConsoleRouteEntry, consoleFrame } from './console-frame.ts';
import { consoleDoor } from './door.ts';
import { letInWith } from './let-in.ts';
import { operatorRoutes } from './operator-routes.ts';
import { organisationRoutes } from './organisation-routes.ts';
import { consolePage } from './page.ts';
import { consoleCookies } from './session-cookie.ts';
import { sessionRoutes } from './session-routes.ts';
import { signInRoutes } from './sign-in-routes.ts';

export interface ConsoleOptions {
  readonly foundations: Foundations;
  readonly operators: Operators;
  readonly organisation: OrganisationSettings | null;
  /** Folder of the built page. */
  readonly page: string;
  /** Cookies over TLS only; false in development on loopback. */
  readonly secure: boolean;
  /** Adds what the parts of the service have for operators. */
  readonly addParts: (app: ConsoleApp) => void;
}

/** Answers of the API are data: whoever opens one as a page gets a page that may do nothing. */
const API_POLICY = {
  useDefaults: false,
  directives: { defaultSrc: ["'none'"], frameAncestors: ["'none'"] },
};

/** The console over HTTP: a door around every route below `/console/api`. Answers every route there is. */
export async function addConsole(
  app: HttpApp,
  options: ConsoleOptions,
): Promise<readonly ConsoleRouteEntry[]> {
  const { foundations, operators, secure, addParts } = options;
  const cookies = consoleCookies(secure);
  const letIn = letInWith(foundations, cookies);
  const organisation = options.organisation && organisationOf(foundations, options.organisation);
  const door = consoleDoor(foundations, cookies);
  let routes: readonly ConsoleRouteEntry[] = [];
  await app.register(async (scope) => {
    await scope.register(cookie);
    await scope.register(helmet, {
      contentSecurityPolicy: API_POLICY,
      // Whether this host is reached over TLS alone is said where TLS ends, not here.
      strictTransportSecurity: secure,
      referrerPolicy: { policy: 'no-referrer' },
    });
    scope.decorateRequest('consoleSession', null);
    scope.addHook('onRequest', async (request, reply) => {
      reply.header('cache-control', 'no-store');
      request.consoleSession = await door(request);
    });
    const frame = consoleFrame(scope as HttpApp);
    signInRoutes(frame, operators.door, letIn, organisation !== null);
    organisationRoutes(frame, organisation, cookies, letIn);
    sessionRoutes(frame, operators.door, cookies);
    operatorRoutes(frame, foundations, operators.accounts, organisation?.issuer ?? null);
    actRoutes(frame, foundations);
    changeRoutes(frame, foundations);
    addParts(frame);
    routes = frame.routes;
  });
  await app.register((scope) => consolePage(scope as HttpApp, secure, options.page));
  return routes;
}
