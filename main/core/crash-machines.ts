import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CardAcceptor, CardAcceptorTrouble } from '../../src/ports/card-acceptor.ts';
import type { CardIssuer, CardIssuerTrouble } from '../../src/ports/card-issuer.ts';
import type { CardFacePrinter } from '../../src/ports/document-printer.ts';
import type { SocialSecurityCard } from '../../src/ports/social-card-reader.ts';
import { err, ok } from '../../src/result.ts';
import { MODEL_CARD } from './sync/model-personalisation.ts';

/** What is physically so: it outlives the core, as metal does. */
export interface MachineTruth {
  stack: number;
  position: 'none' | 'gate' | 'ic';
  written: boolean;
  issuerBin: number;
  handedOver: number;
  acceptor: 'none' | 'gate' | 'latched';
  retainBin: number;
  givenBack: number;
  /** Whether somebody stands there and takes what comes out. */
  somebodyTakes: boolean;
  /** So many chips can't be read back. */
  badChips: number;
}

export const NEW_MACHINES: MachineTruth = {
  stack: 10,
  position: 'none',
  written: false,
  issuerBin: 0,
  handedOver: 0,
  acceptor: 'none',
  retainBin: 0,
  givenBack: 0,
  somebodyTakes: true,
  badChips: 0,
};

type Trouble = CardIssuerTrouble | { readonly kind: 'no-card' };

/** Issuer and acceptor whose truth lies in a file, so that it is still there after the core was killed. */
export class CrashMachines {
  readonly #path: string;
  /** The next call of this name fails; with `acts` the card moves all the same. */
  readonly faults: { act: string; trouble: Trouble; acts: boolean }[] = [];
  #answer = '9000';

  constructor(folder: string) {
    this.#path = join(folder, 'machines.json');
  }

  /** Whether this kiosk has machines at all. */
  get there(): boolean {
    return existsSync(this.#path);
  }

  get truth(): MachineTruth {
    return JSON.parse(readFileSync(this.#path, 'utf8'));
  }

  change(to: Partial<MachineTruth>): void {
    // In one move: a kill never leaves half a truth.
    writeFileSync(`${this.#path}.new`, JSON.stringify({ ...this.truth, ...to }));
    renameSync(`${this.#path}.new`, this.#path);
  }

  /** What every chip says to every command. */
  answerWith(statusWord: string): void {
    this.#answer = statusWord;
  }

  begin(truth: Partial<MachineTruth> = {}): this {
    writeFileSync(this.#path, JSON.stringify({ ...NEW_MACHINES, ...truth }));
    return this;
  }

  readonly #always = {
    open: async () => ok(undefined),
    probe: async () => ok(undefined),
    close: async () => undefined,
  };

  readonly issuer: CardIssuer = {
    ...this.#always,
    status: async () => {
      const { position, stack } = this.truth;
      const fault = this.#fault('status');
      if (fault) return err(fault.trouble as CardIssuerTrouble);
      return ok({ position, stock: stack === 0 ? 'empty' : 'enough', bin: 'room' });
    },
    takeBlank: async () =>
      this.#move('takeBlank', () => {
        const { stack, position } = this.truth;
        if (position !== 'none') return { kind: 'wrong-position', position };
        if (stack === 0) return { kind: 'stock-empty' };
        this.change({ stack: stack - 1, position: 'ic', written: false });
        return null;
      }),
    powerOn: async () => ok('3B6D000000005453540000240105000001'),
    transmit: async () => {
      if (this.#answer === '9000') this.change({ written: true });
      return ok(this.#answer);
    },
    read: async () => {
      const fault = this.#fault('read');
      if (fault) return err(fault.trouble as CardIssuerTrouble);
      const { badChips, written } = this.truth;
      if (badChips > 0) this.change({ badChips: badChips - 1 });
      return written && badChips === 0 ? ok(writtenCard()) : err({ kind: 'mute' });
    },
    present: async () =>
      this.#move('present', () => {
        const { position } = this.truth;
        if (position !== 'ic') return { kind: 'wrong-position', position };
        this.change({ position: 'gate' });
        return null;
      }),
    waitTaken: async () => {
      const { somebodyTakes, handedOver } = this.truth;
      const fault = this.#fault('waitTaken');
      if (fault) return err(fault.trouble as CardIssuerTrouble);
      if (!somebodyTakes) return ok('not-taken');
      this.change({ position: 'none', handedOver: handedOver + 1 });
      return ok('taken');
    },
    toBin: async () =>
      this.#move('toBin', () => {
        const { position, issuerBin } = this.truth;
        if (position === 'none') return { kind: 'wrong-position', position };
        this.change({ position: 'none', issuerBin: issuerBin + 1 });
        return null;
      }),
  };

  readonly acceptor: CardAcceptor = {
    ...this.#always,
    status: async () => ok({ media: this.truth.acceptor, retainBin: 'room' }),
    accept: async () => {
      this.change({ acceptor: 'latched' });
      return ok(undefined);
    },
    read: async () => ok({ ...writtenCard(), generation: 2 }),
    giveBack: async () => {
      if (this.truth.acceptor === 'none') return err({ kind: 'no-card' });
      this.change({ acceptor: 'gate' });
      return ok(undefined);
    },
    waitTaken: async () => {
      const { somebodyTakes, givenBack } = this.truth;
      if (!somebodyTakes) return ok('not-taken');
      this.change({ acceptor: 'none', givenBack: givenBack + 1 });
      return ok('taken');
    },
    takeIn: async () => {
      this.change({ acceptor: 'latched' });
      return ok(undefined);
    },
    retain: async () => {
      const fault = this.#fault('retain');
      if (fault && !fault.acts) return err(fault.trouble as CardAcceptorTrouble);
      this.change({ acceptor: 'none', retainBin: this.truth.retainBin + 1 });
      return fault ? err(fault.trouble as CardAcceptorTrouble) : ok(undefined);
    },
  };

  readonly faces: CardFacePrinter = {
    ...this.#always,
    printFace: async () => {
      const fault = this.#fault('printFace');
      return fault ? err({ kind: 'paper-out' }) : ok(undefined);
    },
  };

  #fault(act: string) {
    const at = this.faults.findIndex((fault) => fault.act === act);
    return at < 0 ? undefined : this.faults.splice(at, 1)[0];
  }

  #move(act: string, moving: () => CardIssuerTrouble | null) {
    const fault = this.#fault(act);
    if (fault && !fault.acts) return err(fault.trouble as CardIssuerTrouble);
    const trouble = moving();
    if (fault) return err(fault.trouble as CardIssuerTrouble);
    return trouble ? err(trouble) : ok(undefined);
  }
}

const writtenCard = (): SocialSecurityCard => ({
  specVersion: '3.00',
  generation: 3,
  cardId: MODEL_CARD.cardId,
  cardNumber: MODEL_CARD.cardNumber,
  socialSecurityNumber: MODEL_CARD.socialSecurityNumber,
  name: MODEL_CARD.name,
  sex: 'male',
  ethnicGroup: '01',
  birthPlace: '460100',
  birthDate: null,
  issuedOn: null,
  expiresOn: null,
  accountNumber: MODEL_CARD.accountNumber,
});
