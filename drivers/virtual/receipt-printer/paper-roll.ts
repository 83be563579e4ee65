import type { PrinterCommand } from './escpos-parser.ts';

/** One character in its cell, as large as the printer was told. */
export interface PrintedCharacter {
  readonly character: string;
  /** Half-width columns at normal size. */
  readonly columns: 1 | 2;
  readonly width: number;
  readonly height: number;
  readonly bold: boolean;
}

/** What stands on the paper, from the top. */
export type PrintedElement =
  | {
      readonly kind: 'line';
      readonly align: 'left' | 'centre' | 'right';
      readonly characters: readonly PrintedCharacter[];
    }
  | {
      readonly kind: 'qr';
      readonly align: 'left' | 'centre' | 'right';
      readonly text: string;
      readonly level: 'L' | 'M' | 'Q' | 'H';
      readonly cellDots: number;
    };

/** A piece of paper, cut off. */
export type PrintedPaper = readonly PrintedElement[];

const FRESH = { align: 'left', width: 1, height: 1, bold: false } as const;
const FRESH_QR = { text: '', level: 'L', cellDots: 3 } as const;

/** The print head over the roll: obeys one command after the other. */
export class PaperRoll {
  readonly #columns: number;
  #mode: { align: 'left' | 'centre' | 'right'; width: number; height: number; bold: boolean } = { ...FRESH };
  #qr: { text: string; level: 'L' | 'M' | 'Q' | 'H'; cellDots: number } = { ...FRESH_QR };
  #line: PrintedCharacter[] = [];
  #paper: PrintedElement[] = [];

  /** Half-width columns of one line: 32 or 48. */
  constructor(columns: number) {
    this.#columns = columns;
  }

  /** Lines and codes since the last cut. */
  get uncut(): PrintedPaper {
    return this.#paper;
  }

  /** Obeys; a cut gives the paper that came off. */
  obey(command: PrinterCommand): PrintedPaper | null {
    switch (command.kind) {
      case 'initialise':
        this.#mode = { ...FRESH };
        this.#qr = { ...FRESH_QR };
        this.#line = [];
        break;
      case 'align':
        this.#mode.align = command.align;
        break;
      case 'size':
        this.#mode.width = command.width;
        this.#mode.height = command.height;
        break;
      case 'bold':
        this.#mode.bold = command.on;
        break;
      case 'character':
        this.#print(command.character, command.columns);
        break;
      case 'feed':
        for (let fed = 0; fed < command.lines; fed += 1) this.#endLine();
        break;
      case 'qr-cell':
        this.#qr.cellDots = command.dots;
        break;
      case 'qr-level':
        this.#qr.level = command.level;
        break;
      case 'qr-store':
        this.#qr.text = command.text;
        break;
      case 'qr-print':
        if (this.#line.length > 0) this.#endLine();
        if (this.#qr.text !== '') this.#paper.push({ kind: 'qr', align: this.#mode.align, ...this.#qr });
        break;
      case 'cut':
        return this.#cut();
      default:
    }
    return null;
  }

  /** Takes away what is out, as a hand does after a paper end. */
  tearOff(): PrintedPaper {
    return this.#cut();
  }

  #print(character: string, columns: 1 | 2): void {
    const { width, height, bold } = this.#mode;
    const used = this.#line.reduce((sum, cell) => sum + cell.columns * cell.width, 0);
    if (used + columns * width > this.#columns) this.#endLine();
    this.#line.push({ character, columns, width, height, bold });
  }

  #endLine(): void {
    this.#paper.push({ kind: 'line', align: this.#mode.align, characters: this.#line });
    this.#line = [];
  }

  #cut(): PrintedPaper {
    if (this.#line.length > 0) this.#endLine();
    const paper = this.#paper;
    this.#paper = [];
    return paper;
  }
}

/** What a reader would read aloud: one text line per printed line, `[QR …]` for a code, no blank ends. */
export function paperText(paper: PrintedPaper): string {
  const lines = paper.map((element) =>
    element.kind === 'qr'
      ? `[QR ${element.text}]`
      : element.characters
          .map((cell) => cell.character)
          .join('')
          .trimEnd(),
  );
  return lines.join('\n').trim();
}
