import type { IdempotencyKey } from '../../../src/brand.ts';
import {
  type Operation,
  type OperationOutcome,
  operationOutcome,
} from '../../../src/contracts/central/operations.ts';
import type { Result } from '../../../src/result.ts';
import type { CallTrouble } from './call-trouble.ts';
import type { CentralClient } from './central-client.ts';

type Answer = Promise<Result<OperationOutcome, CallTrouble>>;

/** Acts with an effect at the authority, each under its idempotency key (INV-4). */
export interface Operations {
  /** Carry it out. Sending the same key again changes nothing more. */
  put(key: IdempotencyKey, operation: Operation, signal?: AbortSignal): Answer;
  /** What became of it. No effect. */
  ask(key: IdempotencyKey, signal?: AbortSignal): Answer;
  /** Make sure that it never happens, if it has not happened yet. */
  voidKey(key: IdempotencyKey, signal?: AbortSignal): Answer;
}

const PUT_DEADLINE_MS = 20_000;
const ASK_DEADLINE_MS = 10_000;

/** The contract's `/v1/operations/{key}` over HTTP. */
export function createOperations(client: CentralClient): Operations {
  const path = (key: IdempotencyKey) => `/v1/operations/${encodeURIComponent(key)}`;
  const until = (signal?: AbortSignal) => (signal ? { signal } : {});
  return {
    put: (key, body, signal) =>
      client.call({
        method: 'PUT',
        path: path(key),
        body,
        answer: operationOutcome,
        deadlineMs: PUT_DEADLINE_MS,
        ...until(signal),
      }),
    ask: (key, signal) =>
      client.call({
        method: 'GET',
        path: path(key),
        answer: operationOutcome,
        deadlineMs: ASK_DEADLINE_MS,
        ...until(signal),
      }),
    voidKey: (key, signal) =>
      client.call({
        method: 'POST',
        path: `${path(key)}/void`,
        body: {},
        answer: operationOutcome,
        deadlineMs: ASK_DEADLINE_MS,
        ...until(signal),
      }),
  };
}
