import type { Store } from '../../main/core/store/open-store.ts';
import type { FictitiousResident } from '../../src/fictitious-residents/resident.ts';
import { journalMayBe } from '../../src/transaction/journal-may-be.ts';
import type { BookedOperation } from './centre/centre-contract.ts';
import type { SimulatedWorld } from './simulated-world.ts';
import { cameOut, custodyOf, ownCardOf, usableOf } from './truth/cards.ts';
import { untold } from './truth/forgotten.ts';
import { onDisk, onScreen } from './truth/privacy.ts';
import { matterOf, moneyOf, onceOf, receiptMoneyOf } from './truth/references.ts';
import type { Told } from './truth/told.ts';

/** INV-1…8, seen from outside: the centre's books, the acquirer's, the machines and what people were told. */
export class Check {
  readonly #world: SimulatedWorld;
  readonly #told = new Map<string, Told[]>();
  readonly #checked = new Set<string>();
  /** Who stood there since the last calm. */
  readonly #people = new Map<string, FictitiousResident>();
  /** What the centre had done since the last calm and forgot when it was put back to its last backup. */
  readonly #forgotten: BookedOperation[] = [];
  /** When that last was; null where it was not since the last calm. Milliseconds. */
  #restoredAt: number | null = null;
  transactions = 0;

  constructor(world: SimulatedWorld) {
    this.#world = world;
  }

  told(told: Told): void {
    this.#told.set(told.reference, [...(this.#told.get(told.reference) ?? []), told]);
  }

  /** Nothing is in the queue, no transaction is open, nothing of the audit trail is unsent. */
  nothingWaits(): boolean {
    const { kiosk, machines } = this.#world;
    const { store } = kiosk;
    if (!store) return false;
    // A card at a gate that nobody takes is kept after its time.
    if (machines.acceptor.card !== null) return false;
    return (
      this.#forgottenIsKnown(store) &&
      store.outbox.figures().waiting === 0 &&
      // An order that the centre forgot is a person's.
      store.journal
        .openTransactions()
        .every(({ transactionId }) => store.audit.has('operation-forgotten', transactionId)) &&
      store.audit.newest() <= store.audit.acknowledgedUpTo()
    );
  }

  centreForgot(operations: readonly BookedOperation[]): void {
    this.#forgotten.push(...operations);
    this.#restoredAt = this.#world.time.now();
  }

  /** What must hold whatever still waits. */
  async afterSession(person: FictitiousResident, outBefore: number): Promise<string[]> {
    const { centre, machines, kiosk } = this.#world;
    this.#people.set(person.socialSecurityNumber, person);
    const problems = kiosk.idle ? onScreen(person, kiosk.view) : [];
    if (machines.issuer.taken.length === outBefore || this.#restoredAt !== null) return problems;
    const booked = await centre.person(person.socialSecurityNumber);
    return [...problems, ...usableOf(person, booked), ...cameOut(machines, outBefore, person, booked)];
  }

  /** Everything was healed and time has passed: nothing may wait, and all must agree. */
  async atCalm(): Promise<string[]> {
    const { kiosk, machines, centre, technician } = this.#world;
    const { store } = kiosk;
    if (!store) return ['INV-8 the kiosk is off'];
    const problems: string[] = [];
    const { waiting } = store.outbox.figures();
    if (waiting > 0) problems.push(`INV-4 ${waiting} still in the queue`);
    // What the authority refused has its end; what it would not take in at all was made wrong here.
    for (const { kind, code, decidedByAuthority } of store.deadLetters.all())
      if (!decidedByAuthority) problems.push(`INV-4 the centre would not take ${kind} in: ${code}`);
    const closed = kiosk.core?.closedBecause() ?? null;
    if (closed) problems.push(`${closed.invariant} the kiosk closed itself: ${JSON.stringify(closed)}`);
    if (!kiosk.idle) problems.push(`INV-8 the screen is ${kiosk.view?.screen}`);
    const touched = new Set(this.#forgotten.map(({ receiptReference }) => receiptReference));
    problems.push(...(await untold(centre, store, this.#forgotten)));
    const references = new Set<string>();
    for (const { transaction, entries } of store.journal.everyJournal()) {
      references.add(transaction.reference);
      if (this.#checked.has(transaction.transactionId)) continue;
      this.transactions += 1;
      this.#checked.add(transaction.transactionId);
      const { reference, course, service } = transaction;
      const known = journalMayBe(course, service, entries);
      if (!known.ok) problems.push(`INV-4 ${reference}: its journal is none that can be: ${known.error}`);
      if (touched.has(reference)) continue;
      const matter = await matterOf(centre, transaction, entries, this.#told.get(reference) ?? []);
      problems.push(...moneyOf(matter), ...onceOf(matter), ...receiptMoneyOf(matter));
    }
    for (const person of this.#people.values()) {
      problems.push(...usableOf(person, await centre.person(person.socialSecurityNumber)));
    }
    const counts = store.custody.counts();
    problems.push(...custodyOf(machines, counts, technician.emptied), ...ownCardOf(machines, counts));
    problems.push(...this.#lostPromises(references));
    this.#told.clear();
    this.#people.clear();
    this.#forgotten.length = 0;
    this.#restoredAt = null;
    return problems;
  }

  /** INV-6 over the whole run. */
  atTheEnd(): string[] {
    return onDisk(this.#world.people, this.#world.disk.image());
  }

  /** The kiosk has heard from the centre as it is since it was put back, and has asked about everything. */
  #forgottenIsKnown({ settings }: Store): boolean {
    if (settings.get('ask-again-after') !== null) return false;
    const heard = Date.parse(settings.get('centre-up-since') ?? '');
    return this.#restoredAt === null || heard >= this.#restoredAt;
  }

  /** INV-4: a receipt whose transaction the kiosk itself does not know. */
  #lostPromises(known: ReadonlySet<string>): string[] {
    return [...this.#told.values()]
      .flat()
      .filter(({ reference, state }) => state !== 'go-to-counter' && !known.has(reference))
      .map(
        ({ reference, state }) => `INV-4 the receipt ${reference} said ${state}, and its transaction is gone`,
      );
  }
}
