import type { AssignedDocument, Assignment } from '../../src/contracts/configuration/assignment.ts';
import type { ConfigurationReport, ConfigurationTrouble } from '../../src/contracts/configuration/poll.ts';
import { DEFAULT_PACK } from '../../src/policy/default-pack.ts';

/** What a kiosk does with a document that is new to it. */
export type Temper = 'well' | 'returns' | 'refuses';

/** Where one made-up kiosk stands with its configuration; what it says is what a real one would say. */
export class Standing {
  #assignment: Assignment | null = null;
  #running: readonly AssignedDocument[] = [];
  #runningAssignment = 0;
  #refused: ConfigurationReport['refused'] = [];
  #state: ConfigurationReport['state'] = 'shipped';
  #trouble: ConfigurationTrouble | null = null;

  get newest(): number {
    return this.#assignment?.version ?? 0;
  }

  get runningAssignment(): number {
    return this.#runningAssignment;
  }

  get closedServices(): number {
    return this.#assignment?.closedServices.length ?? 0;
  }

  /** The pack it runs, as receipts and sessions name it. */
  get pack(): string {
    const pack = this.#running.find(({ kind }) => kind === 'policy-pack');
    return pack ? `${pack.line} ${pack.version}` : `${DEFAULT_PACK} 1`;
  }

  runs(sha256: string): boolean {
    return this.#running.some((document) => document.sha256 === sha256);
  }

  /** Documents of it that this kiosk has not got, and has not refused before. */
  missing({ documents }: Assignment): AssignedDocument[] {
    return documents.filter((document) => !this.runs(document.sha256) && !this.#hasRefused(document));
  }

  heard(assignment: Assignment): void {
    this.#assignment = assignment;
  }

  /** All of it is there and was checked. `on-trial`: its first journeys are watched from now on. */
  takeIn(assignment: Assignment, fresh: readonly AssignedDocument[], temper: Temper): 'on-trial' | 'settled' {
    if (fresh.length === 0) {
      if (assignment.documents.every(({ sha256 }) => this.runs(sha256)))
        this.#runningAssignment = assignment.version;
      return 'settled';
    }
    if (temper === 'refuses') {
      this.refuse('does-not-fit', fresh);
      return 'settled';
    }
    this.#running = assignment.documents;
    this.#runningAssignment = assignment.version;
    this.#state = 'on-trial';
    this.#trouble = null;
    return 'on-trial';
  }

  refuse(trouble: ConfigurationTrouble, documents: readonly AssignedDocument[]): void {
    this.#state = 'refused';
    this.#trouble = trouble;
    this.#note(documents, trouble);
  }

  /** The first journeys went well, or the kiosk goes back to what it ran before. */
  trialOver(before: readonly AssignedDocument[], fresh: readonly AssignedDocument[], temper: Temper): void {
    if (this.#state !== 'on-trial') return;
    if (temper === 'well') {
      this.#state = 'running';
      return;
    }
    this.#running = before;
    this.#state = 'returned';
    this.#trouble = 'journeys-failed';
    this.#note(fresh, 'journeys-failed');
  }

  get running(): readonly AssignedDocument[] {
    return this.#running;
  }

  /** `running` on target, or why not. */
  get place(): string {
    return this.#trouble === null ? this.#state : `${this.#state}: ${this.#trouble}`;
  }

  report(): ConfigurationReport {
    return {
      state: this.#state,
      trouble: this.#trouble,
      assignment: this.newest,
      runningAssignment: this.#runningAssignment,
      rootVersion: 1,
      running: this.#running.map(({ kind, line, version, sha256 }) => ({ kind, line, version, sha256 })),
      refused: this.#refused,
    };
  }

  #note(documents: readonly AssignedDocument[], trouble: ConfigurationTrouble): void {
    const noted = documents.map(({ kind, line, version }) => ({ kind, line, version, trouble }));
    this.#refused = [...this.#refused, ...noted].slice(-40);
  }

  #hasRefused({ kind, line, version }: AssignedDocument): boolean {
    return this.#refused.some((one) => one.kind === kind && one.line === line && one.version === version);
  }
}
