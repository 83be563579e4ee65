import { type DeviceTrouble, deviceTrouble } from '../../../src/ports/device-status.ts';
import { err, ok, type Result } from '../../../src/result.ts';
import { type ChildPort, forkModule } from '../../social-card/child-port.ts';
import { type CardFaults, type CardSpecInput, cardSpecSchema } from './card-spec.ts';
import { type SlotMessage, slotMessageSchema } from './slot-messages.ts';
import type { SlotStatus } from './virtual-card-slot.ts';
import { VPCD_PORT } from './vpcd-slot.ts';

/** Which wire the slot is on: a reader of vpcd (slot 0 or 1), or the direct listener (port 0 takes a free one). */
export type SlotWire =
  | { readonly kind: 'vpcd'; readonly slot: 0 | 1 }
  | { readonly kind: 'direct'; readonly port?: number };

type Reply = Result<SlotStatus, DeviceTrouble>;

/** The hand that holds virtual cards: for tests and the dev dock. */
export class VirtualCardSlotProcess {
  /** What the driver is told as `reader`. */
  readonly reader: string;
  readonly #child: ChildPort;
  readonly #pending: Map<number, (reply: Reply) => void>;
  #nextId = 0;
  #ended = false;

  constructor(reader: string, child: ChildPort, pending: Map<number, (reply: Reply) => void>) {
    this.reader = reader;
    this.#child = child;
    this.#pending = pending;
    child.onExit(() => {
      this.#ended = true;
      for (const settle of pending.values())
        settle(err(deviceTrouble('slot-ended', 'the card process ended')));
      pending.clear();
    });
  }

  /** Puts a card in, in place of one that is there. Fails where vpcd does not listen. */
  insert(card: CardSpecInput, faults: CardFaults = {}): Promise<Reply> {
    return this.#ask({ kind: 'insert', card: cardSpecSchema.parse(card), faults });
  }

  pull(): Promise<Reply> {
    return this.#ask({ kind: 'pull' });
  }

  status(): Promise<Reply> {
    return this.#ask({ kind: 'status' });
  }

  /** Pulls the card and ends the process. */
  async stop(): Promise<void> {
    if (this.#ended) return;
    // A card that is silent or gone cannot be pulled in good order; the process ends all the same.
    await this.pull();
    this.#child.kill();
  }

  #ask(command: object): Promise<Reply> {
    if (this.#ended) return Promise.resolve(err(deviceTrouble('slot-ended', 'the card process ended')));
    const id = this.#nextId;
    this.#nextId += 1;
    return new Promise((resolve) => {
      this.#pending.set(id, resolve);
      this.#child.send({ ...command, id });
    });
  }
}

/** Starts the process that holds virtual cards. Fails with `slot-ended` where a direct port is taken. */
export function startVirtualCardSlot(wire: SlotWire): Promise<Result<VirtualCardSlotProcess, DeviceTrouble>> {
  const argument = wire.kind === 'vpcd' ? VPCD_PORT + wire.slot : (wire.port ?? 0);
  const child = forkModule(new URL('./slot-process.ts', import.meta.url), [wire.kind, String(argument)]);
  const pending = new Map<number, (reply: Reply) => void>();
  return new Promise((resolve) => {
    child.onExit(() => resolve(err(deviceTrouble('slot-ended', 'the card process could not start'))));
    child.onMessage((raw) => {
      const message: SlotMessage = slotMessageSchema.parse(raw);
      if (message.kind === 'ready') {
        const reader =
          wire.kind === 'vpcd' ? virtualReaderName(wire.slot) : `direct://127.0.0.1:${message.port}`;
        resolve(ok(new VirtualCardSlotProcess(reader, child, pending)));
        return;
      }
      const settle = pending.get(message.id);
      pending.delete(message.id);
      settle?.(
        message.kind === 'done' ? ok(message.status) : err(deviceTrouble('slot-failed', message.message)),
      );
    });
  });
}

/** Names pcscd gives to vpcd's two readers. */
export const virtualReaderName = (slot: 0 | 1): string => `Virtual PCD 00 0${slot}`;
