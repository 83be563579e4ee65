import { createCanvas, GlobalFonts, type SKRSContext2D } from '@napi-rs/canvas';
import QRCode from 'qrcode';
import type { PrintedCharacter, PrintedElement, PrintedPaper } from './paper-roll.ts';

/** Dots at 203 dpi: a half-width cell is 12 × 24, lines are 30 apart (Epson's default 1/6 inch is 34). */
const CELL_WIDTH = 12;
const CELL_HEIGHT = 24;
const LINE_GAP = 8;
/** Unprintable edge left and right of the line. */
const MARGIN = 24;
const PAPER = '#fdfcf8';
const INK = '#1b1b1f';

/** Skia names a font collection by its first face: the Japanese one, told by `lang` to draw Chinese forms. */
const CHINESE_FONTS = ['Noto Sans CJK SC', 'Noto Sans CJK JP', 'Source Han Sans SC', 'Droid Sans Fallback'];
/** Every letter is 0.6 em wide in these: 12 dots at 20. */
const LETTER_FONTS = ['Noto Sans Mono', 'DejaVu Sans Mono', 'Liberation Mono'];
const LETTER_SIZE = CELL_WIDTH / 0.6;
/** ROM letters are 12 × 24: slimmer than these faces. */
const LETTER_STRETCH = 1.12;
/** A font ROM draws this from edge to edge of its cell; an outline font leaves gaps. */
const RULE = '─';

const firstInstalled = (families: readonly string[], fallback: string): string =>
  families.find((family) => GlobalFonts.has(family)) ?? fallback;

/** The fonts of the picture; `sans-serif` where no Chinese font is installed, and then there may be boxes. */
export const receiptFonts = (): { readonly chinese: string; readonly letters: string } => ({
  chinese: firstInstalled(CHINESE_FONTS, 'sans-serif'),
  letters: firstInstalled(LETTER_FONTS, 'monospace'),
});
type ReceiptFonts = ReturnType<typeof receiptFonts>;

const heightOf = (element: PrintedElement): number => {
  if (element.kind === 'qr') return qrModules(element).length * element.cellDots + LINE_GAP;
  const tallest = Math.max(1, ...element.characters.map((cell) => cell.height));
  return tallest * CELL_HEIGHT + LINE_GAP;
};

/** Rows of dark (true) and light modules. */
function qrModules(element: Extract<PrintedElement, { kind: 'qr' }>): readonly (readonly boolean[])[] {
  const { modules } = QRCode.create(element.text, { errorCorrectionLevel: element.level });
  return Array.from({ length: modules.size }, (_, row) =>
    Array.from({ length: modules.size }, (_, column) => modules.get(row, column) === 1),
  );
}

const startOf = (align: 'left' | 'centre' | 'right', line: number, content: number): number => {
  if (align === 'left') return MARGIN;
  return MARGIN + (align === 'centre' ? Math.floor((line - content) / 2) : line - content);
};

const widthOf = (cell: PrintedCharacter): number => cell.columns * cell.width * CELL_WIDTH;

function drawCharacter(
  context: SKRSContext2D,
  cell: PrintedCharacter,
  left: number,
  baseline: number,
  fonts: ReceiptFonts,
): void {
  if (cell.character === RULE) {
    const middle = baseline - (CELL_HEIGHT / 2) * cell.height * 0.76;
    context.fillRect(left, Math.round(middle), widthOf(cell), 2);
    return;
  }
  const isLetter = cell.columns === 1;
  const [size, family] = isLetter ? [LETTER_SIZE, fonts.letters] : [CELL_HEIGHT, fonts.chinese];
  context.save();
  context.translate(left + widthOf(cell) / 2, baseline);
  context.scale(cell.width, cell.height * (isLetter ? LETTER_STRETCH : 1));
  context.font = `${cell.bold ? 'bold ' : ''}${size}px "${family}"`;
  context.fillText(cell.character, 0, 0);
  context.restore();
}

function drawLine(
  context: SKRSContext2D,
  element: Extract<PrintedElement, { kind: 'line' }>,
  top: number,
  lineWidth: number,
  fonts: ReceiptFonts,
): void {
  const content = element.characters.reduce((sum, cell) => sum + widthOf(cell), 0);
  const tallest = Math.max(1, ...element.characters.map((cell) => cell.height));
  // A CJK face fills its em box: 0.88 above the baseline, 0.12 below.
  const baseline = top + tallest * CELL_HEIGHT * 0.88;
  let left = startOf(element.align, lineWidth, content);
  for (const cell of element.characters) {
    drawCharacter(context, cell, left, baseline, fonts);
    left += widthOf(cell);
  }
}

function drawQr(
  context: SKRSContext2D,
  element: Extract<PrintedElement, { kind: 'qr' }>,
  top: number,
  lineWidth: number,
): void {
  const modules = qrModules(element);
  const left = startOf(element.align, lineWidth, modules.length * element.cellDots);
  for (const [row, columns] of modules.entries()) {
    for (const [column, dark] of columns.entries()) {
      if (!dark) continue;
      const { cellDots } = element;
      context.fillRect(left + column * cellDots, top + row * cellDots, cellDots, cellDots);
    }
  }
}

/** One piece of paper as a PNG, one pixel per dot: what the wire said, laid out as a print head would. */
export function drawReceipt(paper: PrintedPaper, columns: number): Uint8Array {
  const lineWidth = columns * CELL_WIDTH;
  const height = paper.reduce((sum, element) => sum + heightOf(element), MARGIN);
  const canvas = createCanvas(lineWidth + 2 * MARGIN, height);
  const context = canvas.getContext('2d');
  context.fillStyle = PAPER;
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.fillStyle = INK;
  context.textAlign = 'center';
  const fonts = receiptFonts();
  context.lang = 'zh-CN';
  let top = MARGIN;
  for (const element of paper) {
    if (element.kind === 'qr') drawQr(context, element, top, lineWidth);
    else drawLine(context, element, top, lineWidth, fonts);
    top += heightOf(element);
  }
  return canvas.toBuffer('image/png');
}
