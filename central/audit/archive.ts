import type { AuditRecord } from '../../src/contracts/audit.ts';
import { AUDIT_CHAIN_START, auditChainText } from '../../src/contracts/audit-chain.ts';
import { err, ok, type Result } from '../../src/result.ts';
import type { Queries, Tables } from '../database/tables.ts';
import type { Foundations } from '../foundations.ts';
import { instantNow } from '../moments.ts';
import { sha256 } from '../secrets.ts';

type Finding = Omit<Tables['audit_finding'], 'kiosk_id' | 'found_at'>;
type Link = Pick<AuditRecord, 'sequence' | 'hash'>;

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
    return { kind: 'broken-chain', first_sequence: record.sequence, last_sequence: record.sequence };
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
     * Keeps what is new and answers the highest sequence number held. A repeated number is ignored. Nothing is kept
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
      let last = await lastLink(queries, kioskId);
      if (last.sequence < after) return err('audit-records-missing');
      for (const record of records.toSorted((left, right) => left.sequence - right.sequence)) {
        const { sequence } = record;
        if (sequence <= last.sequence) {
          const kept = await keptHash(queries, kioskId, sequence);
          if (kept !== null && kept !== record.hash) {
            findings.push({ kind: 'conflicting-record', first_sequence: sequence, last_sequence: sequence });
          }
          continue;
        }
        const finding = findingBetween(last, record);
        if (finding !== null) findings.push(finding);
        if (record.event === 'operation-forgotten') {
          findings.push({ kind: 'operation-forgotten', first_sequence: sequence, last_sequence: sequence });
        }
        const { detail, ...row } = record;
        await queries
          .insertInto('audit_record')
          .values({ ...row, kiosk_id: kioskId, detail: JSON.stringify(detail) })
          .execute();
        last = record;
      }
      const found_at = instantNow(clock);
      for (const finding of findings) {
        await queries
          .insertInto('audit_finding')
          .values({ ...finding, kiosk_id: kioskId, found_at })
          .execute();
      }
      return ok(last.sequence);
    },
  };
}
export type AuditArchive = ReturnType<typeof auditArchive>;
