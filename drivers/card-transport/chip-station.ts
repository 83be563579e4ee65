import { bytesFromHex, hexFromBytes } from '../../src/card-keys/hex.ts';
import { aborted, deviceTrouble } from '../../src/ports/device-status.ts';
import type {
  CardKeyService,
  SocialCardTrouble,
  SocialSecurityCard,
} from '../../src/ports/social-card-reader.ts';
import { err, ok, type Result } from '../../src/result.ts';
import type { ApduChannel } from '../social-card/apdu-channel.ts';
import { MAX_ATR_BYTES } from '../social-card/atr.ts';
import type { AccountRemark } from '../social-card/bank-account.ts';
import { readCard } from '../social-card/card-reading.ts';
import { CRT } from './crt-command.ts';
import { asDeviceTrouble, type CrtTrouble } from './crt-error.ts';
import type { CrtMachine } from './crt-machine.ts';

/** First byte of an ATR, direct or inverse convention (ISO 7816-3). Some models put the protocol (30, 31) before it. */
const ATR_STARTS: readonly number[] = [0x3b, 0x3f];
/** CLA INS P1 P2, and the longest short APDU. */
const SHORTEST_COMMAND = 4;
const LONGEST_COMMAND = 261;

/** Told why an account number is null; holds no digit of it. */
export type OnRemark = (remark: AccountRemark) => void;

/** The chip contacts inside a CRT machine: power and APDUs for the card that lies there. */
export class ChipStation {
  readonly #machine: CrtMachine;
  readonly #onRemark: OnRemark;

  constructor(machine: CrtMachine, onRemark: OnRemark = () => undefined) {
    this.#machine = machine;
    this.#onRemark = onRemark;
  }

  /** Cold reset; answers the ATR. */
  async powerOn(): Promise<Result<Uint8Array, CrtTrouble>> {
    const answer = await this.#machine.ask(CRT.coldReset);
    if (!answer.ok) return answer;
    const { data } = answer.value;
    const atr = ATR_STARTS.includes(data[0] ?? 0) ? data : data.slice(1);
    const sound = ATR_STARTS.includes(atr[0] ?? 0) && atr.length >= 2 && atr.length <= MAX_ATR_BYTES;
    return sound ? ok(atr) : err({ kind: 'chip', code: 'bad-atr' });
  }

  /** One command APDU in upper hex; the answer carries its status word. */
  async transmit(command: string): Promise<Result<string, CrtTrouble>> {
    const bytes = bytesFromHex(command);
    if (bytes === null || bytes.length < SHORTEST_COMMAND || bytes.length > LONGEST_COMMAND) {
      return err(deviceTrouble('bad-apdu', 'a command APDU is 4 to 261 bytes of hex'));
    }
    const answer = await this.#machine.ask(CRT.apdu, bytes);
    if (!answer.ok) return answer;
    const { data } = answer.value;
    return data.length < 2 ? err({ kind: 'chip', code: 'short-answer' }) : ok(hexFromBytes(data));
  }

  /** Powers the chip, reads the whole card as any reader would, and takes the power away again. */
  async read(
    keys: CardKeyService | null,
    signal: AbortSignal,
  ): Promise<Result<SocialSecurityCard, SocialCardTrouble>> {
    if (signal.aborted) return err(aborted);
    const powered = await this.powerOn();
    if (!powered.ok) return err(readTrouble(powered.error, 'mute'));
    const channel: ApduChannel = {
      atr: powered.value,
      transmit: (command) => this.#transmitBytes(command),
      release: async () => void (await this.#machine.ask(CRT.chipOff)),
    };
    try {
      const reading = await readCard(channel, keys, signal);
      if (!reading.ok) return reading;
      if (reading.value.remark !== null) this.#onRemark(reading.value.remark);
      return ok(reading.value.card);
    } finally {
      await channel.release();
    }
  }

  async #transmitBytes(command: Uint8Array): Promise<Result<Uint8Array, SocialCardTrouble>> {
    const answer = await this.#machine.ask(CRT.apdu, command);
    return answer.ok ? ok(answer.value.data) : err(readTrouble(answer.error, 'card-error'));
  }
}

/** A chip that fails at power-on is most often upside down (`mute`); one that fails later ends the read. */
function readTrouble(trouble: CrtTrouble, chip: 'mute' | 'card-error'): SocialCardTrouble {
  switch (trouble.kind) {
    case 'chip':
      return chip === 'mute' ? { kind: 'mute' } : { kind: 'card-error', code: trouble.code };
    case 'jammed':
      return { kind: 'card-removed' };
    default:
      return asDeviceTrouble(trouble);
  }
}
