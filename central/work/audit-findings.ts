import type { AuditRecord } from '../../src/contracts/audit.ts';
import type { Queries, Tables } from '../database/tables.ts';
import { raiseWork } from './work-items.ts';

type Finding = Omit<Tables['audit_finding'], 'found_at'>;

/** Something is wrong with a kiosk's trail: people look at it. Made in the commit that keeps the finding. */
export async function raiseFinding(q: Queries, finding: Finding, at: string): Promise<void> {
  const { kiosk_id, kind, first_sequence, last_sequence } = finding;
  const work = {
    kind: 'audit-finding' as const,
    kioskId: kiosk_id,
    reference: null,
    key: `${kind} ${first_sequence}-${last_sequence}`,
    code: kind,
    facts: { first: first_sequence, last: last_sequence },
    money: false,
    since: at,
  };
  await raiseWork(q, work);
}

const MONEY_ACTS = /payment|refund|card/;
const textOf = (value: AuditRecord['detail'][string] | undefined): string | null =>
  typeof value === 'string' ? value : null;

/** INV-4: the centre was restored from an older backup and lost an operation that it had answered. */
export async function raiseForgotten(
  q: Queries,
  kioskId: string,
  { sequence, detail }: AuditRecord,
  at: string,
): Promise<void> {
  const act = textOf(detail.act);
  const work = {
    kind: 'operation-forgotten' as const,
    kioskId,
    reference: textOf(detail.reference),
    key: textOf(detail.key) ?? `record ${sequence}`,
    code: textOf(detail.outcome) ?? 'unknown',
    facts: { act, sequence },
    money: MONEY_ACTS.test(act ?? ''),
    since: at,
  };
  await raiseWork(q, work);
}
