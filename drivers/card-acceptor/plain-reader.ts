import type { CardAcceptor, CardAcceptorTrouble } from '../../src/ports/card-acceptor.ts';
import { aborted, type DeviceTrouble, deviceTrouble } from '../../src/ports/device-status.ts';
import type {
  CardKeyService,
  SocialCardReader,
  SocialCardTrouble,
  SocialSecurityCard,
} from '../../src/ports/social-card-reader.ts';
import { err, ok, type Result } from '../../src/result.ts';

/**
 * An acceptor as a plain reader, for services that never keep a card. A card that lies in it from before is offered
 * back first (INV-5), and whatever was put in leaves through the gate. For residents alone: a technician, who stands
 * there because a machine is stuck, does not give a card to a machine.
 */
export class PlainReader implements Omit<SocialCardReader, 'authenticateTechnician'> {
  readonly #acceptor: CardAcceptor;

  constructor(acceptor: CardAcceptor) {
    this.#acceptor = acceptor;
  }

  open(): Promise<Result<void, DeviceTrouble>> {
    return this.#acceptor.open();
  }

  probe(): Promise<Result<void, DeviceTrouble>> {
    return this.#acceptor.probe();
  }

  close(): Promise<void> {
    return this.#acceptor.close();
  }

  async waitForCard(signal: AbortSignal): Promise<Result<void, SocialCardTrouble>> {
    const emptied = await this.waitForRemoval(signal);
    if (!emptied.ok) return emptied;
    const accepted = await this.#acceptor.accept(signal);
    if (!accepted.ok) return err(readerTrouble(accepted.error));
    if (!signal.aborted) return ok(undefined);
    // The card came in as the resident was given up: nobody will read it, so it goes back at once.
    const back = await this.#acceptor.giveBack();
    return err(back.ok ? aborted : readerTrouble(back.error));
  }

  async read(
    keys: CardKeyService,
    signal: AbortSignal,
  ): Promise<Result<SocialSecurityCard, SocialCardTrouble>> {
    const read = await this.#acceptor.read(keys, signal);
    return read.ok ? read : err(readerTrouble(read.error));
  }

  /** Gives the card back and waits until the gate is empty; at once where no card is inside. */
  async waitForRemoval(signal: AbortSignal): Promise<Result<void, SocialCardTrouble>> {
    const given = await this.#acceptor.giveBack();
    if (!given.ok) return given.error.kind === 'no-card' ? ok(undefined) : err(readerTrouble(given.error));
    const taken = await this.#acceptor.waitTaken(signal);
    if (!taken.ok) return err(readerTrouble(taken.error));
    return taken.value === 'taken' ? ok(undefined) : err(aborted);
  }
}

/** A plain reader knows no bin and no jam: those are the device's trouble. */
function readerTrouble(trouble: CardAcceptorTrouble | SocialCardTrouble): SocialCardTrouble {
  switch (trouble.kind) {
    case 'bin-full':
      return deviceTrouble('bin-full', 'the retain bin is full');
    case 'jammed':
      return deviceTrouble('jammed', `a card is stuck in the acceptor (${trouble.code})`);
    default:
      return trouble;
  }
}
