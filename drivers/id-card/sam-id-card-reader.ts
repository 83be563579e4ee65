import type { Timers } from '../../src/ports/clock.ts';
import { aborted, type DeviceTrouble, deviceTrouble } from '../../src/ports/device-status.ts';
import type {
  IdCardRead,
  IdCardReader,
  IdCardTrouble,
  PortraitDecoder,
} from '../../src/ports/id-card-reader.ts';
import { err, ok, type Result } from '../../src/result.ts';
import type { ByteTransport } from '../transport/byte-transport.ts';
import { type ChipData, parseChipData } from './chip-data.ts';
import type { SamCommandName } from './command.ts';
import { statusTrouble } from './module-status.ts';
import { formatSamId } from './sam-id.ts';
import { SamLink } from './sam-link.ts';
import { decodePaddedText, parseTextBlock } from './text-block.ts';

/** Modules want at least 300 ms between two FINDs (protocols 2.1). */
export const POLL_INTERVAL_MS = 300;

/** The extra address is 35 UTF-16 units (protocols 2.2). */
const EXTRA_ADDRESS_BYTES = 70;

type Data = Result<Uint8Array, IdCardTrouble>;

export interface SamIdCardReaderParts {
  readonly transport: ByteTransport;
  readonly timers: Timers;
  /** null where the kiosk has neither a vendor decoder nor a decoding reader. */
  readonly decoder: PortraitDecoder | null;
}

/** Identity card reader with a SAM_V module (GA 467) on any byte transport. */
export class SamIdCardReader implements IdCardReader {
  readonly #link: SamLink;
  readonly #timers: Timers;
  readonly #decoder: PortraitDecoder | null;

  constructor({ transport, timers, decoder }: SamIdCardReaderParts) {
    this.#link = new SamLink(transport, timers);
    this.#timers = timers;
    this.#decoder = decoder;
  }

  async open(): Promise<Result<void, DeviceTrouble>> {
    const opened = await this.#link.open();
    return opened.ok ? this.probe() : opened;
  }

  async probe(): Promise<Result<void, DeviceTrouble>> {
    const answer = await this.#link.command('status');
    if (!answer.ok) return answer;
    if (answer.value.sw3 === 0x90) return ok(undefined);
    const trouble = statusTrouble(answer.value.sw3);
    return err(
      trouble.kind === 'device' ? trouble : deviceTrouble('unexpected-status', 'status was refused'),
    );
  }

  close(): Promise<void> {
    return this.#link.close();
  }

  async waitForCard(signal: AbortSignal): Promise<Result<void, IdCardTrouble>> {
    while (!signal.aborted) {
      const found = await unlessAborted(this.#ask('find', 0x9f), signal);
      if (found.ok) return ok(undefined);
      if (found.error.kind !== 'no-card') return found;
      await this.#timers.sleep(POLL_INTERVAL_MS, signal);
    }
    return err(aborted);
  }

  async read(signal: AbortSignal): Promise<Result<IdCardRead, IdCardTrouble>> {
    const selected = await this.#select(signal);
    if (!selected.ok) return selected;
    const chip = await this.#readChip(signal);
    if (!chip.ok) return chip;
    if (signal.aborted) return err(aborted);
    const extra = await this.#readExtraAddress();
    if (!extra.ok) return extra;
    const document = parseTextBlock(chip.value.text);
    if (!document.ok) return err({ kind: 'unreadable-document', code: document.error });
    if (signal.aborted) return err(aborted);
    const portrait = await this.#decoder?.decode(chip.value.portrait);
    if (signal.aborted) return err(aborted);
    return ok({
      document: document.value,
      portraitBytes: chip.value.portrait,
      portrait: portrait?.ok ? portrait.value : null,
      fingerprints: chip.value.fingerprints,
      extraAddress: extra.value,
    });
  }

  /**
   * After a read FIND answers 80 until the card was lifted, so FIND alone would say "gone" while the card still
   * lies there. A card that has not moved goes on answering 30 03 (90 or 91) without SELECT, and some modules
   * find or select it again: the field counts as empty when all three fail (protocols 2.1). After a *failed*
   * read no module can tell; then this returns at once and `waitForCard` waits for the card to be laid down anew.
   */
  async waitForRemoval(signal: AbortSignal): Promise<Result<void, IdCardTrouble>> {
    while (!signal.aborted) {
      const present = await unlessAborted(this.#isPresent(), signal);
      if (!present.ok) return present;
      if (!present.value) return ok(undefined);
      await this.#timers.sleep(POLL_INTERVAL_MS, signal);
    }
    return err(aborted);
  }

  async samId(): Promise<Result<string, IdCardTrouble>> {
    const answer = await this.#ask('sam-id', 0x90);
    if (!answer.ok) return answer;
    const id = formatSamId(answer.value);
    return id === null ? err(badLength('sam-id', answer.value)) : ok(id);
  }

  async #ask(name: SamCommandName, success: number): Promise<Data> {
    const answer = await this.#link.command(name);
    if (!answer.ok) return answer;
    return answer.value.sw3 === success ? ok(answer.value.data) : err(statusTrouble(answer.value.sw3));
  }

  /** A card that moved since FIND must be found again before it can be selected. */
  async #select(signal: AbortSignal): Promise<Data> {
    if (signal.aborted) return err(aborted);
    const selected = await this.#ask('select', 0x90);
    const moved =
      !selected.ok && selected.error.kind === 'read-failed' && selected.error.code === 'select-failed';
    if (!moved) return selected;
    if (signal.aborted) return err(aborted);
    const found = await this.#ask('find', 0x9f);
    return found.ok ? this.#ask('select', 0x90) : found;
  }

  /** 30 10 tells about fingerprints; older modules do not know it (21) and read with 30 01. */
  async #readChip(signal: AbortSignal): Promise<Result<ChipData, IdCardTrouble>> {
    if (signal.aborted) return err(aborted);
    const full = await this.#ask('read-with-fingerprints', 0x90);
    const unknown = !full.ok && full.error.kind === 'device' && full.error.code === 'unknown-command';
    if (!unknown) return chipData(full, true);
    if (signal.aborted) return err(aborted);
    return chipData(await this.#ask('read', 0x90), false);
  }

  /** 91 is a chip without the block; a module that does not know the command (21) has none to tell of. */
  async #readExtraAddress(): Promise<Result<string | null, IdCardTrouble>> {
    const answer = await this.#link.command('extra-address');
    if (!answer.ok) return answer;
    const { sw3, data } = answer.value;
    if (sw3 === 0x91 || sw3 === 0x21) return ok(null);
    if (sw3 !== 0x90) return err(statusTrouble(sw3));
    if (data.length !== EXTRA_ADDRESS_BYTES) return err(badLength('extra-address', data));
    const address = decodePaddedText(data);
    if (address === null) return err({ kind: 'unreadable-document', code: 'broken-extra-address' });
    return ok(address === '' ? null : address);
  }

  async #isPresent(): Promise<Result<boolean, IdCardTrouble>> {
    const extra = await this.#link.command('extra-address');
    if (!extra.ok) return extra;
    if (extra.value.sw3 === 0x90 || extra.value.sw3 === 0x91) return ok(true);
    for (const [name, success] of [
      ['find', 0x9f],
      ['select', 0x90],
    ] as const) {
      const answer = await this.#ask(name, success);
      if (answer.ok) return ok(true);
      if (answer.error.kind === 'device') return answer;
    }
    return ok(false);
  }
}

const badLength = (name: SamCommandName, data: Uint8Array): DeviceTrouble =>
  deviceTrouble('bad-length', `${name} answered ${data.length} bytes, which do not add up`);

function chipData(data: Data, withFingerprints: boolean): Result<ChipData, IdCardTrouble> {
  if (!data.ok) return data;
  const parsed = parseChipData(data.value, withFingerprints);
  return parsed.ok
    ? parsed
    : err(badLength(withFingerprints ? 'read-with-fingerprints' : 'read', data.value));
}

/** Gives up waiting at once; the command itself ends behind us and the next one waits for its end. */
function unlessAborted<T>(
  pending: Promise<Result<T, IdCardTrouble>>,
  signal: AbortSignal,
): Promise<Result<T, IdCardTrouble>> {
  if (signal.aborted) return Promise.resolve(err(aborted));
  return new Promise((resolve, reject) => {
    const onAbort = () => resolve(err(aborted));
    signal.addEventListener('abort', onAbort, { once: true });
    pending.then(resolve, reject).finally(() => signal.removeEventListener('abort', onAbort));
  });
}
