import { randomBytes } from 'node:crypto';
import { type ParentPort, parentPort } from '../../social-card/parent-port.ts';
import { wallTimers } from '../../wall-timers.ts';
import { DirectListener } from './direct-listener.ts';
import { type SlotCommand, type SlotMessage, slotCommandSchema } from './slot-messages.ts';
import type { VirtualCardSlot } from './virtual-card-slot.ts';
import { VpcdSlot } from './vpcd-slot.ts';

/**
 * A virtual card slot in a process of its own: the card must not share one with the PC/SC client, whose binding
 * blocks while the card should answer. Arguments: `vpcd PORT` or `direct PORT` (0 takes a free one).
 */

const challenges = (length: number): Uint8Array => Uint8Array.from(randomBytes(length));

async function start(port: ParentPort<SlotMessage>, [wire, portText]: readonly string[]): Promise<void> {
  const number = Number(portText);
  const slot =
    wire === 'vpcd'
      ? new VpcdSlot(number, wallTimers, challenges)
      : new DirectListener(wallTimers, challenges);
  const listening = slot instanceof DirectListener ? await slot.listen(number) : number;
  let last: Promise<void> = Promise.resolve();
  port.onMessage((raw) => {
    const command = slotCommandSchema.parse(raw);
    last = last.then(() => obey(port, slot, command));
  });
  port.send({ kind: 'ready', port: listening });
}

async function obey(
  port: ParentPort<SlotMessage>,
  slot: VirtualCardSlot,
  command: SlotCommand,
): Promise<void> {
  const { id } = command;
  try {
    if (command.kind === 'insert') await slot.insert(command.card, command.faults);
    if (command.kind === 'pull') await slot.pull();
    port.send({ kind: 'done', id, status: slot.status() });
  } catch (error) {
    port.send({ kind: 'failed', id, message: error instanceof Error ? error.message : String(error) });
  }
}

await start(parentPort(), process.argv.slice(2));
