import type { AuditRecord } from '../../src/contracts/audit.ts';
import { AUDIT_CHAIN_START, auditChainText } from '../../src/contracts/audit-chain.ts';
import { err, ok, type Result } from '../../src/result.ts';
import type { Queries, Tables } from '../database/tables.ts';
import type { Foundations } from '../foundations.ts';
import { instantNow } from '../moments.ts';
import { sha256 } from '../secrets.ts';
import { raiseFinding, raiseForgotten } from '../work/audit-findings.ts';
import { countUse } from './daily-use.ts';
import { keepPastSessions } from './past-sessions.ts';

type Finding = Omit<Tables['audit_finding'], 'kiosk_id' | 'found_at'>;
type Link = Pick<AuditRecord, 'sequence' | 'hash'>;

const about = (kind: Finding['kind'], sequence: number): Finding => ({
  kind,
  first_sequence: sequence,
  last_sequence: sequence,
});

const START: Link = { sequence: 0, hash: AUDIT_CHAIN_START };

/**
 * What is wrong with a record that follows another: numbers missing between them, or a hash that does not carry on
 * the chain. After a gap the hash before is unknown, so the record starts a new chain.
 */
function findingBetween(previous: Link, record: AuditRecord): Finding | null {
  const { hash, ...body } = record;
  if (record.sequence > previous.sequence + 1) {
    return { kind: 'gap', first_sequence: previous.sequence + 1, last_sequence: record.sequence - 1 };
  }
  if (sha256(auditChainText(previous.hash, body)) !== hash) {
    return about('broken-chain', record.sequence);
  }
  return null;
}

async function keptHash(queries: Queries, kioskId: string, sequence: number): Promise<string | null> {
  const kept = await queries
    .selectFrom('audit_record')
    .select('hash')
    .where('kiosk_id', '=', kioskId)
    .where('sequence', '=', sequence)
    .executeTakeFirst();
  return kept?.hash ?? null;
}

async function lastLink(queries: Queries, kioskId: string): Promise<Link> {
  const last = await queries
    .selectFrom('audit_record')
    .select(['sequence', 'hash'])
    .where('kiosk_id', '=', kioskId)
    .orderBy('sequence', 'desc')
    .limit(1)
    .executeTakeFirst();
  return last ?? START;
}

/** Kept with what it is looked for by. */
async function keep(queries: Queries, kioskId: string, { detail, ...row }: AuditRecord): Promise<void> {
  const { reference, transaction } = detail;
  await queries
    .insertInto('audit_record')
    .values({
      ...row,
      kiosk_id: kioskId,
      detail: JSON.stringify(detail),
      reference: typeof reference === 'string' ? reference : null,
      transaction_id: typeof transaction === 'string' ? transaction : null,
    })
    .execute();
}

/**
 * The kiosks' audit trails. Whatever is wrong with one is recorded as a finding for the operator and the records
 * are kept all the same: refusing them would only stop the trail.
 */
export function auditArchive({ clock }: Pick<Foundations, 'clock'>) {
  return {
    /** The highest sequence number held of this kiosk. */
    upTo: async (queries: Queries, kioskId: string): Promise<number> =>
      (await lastLink(queries, kioskId)).sequence,

    /**
     * Keeps what is new, with the past sessions and figures that follow from it, and answers the highest sequence number held. A repeated number is ignored. Nothing is kept
     * where `after`, which the kiosk knows to have been here, is not: it sends everything since again, and the chain
     * stays whole.
     */
    append: async (
      queries: Queries,
      kioskId: string,
      records: readonly AuditRecord[],
      after = 0,
    ): Promise<Result<number, 'audit-records-missing'>> => {
      const findings: Finding[] = [];
      const fresh: AuditRecord[] = [];
      let last = await lastLink(queries, kioskId);
      if (last.sequence < after) return err('audit-records-missing');
      for (const record of records.toSorted((left, right) => left.sequence - right.sequence)) {
        const { sequence } = record;
        if (sequence <= last.sequence) {
          const kept = await keptHash(queries, kioskId, sequence);
          if (kept !== null && kept !== record.hash) {
            findings.push(about('conflicting-record', sequence));
          }
          continue;
        }
        const finding = findingBetween(last, record);
        if (finding !== null) findings.push(finding);
        if (record.event === 'operation-forgotten') findings.push(about('operation-forgotten', sequence));
        await keep(queries, kioskId, record);
        fresh.push(record);
        last = record;
      }
      for (const sequence of await keepPastSessions(queries, kioskId, fresh)) {
        findings.push(about('unreadable-facts', sequence));
      }
      await countUse(queries, kioskId, fresh);
      const found_at = instantNow(clock);
      for (const finding of findings) {
        const row = { ...finding, kiosk_id: kioskId };
        await queries
          .insertInto('audit_finding')
          .values({ ...row, found_at })
          .execute();
        if (finding.kind !== 'operation-forgotten') await raiseFinding(queries, row, found_at);
      }
      for (const record of fresh) {
        if (record.event === 'operation-forgotten') await raiseForgotten(queries, kioskId, record, found_at);
      }
      return ok(last.sequence);
    },
  };
}
export type AuditArchive = ReturnType<typeof auditArchive>;
