import cookie from '@fastify/cookie';
import helmet from '@fastify/helmet';
import type { Foundations } from '../foundations.ts';
import type { HttpApp } from '../http/http-app.ts';
import type { Operators } from '../operators/operators.ts';
import { actRoutes } from './act-routes.ts';
import { changeRoutes } from './change-routes.ts';
import type { ConsoleApp } from './console-app.ts';
import { type ConsoleRouteEntry, consoleFrame } from './console-frame.ts';
import { consoleDoor } from './door.ts';
import { operatorRoutes } from './operator-routes.ts';
import { consoleCookies } from './session-cookie.ts';
import { sessionRoutes } from './session-routes.ts';
import { signInRoutes } from './sign-in-routes.ts';

export interface ConsoleOptions {
  readonly foundations: Foundations;
  readonly operators: Operators;
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
  { foundations, operators, secure, addParts }: ConsoleOptions,
): Promise<readonly ConsoleRouteEntry[]> {
  const cookies = consoleCookies(secure);
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
    signInRoutes(frame, operators.door, cookies, false);
    sessionRoutes(frame, operators.door, cookies);
    operatorRoutes(frame, foundations, operators.accounts, null);
    actRoutes(frame, foundations);
    changeRoutes(frame, foundations);
    addParts(frame);
    routes = frame.routes;
  });
  return routes;
}
