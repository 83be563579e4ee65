import { z } from 'zod';
import { type AssignedDocument, assignedDocument } from '../../../src/contracts/configuration/assignment.ts';
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
      `INSERT INTO configuration_set (place, assignment, effective_from, documents, goes_back, since, kept_at)
       VALUES (:place, :assignment, :effectiveFrom, :documents, :goesBack, :since, :keptAt)`,
      {
        place,
        assignment: set.assignment,
        effectiveFrom: set.effectiveFrom,
        documents: JSON.stringify(set.documents.toSorted(byKind)),
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
    const set: ConfigurationSet = {
      assignment: Number(row.assignment),
      documents: setDocuments.parse(JSON.parse(String(row.documents))),
      effectiveFrom: Number(row.effective_from),
      goesBack: row.goes_back === 1,
      since: Number(row.since),
      keptAt: row.kept_at === null ? null : Number(row.kept_at),
    };
    return [[place, set]];
  }
}

const setDocuments = z.array(assignedDocument);
const byKind = (one: AssignedDocument, other: AssignedDocument): number => (one.kind < other.kind ? -1 : 1);
const PLACES: readonly SetPlace[] = ['staged', 'current', 'last-good'];
