import type { z } from 'zod';

/** The asker's end of a request that is let wait. */
export interface Connection {
  /** Called once when nobody waits for the answer any more: it was sent, or the asker has gone. */
  onGone(listener: () => void): void;
}

/** A request as a route sees it, whichever way it came: already checked against the route's contract. */
export interface CentralRequest<Params, Body, Query> {
  readonly params: Params;
  readonly body: Body;
  readonly query: Query;
  /** The kiosk that asks; empty on open routes. */
  readonly kioskId: string;
  /** null within this process: nobody is held there, everything is answered at once. */
  readonly connection: Connection | null;
}

/** A route's contract, and what `/openapi.json` says of it. */
export interface RouteOptions<Params, Body, Query, Answer> {
  readonly config?: {
    /** Reachable without an access token. Everything else under /v1 is guarded. */
    readonly open?: boolean;
    /** Nothing about any card is asked or changed, so no card is brought up to the day and nobody is told anything. */
    readonly withoutCards?: boolean | ((body: Body) => boolean);
    /** `Cache-Control` of an answer; absent: none is sent. */
    readonly cacheControl?: (answer: Answer) => string;
  };
  readonly schema: {
    readonly summary: string;
    readonly tags?: readonly string[];
    readonly params?: z.ZodType<Params>;
    readonly body?: z.ZodType<Body>;
    readonly querystring?: z.ZodType<Query>;
    readonly response: { readonly 200: z.ZodType<unknown, Answer> };
  };
}

export type Method = 'GET' | 'POST' | 'PUT' | 'DELETE';

/** `path` has `:name` where a segment is a parameter. */
export type AddRoute = <Params, Body, Query, Answer>(
  path: string,
  options: RouteOptions<Params, Body, Query, Answer>,
  handle: (request: CentralRequest<Params, Body, Query>) => Promise<Answer>,
) => void;

/** What every route file adds its routes to: an HTTP server, or a table in this process. */
export interface CentralApp {
  readonly get: AddRoute;
  readonly post: AddRoute;
  readonly put: AddRoute;
  readonly delete: AddRoute;
}

/** What is done around every handler, whichever way its request came. Each throws where the request ends there. */
export interface Around {
  /** Before the body is read. Answers the kiosk that asks; empty on open routes. */
  admit(route: string, open: boolean, authorization: string | undefined): Promise<string>;
  /** After the request was checked, before it is handled; not for a request without cards. */
  prepare(): Promise<void>;
  /** Once the answer is on its way; not for a request without cards. */
  finish(method: string): Promise<void>;
}

/** Whether a request, checked or not, is one without cards. */
export const isWithoutCards = (
  withoutCards: boolean | ((body: never) => boolean) | undefined,
  body: unknown,
): boolean => (typeof withoutCards === 'function' ? withoutCards(body as never) : withoutCards === true);
