import type { PrintedDocument } from '../../src/ports/document-printer.ts';
import { type A4Sheet, INK, MARGIN, TEXT_WIDTH } from './a4-sheet.ts';
import type { TypeStyle } from './typesetter.ts';

const LABEL: TypeStyle = { weight: 'regular', size: 9.5, colour: INK.quiet };
const VALUE: TypeStyle = { weight: 'regular', size: 10.5, colour: INK.text };

const COLUMN_GAP = 24;
const COLUMN_WIDTH = (TEXT_WIDTH - COLUMN_GAP) / 2;
/** Labels take what the longest needs, at most this part of the column. */
const MOST_LABEL = 0.45;
const LABEL_GAP = 10;
const LEADING = 15.5;
const ROW_GAP = 5.5;

type Fact = PrintedDocument['facts'][number];

/** Label and value under the title, two beside each other; a long value takes as many lines as it needs. */
export function drawFacts(sheet: A4Sheet, facts: PrintedDocument['facts']): void {
  if (facts.length === 0) return;
  const { set } = sheet;
  const widest = Math.max(...facts.map(({ label }) => set.widthOf(label, LABEL)));
  const labelWidth = Math.min(widest + LABEL_GAP, COLUMN_WIDTH * MOST_LABEL);
  const valueWidth = COLUMN_WIDTH - labelWidth;
  for (let index = 0; index < facts.length; index += 2) {
    const pair = facts.slice(index, index + 2).map((fact: Fact) => ({
      label: set.wrap(fact.label, labelWidth - LABEL_GAP, LABEL),
      value: set.wrap(fact.value, valueWidth, VALUE),
    }));
    const lines = Math.max(...pair.flatMap(({ label, value }) => [label.length, value.length]));
    for (let line = 0; line < lines; line += 1) {
      if (!sheet.fits(LEADING)) sheet.breakPage();
      for (const [column, { label, value }] of pair.entries()) {
        const x = MARGIN + column * (COLUMN_WIDTH + COLUMN_GAP);
        const y = sheet.y + LEADING * 0.72;
        set.line(label[line] ?? '', { x, y, width: labelWidth }, LABEL);
        set.line(value[line] ?? '', { x: x + labelWidth, y, width: valueWidth }, VALUE);
      }
      sheet.y += LEADING;
    }
    sheet.y += ROW_GAP;
  }
  sheet.y += 6;
}
