import type { AssignedDocument } from '../../../src/contracts/configuration/assignment.ts';
import type { DocumentKind } from '../../../src/contracts/configuration/document.ts';
import type { ConfigurationTrouble, RefusedDocument } from '../../../src/contracts/configuration/poll.ts';
import { type BlamedDocument, ConfigurationAssignmentStore } from './configuration-assignment-store.ts';
import { ConfigurationDocumentStore, type StoredDocument } from './configuration-document-store.ts';
import { ConfigurationKeptStore } from './configuration-kept-store.ts';
import { ConfigurationOrderStore } from './configuration-order-store.ts';
import { ConfigurationRootStore } from './configuration-root-store.ts';
import {
  type ConfigurationReturn,
  type ConfigurationSet,
  isRefusedFor,
  type ReturnReason,
  type SetPlace,
  sameDocuments,
} from './configuration-set.ts';
import { ConfigurationSetStore } from './configuration-set-store.ts';
import { ConfigurationTrialStore } from './configuration-trial-store.ts';
import type { Connection } from './connection.ts';
import type { PayloadCipher } from './payload-cipher.ts';

/** What is about to wait for its day and for residents to leave. */
export interface NewSet extends Pick<ConfigurationSet, 'assignment' | 'effectiveFrom' | 'goesBack'> {
  readonly documents: readonly StoredDocument[];
}

/** Configuration from the centre: each method is one commit, so that a power cut leaves the old or the new (INV-7). */
export class ConfigurationStore {
  readonly roots: ConfigurationRootStore;
  readonly assignments: ConfigurationAssignmentStore;
  readonly documents: ConfigurationDocumentStore;
  readonly orders: ConfigurationOrderStore;
  readonly trial: ConfigurationTrialStore;
  readonly kept: ConfigurationKeptStore;
  readonly #connection: Connection;
  readonly #sets: ConfigurationSetStore;

  constructor(connection: Connection, cipher: PayloadCipher) {
    this.#connection = connection;
    this.roots = new ConfigurationRootStore(connection, cipher);
    this.assignments = new ConfigurationAssignmentStore(connection, cipher);
    this.documents = new ConfigurationDocumentStore(connection, cipher);
    this.orders = new ConfigurationOrderStore(connection);
    this.trial = new ConfigurationTrialStore(connection);
    this.kept = new ConfigurationKeptStore(connection);
    this.#sets = new ConfigurationSetStore(connection);
  }

  /** Waits to be applied; null: nothing does. */
  staged(): ConfigurationSet | null {
    return this.#sets.at('staged');
  }

  /** Runs; null: as shipped. A set without documents is as shipped, too. */
  current(): ConfigurationSet | null {
    return this.#sets.at('current');
  }

  /** Ran before the current one and was kept; null: as shipped. */
  lastGood(): ConfigurationSet | null {
    return this.#sets.at('last-good');
  }

  /** A whole set whose every document is checked. It takes the place of one that waits. */
  stage({ assignment, effectiveFrom, goesBack, documents }: NewSet, at: number): void {
    this.#connection.transaction(() => {
      for (const document of documents) {
        this.documents.add(document);
        this.#raiseFloor(document.named);
      }
      const named = documents.map((document) => document.named);
      this.#sets.put('staged', {
        assignment,
        effectiveFrom,
        goesBack,
        since: at,
        keptAt: null,
        documents: named,
      });
      this.assignments.judge(null);
      this.documents.forgetUnused();
    });
  }

  /** What waits is not wanted any more. */
  unstage(): void {
    this.#connection.transaction(() => {
      this.#sets.remove('staged');
      this.documents.forgetUnused();
    });
  }

  /** A newer assignment names the documents that are there already, in this place. */
  confirm(place: Exclude<SetPlace, 'last-good'>, assignment: number, at: number): void {
    this.#connection.transaction(() => {
      const set = this.#sets.at(place);
      const shipped = { effectiveFrom: at, goesBack: false, since: at, keptAt: at, documents: [] };
      this.#sets.put(place, { ...(set ?? shipped), assignment });
      if (place === 'current') this.unstage();
      this.assignments.judge(null);
    });
  }

  /**
   * What waited is current. What ran becomes the last good one only if it was kept, and not where operators send the
   * kiosk back from it. A set of which all was good before needs no trial. Null where nothing waits.
   */
  applyStaged(at: number): ConfigurationSet | null {
    return this.#connection.transaction(() => {
      const staged = this.#sets.at('staged');
      if (!staged) return null;
      const left = this.#sets.at('current');
      if (!staged.goesBack && (left === null || left.keptAt !== null)) this.#sets.put('last-good', left);
      const good = new Set([...this.kept.all(), ...(left?.documents ?? [])].map(({ sha256 }) => sha256));
      const isGood = staged.goesBack && staged.documents.every(({ sha256 }) => good.has(sha256));
      const applied = { ...staged, since: at, keptAt: isGood ? at : null };
      this.#sets.put('current', applied);
      this.#sets.remove('staged');
      this.trial.end();
      if (!isGood) this.trial.begin(at);
      this.#connection.run('DELETE FROM configuration_return');
      if (staged.goesBack) {
        this.kept.goneBackTo(staged.documents);
        this.#returned(left?.assignment ?? 0, 'told-to', at);
      }
      this.documents.forgetUnused();
      return applied;
    });
  }

  /** The first journeys under the current set went well. */
  keepCurrent(at: number): void {
    this.#connection.transaction(() => {
      const current = this.#sets.at('current');
      if (current && current.keptAt === null) this.#sets.put('current', { ...current, keptAt: at });
      this.kept.keep(current?.documents ?? []);
      this.trial.end();
    });
  }

  /**
   * The last good set is current again. Where they failed here, the documents it does not have are refused for good; a set
   * that waits with one of them is dropped. Versions that ran before and run now.
   */
  goBack(reason: ReturnReason | ConfigurationTrouble, at: number): { left: number; to: number } {
    return this.#connection.transaction(() => {
      const left = this.#sets.at('current');
      const good = this.#sets.at('last-good');
      const goodOnes = new Set(good?.documents.map(({ sha256 }) => sha256));
      const bad = left?.documents.filter(({ sha256 }) => !goodOnes.has(sha256)) ?? [];
      if (isRefusedFor(reason)) for (const document of bad) this.refuse(document, reason, at);
      this.#sets.put('current', good === null ? null : { ...good, since: at });
      const waiting = this.#sets.at('staged')?.documents ?? [];
      if (waiting.some(({ sha256 }) => bad.some((one) => one.sha256 === sha256))) this.#sets.remove('staged');
      this.trial.end();
      this.#returned(left?.assignment ?? 0, reason, at);
      this.documents.forgetUnused();
      return { left: left?.assignment ?? 0, to: good?.assignment ?? 0 };
    });
  }

  /** Neither what runs nor the last good set can be read: as shipped from now on. What waits may still be applied. */
  runAsShipped(blamed: BlamedDocument, trouble: ConfigurationTrouble, at: number): { left: number } {
    return this.#connection.transaction(() => {
      const left = this.#sets.at('current')?.assignment ?? 0;
      if (isRefusedFor(trouble)) this.refuse(blamed, trouble, at);
      this.#sets.remove('current');
      this.#sets.remove('last-good');
      this.trial.end();
      this.#returned(left, trouble, at);
      this.documents.forgetUnused();
      return { left };
    });
  }

  /** Set where the kiosk went back and nothing newer was applied since. */
  returned(): ConfigurationReturn | null {
    const row = this.#connection.get('SELECT * FROM configuration_return');
    if (!row) return null;
    const reason = String(row.reason) as ConfigurationReturn['reason'];
    return { assignment: Number(row.assignment), reason, at: Number(row.at) };
  }

  /** This document is never run here. */
  refuse({ kind, line, version }: BlamedDocument, trouble: ConfigurationTrouble, at: number): void {
    this.#connection.run(
      `INSERT INTO configuration_refusal (kind, line, version, trouble, at)
       VALUES (:kind, :line, :version, :trouble, :at) ON CONFLICT DO NOTHING`,
      { kind, line, version, trouble, at },
    );
  }

  /** Newest first. */
  refused(): RefusedDocument[] {
    return this.#connection
      .all('SELECT * FROM configuration_refusal ORDER BY at DESC, kind, line, version DESC')
      .map(({ kind, line, version, trouble }) => ({
        kind: String(kind) as DocumentKind,
        line: String(line),
        version: Number(version),
        trouble: String(trouble) as ConfigurationTrouble,
      }));
  }

  /** Highest version ever taken in of this kind and line; null: none was. */
  floor({ kind, line }: Pick<AssignedDocument, 'kind' | 'line'>): { version: number; sha256: string } | null {
    const row = this.#connection.get(
      'SELECT version, sha256 FROM configuration_floor WHERE kind = :kind AND line = :line',
      { kind, line },
    );
    return row ? { version: Number(row.version), sha256: String(row.sha256) } : null;
  }

  /** None of the old keys of these kinds counts any more, so nothing old can come again (fast-forward). */
  beginVersionsAnew(kinds: readonly DocumentKind[]): void {
    for (const kind of kinds)
      this.#connection.run('DELETE FROM configuration_floor WHERE kind = :kind', { kind });
  }

  /** Whether these documents are the ones that run. */
  runs(documents: readonly AssignedDocument[]): boolean {
    return sameDocuments(this.current()?.documents ?? [], documents);
  }

  #returned(assignment: number, reason: ConfigurationReturn['reason'], at: number): void {
    this.#connection.run(
      `INSERT INTO configuration_return (only, assignment, reason, at) VALUES (1, :assignment, :reason, :at)
       ON CONFLICT (only) DO UPDATE SET assignment = :assignment, reason = :reason, at = :at`,
      { assignment, reason, at },
    );
  }

  #raiseFloor({ kind, line, version, sha256 }: AssignedDocument): void {
    this.#connection.run(
      `INSERT INTO configuration_floor (kind, line, version, sha256) VALUES (:kind, :line, :version, :sha256)
       ON CONFLICT (kind, line) DO UPDATE SET version = :version, sha256 = :sha256 WHERE version < :version`,
      { kind, line, version, sha256 },
    );
  }
}
