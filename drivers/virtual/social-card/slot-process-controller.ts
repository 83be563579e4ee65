import { type DeviceTrouble, deviceTrouble } from '../../../src/ports/device-status.ts';
import { err, ok, type Result } from '../../../src/result.ts';
import { type ChildPort, forkModule } from '../../social-card/child-port.ts';
import { wallTimers } from '../../wall-timers.ts';
import { type CardFaults, type CardSpecInput, cardSpecSchema } from './card-spec.ts';
import { type SlotMessage, slotMessageSchema } from './slot-messages.ts';
import type { SlotStatus } from './virtual-card-slot.ts';
import { VPCD_PORT } from './vpcd-slot.ts';

/** Which wire the slot is on: a reader of vpcd (slot 0 or 1), or the direct listener (port 0 takes a free one). */
export type SlotWire =
  | { readonly kind: 'vpcd'; readonly slot: 0 | 1 }
  | { readonly kind: 'direct'; readonly port?: number };

type Reply = Result<SlotStatus, DeviceTrouble>;

/** The process answers in milliseconds; one that needs this long hangs, and is ended. */
const REPLY_DEADLINE_MS = 5_000;
/** A card being put away may hang less long: `stop` is on the way out of everything. */
const STOP_DEADLINE_MS = 500;

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
    // Pulled in good order if it can be, since pcscd does not survive a half-sent answer; ended all the same.
    await this.#ask({ kind: 'pull' }, STOP_DEADLINE_MS);
    this.#child.kill();
  }

  async #ask(command: object, deadlineMs = REPLY_DEADLINE_MS): Promise<Reply> {
    if (this.#ended) return err(deviceTrouble('slot-ended', 'the card process ended'));
    const id = this.#nextId;
    this.#nextId += 1;
    const replied = new Promise<Reply>((resolve) => this.#pending.set(id, resolve));
    this.#child.send({ ...command, id });
    const over = new AbortController();
    const timeout = wallTimers.sleep(deadlineMs, over.signal).then(() => {
      if (!over.signal.aborted) this.#child.kill();
    });
    const reply = await replied;
    over.abort();
    await timeout;
    return reply;
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
