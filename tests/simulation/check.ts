import type { FictitiousResident } from '../../src/fictitious-residents/resident.ts';
import type { SimulatedWorld } from './simulated-world.ts';
import { cameOut, custodyOf, ownCardOf, usableOf } from './truth/cards.ts';
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
  /** The centre was put back to its last backup: what happened since the last calm it may have forgotten. */
  #centreForgot = false;
  transactions = 0;

  constructor(world: SimulatedWorld) {
    this.#world = world;
  }

  told(told: Told): void {
    this.#told.set(told.reference, [...(this.#told.get(told.reference) ?? []), told]);
  }

  /** Service and last journal row of the transaction that is open; `nothing open`. */
  lastRow(): string {
    return this.#world.kiosk.lastRow;
  }

  /** Nothing is in the queue, no transaction is open, nothing of the audit trail is unsent. */
  nothingWaits(): boolean {
    const { store } = this.#world.kiosk;
    if (!store) return false;
    return (
      store.outbox.figures().waiting === 0 &&
      store.journal.countOpen() === 0 &&
      store.audit.unsent(1).length === 0
    );
  }

  centreRestored(): void {
    this.#centreForgot = true;
  }

  /** What must hold whatever still waits. */
  async afterSession(person: FictitiousResident, outBefore: number): Promise<string[]> {
    const { centre, machines, kiosk } = this.#world;
    this.#people.set(person.socialSecurityNumber, person);
    const problems = kiosk.idle ? onScreen(person, kiosk.view) : [];
    if (machines.issuer.taken.length === outBefore || this.#centreForgot) return problems;
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
    for (const { transaction, entries } of store.journal.everyJournal()) {
      if (this.#checked.has(transaction.transactionId)) continue;
      this.transactions += 1;
      this.#checked.add(transaction.transactionId);
      const { reference } = transaction;
      if (this.#centreForgot) continue;
      const matter = await matterOf(centre, transaction, entries, this.#told.get(reference) ?? []);
      problems.push(...moneyOf(matter), ...onceOf(matter), ...receiptMoneyOf(matter));
    }
    for (const person of this.#people.values()) {
      problems.push(...usableOf(person, await centre.person(person.socialSecurityNumber)));
    }
    const counts = store.custody.counts();
    problems.push(...custodyOf(machines, counts, technician.emptied), ...ownCardOf(machines, counts));
    problems.push(...this.#lostPromises());
    this.#told.clear();
    this.#people.clear();
    this.#centreForgot = false;
    return problems;
  }

  /** INV-6 over the whole run. */
  atTheEnd(): string[] {
    return onDisk(this.#world.people, this.#world.disk.image());
  }

  /** INV-4: a receipt whose transaction the kiosk itself does not know. */
  #lostPromises(): string[] {
    const { store } = this.#world.kiosk;
    const known = new Set<string>();
    for (const { transaction } of store?.journal.everyJournal() ?? []) known.add(transaction.reference);
    return [...this.#told.values()]
      .flat()
      .filter(({ reference, state }) => state !== 'go-to-counter' && !known.has(reference))
      .map(
        ({ reference, state }) => `INV-4 the receipt ${reference} said ${state}, and its transaction is gone`,
      );
  }
}
