import { namedIn } from './configuration-document-store.ts';
import type { ConfigurationSet, SetPlace } from './configuration-set.ts';
import type { Connection } from './connection.ts';

/** The three places of configuration sets, row by row. The caller puts what belongs together into one commit. */
export class ConfigurationSetStore {
  readonly #connection: Connection;
  readonly #all: () => ReadonlyMap<SetPlace, ConfigurationSet>;

  constructor(connection: Connection) {
    this.#connection = connection;
    this.#all = connection.remembered(
      ['configuration_set', 'configuration_set_document'],
      () => new Map(PLACES.flatMap((place) => this.#read(place))),
    );
  }

  at(place: SetPlace): ConfigurationSet | null {
    return this.#all().get(place) ?? null;
  }

  /** Null: as shipped. The documents of the set are in the store already. */
  put(place: SetPlace, set: ConfigurationSet | null): void {
    this.remove(place);
    if (set === null) return;
    this.#connection.run(
      `INSERT INTO configuration_set (place, assignment, effective_from, goes_back, since, kept_at)
       VALUES (:place, :assignment, :effectiveFrom, :goesBack, :since, :keptAt)`,
      {
        place,
        assignment: set.assignment,
        effectiveFrom: set.effectiveFrom,
        goesBack: set.goesBack ? 1 : 0,
        since: set.since,
        keptAt: set.keptAt,
      },
    );
    for (const { kind, sha256 } of set.documents) {
      this.#connection.run(
        'INSERT INTO configuration_set_document (place, kind, sha256) VALUES (:place, :kind, :sha256)',
        { place, kind, sha256 },
      );
    }
  }

  remove(place: SetPlace): void {
    this.#connection.run('DELETE FROM configuration_set_document WHERE place = :place', { place });
    this.#connection.run('DELETE FROM configuration_set WHERE place = :place', { place });
  }

  #read(place: SetPlace): [SetPlace, ConfigurationSet][] {
    const row = this.#connection.get('SELECT * FROM configuration_set WHERE place = :place', { place });
    if (!row) return [];
    const documents = this.#connection
      .all(
        `SELECT d.sha256, d.kind, d.line, d.version, d.length FROM configuration_set_document s
         JOIN configuration_document d ON d.sha256 = s.sha256 WHERE s.place = :place ORDER BY d.kind`,
        { place },
      )
      .map(namedIn);
    const set: ConfigurationSet = {
      assignment: Number(row.assignment),
      documents,
      effectiveFrom: Number(row.effective_from),
      goesBack: row.goes_back === 1,
      since: Number(row.since),
      keptAt: row.kept_at === null ? null : Number(row.kept_at),
    };
    return [[place, set]];
  }
}

const PLACES: readonly SetPlace[] = ['staged', 'current', 'last-good'];
