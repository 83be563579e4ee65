import type { z } from 'zod';
import { parse, safeParse } from 'zod/v4/core';
import type { Around, CentralRequest } from './app.ts';
import type { InOrder } from './one-at-a-time.ts';
import { HttpProblem, problemDocument } from './problem.ts';
import { invalidRequest, type Refusal, refusalFor } from './refusal.ts';
import { BODY_LIMIT_BYTES } from './request-limits.ts';
import type { Route, RouteTable } from './route-table.ts';

/** A request of which nothing was checked yet. */
export interface RawRequest {
  readonly method: string;
  /** Path and query. */
  readonly target: string;
  /** Names in small letters. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | null;
}

export interface RawAnswer {
  readonly status: number;
  readonly text: string;
}

type Asked = CentralRequest<unknown, unknown, unknown>;

/** Thrown where a request is not as its route's contract says. */
class NotAsAgreed extends Error {
  readonly refusal: Refusal;

  constructor(refusal: Refusal) {
    super(refusal.code);
    this.refusal = refusal;
  }
}

/**
 * Answers requests within this process as the HTTP server answers them: the same routes, contracts and surroundings,
 * one request at a time in the order they come, and without waiting for anything but the handlers themselves.
 * `onFailure` hears of errors that nobody expected; the asker is told `internal`.
 */
export function answersInProcess(
  table: RouteTable,
  around: Around,
  inOrder: InOrder,
  onFailure: (error: unknown) => void,
): (request: RawRequest) => Promise<RawAnswer> {
  async function carryOut(request: RawRequest): Promise<RawAnswer> {
    const [path = '', query = ''] = request.target.split('?');
    const found = table.find(request.method, path);
    if (found === null) return refused({ code: 'not-found' });
    const { route, params } = found;
    const kioskId = await around.admit(route.path, route.open, request.headers.authorization);
    const asked = checked(route, { params, query, body: bodyOf(request), kioskId, connection: null });
    const withCards = !route.withoutCards(asked.body);
    if (withCards) await around.prepare();
    try {
      const answer = await route.handle(asked);
      return { status: 200, text: JSON.stringify(parse(route.contract.response[200], answer)) };
    } finally {
      if (withCards) await around.finish(request.method).catch(onFailure);
    }
  }

  async function answer(request: RawRequest): Promise<RawAnswer> {
    try {
      return await carryOut(request);
    } catch (error) {
      if (error instanceof NotAsAgreed) return refused(error.refusal);
      const refusal = error instanceof Error ? refusalFor(error) : null;
      if (refusal !== null) return refused(refusal);
      onFailure(error);
      return refused({ code: 'internal' });
    }
  }

  return (request) => inOrder(() => answer(request));
}

function refused({ code, detail }: Refusal): RawAnswer {
  const document = problemDocument(code, detail);
  return { status: document.status, text: JSON.stringify(document) };
}

/** The parsed body; null where there is none. A type without a body is no JSON either, as the HTTP server has it. */
function bodyOf({ method, headers, body }: RawRequest): unknown {
  const type = headers['content-type'];
  if (method === 'GET' || (type === undefined && (body === null || body === ''))) return null;
  if (!type?.startsWith('application/json')) throw new HttpProblem('unsupported-media-type');
  if (Buffer.byteLength(body ?? '') > BODY_LIMIT_BYTES) throw new HttpProblem('too-large');
  try {
    return JSON.parse(body ?? '');
  } catch (error) {
    if (error instanceof SyntaxError) throw new HttpProblem('malformed-json');
    throw error;
  }
}

function checked({ contract }: Route, { params, body, query, kioskId }: Asked & { query: string }): Asked {
  const { params: ofParams, body: ofBody, querystring } = contract;
  return {
    params: ofParams ? part('params', ofParams, params) : params,
    body: ofBody ? part('body', ofBody, body) : body,
    query: querystring
      ? part('querystring', querystring, Object.fromEntries(new URLSearchParams(query)))
      : {},
    kioskId,
    connection: null,
  };
}

function part(name: string, schema: z.ZodType, sent: unknown): unknown {
  const result = safeParse(schema, sent);
  if (result.success) return result.data;
  const wrong = result.error.issues.map(({ path, code }) => ({
    instancePath: `/${path.join('/')}`,
    keyword: code,
  }));
  throw new NotAsAgreed(invalidRequest(name, wrong));
}
