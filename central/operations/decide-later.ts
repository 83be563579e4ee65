import type { OperationOutcome } from '../../src/contracts/central/operations.ts';
import type { Queries } from '../database/tables.ts';

/**
 * Gives an operation that was answered `in-progress` its outcome. One that has an outcome keeps it: a key has one
 * for ever (INV-4).
 */
export async function decideLater(
  queries: Queries,
  key: string,
  outcome: Extract<OperationOutcome, { state: 'done' | 'refused' | 'void' }>,
): Promise<void> {
  await queries
    .updateTable('operation')
    .set({ state: outcome.state, outcome: JSON.stringify(outcome) })
    .where('idempotency_key', '=', key)
    .where('state', '=', 'in-progress')
    .execute();
}
