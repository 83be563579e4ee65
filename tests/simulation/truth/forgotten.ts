import type { Store } from '../../../main/core/store/open-store.ts';
import { answersOnRecord } from '../../../src/transaction/answers-on-record.ts';
import type { BookedOperation, SimulatedCentre } from '../centre/centre-contract.ts';

/**
 * INV-4: every operation that the kiosk was told is done and the centre knows no more is in the kiosk's audit trail,
 * once. One whose answer never reached the journal was settled as never received, and promised nothing.
 */
export async function untold(
  centre: SimulatedCentre,
  store: Store,
  forgotten: readonly BookedOperation[],
): Promise<string[]> {
  if (forgotten.length === 0) return [];
  const onRecord = new Set<string>();
  for (const { entries } of store.journal.everyJournal())
    for (const { key } of answersOnRecord(entries)) onRecord.add(key);
  const told = store.audit
    .all()
    .filter(({ event }) => event === 'operation-forgotten')
    .map(({ detail }) => detail.key);
  const problems: string[] = [];
  for (const { key, kind, receiptReference } of new Map(forgotten.map((one) => [one.key, one])).values()) {
    if (!onRecord.has(key) || (await centre.operations({ key })).length > 0) continue;
    const times = told.filter((one) => one === key).length;
    if (times !== 1) {
      problems.push(`INV-4 ${receiptReference}: the centre forgot ${kind}, told ${times} times (${key})`);
    }
  }
  return problems;
}
