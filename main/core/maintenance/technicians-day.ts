import { expect } from 'vitest';
import { memoryCard } from '../../../src/flows/memory/card-machine-path.ts';
import type { Result } from '../../../src/result.ts';
import { settled } from '../virtual-clock.ts';
import type { ActBy, ActRefusal, Bin, Found } from './custody-words.ts';
import { MaintenanceBench } from './maintenance-bench.ts';

/** Where a card really is that the ledger lost from sight. */
type Truth = 'path' | 'bin' | 'stack' | 'bag' | 'taken';
const WORD = { path: 'in-path', bin: 'in-bin', stack: 'in-stack', bag: 'in-bag', taken: 'not-here' } as const;

/** When the power fails around an act. */
export type Cut = 'never' | 'before' | 'within' | 'after';
type Answer = Result<unknown, ActRefusal>;

const never = new Promise<never>(() => undefined);

/** A kiosk with technicians, and beside it what is really so. */
export class TechniciansDay {
  readonly bench = new MaintenanceBench(12);
  reallyLoaded = 12;
  readonly bag: Record<Bin, number> = { issuer: 0, acceptor: 0 };
  /** In the order in which they were lost. */
  readonly lost = new Map<string, Truth>();
  #acts = 0;

  /** A card is made, and ends like this; false where the machine or the ledger can make none. */
  async issue(end: 'handed' | 'rejected' | 'path' | 'bin' | 'stack' | 'taken'): Promise<void> {
    const { bench } = this;
    const { custody } = bench.store;
    if (bench.issuer.card || bench.issuer.stack.length === 0 || custody.stock() < 1) return;
    if (end === 'stack') {
      const card = custody.takeBlank('t-1' as never, 'taken');
      return this.#lose(card, end);
    }
    const card = await bench.blankAtChipStation();
    if (end === 'handed' || end === 'taken') {
      await bench.issuer.present();
      custody.move(card, 'gate', 'presented');
      bench.issuer.takeFromGate();
    }
    if (end === 'rejected' || end === 'bin') await bench.issuer.toBin();
    if (end === 'handed') custody.move(card, 'handed-over', 'taken-by-its-owner');
    else if (end === 'rejected') custody.move(card, 'rejected', 'sw-6A82');
    else this.#lose(card, end);
  }

  /** A resident's card comes in, and ends like this. */
  async own(end: 'back' | 'kept' | 'path' | 'bin' | 'taken'): Promise<void> {
    const { bench } = this;
    if (bench.acceptor.card) return;
    if (end === 'kept') {
      await bench.keptCard('not-taken');
      return;
    }
    const card = await bench.ownCard();
    bench.store.custody.move(card, 'gate', 'offered-back');
    if (end === 'back' || end === 'taken') {
      await bench.acceptor.giveBack();
      bench.acceptor.takeFromGate();
    }
    if (end === 'bin') await bench.acceptor.retain();
    if (end === 'back') bench.store.custody.move(card, 'given-back', 'taken-by-its-owner');
    else this.#lose(card, end);
  }

  /** Puts blanks into the stack; typed in by the answer, whenever that is called. */
  load(blanks: number, typed: number, cut: Cut): () => Promise<void> {
    const { stack } = this.bench.issuer;
    for (let blank = 0; blank < blanks; blank += 1) stack.push(memoryCard('loaded'));
    this.reallyLoaded += blanks;
    return () => this.#act(cut, (by) => this.bench.acts.loadBlanks(by, typed));
  }

  count(wrong: number, cut: Cut): Promise<void> {
    const counted = Math.max(0, this.bench.issuer.stack.length + wrong);
    return this.#act(cut, (by) => this.bench.acts.countStack(by, counted));
  }

  empty(bin: Bin, wrong: number, cut: Cut): Promise<void> {
    const taken = (bin === 'issuer' ? this.bench.issuer : this.bench.acceptor).emptyBin().length;
    this.bag[bin] += taken;
    for (const [card, truth] of this.lost) {
      if (truth === 'bin' && this.#machineOf(card) === bin) this.lost.set(card, 'bag');
    }
    return this.#act(cut, (by) => this.bench.acts.emptyBin(by, bin, Math.max(0, taken + wrong)));
  }

  /** Says where one of the lost cards is. */
  async place(pick: number, said: Found | null, cut: Cut): Promise<void> {
    const cards = [...this.lost.keys()];
    const card = cards[pick % Math.max(1, cards.length)];
    const truth = card === undefined ? undefined : this.lost.get(card);
    if (card === undefined || truth === undefined) return;
    const word = said ?? WORD[truth];
    if (word === 'in-path' && cut === 'within') await this.#cutWhileMoving(card, pick % 2 === 0);
    else await this.#act(cut, (by) => this.bench.acts.placeUnknown(by, card, word));
    const { place } = this.bench.store.custody.find(card) ?? {};
    if (place !== 'unknown') this.lost.delete(card);
    else if (this.#path(card).card === null && truth === 'path') this.lost.set(card, 'bin');
  }

  /** Every lost card gets its place, and nothing is said wrong. */
  async findAll(): Promise<void> {
    for (const [card, truth] of this.lost) {
      if (truth === 'path' && this.#path(card).card === null) this.lost.set(card, 'bin');
    }
    while (this.lost.size > 0) await this.place(0, null, 'never');
  }

  /** Both bins and the stack, and nothing is said wrong. */
  async countAll(): Promise<void> {
    for (const bin of ['issuer', 'acceptor'] as const) {
      const machine = bin === 'issuer' ? this.bench.issuer : this.bench.acceptor;
      if (machine.takeOut()) this.bag[bin] += 1;
      await this.empty(bin, 0, 'never');
    }
    await this.count(0, 'never');
  }

  /** So many lost cards that are really there. */
  lostIn(bin: Bin, truth: Truth): number {
    return [...this.lost].filter(([card, where]) => where === truth && this.#machineOf(card) === bin).length;
  }

  #lose(card: string, truth: Truth): void {
    this.bench.store.custody.move(card, 'unknown', 'jammed');
    this.lost.set(card, truth);
  }

  #machineOf = (card: string): Bin => (card.startsWith('b-') ? 'issuer' : 'acceptor');
  #path = (card: string) => this.bench[this.#machineOf(card)];

  /** Asked for once and again, with a power cut around it: the answer and the ledger are the same. */
  async #act(cut: Cut, ask: (by: ActBy) => Answer | Promise<Answer>): Promise<void> {
    const { bench } = this;
    const by = this.#nextAct();
    if (cut === 'before') bench.cut();
    if (cut === 'within') {
      const before = bench.store.custody.counts();
      bench.store.audit.record = () => {
        throw new Error('power');
      };
      await Promise.resolve()
        .then(() => ask(by))
        .catch(() => undefined);
      bench.cut();
      expect(bench.store.custody.counts()).toEqual(before);
    }
    const answer = await ask(by);
    const after = bench.store.custody.counts();
    if (cut === 'after') bench.cut();
    if (answer.ok) expect(await ask(by)).toEqual(answer);
    expect(bench.store.custody.counts()).toEqual(after);
  }

  /** The power fails while the machine moves the card, before or after it did. */
  async #cutWhileMoving(card: string, moved: boolean): Promise<void> {
    const { bench } = this;
    const by = this.#nextAct();
    const machine = this.#path(card);
    const move = machine === bench.issuer ? 'toBin' : 'retain';
    const target = machine as unknown as Record<string, () => Promise<unknown>>;
    const original = target[move]?.bind(machine);
    target[move] = async () => {
      if (moved) await original?.();
      return never;
    };
    void bench.acts.placeUnknown(by, card, 'in-path');
    await settled();
    delete target[move];
    bench.cut();
    const again = await bench.acts.placeUnknown(by, card, 'in-path');
    if (!again.ok) await bench.acts.placeUnknown(this.#nextAct(), card, 'in-bin');
  }

  #nextAct(): ActBy {
    this.#acts += 1;
    return { act: `act-${String(this.#acts).padStart(6, '0')}`, technician: 'T-7' };
  }
}
