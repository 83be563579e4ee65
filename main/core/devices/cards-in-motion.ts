import type { CardAcceptor } from '../../../src/ports/card-acceptor.ts';
import type { CardIssuer } from '../../../src/ports/card-issuer.ts';

/** Both machines, asked for at each use; null where the kiosk has none. */
interface Machines {
  readonly issuer: () => CardIssuer | null;
  readonly acceptor: () => CardAcceptor | null;
}

/**
 * Knows whether a machine is moving a card, or waits for a hand, for a resident or for settling: a technician's act
 * waits until it is over (INV-3). What follows from a move is on disk before anybody else can ask.
 */
export class CardsInMotion {
  #calls = 0;

  get any(): boolean {
    return this.#calls > 0;
  }

  /** The same machines; their moves are noticed. */
  watch({ issuer, acceptor }: Machines): Machines {
    return {
      issuer: () => {
        const machine = issuer();
        return machine && this.#issuer(machine);
      },
      acceptor: () => {
        const machine = acceptor();
        return machine && this.#acceptor(machine);
      },
    };
  }

  /** An act of several moves, with what it asks the sensors in between. */
  async during<T>(act: () => Promise<T>): Promise<T> {
    this.#calls += 1;
    try {
      return await act();
    } finally {
      this.#calls -= 1;
    }
  }

  #issuer(machine: CardIssuer): CardIssuer {
    return {
      open: () => machine.open(),
      probe: () => machine.probe(),
      close: () => machine.close(),
      status: () => machine.status(),
      powerOn: () => machine.powerOn(),
      transmit: (command) => machine.transmit(command),
      read: (keys, signal) => machine.read(keys, signal),
      takeBlank: () => this.during(() => machine.takeBlank()),
      present: () => this.during(() => machine.present()),
      waitTaken: (signal) => this.during(() => machine.waitTaken(signal)),
      toBin: () => this.during(() => machine.toBin()),
    };
  }

  #acceptor(machine: CardAcceptor): CardAcceptor {
    return {
      open: () => machine.open(),
      probe: () => machine.probe(),
      close: () => machine.close(),
      status: () => machine.status(),
      read: (keys, signal) => machine.read(keys, signal),
      accept: (signal) => this.during(() => machine.accept(signal)),
      giveBack: () => this.during(() => machine.giveBack()),
      waitTaken: (signal) => this.during(() => machine.waitTaken(signal)),
      takeIn: () => this.during(() => machine.takeIn()),
      retain: () => this.during(() => machine.retain()),
    };
  }
}
