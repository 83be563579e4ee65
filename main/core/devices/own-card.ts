import { maskOwner } from '../../../src/identity/masking.ts';
import type { AcceptedMedia, CardAcceptor } from '../../../src/ports/card-acceptor.ts';
import type { Timers } from '../../../src/ports/clock.ts';
import { deviceTrouble } from '../../../src/ports/device-status.ts';
import type { OwnCard } from '../../../src/ports/own-card.ts';
import type { SocialSecurityCard } from '../../../src/ports/social-card-reader.ts';
import { err, ok } from '../../../src/result.ts';
import type { Store } from '../store/open-store.ts';

export interface OwnCardOptions {
  readonly acceptor: () => CardAcceptor | null;
  readonly store: Store;
  readonly timers: Timers;
  /** How long a card waits at the gate before it is taken in again, seconds. */
  readonly takeCardSeconds: number;
}

/** The port for the flows, and what the core does about a card that was left behind. */
export interface OwnCardKeeper extends OwnCard {
  /**
   * A card found in the acceptor while nobody is being served is given back, and retained when its time is over. Call
   * at start, when the acceptor came online, and between residents. A card that a request still has to settle is left.
   */
  giveBackLeftBehind(): Promise<void>;
}

const notFitted = err(deviceTrouble('not-fitted', 'this kiosk has no card acceptor'));

/** Residents' own cards over the acceptor: every place a card has been is on disk with its reason (INV-3, INV-5). */
export function createOwnCard({ acceptor, store, timers, takeCardSeconds }: OwnCardOptions): OwnCardKeeper {
  const { custody, audit } = store;
  const line = () => custody.inMachine('resident');
  /** Opens a line for a card that is inside without one: it came in while the power failed. */
  const lineFor = (reason: string): string => line()?.card ?? custody.acceptOwnCard(reason);
  /** The sensors said so after the last card was inside: one they see now is another one. */
  let seenEmpty = false;
  const look = async (machine: CardAcceptor) => {
    const status = await machine.status();
    if (status.ok && status.value.media === 'none') seenEmpty = true;
    return status;
  };
  /** What moves the card, one after the other: a session that ends is not always done with it yet. */
  let moving: Promise<unknown> = Promise.resolve();
  function inTurn<T>(act: () => Promise<T>): Promise<T> {
    const done = moving.then(act);
    // Whoever asked for it hears of a failure; the next one only waits.
    moving = done.then(nothing, nothing);
    return done;
  }

  /** A technician who empties the bin sees whose card was kept, masked (INV-5). */
  function noteOwner(card: string, { name, socialSecurityNumber }: SocialSecurityCard): void {
    const masked = maskOwner(name, socialSecurityNumber);
    if (masked !== null) store.cardOwners.note(card, { masked });
  }

  async function giveBack(
    signal: AbortSignal,
    reason: 'not-taken' | 'left-behind',
  ): Promise<'taken' | 'retained' | 'stuck' | 'none'> {
    const machine = acceptor();
    const held = line();
    if (!machine || !held) return 'none';
    const { card } = held;
    if (held.place !== 'gate') {
      store.transaction(() => custody.move(card, 'gate', 'offered-back'));
      const offered = await machine.giveBack();
      if (!offered.ok && offered.error.kind !== 'no-card') return stuck(card, offered.error.kind);
    }
    const waited = await machine.waitTaken(signal);
    if (!waited.ok) return stuck(card, waited.error.kind);
    return waited.value === 'taken' ? taken(card) : retain(machine, card, reason);
  }

  function taken(card: string): 'taken' {
    store.transaction(() => {
      custody.move(card, 'given-back', 'taken-by-its-owner');
      audit.record('own-card-given-back', { card, outcome: 'taken', code: null });
    });
    return 'taken';
  }

  async function retain(
    machine: CardAcceptor,
    card: string,
    reason: 'not-taken' | 'left-behind',
  ): Promise<'taken' | 'retained' | 'stuck'> {
    // Taken in first: at the gate anybody could pull it while it moves.
    const inside = await machine.takeIn();
    // Pulled at the last moment: from the gate only a hand takes it.
    if (!inside.ok && inside.error.kind === 'no-card') return taken(card);
    if (!inside.ok) return stuck(card, inside.error.kind);
    store.transaction(() => custody.move(card, 'latched', reason));
    const kept = await machine.retain();
    if (!kept.ok) return stuck(card, kept.error.kind);
    store.transaction(() => {
      custody.move(card, 'retained', reason);
      audit.record('own-card-retained', { card, reason, outcome: 'retained' });
    });
    return 'retained';
  }

  /** The line stays with the place it last had, or `unknown` where nobody can tell; a technician has to come. */
  function stuck(card: string, code: string): 'stuck' {
    seenEmpty = false;
    store.transaction(() => {
      if (code !== 'bin-full') custody.move(card, 'unknown', code);
      audit.record('own-card-given-back', { card, outcome: 'stuck', code });
    });
    return 'stuck';
  }

  /** Brings the ledger to what the sensors say, where the two disagree after a power cut. */
  function believeSensors(media: AcceptedMedia): void {
    const held = line();
    if (held === null && (media === 'latched' || media === 'gate')) {
      const lost = seenEmpty ? null : custody.lostFromSight();
      const card = lost?.card ?? custody.acceptOwnCard('found-latched');
      custody.move(card, media, 'found');
      return;
    }
    if (media === 'latched' && held?.place === 'gate') custody.move(held.card, 'latched', 'found-latched');
    if (media !== 'none' || held === null) return;
    // At the gate a card can only have been taken; from inside it can't have gone where nobody sent it.
    const place = held.place === 'gate' ? 'given-back' : 'unknown';
    custody.move(held.card, place, 'found-gone');
    audit.record('custody-corrected', { card: held.card, place, reason: 'found-gone' });
  }

  const offerLeftBehind = () =>
    inTurn(async () => {
      const machine = acceptor();
      const status = machine && (await look(machine));
      if (!status?.ok || requestHoldsOldCard(store)) return;
      store.transaction(() => believeSensors(status.value.media));
      if (line() === null) return;
      const taken = new AbortController();
      const late = new AbortController();
      void timers.sleep(takeCardSeconds * 1_000, taken.signal).then(() => late.abort());
      await giveBack(late.signal, 'left-behind');
      taken.abort();
    });

  return {
    async accept(signal) {
      const machine = acceptor();
      if (!machine) return notFitted;
      // An answer that was lost: the card came in all the same, and only the sensors say so (INV-5).
      const before = await look(machine);
      const cameIn = seenEmpty && line() === null && before.ok && before.value.media === 'latched';
      // Another card that is inside was left behind, by a power cut perhaps: it goes first, and never to be kept here.
      if (!cameIn && before.ok && before.value.media !== 'none') await offerLeftBehind();
      const accepted = cameIn ? ok(undefined) : await machine.accept(signal);
      if (!accepted.ok) return accepted;
      seenEmpty = false;
      store.transaction(() => {
        const card = lineFor('accepted');
        audit.record('own-card-accepted', { card });
      });
      return ok(undefined);
    },
    async read(keys, signal) {
      const machine = acceptor();
      if (!machine) return notFitted;
      const card = await machine.read(keys, signal);
      const held = line();
      if (card.ok && held) noteOwner(held.card, card.value);
      return card;
    },
    inside: () => line() !== null,
    giveBack: (signal) => inTurn(() => giveBack(signal, 'not-taken')),
    giveBackLeftBehind: offerLeftBehind,
  };
}

const nothing = (): void => undefined;

/** An open swap or exchange whose old card was about to be retained: settling reads the sensors first. */
function requestHoldsOldCard({ journal }: Store): boolean {
  return journal.openTransactions().some(({ transactionId }) => isRetaining(journal.entries(transactionId)));
}

function isRetaining(entries: readonly unknown[]): boolean {
  const acts = entries.filter(
    (entry) => typeof entry === 'object' && entry !== null && 'act' in entry && entry.act === 'retain-old',
  );
  return acts.length === 1;
}
