import { join } from 'node:path';
import BetterSqlite3 from 'better-sqlite3';
import type { Outage, Poison, QueuedItem } from './outage.ts';

/** The reference central service's database, from outside: its registry is filled and its books are read here. */
export class CentralBooks {
  readonly #database: BetterSqlite3.Database;

  /** `folder` is the one the service was started with. */
  constructor(folder: string) {
    this.#database = new BetterSqlite3(join(folder, 'central', 'central.sqlite'), { timeout: 5_000 });
  }

  /** Everybody may apply and gets benefits, but for those whose item is to be refused. */
  register({ residents, items }: Outage, poisoned: boolean): void {
    const refused = new Set(
      items.filter(({ poison }) => poisoned && poison === 'refused').map(({ resident }) => resident),
    );
    const insert = this.#database.prepare(
      `INSERT INTO resident (social_security_number, resident_id, name, birth_date, mobile, entitled, hardship,
         receives_benefits, ethnic_group)
       VALUES (:number, :id, :name, :birthDate, :mobile, :entitled, 0, 1, :ethnicGroup)`,
    );
    this.#database.transaction(() => {
      for (const [index, { id, socialSecurityNumber, document, mobile }] of residents.entries()) {
        const { name, birthDate, ethnicGroup } = document;
        const entitled = refused.has(index) ? 0 : 1;
        insert.run({ number: socialSecurityNumber, id, name, birthDate, mobile, entitled, ethnicGroup });
      }
    })();
  }

  /** Keys that the service knows already, in a state that goes wrong each time they come. */
  poison(items: readonly QueuedItem[]): void {
    const rows: Partial<Record<Poison, { digest: string | null; state: string; outcome: string }>> = {
      'key-reused': { digest: 'of another body', state: 'done', outcome: '{"state":"void"}' },
      broken: { digest: null, state: 'done', outcome: 'not what the service wrote' },
      undecided: { digest: null, state: 'in-progress', outcome: '{"state":"in-progress"}' },
    };
    const insert = this.#database.prepare(
      `INSERT INTO operation (idempotency_key, kiosk_id, kind, body_digest, state, outcome, received_at)
       VALUES (:key, 'poison', NULL, :digest, :state, :outcome, '2026-01-01T00:00:00.000Z')`,
    );
    this.#database.transaction(() => {
      for (const { key, poison } of items) {
        const row = poison === null ? undefined : rows[poison];
        if (row) insert.run({ key, ...row });
      }
    })();
  }

  /** Keys in the order in which the service first had them. */
  arrivals(): readonly string[] {
    return this.#database
      .prepare<[], { key: string }>('SELECT idempotency_key AS key FROM operation ORDER BY rowid')
      .all()
      .map(({ key }) => key);
  }

  close(): void {
    this.#database.close();
  }
}
