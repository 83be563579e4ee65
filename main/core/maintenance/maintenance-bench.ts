import type { TransactionId } from '../../../src/brand.ts';
import { memoryCard } from '../../../src/flows/memory/card-machine-path.ts';
import { MemoryCardAcceptor, MemoryCardIssuer } from '../../../src/flows/memory/card-machines.ts';
import type { Store } from '../store/open-store.ts';
import { newFolder, storeIn } from '../test-kiosk.ts';
import { VirtualClock } from '../virtual-clock.ts';
import { type CustodyActs, createCustodyActs } from './custody-acts.ts';

const REQUEST = 't-1' as TransactionId;

/** A kiosk's ledger and machines with a technician before them; the tests' bench. */
export class MaintenanceBench {
  readonly issuer: MemoryCardIssuer;
  readonly acceptor = new MemoryCardAcceptor();
  readonly clock = new VirtualClock();
  readonly #folder = newFolder();
  #starts = 1;
  store: Store;
  acts: CustodyActs;
  busy = false;
  changes = 0;

  constructor(blanks: number) {
    this.issuer = new MemoryCardIssuer(Array.from({ length: blanks }, (_, at) => memoryCard(`blank-${at}`)));
    this.store = storeIn(this.#folder, this.clock, this.#starts);
    this.store.custody.commission(blanks);
    this.store.journal.open({
      transactionId: REQUEST,
      course: 'request',
      service: 'replace',
      reference: 'YKT-1' as never,
      key: 'k-1' as never,
      openedAt: 0,
    });
    this.store.journal.close(REQUEST, 1);
    this.acts = this.#acts();
  }

  /** The power fails, and comes back. */
  cut(): void {
    this.store.close();
    this.#starts += 1;
    this.store = storeIn(this.#folder, this.clock, this.#starts);
    this.acts = this.#acts();
  }

  /** A blank at the chip station, in machine and ledger. */
  async blankAtChipStation(): Promise<string> {
    const card = this.store.custody.takeBlank(REQUEST, 'taken');
    await this.issuer.takeBlank();
    this.store.custody.move(card, 'chip-station', 'at-chip-station');
    return card;
  }

  /** A blank that the ledger lost while it stands at the chip station. */
  async lostBlank(): Promise<string> {
    const card = await this.blankAtChipStation();
    this.store.custody.move(card, 'unknown', 'jammed-position');
    return card;
  }

  /** A blank in the bin, in machine and ledger. */
  async rejectedBlank(): Promise<string> {
    const card = await this.blankAtChipStation();
    await this.issuer.toBin();
    this.store.custody.move(card, 'rejected', 'sw-6A82');
    return card;
  }

  /** A resident's card, latched in machine and ledger. */
  async ownCard(): Promise<string> {
    const waiting = this.acceptor.accept(new AbortController().signal);
    this.acceptor.insertCard(memoryCard('own'));
    await waiting;
    return this.store.custody.acceptOwnCard('accepted');
  }

  /** A resident's card in the retain bin, in machine and ledger. */
  async keptCard(reason: string): Promise<string> {
    const card = await this.ownCard();
    this.store.custody.move(card, 'gate', 'offered-back');
    await this.acceptor.retain();
    this.store.custody.move(card, 'retained', reason);
    return card;
  }

  /** Audit records of the technician, newest last. */
  events(): string[] {
    return this.store.audit
      .all()
      .filter(({ detail }) => 'technician' in detail)
      .map(({ event, detail }) => `${event} ${JSON.stringify(detail)}`);
  }

  #acts(): CustodyActs {
    return createCustodyActs({
      store: this.store,
      issuer: () => this.issuer,
      acceptor: () => this.acceptor,
      busy: () => this.busy,
      changed: () => {
        this.changes += 1;
      },
    });
  }
}
