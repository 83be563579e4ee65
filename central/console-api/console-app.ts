import type { z } from 'zod';
import type { OperatorRole } from '../../src/contracts/console/roles.ts';

/** Who is signed in. */
export interface SignedInOperator {
  readonly operatorId: string;
  readonly name: string;
  readonly roles: readonly OperatorRole[];
}

export interface ConsoleRequest<Params, Body, Query> {
  readonly params: Params;
  readonly body: Body;
  readonly query: Query;
  readonly operator: SignedInOperator;
}

/** A route of the console. Every schema is strict: what it does not name is refused. */
export interface ConsoleRouteOptions<Params, Body, Query, Answer> {
  /** Whoever has one of these may call it. The table of roles and routes is tested cell by cell. */
  readonly roles: readonly OperatorRole[];
  readonly schema: {
    readonly summary: string;
    readonly params?: z.ZodType<Params>;
    readonly body?: z.ZodType<Body>;
    readonly querystring?: z.ZodType<Query>;
    readonly response: { readonly 200: z.ZodType<unknown, Answer> };
  };
}

export type AddConsoleRoute = <Params, Body, Query, Answer>(
  /** Below `/console/api`, with `:name` where a segment is a parameter. */
  path: string,
  options: ConsoleRouteOptions<Params, Body, Query, Answer>,
  handle: (request: ConsoleRequest<Params, Body, Query>) => Promise<Answer>,
) => void;

/** What the parts of the console's API add their routes to. Sign-in, CSRF, roles and limits are done around them. */
export interface ConsoleApp {
  readonly get: AddConsoleRoute;
  readonly post: AddConsoleRoute;
  readonly put: AddConsoleRoute;
  readonly delete: AddConsoleRoute;
}
