import type { CardAcceptor, CardAcceptorStatus, CardAcceptorTrouble } from '../../ports/card-acceptor.ts';
import type {
  CardIssuer,
  CardIssuerStatus,
  CardIssuerTrouble,
  CardPosition,
} from '../../ports/card-issuer.ts';
import { aborted, deviceTrouble } from '../../ports/device-status.ts';
import type {
  CardKeyService,
  SocialCardTrouble,
  SocialSecurityCard,
} from '../../ports/social-card-reader.ts';
import { err, ok, type Result } from '../../result.ts';
import { type MemoryCard, MemoryPath, readBack } from './card-machine-path.ts';
import { CardSlot } from './card-slot.ts';

const CONTACT_ATR = '3B6D000000005453540000240105000001';

type Done<E> = Promise<Result<void, E>>;

export type IssuerAct =
  | 'status'
  | 'takeBlank'
  | 'powerOn'
  | 'transmit'
  | 'read'
  | 'present'
  | 'waitTaken'
  | 'toBin';
type IssuerTrouble = CardIssuerTrouble | SocialCardTrouble;

/** Card issuer in memory: a double for unit tests and the simulation; passes the driver's contract tests. */
export class MemoryCardIssuer implements CardIssuer {
  readonly stack: MemoryCard[];
  readonly #path = new MemoryPath<IssuerAct, CardIssuerTrouble>();
  #readTrouble: IssuerTrouble | null = null;

  constructor(stack: readonly MemoryCard[]) {
    this.stack = [...stack];
  }

  get bin(): readonly MemoryCard[] {
    return this.#path.bin;
  }

  get taken(): readonly MemoryCard[] {
    return this.#path.taken;
  }

  /** The card at the chip station or in the gate. */
  get card(): MemoryCard | null {
    return this.#path.gate.card ?? this.#path.ic;
  }

  set binFull(full: boolean) {
    this.#path.binFull = full;
  }

  takeFromGate(): MemoryCard | null {
    return this.#path.takeFromGate();
  }

  /** What a technician finds in the bin and takes out. */
  emptyBin(): readonly MemoryCard[] {
    return this.#path.emptyBin();
  }

  takeOut(): MemoryCard | null {
    return this.#path.takeOut();
  }

  /** The next call of this method fails; with `acts` the card moves all the same. */
  failNext(act: IssuerAct, trouble: CardIssuerTrouble, acts = false): void {
    this.#path.failNext(act, trouble, acts);
  }

  failNextRead(trouble: IssuerTrouble): void {
    this.#readTrouble = trouble;
  }

  async open() {
    return ok(undefined);
  }

  async probe() {
    return ok(undefined);
  }

  async close(): Promise<void> {
    this.#readTrouble = null;
  }

  async status(): Promise<Result<CardIssuerStatus, CardIssuerTrouble>> {
    const { position, binFull } = this.#path;
    const stock = this.stack.length === 0 ? 'empty' : this.stack.length <= 5 ? 'low' : 'enough';
    return this.#path.do('status', () => ok({ position, stock, bin: binFull ? 'full' : 'room' }));
  }

  takeBlank(): Done<CardIssuerTrouble> {
    return this.#move('takeBlank', ['none'], () => {
      const blank = this.stack.shift();
      if (blank === undefined) return err({ kind: 'stock-empty' });
      this.#path.ic = blank;
      return ok(undefined);
    });
  }

  async powerOn(): Promise<Result<string, CardIssuerTrouble>> {
    const { position } = this.#path;
    return position === 'ic'
      ? this.#path.do('powerOn', () => ok(CONTACT_ATR))
      : err({ kind: 'wrong-position', position });
  }

  async transmit(command: string): Promise<Result<string, CardIssuerTrouble>> {
    const card = this.#path.ic;
    if (card === null) return err({ kind: 'chip', code: 'not-activated' });
    return this.#path.do('transmit', () => {
      card.commands.push(command);
      return ok(card.answer(command));
    });
  }

  async read(_keys: CardKeyService, signal: AbortSignal): Promise<Result<SocialSecurityCard, IssuerTrouble>> {
    const { position } = this.#path;
    const trouble = this.#readTrouble;
    this.#readTrouble = null;
    if (position !== 'ic') return err({ kind: 'wrong-position', position });
    if (signal.aborted) return err(aborted);
    return trouble === null ? readBack(this.#path.ic) : err(trouble);
  }

  present(): Done<CardIssuerTrouble> {
    return this.#move('present', ['ic'], () => ok(this.#path.toGate()));
  }

  async waitTaken(signal: AbortSignal): Promise<Result<'taken' | 'not-taken', CardIssuerTrouble>> {
    if (this.#path.position === 'ic') return err({ kind: 'wrong-position', position: 'ic' });
    const outcome = await this.#path.waitTaken(signal);
    return this.#path.do('waitTaken', () => ok(outcome));
  }

  toBin(): Done<CardIssuerTrouble> {
    return this.#move('toBin', ['ic', 'gate'], () =>
      this.#path.binFull ? err({ kind: 'bin-full' }) : ok(this.#path.toBin()),
    );
  }

  async #move(
    act: IssuerAct,
    from: readonly CardPosition[],
    moving: () => Result<void, CardIssuerTrouble>,
  ): Done<CardIssuerTrouble> {
    const { position } = this.#path;
    return from.includes(position) ? this.#path.do(act, moving) : err({ kind: 'wrong-position', position });
  }
}

export type AcceptorAct = 'status' | 'accept' | 'giveBack' | 'waitTaken' | 'takeIn' | 'retain';

/** Card acceptor in memory, likewise. */
export class MemoryCardAcceptor implements CardAcceptor {
  readonly #path = new MemoryPath<AcceptorAct, CardAcceptorTrouble>();
  /** What somebody holds in front of the open mouth. */
  readonly #mouth = new CardSlot<MemoryCard>();
  #entryOpen = false;
  #readTrouble: CardAcceptorTrouble | SocialCardTrouble | null = null;

  get bin(): readonly MemoryCard[] {
    return this.#path.bin;
  }

  get taken(): readonly MemoryCard[] {
    return this.#path.taken;
  }

  get card(): MemoryCard | null {
    return this.#path.gate.card ?? this.#path.ic;
  }

  get entryOpen(): boolean {
    return this.#entryOpen;
  }

  set binFull(full: boolean) {
    this.#path.binFull = full;
  }

  /** A resident pushes a card at the mouth; false where the entry is closed or a card is inside. */
  insertCard(card: MemoryCard): boolean {
    if (!this.#entryOpen || this.card !== null) return false;
    this.#path.ic = card;
    this.#mouth.put(card);
    return true;
  }

  takeFromGate(): MemoryCard | null {
    return this.#path.takeFromGate();
  }

  /** What a technician finds in the bin and takes out. */
  emptyBin(): readonly MemoryCard[] {
    return this.#path.emptyBin();
  }

  takeOut(): MemoryCard | null {
    return this.#path.takeOut();
  }

  /** The next call of this method fails; with `acts` the card moves all the same. */
  failNext(act: AcceptorAct, trouble: CardAcceptorTrouble, acts = false): void {
    this.#path.failNext(act, trouble, acts);
  }

  failNextRead(trouble: CardAcceptorTrouble | SocialCardTrouble): void {
    this.#readTrouble = trouble;
  }

  async open() {
    return ok(undefined);
  }

  async probe() {
    return ok(undefined);
  }

  async close(): Promise<void> {
    this.#entryOpen = false;
  }

  async status(): Promise<Result<CardAcceptorStatus, CardAcceptorTrouble>> {
    const media = this.#path.position === 'ic' ? 'latched' : this.#path.position;
    return this.#path.do('status', () => ok({ media, retainBin: this.#path.binFull ? 'full' : 'room' }));
  }

  async accept(signal: AbortSignal): Done<CardAcceptorTrouble> {
    if (this.card !== null) return err(deviceTrouble('card-inside', 'a card is already in the machine'));
    if (signal.aborted) return err(aborted);
    this.#entryOpen = true;
    await this.#mouth.until((card) => card !== null, signal);
    this.#entryOpen = false;
    this.#mouth.take();
    return this.#path.do('accept', () => (this.card === null ? err(aborted) : ok(undefined)));
  }

  async read(
    _keys: CardKeyService,
    signal: AbortSignal,
  ): Promise<Result<SocialSecurityCard, CardAcceptorTrouble | SocialCardTrouble>> {
    const trouble = this.#readTrouble;
    this.#readTrouble = null;
    if (this.#path.ic !== null && signal.aborted) return err(aborted);
    return trouble === null ? readBack(this.#path.ic) : err(trouble);
  }

  giveBack(): Done<CardAcceptorTrouble> {
    return this.#move('giveBack', () => ok(this.#path.toGate()));
  }

  async waitTaken(signal: AbortSignal): Promise<Result<'taken' | 'not-taken', CardAcceptorTrouble>> {
    const outcome = await this.#path.waitTaken(signal);
    return this.#path.do('waitTaken', () => ok(outcome));
  }

  takeIn(): Done<CardAcceptorTrouble> {
    return this.#move('takeIn', () => ok(this.#path.toIc()));
  }

  retain(): Done<CardAcceptorTrouble> {
    return this.#move('retain', () =>
      this.#path.binFull ? err({ kind: 'bin-full' }) : ok(this.#path.toBin()),
    );
  }

  async #move(act: AcceptorAct, moving: () => Result<void, CardAcceptorTrouble>): Done<CardAcceptorTrouble> {
    return this.card === null ? err({ kind: 'no-card' }) : this.#path.do(act, moving);
  }
}
