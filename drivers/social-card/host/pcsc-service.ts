import {
  type CardInterface,
  Context,
  type ContextInterface,
  SCARD_PROTOCOL_T0,
  SCARD_PROTOCOL_T1,
  SCARD_RESET_CARD,
  SCARD_SHARE_EXCLUSIVE,
} from 'smartcard';
import { bytesFromHex, hexFromBytes } from '../../../src/card-keys/hex.ts';
import type { ParentPort } from '../parent-port.ts';
import { type HostMessage, type HostRequest, hostRequestSchema } from './messages.ts';
import { ReaderWatch } from './reader-watch.ts';

/**
 * The only process that loads the PC/SC binding, since it blocks and a silent card cannot be cancelled. It keeps
 * no state worth saving: the parent kills it whenever a deadline passes or pcscd goes away, and starts another,
 * which brings new contexts.
 */

interface Connection {
  readonly context: ContextInterface;
  readonly card: CardInterface;
}

let connection: Connection | null = null;

/** Serves the parent's requests, and tells it of cards coming and going. */
export function servePcsc(port: ParentPort<HostMessage>): void {
  try {
    new ReaderWatch((message) => port.send(message));
  } catch (error) {
    port.send({ kind: 'service-lost', message: textOf(error) });
    return;
  }
  // One request at a time: the binding's calls on one card must not overlap.
  let last: Promise<void> = Promise.resolve();
  port.onMessage((raw) => {
    const request = hostRequestSchema.safeParse(raw);
    if (!request.success) throw new Error(`malformed request: ${request.error.message}`);
    last = last.then(() => answer(port, request.data));
  });
  port.send({ kind: 'ready' });
}

async function answer(port: ParentPort<HostMessage>, request: HostRequest): Promise<void> {
  try {
    port.send(await perform(request));
  } catch (error) {
    port.send({ kind: 'failed', id: request.id, message: textOf(error) });
  }
}

async function perform(request: HostRequest): Promise<HostMessage> {
  const { id } = request;
  switch (request.kind) {
    case 'readers':
      return { kind: 'readers-listed', id, readers: listReaders() };
    case 'connect': {
      letGo();
      connection = await connectTo(request.reader);
      return { kind: 'connected', id, atr: hexFromBytes(connection.card.atr ?? new Uint8Array()) };
    }
    case 'transmit': {
      if (connection === null) throw new Error('No smart card present');
      const command = Buffer.from(bytesFromHex(request.command) ?? []);
      const bytes = await connection.card.transmit(command, { maxRecvLength: request.maxAnswerLength });
      return { kind: 'answer', id, answer: hexFromBytes(bytes) };
    }
    case 'disconnect':
      letGo();
      return { kind: 'disconnected', id };
  }
}

function listReaders(): string[] {
  const context = new Context();
  try {
    return context.listReaders().map((reader) => reader.name);
  } finally {
    context.close();
  }
}

/** Exclusive share stands in for BeginTransaction, which the binding does not have. */
async function connectTo(name: string): Promise<Connection> {
  const context = new Context();
  try {
    const reader = context.listReaders().find((candidate) => candidate.name === name);
    if (reader === undefined) throw new Error('Unknown reader');
    const card = await reader.connect(SCARD_SHARE_EXCLUSIVE, SCARD_PROTOCOL_T0 | SCARD_PROTOCOL_T1);
    return { context, card };
  } catch (error) {
    context.close();
    throw error;
  }
}

/** Resets the card, so that no security status outlives a read. */
function letGo(): void {
  const held = connection;
  connection = null;
  if (held === null) return;
  try {
    held.card.disconnect(SCARD_RESET_CARD);
  } catch (error) {
    // A pulled card cannot be reset, and need not be.
    if (!(error instanceof Error)) throw error;
  } finally {
    held.context.close();
  }
}

const textOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));
