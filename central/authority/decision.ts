import type { OperationRefusal, OperationResult } from '../../src/contracts/central/operations.ts';
import type { Decision } from './card-authority.ts';

/** Who sent an operation, and under which idempotency key. */
export interface Sent {
  readonly kioskId: string;
  readonly key: string;
}

/** Refused for good. */
export const refused = (code: OperationRefusal): Decision => ({ state: 'refused', code });

export const done = (result: OperationResult): Decision => ({ state: 'done', result });
