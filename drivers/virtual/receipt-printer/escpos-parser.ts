import iconv from 'iconv-lite';

/** One thing the print buffer told the printer to do (protocols.md 3.2). */
export type PrinterCommand =
  | { readonly kind: 'initialise' }
  | { readonly kind: 'chinese-mode'; readonly on: boolean }
  | { readonly kind: 'align'; readonly align: 'left' | 'centre' | 'right' }
  | { readonly kind: 'size'; readonly width: number; readonly height: number }
  | { readonly kind: 'bold'; readonly on: boolean }
  | { readonly kind: 'character'; readonly character: string; readonly columns: 1 | 2 }
  | { readonly kind: 'feed'; readonly lines: number }
  | { readonly kind: 'qr-cell'; readonly dots: number }
  | { readonly kind: 'qr-level'; readonly level: 'L' | 'M' | 'Q' | 'H' }
  | { readonly kind: 'qr-store'; readonly text: string }
  | { readonly kind: 'qr-print' }
  | { readonly kind: 'cut' }
  | { readonly kind: 'transmit-paper-status' }
  /** A command this printer does not know, or a setting without effect on paper; its bytes in hex. */
  | { readonly kind: 'ignored'; readonly bytes: string };

/** A command and the bytes it took, or null when more bytes are needed. */
type Taken = { readonly command: PrinterCommand; readonly length: number } | null;

const ALIGNMENTS = ['left', 'centre', 'right'] as const;
const LEVELS = { 48: 'L', 49: 'M', 50: 'Q', 51: 'H' } as const;
/** Longer `GS ( k` blocks are refused: no QR code holds more. */
const LONGEST_BLOCK = 7_092;

/** Cuts a byte stream into commands. Bytes may come one by one; nonsense is ignored and named. */
export class EscPosParser {
  #buffer: number[] = [];
  #chinese = false;

  /** The commands that are complete with these bytes. */
  push(bytes: Iterable<number>): readonly PrinterCommand[] {
    this.#buffer.push(...bytes);
    const commands: PrinterCommand[] = [];
    for (let taken = this.#take(); taken; taken = this.#take()) {
      this.#buffer.splice(0, taken.length);
      if (taken.command.kind === 'chinese-mode') this.#chinese = taken.command.on;
      if (taken.command.kind === 'initialise') this.#chinese = false;
      commands.push(taken.command);
    }
    return commands;
  }

  /** Forgets a half command. */
  clear(): void {
    this.#buffer = [];
  }

  #take(): Taken {
    const first = this.#buffer[0];
    if (first === undefined) return null;
    if (first === 0x1b) return this.#escape();
    if (first === 0x1d) return this.#group();
    if (first === 0x1c) return this.#fileSeparator();
    if (first === 0x0a) return { command: { kind: 'feed', lines: 1 }, length: 1 };
    if (first < 0x20 || first === 0x7f) return this.#ignored(1);
    if (first < 0x80) return character(String.fromCharCode(first), 1, 1);
    return this.#chineseCharacter(first);
  }

  /** Two bytes in Chinese mode. A four-byte code comes out as the printer sees it: two wrong pairs. */
  #chineseCharacter(first: number): Taken {
    if (!this.#chinese) return character('?', 1, 1);
    const second = this.#buffer[1];
    if (second === undefined) return null;
    const decoded = iconv.decode(Buffer.from([first, second]), 'gbk');
    const isOne = [...decoded].length === 1 && decoded !== '\ufffd';
    return character(isOne ? decoded : '�', 2, 2);
  }

  #escape(): Taken {
    const [, code, value] = this.#buffer;
    if (code === undefined) return null;
    if (code === 0x40) return { command: { kind: 'initialise' }, length: 2 };
    if (value === undefined) return null;
    switch (code) {
      case 0x61:
        return { command: { kind: 'align', align: ALIGNMENTS[value % 48] ?? 'left' }, length: 3 };
      case 0x45:
        return { command: { kind: 'bold', on: (value & 1) === 1 }, length: 3 };
      case 0x64:
        return { command: { kind: 'feed', lines: value }, length: 3 };
      case 0x21:
        return size(value & 0x20 ? 2 : 1, value & 0x10 ? 2 : 1);
      default:
        return this.#ignored(3);
    }
  }

  #group(): Taken {
    const [, code, value, high] = this.#buffer;
    if (code === undefined || value === undefined) return null;
    switch (code) {
      case 0x21:
        return size((value >> 4) + 1, (value & 0x0f) + 1);
      case 0x56:
        if (value !== 0x41 && value !== 0x42) return { command: { kind: 'cut' }, length: 3 };
        return high === undefined ? null : { command: { kind: 'cut' }, length: 4 };
      case 0x72:
        if (value !== 1 && value !== 49) return this.#ignored(3);
        return { command: { kind: 'transmit-paper-status' }, length: 3 };
      case 0x28:
        return this.#block();
      default:
        return this.#ignored(3);
    }
  }

  /** `GS ( x pL pH …`: p bytes follow. */
  #block(): Taken {
    const [, , symbol, low, high] = this.#buffer;
    if (low === undefined || high === undefined) return null;
    const size = low + high * 256;
    if (size > LONGEST_BLOCK) return this.#ignored(5);
    const length = 5 + size;
    if (this.#buffer.length < length) return null;
    const [family, code, value] = this.#buffer.slice(5, length);
    if (symbol !== 0x6b || family !== 0x31) return this.#ignored(length);
    switch (code) {
      case 0x43:
        return { command: { kind: 'qr-cell', dots: Math.min(Math.max(value ?? 3, 1), 16) }, length };
      case 0x45:
        return { command: { kind: 'qr-level', level: LEVELS[value as keyof typeof LEVELS] ?? 'L' }, length };
      case 0x50: {
        const text = Buffer.from(this.#buffer.slice(8, length)).toString('utf8');
        return { command: { kind: 'qr-store', text }, length };
      }
      case 0x51:
        return { command: { kind: 'qr-print' }, length };
      default:
        return this.#ignored(length);
    }
  }

  #fileSeparator(): Taken {
    const [, code] = this.#buffer;
    if (code === undefined) return null;
    if (code === 0x26) return { command: { kind: 'chinese-mode', on: true }, length: 2 };
    if (code === 0x2e) return { command: { kind: 'chinese-mode', on: false }, length: 2 };
    return this.#ignored(2);
  }

  #ignored(length: number): Taken {
    const bytes = Buffer.from(this.#buffer.slice(0, length)).toString('hex');
    return { command: { kind: 'ignored', bytes }, length };
  }
}

const size = (width: number, height: number): Taken => ({
  command: { kind: 'size', width: Math.min(width, 8), height: Math.min(height, 8) },
  length: 3,
});

const character = (text: string, columns: 1 | 2, length: number): Taken => ({
  command: { kind: 'character', character: text, columns },
  length,
});
