import type { TransactionId } from '../../../src/brand.ts';
import type { TaskKind } from '../../../src/contracts/maintenance/tasks.ts';
import { memoryCard } from '../../../src/flows/memory/card-machine-path.ts';
import { custody } from '../invariants/inv-3-custody.ts';
import { StoreLook } from '../invariants/store-look.ts';
import { seededEntropy, settled } from '../virtual-clock.ts';
import { cardTaskScripts } from './card-task-scripts.ts';
import { createTaskDesk } from './guide/create-task-desk.ts';
import { type FailingPower, PowerGone } from './guide/failing-power.ts';
import { MaintenanceBench } from './maintenance-bench.ts';
import type { TaskDesk, TaskPage, TaskPeople } from './task-desk.ts';

export const TWO: TaskPeople = { technician: 'T-0417', second: 'T-0981' };

/** The answer to what is shown; hands move cards while it is made. */
export type Hands = Readonly<
  Record<string, (page: TaskPage, bench: CardTasksBench) => string | number | null>
>;

const ROUNDS = 200;

/** A kiosk's ledger and machines with two technicians and their guided tasks with cards; the tests' bench. */
export class CardTasksBench {
  readonly bench: MaintenanceBench;
  readonly shown: string[] = [];
  readonly #crashes: unknown[] = [];
  #starts = 1;
  desk: TaskDesk;

  constructor(blanks: number) {
    this.bench = new MaintenanceBench(blanks);
    this.desk = this.#desk();
  }

  /** Blanks put into the stack by hand. */
  putIn(blanks: number): void {
    const more = Array.from({ length: blanks }, (_, at) => memoryCard(`more-${at}`));
    this.bench.issuer.stack.push(...more);
  }

  cut(): void {
    this.bench.cut();
    this.#starts += 1;
    this.#crashes.length = 0;
    this.desk = this.#desk();
  }

  /**
   * Leads a technician to the end of a task. Where the power fails they come back and go on with it; answers what the
   * last screen says. Steps without hands are only touched.
   */
  async through(kind: TaskKind, hands: Hands, power: FailingPower | null = null): Promise<TaskPage> {
    power?.watch(this.bench.store);
    let back = false;
    for (let round = 0; round < ROUNDS; round += 1) {
      try {
        if (this.desk.page() === null) this.desk.begin(kind, TWO);
        await settled();
        const page = this.desk.page();
        const crash = this.#crashes.find((one) => !(one instanceof PowerGone));
        if (crash !== undefined) throw crash;
        if (this.#crashes.length === 0 && page) {
          if (page.ask.kind === 'end') {
            this.desk.leave();
            return page;
          }
          if (this.shown.at(-1) !== page.step) this.shown.push(page.step);
          this.desk.answer(page.step, hands[page.step]?.(page, this) ?? null);
          await settled();
        }
      } catch (error) {
        if (!(error instanceof PowerGone)) throw error;
      }
      if (!power?.failed || back) continue;
      back = true;
      this.cut();
    }
    throw new Error(`${kind} came to no end: ${this.shown.join(' ')}`);
  }

  /** INV-3 by the checks that run in every kiosk. */
  violations(): readonly unknown[] {
    return [...new StoreLook(this.bench.store).everything()].flatMap((slice) =>
      custody({ ...slice, policy: null, rest: null, forgotten: [] }),
    );
  }

  /** Everything on disk about tasks, as text. */
  tasksOnDisk(): string {
    const { maintenanceTasks } = this.bench.store;
    return JSON.stringify(this.desk.unfinished().map(({ id }) => maintenanceTasks.steps(id)));
  }

  audit(event: string) {
    return this.bench.store.audit.all().flatMap((one) => (one.event === event ? [one.detail] : []));
  }

  /** A request that is open and waits for an answer, with this journal. */
  openRequest(id: string, reference: string, entries: readonly object[]): void {
    const { journal, audit } = this.bench.store;
    const transactionId = id as TransactionId;
    journal.open({
      transactionId,
      course: 'request',
      service: 'replace',
      reference: reference as never,
      key: `k-${id}` as never,
      openedAt: 0,
    });
    for (const entry of entries) journal.append(transactionId, entry as never, 0);
    audit.record('transaction-unknown', { reference, transaction: id, service: 'replace' });
  }

  #desk(): TaskDesk {
    const { store, acts } = this.bench;
    return createTaskDesk({
      store,
      entropy: seededEntropy(900 + this.#starts),
      scripts: cardTaskScripts(store, acts),
      signal: new AbortController().signal,
      crash: (error) => this.#crashes.push(error),
    });
  }
}
