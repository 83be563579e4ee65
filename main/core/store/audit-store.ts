import { createHash } from 'node:crypto';
import type { TransactionId } from '../../../src/brand.ts';
import {
  AUDIT_EVENTS,
  type AuditDetail,
  type AuditEventId,
  type AuditRecord,
  auditRecord,
} from '../../../src/contracts/audit.ts';
import { AUDIT_CHAIN_START, auditChainText } from '../../../src/contracts/audit-chain.ts';
import type { Clock } from '../../../src/ports/clock.ts';
import type { AuditTrail } from '../../../src/ports/transactions.ts';
import type { Connection, Row } from './connection.ts';
import type { SettingsStore } from './settings-store.ts';
import { UnsentAudit } from './unsent-audit.ts';

/** Codes, counts, scores and references are short; a longer text is something that does not belong here. */
const LONGEST_TEXT = 200;

/** The audit trail on disk: append-only and hash-chained. A record joins the transaction it is written in. */
export class AuditStore implements AuditTrail {
  readonly #connection: Connection;
  readonly #settings: SettingsStore;
  readonly #clock: Clock;
  readonly #unsent: UnsentAudit;
  readonly #last: () => { readonly sequence: number; readonly hash: string };

  constructor(connection: Connection, settings: SettingsStore, clock: Clock) {
    this.#connection = connection;
    this.#settings = settings;
    this.#clock = clock;
    this.#unsent = new UnsentAudit(connection, (after, limit) => this.page(after, limit));
    this.#last = connection.remembered(['audit'], () => {
      const last = connection.get('SELECT sequence, hash FROM audit ORDER BY sequence DESC LIMIT 1');
      return { sequence: Number(last?.sequence ?? 0), hash: String(last?.hash ?? AUDIT_CHAIN_START) };
    });
  }

  /** Throws where a field is not in the catalogue: that is a programming error, and might be personal data. */
  record<E extends AuditEventId>(event: E, detail: AuditDetail<E>): void {
    const kept = checkedDetail(event, detail);
    this.#connection.transaction(() => {
      const last = this.#last();
      const continuesAt = Number(this.#settings.get('audit-continues-at') ?? 1);
      const body = {
        sequence: Math.max(last.sequence + 1, continuesAt),
        at: new Date(this.#clock.now()).toISOString(),
        event,
        detail: kept,
      };
      const hash = createHash('sha256').update(auditChainText(last.hash, body)).digest('hex');
      this.#connection.run(
        'INSERT INTO audit (sequence, at, event, detail, hash) VALUES (:sequence, :at, :event, :detail, :hash)',
        {
          sequence: body.sequence,
          at: Date.parse(body.at),
          event,
          detail: JSON.stringify(kept),
          hash,
        },
      );
    });
  }

  /** Records the centre has not acknowledged, oldest first. */
  unsent(limit: number): AuditRecord[] {
    const after = this.acknowledgedUpTo();
    return after >= this.newest() ? [] : this.#unsent.next(after, limit);
  }

  /** Records after that number, oldest first. */
  page(after: number, limit: number): AuditRecord[] {
    return this.#connection
      .all('SELECT * FROM audit WHERE sequence > :after ORDER BY sequence LIMIT :limit', { after, limit })
      .map(fromRow);
  }

  /** The last record the centre has acknowledged; 0 where it has none. */
  acknowledgedUpTo(): number {
    return Number(this.#settings.get('audit-acknowledged-up-to') ?? 0);
  }

  /** Number of the newest record; 0 where there is none. */
  newest(): number {
    return this.#last().sequence;
  }

  /** The first record after `after` that is of a transaction, no later than `upTo`. */
  nextOfTransaction(after: number, upTo: number): { sequence: number; transaction: TransactionId } | null {
    const row = this.#connection.get(
      `SELECT sequence, json_extract(detail, '$.transaction') AS id FROM audit
       WHERE sequence > :after AND sequence <= :upTo AND json_extract(detail, '$.transaction') IS NOT NULL
       ORDER BY sequence LIMIT 1`,
      { after, upTo },
    );
    return row ? { sequence: Number(row.sequence), transaction: String(row.id) as TransactionId } : null;
  }

  /** The centre has everything up to and including `sequence`. */
  acknowledged(sequence: number): void {
    this.#settings.set('audit-acknowledged-up-to', String(sequence));
  }

  all(): AuditRecord[] {
    return this.#connection.all('SELECT * FROM audit ORDER BY sequence').map(fromRow);
  }

  /**
   * Whether an event of this name is on record for a transaction, or for another `field`. Reads the whole trail: for
   * rare events.
   */
  has(event: AuditEventId, value: string, field: 'transaction' | 'key' = 'transaction'): boolean {
    const row = this.#connection.get(
      `SELECT 1 AS found FROM audit WHERE event = :event AND json_extract(detail, :path) = :value LIMIT 1`,
      { event, value, path: `$.${field}` },
    );
    return row !== undefined;
  }

  /**
   * After records were lost with a damaged file: go on at a number no lost record can have had (seconds since the
   * epoch; a kiosk records less than one a second), so the centre sees the gap instead of ignoring "repeats".
   */
  continueAfterLoss(): void {
    this.#settings.set('audit-continues-at', String(Math.floor(this.#clock.now() / 1000)));
  }
}

function checkedDetail(
  event: AuditEventId,
  detail: object,
): Record<string, string | number | boolean | null> {
  const allowed: Readonly<Record<string, string>> = AUDIT_EVENTS[event].fields;
  const kept: Record<string, string | number | boolean | null> = {};
  for (const [field, value] of Object.entries(detail)) {
    if (value === undefined) continue;
    if (!Object.hasOwn(allowed, field)) throw new Error(`audit event ${event} has no field ${field}`);
    if (typeof value === 'string' && value.length > LONGEST_TEXT) {
      throw new Error(`audit event ${event}: ${field} is too long to be a code`);
    }
    kept[field] = value;
  }
  return kept;
}

function fromRow(row: Row): AuditRecord {
  return auditRecord.parse({
    sequence: row.sequence,
    at: new Date(Number(row.at)).toISOString(),
    event: row.event,
    detail: JSON.parse(String(row.detail)),
    hash: row.hash,
  });
}
