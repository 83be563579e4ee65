import type { z } from 'zod';
import { problem } from '../../../src/contracts/central/problem.ts';
import type { Timers } from '../../../src/ports/clock.ts';
import { err, ok, type Result } from '../../../src/result.ts';
import { type CallTrouble, linkTrouble } from './call-trouble.ts';
import { type LeastProgress, type Received, readAnswer, watchProgress } from './read-answer.ts';

export type { Received } from './read-answer.ts';

export interface HttpRequest<T> {
  readonly method: 'GET' | 'POST' | 'PUT';
  /** Below the centre's address, e.g. `/v1/heartbeats`. */
  readonly path: string;
  readonly body?: unknown;
  readonly answer: z.ZodType<T>;
  readonly deadlineMs: number;
  readonly signal?: AbortSignal;
  readonly accessToken?: string;
  /** Bytes; a longer answer is not read. */
  readonly longestAnswer?: number;
  readonly leastProgress?: LeastProgress;
  /** Held open long, or long itself: that it fails says nothing about the link. */
  readonly saysNothingOfLink?: boolean;
}

/** Most answers are small; a longer one is not ours. Bytes. */
const LONGEST_ANSWER = 1_000_000;

/** Exactly what is asked of `fetch`, so that a network of another kind can stand in its place. */
export interface Sent {
  readonly method: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
  readonly redirect?: 'error';
  readonly signal?: AbortSignal;
}

export type Fetch = (url: string, init: Sent) => Promise<Received>;

/** One request and its answer, both checked. Ends at the deadline or the signal, whichever comes first. */
export async function exchange<T>(
  fetchAnswer: Fetch,
  timers: Timers,
  baseUrl: string,
  request: HttpRequest<T>,
): Promise<Result<T, CallTrouble>> {
  const finished = new AbortController();
  const ended = new AbortController();
  const { signal } = ended;
  void timers.sleep(request.deadlineMs, finished.signal).then(() => {
    if (!finished.signal.aborted) ended.abort(new DOMException('deadline passed', 'TimeoutError'));
  });
  let read = 0;
  if (request.leastProgress) {
    const tooSlow = () => ended.abort(new DOMException('too slow', 'TimeoutError'));
    void watchProgress(request.leastProgress, () => read, timers, finished.signal, tooSlow);
  }
  const giveUp = () => ended.abort(request.signal?.reason);
  if (request.signal?.aborted) giveUp();
  request.signal?.addEventListener('abort', giveUp, { once: true });
  try {
    if (signal.aborted) return err({ kind: 'link-down', sent: false, code: 'aborted' });
    const response = await fetchAnswer(baseUrl + request.path, {
      method: request.method,
      headers: headers(request),
      ...(request.body === undefined ? {} : { body: JSON.stringify(request.body) }),
      redirect: 'error',
      signal,
    });
    const text = await readAnswer(response, request.longestAnswer ?? LONGEST_ANSWER, (bytes) => {
      read += bytes;
    });
    return understand(response.status, text, request.answer);
  } catch (error) {
    return err(linkTrouble(error));
  } finally {
    request.signal?.removeEventListener('abort', giveUp);
    finished.abort('finished');
  }
}

function headers<T>(request: HttpRequest<T>): Record<string, string> {
  return {
    accept: 'application/json, application/problem+json',
    ...(request.body === undefined ? {} : { 'content-type': 'application/json' }),
    ...(request.accessToken ? { authorization: `Bearer ${request.accessToken}` } : {}),
  };
}

function understand<T>(status: number, text: string | null, answer: z.ZodType<T>): Result<T, CallTrouble> {
  const content = text === null ? undefined : parsedJson(text);
  if (status >= 200 && status < 300) {
    const parsed = answer.safeParse(content);
    return parsed.success ? ok(parsed.data) : err({ kind: 'unreadable-answer', status });
  }
  const refused = problem.safeParse(content);
  if (!refused.success) return err({ kind: 'unreadable-answer', status });
  return err({ kind: 'problem', status, code: refused.data.code });
}

/** undefined where it is not JSON: no contract accepts that. */
function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}
