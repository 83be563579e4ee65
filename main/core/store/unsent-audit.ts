import type { AuditRecord } from '../../../src/contracts/audit.ts';
import type { Connection } from './connection.ts';

interface Ahead {
  /** All of the trail after this number is in `records`, as far as they go. */
  after: number;
  records: AuditRecord[];
}

/**
 * The records that go to the centre next, kept in memory: in an outage they are asked for again and again, and each
 * time only what came since is read. Begun anew where a write was undone, or where the centre has less than it had.
 */
export class UnsentAudit {
  readonly #read: (after: number, limit: number) => AuditRecord[];
  readonly #ahead: () => Ahead;

  constructor(connection: Connection, read: (after: number, limit: number) => AuditRecord[]) {
    this.#read = read;
    this.#ahead = connection.remembered([], () => ({ after: 0, records: [] }));
  }

  /** The oldest records after `after`. */
  next(after: number, limit: number): AuditRecord[] {
    const ahead = this.#ahead();
    ahead.records = after < ahead.after ? [] : ahead.records.filter(({ sequence }) => sequence > after);
    ahead.after = after;
    const missing = limit - ahead.records.length;
    if (missing > 0) ahead.records.push(...this.#read(ahead.records.at(-1)?.sequence ?? after, missing));
    return ahead.records.slice(0, limit);
  }
}
