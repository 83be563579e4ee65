import type { Timers } from '../../src/ports/clock.ts';
import { type DeviceTrouble, deviceTrouble } from '../../src/ports/device-status.ts';
import type {
  CardKeyService,
  SocialCardReader,
  SocialCardTrouble,
  SocialSecurityCard,
} from '../../src/ports/social-card-reader.ts';
import type { TechnicianCardAnswer } from '../../src/ports/technician-card.ts';
import { err, ok, type Result } from '../../src/result.ts';
import type { ApduChannel, CardSlot } from './apdu-channel.ts';
import type { AccountRemark } from './bank-account.ts';
import { readCard } from './card-reading.ts';
import { DirectSlot, directAddress } from './direct/direct-slot.ts';
import { CardHost, forkHost, type SpawnHost } from './host/card-host.ts';
import { PcscSlot } from './host/pcsc-slot.ts';
import { authenticateTechnician } from './technician-application.ts';

/** Cards answer in 10-100 ms, signing included; 3 s of silence is no card that works. */
const APDU_DEADLINE_MS = 3_000;

export interface SocialCardReaderOptions {
  /** PC/SC reader name, or `direct://127.0.0.1:PORT` for a virtual card without pcscd. */
  readonly reader: string;
  readonly timers: Timers;
  readonly apduDeadlineMs?: number;
  /** Why an account number is null; holds no digit of it. */
  readonly onRemark?: (remark: AccountRemark) => void;
  /** Electron passes a utilityProcess here. */
  readonly spawnHost?: SpawnHost;
}

/** The reader of social security and technicians' cards over whatever slot its cards come into. */
export class SlotCardReader implements SocialCardReader {
  readonly #slot: CardSlot;
  readonly #onRemark: (remark: AccountRemark) => void;

  constructor(slot: CardSlot, onRemark: (remark: AccountRemark) => void = () => undefined) {
    this.#slot = slot;
    this.#onRemark = onRemark;
  }

  open(): Promise<Result<void, DeviceTrouble>> {
    return this.#slot.open();
  }

  probe(): Promise<Result<void, DeviceTrouble>> {
    return this.#slot.probe();
  }

  close(): Promise<void> {
    return this.#slot.close();
  }

  waitForCard(signal: AbortSignal): Promise<Result<void, SocialCardTrouble>> {
    return this.#slot.waitForPresence(true, signal);
  }

  waitForRemoval(signal: AbortSignal): Promise<Result<void, SocialCardTrouble>> {
    return this.#slot.waitForPresence(false, signal);
  }

  read(keys: CardKeyService, signal: AbortSignal): Promise<Result<SocialSecurityCard, SocialCardTrouble>> {
    return this.#read(keys, signal);
  }

  /** As far as the card lets anybody: on a 3.0 card the holder's fields are null. */
  readWithoutKeys(signal: AbortSignal): Promise<Result<SocialSecurityCard, SocialCardTrouble>> {
    return this.#read(null, signal);
  }

  async authenticateTechnician(
    challenge: Uint8Array,
    signal: AbortSignal,
  ): Promise<Result<TechnicianCardAnswer, SocialCardTrouble>> {
    const there = await this.waitForCard(signal);
    if (!there.ok) return there;
    return this.#withCard(signal, (channel) => authenticateTechnician(channel, challenge, signal));
  }

  async #read(
    keys: CardKeyService | null,
    signal: AbortSignal,
  ): Promise<Result<SocialSecurityCard, SocialCardTrouble>> {
    const reading = await this.#withCard(signal, (channel) => readCard(channel, keys, signal));
    if (!reading.ok) return reading;
    if (reading.value.remark !== null) this.#onRemark(reading.value.remark);
    return ok(reading.value.card);
  }

  /** Powers the card for one dialogue, and lets go of it whatever came of that. */
  async #withCard<Told>(
    signal: AbortSignal,
    dialogue: (channel: ApduChannel) => Promise<Result<Told, SocialCardTrouble>>,
  ): Promise<Result<Told, SocialCardTrouble>> {
    const channel = await this.#slot.connect(signal);
    if (!channel.ok) return channel;
    try {
      return await dialogue(channel.value);
    } finally {
      await channel.value.release();
    }
  }
}

/** A reader by its configured name; `bad-address` where a direct address is malformed. */
export function createSocialCardReader(
  options: SocialCardReaderOptions,
): Result<SlotCardReader, DeviceTrouble> {
  const deadline = options.apduDeadlineMs ?? APDU_DEADLINE_MS;
  const address = directAddress(options.reader);
  if (address !== null && !address.ok) return err(address.error);
  if (address === null && options.reader.trim() === '') {
    return err(deviceTrouble('bad-address', 'the reader has no name'));
  }
  const slot = address?.ok
    ? new DirectSlot(address.value, options.timers, deadline)
    : new PcscSlot(options.reader, new CardHost(options.timers, options.spawnHost ?? forkHost), deadline);
  return ok(new SlotCardReader(slot, options.onRemark));
}
