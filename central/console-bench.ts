import { TOTP } from 'otpauth';
import { CSRF_HEADER } from '../src/contracts/console/access.ts';
import type { OperatorRole } from '../src/contracts/console/roles.ts';
import type { Answer, CentralBench } from './central-bench.ts';
import { type DevOperator, devOperator } from './dev/operator-routes.ts';

export interface AskOptions {
  readonly method?: string;
  readonly body?: unknown;
  /** Instead of what a page of the console sends; null leaves one out. */
  readonly headers?: Readonly<Record<string, string | null>>;
}

/** A request as a browser sends it from a page of the console, with whatever headers a test wants otherwise. */
export async function askConsole(
  bench: Pick<CentralBench, 'url'>,
  path: string,
  { method = 'GET', body, headers = {} }: AskOptions = {},
): Promise<Answer> {
  const sent: Record<string, string | null> = {
    origin: method === 'GET' ? null : bench.url,
    'sec-fetch-site': 'same-origin',
    'content-type': body === undefined ? null : 'application/json',
    ...headers,
  };
  const response = await fetch(`${bench.url}/console/api/${path.replace(/^\//, '')}`, {
    method,
    redirect: 'manual',
    headers: Object.fromEntries(
      Object.entries(sent).flatMap(([name, value]) => (value === null ? [] : [[name, value]])),
    ),
    ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
  });
  const mediaType = (response.headers.get('content-type') ?? '').split(';')[0] ?? '';
  const text = mediaType.endsWith('json') ? await response.text() : '{}';
  await response.body?.cancel().catch(() => undefined);
  return {
    status: response.status,
    mediaType,
    headers: response.headers,
    body: JSON.parse(text) as Record<string, unknown>,
  };
}

/** The cookie a sign-in set, as it is sent back; empty where it set none. */
export const cookieOf = ({ headers }: Pick<Answer, 'headers'>): string =>
  headers.getSetCookie()[0]?.split(';')[0] ?? '';

/** Somebody who is signed in, and how they ask. */
export interface BenchOperator extends DevOperator {
  /** As their open page asks, below `/console/api`. */
  ask(method: string, path: string, body?: unknown): Promise<Answer>;
  /** What the headers of such a request are, to leave some out. */
  readonly headers: Readonly<Record<string, string>>;
  /** What their authenticator shows now. */
  code(): string;
}

let made = 0;

/** Makes an operator with these roles, signed in. Two calls make two people. */
export async function benchOperator(
  bench: Pick<CentralBench, 'url' | 'send' | 'now'>,
  roles: readonly OperatorRole[],
): Promise<BenchOperator> {
  made += 1;
  const answer = await bench.send('POST', '/dev/operators', { login: `operator-${made}`, roles });
  const operator = devOperator.parse(answer.body);
  const headers = { cookie: operator.session.cookie, [CSRF_HEADER]: operator.session.csrf };
  return {
    ...operator,
    headers,
    ask: (method, path, body) =>
      askConsole(bench, path, { method, headers, ...(body === undefined ? {} : { body }) }),
    code: () => new TOTP({ secret: operator.totpSecret }).generate({ timestamp: bench.now() }),
  };
}
