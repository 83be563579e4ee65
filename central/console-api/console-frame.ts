import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { CONSOLE_API } from '../../src/contracts/console/access.ts';
import type { OperatorRole } from '../../src/contracts/console/roles.ts';
import type { Method } from '../http/app.ts';
import type { HttpApp } from '../http/http-app.ts';
import type { OperatorSession } from '../operators/sessions.ts';
import type { AddConsoleRoute, ConsoleApp, ConsoleRouteOptions } from './console-app.ts';

declare module 'fastify' {
  interface FastifyContextConfig {
    /** On routes of the console: who may call them; `open` needs nobody signed in. */
    consoleRoles?: readonly OperatorRole[] | 'open';
  }
  interface FastifyRequest {
    /** Set by the door; null on open routes. */
    consoleSession: OperatorSession | null;
  }
}

/** A route as it was added: what the table of roles and routes is made of. */
export interface ConsoleRouteEntry {
  readonly method: Method;
  /** The whole path: `/console/api/operators/:operatorId/roles` */
  readonly path: string;
  readonly roles: readonly OperatorRole[] | 'open';
  readonly schema: ConsoleRouteOptions<unknown, unknown, unknown, unknown>['schema'];
}

interface DoorRoute<Params, Body, Query, Answer> {
  readonly method: Method;
  readonly path: string;
  readonly roles: readonly OperatorRole[] | 'open';
  readonly schema: ConsoleRouteOptions<Params, Body, Query, Answer>['schema'];
}

interface DoorRequest<Params, Body, Query> {
  readonly params: Params;
  readonly body: Body;
  readonly query: Query;
}

/** Routes that deal with cookies, addresses and answers that go on: sign-in, sign-out, live changes. */
export interface ConsoleDoorApp {
  add<Params, Body, Query, Answer>(
    route: DoorRoute<Params, Body, Query, Answer>,
    handle: (
      asked: DoorRequest<Params, Body, Query>,
      request: FastifyRequest,
      reply: FastifyReply,
    ) => Promise<Answer>,
  ): void;
}

export interface ConsoleFrame extends ConsoleApp, ConsoleDoorApp {
  /** Every route there is, in the order it was added. */
  readonly routes: readonly ConsoleRouteEntry[];
}

/** A part of a request that a route says nothing about must be empty. */
const NOTHING = z.strictObject({});
const NO_BODY = NOTHING.nullish();

/**
 * Where the parts of the console add their routes. Whatever a route's schema does not name is refused, also where it
 * has no schema; who may call it is checked by the door before its body is read.
 */
export function consoleFrame(scope: HttpApp): ConsoleFrame {
  const routes: ConsoleRouteEntry[] = [];

  const add: ConsoleDoorApp['add'] = ({ method, path, roles, schema }, handle) => {
    const url = `${CONSOLE_API}/${path.replace(/^\//, '')}`;
    const { summary, response } = schema;
    const params = schema.params ?? NOTHING;
    const querystring = schema.querystring ?? NOTHING;
    const body = schema.body ?? NO_BODY;
    const ofBody = method === 'GET' ? {} : { body };
    routes.push({ method, path: url, roles, schema: { summary, params, querystring, response, ...ofBody } });
    scope.route({
      method,
      url,
      // HEAD would have to be a row of its own in the table of roles and routes.
      exposeHeadRoute: false,
      config: { open: true, withoutCards: true, consoleRoles: roles },
      schema: { summary, tags: ['console'], params, querystring, response, ...ofBody },
      handler: (request, reply) => {
        // Checked by the schemas of this very route.
        const asked = request as unknown as Parameters<typeof handle>[0];
        return handle({ params: asked.params, body: asked.body, query: asked.query }, request, reply);
      },
    });
  };

  const adding =
    (method: Method): AddConsoleRoute =>
    (path, { roles, schema }, handle) => {
      add({ method, path, roles, schema }, (asked, request) => {
        const { consoleSession } = request;
        if (consoleSession === null) throw new Error('the door let somebody in without a session');
        const { operatorId, name, roles: own } = consoleSession;
        return handle({ ...asked, operator: { operatorId, name, roles: own } });
      });
    };

  return {
    routes,
    add,
    get: adding('GET'),
    post: adding('POST'),
    put: adding('PUT'),
    delete: adding('DELETE'),
  };
}
