import { WebSocketServer } from 'ws';
import { z } from 'zod';
import type { Entropy, Timers } from '../../../src/ports/clock.ts';
import type { DeviceState } from '../../../src/ports/device-status.ts';
import type { PinBlock } from '../../../src/ports/pin-pad.ts';
import { MAX_FRAME_BYTES, type XfsCommand } from '../../pin-pad/xfs-message.ts';
import { CommandQueue, type Ending, type Job } from './command-queue.ts';
import { PadFaults } from './pad-faults.ts';
import { PadMemory } from './pad-memory.ts';
import { PadSession, type WireFrame } from './pad-session.ts';
import { type PadKey, PinEntry } from './pin-entry.ts';

export interface VirtualPinPadOptions {
  readonly timers: Timers;
  readonly entropy: Entropy;
  /** 16 bytes; the bank's twin opens what this key seals. */
  readonly key: Uint8Array;
  readonly keyName: string;
  readonly format: PinBlock['format'];
  /** 0 or absent picks a free port on 127.0.0.1. */
  readonly port?: number;
}

const PATH = '/xfs4iot/v1.0';
const SERVICE = `${PATH}/PinPad1`;
const FRAMES_KEPT = 2_000;

const cancelCommand = z.object({ requestIds: z.array(z.number().int().positive()).nullish() });
const blockCommand = z.object({
  customerData: z.string(),
  format: z.string(),
  key: z.string(),
});

/** A PIN pad at the other end of the wire: publisher, service, keys, and a key slot that never opens. */
export class VirtualPinPad {
  readonly faults = new PadFaults();
  /** The last frames of every connection, in order. */
  readonly frames: WireFrame[] = [];
  readonly #options: VirtualPinPadOptions;
  readonly #memory: PadMemory;
  readonly #server: WebSocketServer;
  readonly #sessions = new Set<PadSession>();
  readonly #listeners = new Set<() => void>();
  readonly #queue = new CommandQueue((job) => this.#execute(job));
  readonly #refusals: Ending[] = [];
  #entry: PinEntry | null = null;
  #state: DeviceState = 'online';

  private constructor(options: VirtualPinPadOptions, server: WebSocketServer) {
    this.#options = options;
    this.#memory = new PadMemory(options.format, options.key, options.entropy);
    this.#server = server;
    server.on('connection', (socket) => {
      this.#sessions.add(
        new PadSession(
          socket,
          this.faults,
          (frame) => this.#record(frame),
          (command, session) => this.#accept(command, session),
          (session) => this.#forget(session),
        ),
      );
    });
  }

  /** Listens on 127.0.0.1; throws when the port is taken. */
  static async start(options: VirtualPinPadOptions): Promise<VirtualPinPad> {
    const server = new WebSocketServer({
      host: '127.0.0.1',
      port: options.port ?? 0,
      maxPayload: MAX_FRAME_BYTES,
    });
    await new Promise<void>((resolve, reject) => {
      server.once('listening', resolve);
      server.once('error', reject);
    });
    return new VirtualPinPad(options, server);
  }

  /** The publisher, which lists the one service. */
  get publisherUri(): string {
    return `ws://127.0.0.1:${this.#port}${PATH}`;
  }

  /** The PIN pad service itself. */
  get serviceUri(): string {
    return `ws://127.0.0.1:${this.#port}${SERVICE}`;
  }

  /** Whether the pad waits for keys: its lamp is on. */
  get entryActive(): boolean {
    return this.#entry !== null;
  }

  /** How many digits stand in the pad. */
  get count(): number {
    return this.#memory.count;
  }

  get state(): DeviceState {
    return this.#state;
  }

  /** Called whenever lamp, count or state may have changed. */
  onChange(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Resolves when the pad waits for keys. */
  async waitForEntry(): Promise<void> {
    if (this.#entry) return;
    await new Promise<void>((resolve) => {
      const stop = this.onChange(() => {
        if (!this.#entry) return;
        stop();
        resolve();
      });
    });
  }

  /** One key; dead while no entry runs. */
  press(key: PadKey): void {
    this.#entry?.press(key);
    this.#changed();
  }

  /** Every digit, then enter. */
  typePin(pin: string): void {
    for (const digit of pin) this.press(digit as PadKey);
    this.press('enter');
  }

  /** The pad's own idea of its health; every connection is told. */
  setState(state: DeviceState): void {
    this.#state = state;
    for (const session of this.#sessions) {
      session.send({
        type: 'unsolicited',
        name: 'Common.StatusChangedEvent',
        payload: { common: { device: state } },
      });
    }
    this.#changed();
  }

  /** The next device command ends with this code instead of being run. */
  completeNextWith(completionCode: string, errorCode?: string): void {
    this.#refusals.push({ completionCode, ...(errorCode ? { payload: { errorCode } } : {}) });
  }

  /** Sends any text on every connection: nonsense, replies to nobody, events out of order. */
  sendRaw(text: string): void {
    for (const session of this.#sessions) session.sendRaw(text);
  }

  /** Pulls every cable; the pad goes on listening. */
  disconnect(): void {
    for (const session of this.#sessions) session.drop();
  }

  async close(): Promise<void> {
    this.disconnect();
    await new Promise<void>((resolve) => this.#server.close(() => resolve()));
  }

  get #port(): number {
    const address = this.#server.address();
    return typeof address === 'object' && address ? address.port : 0;
  }

  #record(frame: WireFrame): void {
    this.frames.push(frame);
    if (this.frames.length > FRAMES_KEPT) this.frames.shift();
  }

  #forget(session: PadSession): void {
    this.#sessions.delete(session);
    this.#queue.cancel(session, []);
  }

  /** Questions are answered at once; what uses the keys waits its turn. */
  #accept(command: XfsCommand, session: PadSession): void {
    session.acknowledge(command);
    if (/^(Keyboard|PinPad)\./.test(command.name)) this.#queue.add(command, session);
    else session.complete(command, this.#answer(command, session));
  }

  #answer(command: XfsCommand, session: PadSession): Ending {
    switch (command.name) {
      case 'ServicePublisher.GetServices':
        return success({ vendorName: 'Virtual', services: [{ serviceURI: this.serviceUri }] });
      case 'Common.Capabilities':
        return success(CAPABILITIES);
      case 'Common.Status':
        return success({ common: { device: this.#state } });
      case 'Common.SetVersions':
        return success({});
      case 'Common.Cancel': {
        const parsed = cancelCommand.safeParse(command.payload);
        if (!parsed.success) return { completionCode: 'invalidData' };
        this.#queue.cancel(session, parsed.data.requestIds ?? []);
        return success({});
      }
      default:
        return { completionCode: 'unsupportedCommand' };
    }
  }

  async #execute(job: Job): Promise<Ending> {
    const refusal = this.#refusals.shift();
    if (refusal) return refusal;
    if (this.faults.take('hardware-error')) {
      this.setState('hardwareError');
      return { completionCode: 'hardwareError' };
    }
    if (job.command.name === 'Keyboard.PinEntry') return this.#enterPin(job);
    if (job.command.name === 'PinPad.GetPinBlock') return this.#sealBlock(job);
    return { completionCode: 'unsupportedCommand' };
  }

  async #enterPin(job: Job): Promise<Ending> {
    const entry = PinEntry.begin(job, this.#memory, this.faults);
    if (!entry) return { completionCode: 'invalidData' };
    this.#entry = entry;
    this.#changed();
    try {
      return await entry.ended(this.#options.timers);
    } finally {
      this.#entry = null;
      this.#changed();
    }
  }

  #sealBlock(job: Job): Ending {
    const parsed = blockCommand.safeParse(job.command.payload);
    if (!parsed.success) return { completionCode: 'invalidData' };
    if (parsed.data.format !== 'iso4') return failed('formatNotSupported');
    if (parsed.data.key !== this.#options.keyName) return failed('keyNotFound');
    if (this.#memory.count === 0) return failed('noPin');
    const sealed = this.#memory.seal(parsed.data.customerData);
    if (!sealed.ok) return { completionCode: 'invalidData' };
    const block = this.faults.take('short-block') ? sealed.value.subarray(0, 8) : sealed.value;
    return success({ pinBlock: Buffer.from(block).toString('base64') });
  }

  #changed(): void {
    for (const listener of [...this.#listeners]) listener();
  }
}

const success = (payload: Record<string, unknown>): Ending => ({ completionCode: 'success', payload });
const failed = (errorCode: string): Ending => ({
  completionCode: 'commandErrorCode',
  payload: { errorCode },
});

const CAPABILITIES = {
  interfaces: [
    { name: 'Common', commands: { 'Common.Status': {}, 'Common.Cancel': {} } },
    { name: 'Keyboard', commands: { 'Keyboard.PinEntry': {} } },
    { name: 'PinPad', commands: { 'PinPad.GetPinBlock': {} } },
  ],
  common: { serviceVersion: '1.0' },
  pinPad: { pinFormats: { iso4: true } },
};
