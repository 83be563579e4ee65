import type { z } from 'zod';
import { problem } from '../../../src/contracts/central/problem.ts';
import { CONSOLE_API, CSRF_HEADER, REFRESH_HEADER } from '../../../src/contracts/console/access.ts';
import { err, ok, type Result } from '../../../src/result.ts';

/** Why a call came to nothing. `code` is the centre's own (RFC 9457); each has a sentence in `texts`. */
export type CallTrouble =
  | { readonly trouble: 'no-connection' }
  | { readonly trouble: 'signed-out' }
  | { readonly trouble: 'refused'; readonly code: string; readonly retryAfterSeconds: number | null }
  /** The page and the centre are of different versions. */
  | { readonly trouble: 'answer-not-understood' };

export type Called<Answer extends z.ZodType> = Promise<Result<z.infer<Answer>, CallTrouble>>;
type Query = Readonly<Record<string, string | number | undefined>>;

/** Looks at things without keeping anybody signed in. */
export interface Reader {
  get<Answer extends z.ZodType>(path: string, answer: Answer, query?: Query): Called<Answer>;
}

/** The console's half of `/console/api`: every answer is parsed by its contract. */
export interface ConsoleClient extends Reader {
  /** What a page asks by itself. */
  readonly byItself: Reader;
  /** When an operator last asked something, milliseconds of the browser's clock. */
  lastAskedAt(): number;
  post<Answer extends z.ZodType>(path: string, answer: Answer, body: object): Called<Answer>;
  put<Answer extends z.ZodType>(path: string, answer: Answer, body: object): Called<Answer>;
  delete<Answer extends z.ZodType>(path: string, answer: Answer, query?: Query): Called<Answer>;
  /** Sent with everything that changes something; it came with the session. */
  carryCsrf(token: string | null): void;
  /** Called whenever the centre says that nobody is signed in. */
  onSignedOut(listener: () => void): () => void;
}

function withQuery(path: string, query: Query = {}): string {
  const asked = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    if (value !== undefined && value !== '') asked.set(name, String(value));
  }
  const text = asked.toString();
  return `${CONSOLE_API}${path}${text === '' ? '' : `?${text}`}`;
}

async function refusal(response: Response): Promise<CallTrouble> {
  const document = problem.safeParse(await response.json().catch(() => null));
  const code = document.success ? document.data.code : `http-${response.status}`;
  const retryAfter = Number(response.headers.get('retry-after') ?? Number.NaN);
  return {
    trouble: 'refused',
    code,
    retryAfterSeconds: Number.isFinite(retryAfter) ? retryAfter : null,
  };
}

/** `fetcher`: the browser's `fetch`; `now`: its clock. */
export function consoleClient(fetcher: typeof fetch, now: () => number): ConsoleClient {
  let csrf: string | null = null;
  let askedAt = now();
  const listeners = new Set<() => void>();

  async function call<Answer extends z.ZodType>(
    method: string,
    address: string,
    answer: Answer,
    { body, byItself = false }: { readonly body?: object; readonly byItself?: boolean } = {},
  ): Called<Answer> {
    if (!byItself) askedAt = now();
    const response = await fetcher(address, {
      method,
      credentials: 'same-origin',
      headers: {
        accept: 'application/json',
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...(byItself ? { [REFRESH_HEADER]: '1' } : {}),
        ...(method === 'GET' || csrf === null ? {} : { [CSRF_HEADER]: csrf }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    }).catch(() => null);
    if (response === null) return err({ trouble: 'no-connection' });
    if (!response.ok) {
      const refused = await refusal(response);
      const signedOut = refused.trouble === 'refused' && refused.code === 'unauthorised';
      if (signedOut) for (const listener of listeners) listener();
      return err(signedOut ? { trouble: 'signed-out' } : refused);
    }
    const parsed = answer.safeParse(await response.json().catch(() => undefined));
    return parsed.success ? ok(parsed.data) : err({ trouble: 'answer-not-understood' });
  }

  return {
    get: (path, answer, query) => call('GET', withQuery(path, query), answer),
    byItself: {
      get: (path, answer, query) => call('GET', withQuery(path, query), answer, { byItself: true }),
    },
    lastAskedAt: () => askedAt,
    post: (path, answer, body) => call('POST', withQuery(path), answer, { body }),
    put: (path, answer, body) => call('PUT', withQuery(path), answer, { body }),
    delete: (path, answer, query) => call('DELETE', withQuery(path, query), answer),
    carryCsrf: (token) => {
      csrf = token;
    },
    onSignedOut: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
