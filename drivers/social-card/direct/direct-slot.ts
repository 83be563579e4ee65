import type { Timers } from '../../../src/ports/clock.ts';
import { aborted, type DeviceTrouble, deviceTrouble } from '../../../src/ports/device-status.ts';
import type { SocialCardTrouble } from '../../../src/ports/social-card-reader.ts';
import { err, ok, type Result } from '../../../src/result.ts';
import type { ApduChannel, CardSlot } from '../apdu-channel.ts';
import { MAX_ATR_BYTES } from '../atr.ts';
import { type DirectLink, openDirectLink } from './direct-link.ts';
import { CONTROL } from './frames.ts';

/** The listener is on this machine and answers an ATR question in under a millisecond. */
const CONTROL_DEADLINE_MS = 2_000;

/** As often as pcscd looks for a card with its virtual reader, roughly. */
const PRESENCE_POLL_MS = 100;

const control = (code: number): Uint8Array => Uint8Array.from([code]);

/** A virtual card reached without pcscd, for machines that cannot have it: `direct://127.0.0.1:PORT`. */
export class DirectSlot implements CardSlot {
  readonly #host: string;
  readonly #port: number;
  readonly #timers: Timers;
  readonly #apduDeadlineMs: number;
  #link: DirectLink | null = null;

  constructor(address: { host: string; port: number }, timers: Timers, apduDeadlineMs: number) {
    this.#host = address.host;
    this.#port = address.port;
    this.#timers = timers;
    this.#apduDeadlineMs = apduDeadlineMs;
  }

  async open(): Promise<Result<void, DeviceTrouble>> {
    const link = await this.#connected();
    return link.ok ? ok(undefined) : link;
  }

  async probe(): Promise<Result<void, DeviceTrouble>> {
    const atr = await this.#atr();
    return atr.ok ? ok(undefined) : atr;
  }

  async close(): Promise<void> {
    this.#link?.close();
    this.#link = null;
  }

  async waitForPresence(present: boolean, signal: AbortSignal): Promise<Result<void, SocialCardTrouble>> {
    while (!signal.aborted) {
      const atr = await this.#atr();
      if (!atr.ok) return atr;
      if (atr.value.length > 0 === present) return ok(undefined);
      await this.#timers.sleep(PRESENCE_POLL_MS, signal);
    }
    return err(aborted);
  }

  async connect(signal: AbortSignal): Promise<Result<ApduChannel, SocialCardTrouble>> {
    if (signal.aborted) return err(aborted);
    const link = await this.#connected();
    if (!link.ok) return link;
    link.value.tell(control(CONTROL.on));
    const atr = await this.#atr();
    if (!atr.ok) return atr;
    if (atr.value.length === 0) return err({ kind: 'no-card' });
    if (atr.value.length < 2 || atr.value.length > MAX_ATR_BYTES) return err({ kind: 'mute' });
    return ok({
      atr: atr.value,
      transmit: (command) => this.#transmit(link.value, command),
      release: async () => link.value.tell(control(CONTROL.reset)),
    });
  }

  async #transmit(link: DirectLink, command: Uint8Array): Promise<Result<Uint8Array, SocialCardTrouble>> {
    const answer = await link.ask(command, this.#apduDeadlineMs);
    return !answer.ok && answer.error.code === 'timeout' ? err({ kind: 'mute' }) : answer;
  }

  /** The ATR; empty where no card is in. */
  async #atr(): Promise<Result<Uint8Array, DeviceTrouble>> {
    const link = await this.#connected();
    return link.ok ? link.value.ask(control(CONTROL.atr), CONTROL_DEADLINE_MS) : link;
  }

  async #connected(): Promise<Result<DirectLink, DeviceTrouble>> {
    if (this.#link?.isOpen) return ok(this.#link);
    const link = await openDirectLink(this.#host, this.#port, this.#timers);
    if (link.ok) this.#link = link.value;
    return link;
  }
}

/** `direct://127.0.0.1:PORT`; null for a PC/SC reader's name. Anything but this machine is refused. */
export function directAddress(reader: string): Result<{ host: string; port: number }, DeviceTrouble> | null {
  if (!reader.startsWith('direct://')) return null;
  const match = /^direct:\/\/(127\.0\.0\.1|localhost):(\d{1,5})$/.exec(reader);
  const port = Number(match?.[2]);
  return match?.[1] !== undefined && port > 0 && port < 65_536
    ? ok({ host: match[1], port })
    : err(deviceTrouble('bad-address', 'a direct reader is direct://127.0.0.1:PORT'));
}
