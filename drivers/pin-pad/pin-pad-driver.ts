import type { Timers } from '../../src/ports/clock.ts';
import {
  aborted,
  type DeviceState,
  type DeviceTrouble,
  deviceTrouble,
} from '../../src/ports/device-status.ts';
import type { PinBlock, PinEntryOptions, PinPad, PinTrouble } from '../../src/ports/pin-pad.ts';
import { err, ok, type Result } from '../../src/result.ts';
import type { XfsAnomaly } from './conversation.ts';
import { enterPinAt } from './enter-pin.ts';
import { ask, openPinPadService, type XfsLink } from './service-discovery.ts';
import { XFS_TIMEOUTS, type XfsConnection, type XfsTimeouts } from './xfs-connection.ts';
import { parsePayload, statusPayload } from './xfs-payloads.ts';

export interface PinPadOptions {
  /** A service, a publisher or a host: see openPinPadService. */
  readonly address: string;
  /** The pad's key slot whose twin the bank holds. */
  readonly keyName: string;
  /** What that slot's key is for; XFS4IoT names no SM4 PIN format, so the key decides (protocols.md 3.1). */
  readonly format: PinBlock['format'];
  readonly timers: Timers;
  /** How long the pad may wait for keys, milliseconds. The flow's own time-out usually comes first. */
  readonly entryMs?: number;
  readonly timeouts?: Partial<XfsTimeouts>;
  readonly onAnomaly?: (anomaly: XfsAnomaly) => void;
}

/** PCI asks for an end to every entry; the resident needs time to find the keys. */
const ENTRY_MS = 120_000;

/** Interface versions this driver was written against; a provider picks what it has. */
const VERSIONS = { commands: { Common: 2, Keyboard: 2, PinPad: 2 }, events: { Common: 2, Keyboard: 2 } };

/** States in which a PIN may be typed. */
const READY: readonly DeviceState[] = ['online', 'deviceBusy'];

/** PIN pad behind an XFS4IoT service (protocols.md 5.3, 5.4). Reconnects only in `open`. */
export class PinPadDriver implements PinPad {
  readonly #options: PinPadOptions;
  readonly #link: XfsLink;
  #connection: XfsConnection | null = null;
  #opening: Promise<Result<void, DeviceTrouble>> | null = null;
  #state: DeviceState = 'offline';
  #entering = false;

  constructor(options: PinPadOptions) {
    this.#options = options;
    const onAnomaly = options.onAnomaly ?? (() => undefined);
    this.#link = {
      timers: options.timers,
      timeouts: { ...XFS_TIMEOUTS, ...options.timeouts },
      listeners: {
        onAnomaly,
        onUnsolicited: (name, payload) => {
          if (name !== 'Common.StatusChangedEvent') return;
          const parsed = parsePayload(statusPayload, payload);
          if (parsed.ok) this.#state = parsed.value.common.device;
          else onAnomaly('unreadable-status');
        },
      },
    };
  }

  /** The state the pad last told, by answer or by itself. */
  get state(): DeviceState {
    return this.#connection?.isOpen ? this.#state : 'offline';
  }

  open(): Promise<Result<void, DeviceTrouble>> {
    this.#opening ??= this.#connect().finally(() => {
      this.#opening = null;
    });
    return this.#opening;
  }

  async #connect(): Promise<Result<void, DeviceTrouble>> {
    if (this.#connection?.isOpen) return ok(undefined);
    this.#connection?.close();
    this.#connection = null;
    const opened = await openPinPadService(this.#options.address, this.#link);
    if (!opened.ok) return opened;
    const ready = await this.#makeReady(opened.value);
    if (!ready.ok) {
      opened.value.close();
      return ready;
    }
    this.#connection = opened.value;
    return ok(undefined);
  }

  async #makeReady(connection: XfsConnection): Promise<Result<void, DeviceTrouble>> {
    const versions = await ask(connection, this.#link.timeouts, 'Common.SetVersions', VERSIONS);
    // Providers older than 2.0 do not know the command, and speak the one version they have.
    if (!versions.ok && !/^(unsupported|invalid)-command$/.test(versions.error.code)) return versions;
    return this.#askStatus(connection);
  }

  async probe(): Promise<Result<void, DeviceTrouble>> {
    const connection = this.#connection;
    if (!connection?.isOpen) return err(deviceTrouble('link-lost', 'the PIN pad is not connected'));
    return this.#askStatus(connection);
  }

  async #askStatus(connection: XfsConnection): Promise<Result<void, DeviceTrouble>> {
    const answer = await ask(connection, this.#link.timeouts, 'Common.Status');
    if (!answer.ok) return answer;
    const parsed = parsePayload(statusPayload, answer.value);
    if (!parsed.ok) return parsed;
    this.#state = parsed.value.common.device;
    return this.#readiness();
  }

  #readiness(): Result<void, DeviceTrouble> {
    if (READY.includes(this.#state)) return ok(undefined);
    return err(deviceTrouble(`device-${this.#state}`, `the PIN pad says it is ${this.#state}`));
  }

  async enterPin(options: PinEntryOptions, signal: AbortSignal): Promise<Result<PinBlock, PinTrouble>> {
    if (signal.aborted) return err(aborted);
    const connection = this.#connection;
    if (!connection?.isOpen) return err(deviceTrouble('link-lost', 'the PIN pad is not connected'));
    if (this.#entering) return err(deviceTrouble('entry-running', 'a PIN is being typed already'));
    const ready = this.#readiness();
    if (!ready.ok) return ready;
    this.#entering = true;
    try {
      return await enterPinAt(
        connection,
        {
          keyName: this.#options.keyName,
          format: this.#options.format,
          entryMs: this.#options.entryMs ?? ENTRY_MS,
          answerMs: this.#link.timeouts.answerMs,
          onAnomaly: this.#link.listeners.onAnomaly,
        },
        options,
        signal,
      );
    } finally {
      this.#entering = false;
    }
  }

  async close(): Promise<void> {
    await this.#opening;
    this.#connection?.close();
    this.#connection = null;
    this.#state = 'offline';
  }
}
