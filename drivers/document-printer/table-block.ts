import type { DocumentTable } from '../../src/ports/document-printer.ts';
import { type A4Sheet, INK, MARGIN, TEXT_WIDTH } from './a4-sheet.ts';
import type { Alignment, TypeStyle } from './typesetter.ts';

const HEAD: TypeStyle = { weight: 'bold', size: 9.5, colour: INK.text };
const CELL: TypeStyle = { weight: 'regular', size: 9.5, colour: INK.text };

const LEADING = 13.5;
/** Above and below the lines of a cell, and at its sides. */
const PAD_Y = 4.2;
const PAD_X = 6;
/** Baseline under the top of a line. */
const BASELINE = 0.76;

interface Column {
  readonly x: number;
  readonly width: number;
  readonly alignment: Alignment;
}

/** Amounts and counts stand under each other at the right; everything else reads from the left. */
const AMOUNT = /^[¥￥]?-?\d{1,3}(,?\d{3})*(\.\d+)?\s?(元|%)?$/;

/** A table; over a page's end its heading is repeated, and a cell longer than a page goes on on the next. */
export function drawTable(sheet: A4Sheet, table: DocumentTable): void {
  const columns = columnsOf(table);
  if (columns.length === 0) return;
  const lines = (cells: readonly string[], style: TypeStyle) =>
    columns.map(({ width }, index) => sheet.set.wrap(cells[index] ?? '', width - 2 * PAD_X, style));
  const heading = lines(table.heading, HEAD);
  const rows = table.rows.map((cells) => lines(cells, CELL));
  const headed = table.heading.some((cell) => cell !== '');
  const headHeight = headed ? heightOf(heading) : 0;
  const drawHead = (): void => {
    sheet.set.rule(MARGIN, sheet.y, TEXT_WIDTH, 1.2, INK.ornament);
    if (!headed) return;
    sheet.set.band(MARGIN, sheet.y + 0.6, TEXT_WIDTH, headHeight, INK.tint);
    drawRow(sheet, columns, heading, HEAD);
    sheet.set.rule(MARGIN, sheet.y, TEXT_WIDTH, 0.6, INK.ornament);
  };
  const breakPage = (): void => {
    sheet.set.rule(MARGIN, sheet.y, TEXT_WIDTH, 1.2, INK.ornament);
    sheet.breakPage();
    drawHead();
  };
  // A heading alone at the foot of a page helps nobody.
  if (!sheet.fits(headHeight + heightOf(rows[0] ?? []) + PAD_Y)) sheet.breakPage();
  drawHead();
  for (const [index, row] of rows.entries()) {
    for (const part of partsOf(row, sheet, headHeight)) {
      if (!sheet.fits(heightOf(part))) breakPage();
      drawRow(sheet, columns, part, CELL);
    }
    if (index < rows.length - 1) sheet.set.rule(MARGIN, sheet.y, TEXT_WIDTH, 0.4, INK.hair);
  }
  sheet.set.rule(MARGIN, sheet.y, TEXT_WIDTH, 1.2, INK.ornament);
  sheet.y += 18;
}

type CellLines = readonly (readonly string[])[];

const linesOf = (cells: CellLines): number => Math.max(1, ...cells.map((lines) => lines.length));
const heightOf = (cells: CellLines): number => linesOf(cells) * LEADING + 2 * PAD_Y;

/** The whole row, or pieces of a page's length where it is longer than a page. */
function partsOf(row: CellLines, sheet: A4Sheet, headHeight: number): CellLines[] {
  const most = Math.floor((sheet.bodyHeight - headHeight - 4 * PAD_Y) / LEADING);
  const parts: CellLines[] = [];
  for (let from = 0; from < linesOf(row); from += most) {
    parts.push(row.map((lines) => lines.slice(from, from + most)));
  }
  return parts;
}

function drawRow(sheet: A4Sheet, columns: readonly Column[], cells: CellLines, style: TypeStyle): void {
  for (const [index, { x, width, alignment }] of columns.entries()) {
    for (const [line, text] of (cells[index] ?? []).entries()) {
      const y = sheet.y + PAD_Y + (line + BASELINE) * LEADING;
      sheet.set.line(text, { x: x + PAD_X, y, width: width - 2 * PAD_X }, style, alignment);
    }
  }
  sheet.y += heightOf(cells);
}

/** Every cell has its column: one without a width of its own gets an average one. */
function columnsOf({ heading, rows, widths }: DocumentTable): Column[] {
  const count = Math.max(heading.length, ...rows.map((row) => row.length));
  const sound = widths.filter((width) => Number.isFinite(width) && width > 0);
  const average = sound.reduce((sum, width) => sum + width, 0) / sound.length || 1;
  const shares = Array.from({ length: count }, (_, index) => {
    const width = widths[index];
    return width !== undefined && Number.isFinite(width) && width > 0 ? width : average;
  });
  const whole = shares.reduce((sum, share) => sum + share, 0);
  let x = MARGIN;
  return shares.map((share, index) => {
    const column: Column = {
      x,
      width: (share / whole) * TEXT_WIDTH,
      alignment: isAmounts(rows.map((row) => row[index] ?? '')) ? 'right' : 'left',
    };
    x += column.width;
    return column;
  });
}

function isAmounts(cells: readonly string[]): boolean {
  const filled = cells.filter((cell) => cell !== '');
  return filled.length > 0 && filled.every((cell) => AMOUNT.test(cell));
}
