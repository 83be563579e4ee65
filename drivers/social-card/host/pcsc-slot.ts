import { bytesFromHex, hexFromBytes } from '../../../src/card-keys/hex.ts';
import { aborted, type DeviceTrouble, deviceTrouble } from '../../../src/ports/device-status.ts';
import type { SocialCardTrouble } from '../../../src/ports/social-card-reader.ts';
import { err, ok, type Result } from '../../../src/result.ts';
import type { ApduChannel, CardSlot } from '../apdu-channel.ts';
import type { CardHost } from './card-host.ts';
import type { HostReply } from './messages.ts';
import { pcscTrouble } from './pcsc-failure.ts';

/** Listing readers, powering a card: some ms; CCID readers take up to 2 s for a card that will not start. */
const CONTROL_DEADLINE_MS = 5_000;

/** Extended answers fit whole: 64 KiB of data and the status word. */
const MAX_ANSWER_LENGTH = 65_538;

/** A PC/SC reader by name, through the host process. */
export class PcscSlot implements CardSlot {
  readonly #reader: string;
  readonly #host: CardHost;
  readonly #apduDeadlineMs: number;
  /** The card that is in let a deadline pass; until it is pulled, pcscd keeps it for the host that was killed. */
  #silentCardIn = false;

  constructor(reader: string, host: CardHost, apduDeadlineMs: number) {
    this.#reader = reader;
    this.#host = host;
    this.#apduDeadlineMs = apduDeadlineMs;
  }

  open(): Promise<Result<void, DeviceTrouble>> {
    return this.probe();
  }

  /** Asks pcscd for its readers, and looks for ours. */
  async probe(): Promise<Result<void, DeviceTrouble>> {
    const names = await listReaders(this.#host);
    if (!names.ok) return names;
    return names.value.includes(this.#reader) ? ok(undefined) : err(this.#notFound());
  }

  async close(): Promise<void> {
    this.#host.stop();
  }

  async waitForPresence(present: boolean, signal: AbortSignal): Promise<Result<void, SocialCardTrouble>> {
    const started = await this.#host.start();
    if (!started.ok) return started;
    return new Promise((resolve) => {
      const finish = (result: Result<void, SocialCardTrouble>): void => {
        stopListening();
        signal.removeEventListener('abort', look);
        resolve(result);
      };
      const look = (): void => {
        if (signal.aborted) finish(err(aborted));
        else if (!this.#host.running) finish(err(deviceTrouble('link-lost', 'the PC/SC host went away')));
        else if (this.#host.gone(this.#reader)) finish(err(this.#notFound()));
        else if (this.#host.present(this.#reader) === present) {
          if (!present) this.#silentCardIn = false;
          finish(ok(undefined));
        }
      };
      const stopListening = this.#host.onChange(look);
      signal.addEventListener('abort', look);
      look();
    });
  }

  async connect(signal: AbortSignal): Promise<Result<ApduChannel, SocialCardTrouble>> {
    if (signal.aborted) return err(aborted);
    const reply = await this.#host.request({ kind: 'connect', reader: this.#reader }, CONTROL_DEADLINE_MS);
    if (!reply.ok) return reply;
    if (reply.value.kind === 'failed') return err(this.#connectTrouble(reply.value.message));
    if (reply.value.kind !== 'connected') return err(unexpected(reply.value));
    return ok({
      atr: bytesFromHex(reply.value.atr) ?? new Uint8Array(),
      transmit: (command) => this.#transmit(command),
      release: async () => {
        // Only a host that still holds the card has something to let go of.
        if (this.#host.running) await this.#host.request({ kind: 'disconnect' }, CONTROL_DEADLINE_MS);
      },
    });
  }

  /** The deadline's end kills the host, as a silent card cannot be cancelled; to the resident the card is mute. */
  async #transmit(command: Uint8Array): Promise<Result<Uint8Array, SocialCardTrouble>> {
    const reply = await this.#host.request(
      { kind: 'transmit', command: hexFromBytes(command), maxAnswerLength: MAX_ANSWER_LENGTH },
      this.#apduDeadlineMs,
    );
    if (!reply.ok) {
      if (reply.error.code !== 'timeout') return reply;
      this.#silentCardIn = true;
      return err({ kind: 'mute' });
    }
    if (reply.value.kind === 'failed') return err(this.#transmitTrouble(reply.value.message));
    return reply.value.kind === 'answer'
      ? ok(bytesFromHex(reply.value.answer) ?? new Uint8Array())
      : err(unexpected(reply.value));
  }

  #connectTrouble(message: string): SocialCardTrouble {
    const trouble = pcscTrouble('connect', message);
    const held = trouble.kind === 'device' && trouble.code === 'reader-in-use';
    // The resident has not pulled the silent card yet: it is the card that is at fault, not the reader.
    return held && this.#silentCardIn ? { kind: 'mute' } : trouble;
  }

  #notFound(): DeviceTrouble {
    return deviceTrouble('reader-not-found', `pcscd knows no reader "${this.#reader}"`);
  }

  /** Some readers report a pull as a failed transmission: the watch then knows that no card is there. */
  #transmitTrouble(message: string): SocialCardTrouble {
    const trouble = pcscTrouble('transmit', message);
    const gone = this.#host.present(this.#reader) === false;
    return trouble.kind === 'card-error' && gone ? { kind: 'card-removed' } : trouble;
  }
}

/** Names of the readers pcscd knows, in its order. */
export async function listReaders(host: CardHost): Promise<Result<readonly string[], DeviceTrouble>> {
  const reply = await host.request({ kind: 'readers' }, CONTROL_DEADLINE_MS);
  if (!reply.ok) return reply;
  if (reply.value.kind === 'readers-listed') return ok(reply.value.readers);
  if (reply.value.kind !== 'failed') return err(unexpected(reply.value));
  // pcscd without any reader is an answer, not a failure.
  if (reply.value.message === 'No readers available') return ok([]);
  const trouble = pcscTrouble('connect', reply.value.message);
  return err(trouble.kind === 'device' ? trouble : deviceTrouble('pcsc-failed', reply.value.message));
}

const unexpected = (reply: HostReply): DeviceTrouble =>
  deviceTrouble('host-nonsense', `the PC/SC host answered ${reply.kind} to another question`);
