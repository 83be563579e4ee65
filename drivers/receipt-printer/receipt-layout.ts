import type { PaperLine, PaperReceipt } from '../../src/receipt/paper-receipt.ts';
import { unreachable } from '../../src/result.ts';
import { columnsOf, printableText } from './printable-text.ts';
import { wrapText } from './wrap-text.ts';

/** Half-width columns of the two paper rolls: 58 mm (384 dots) and 80 mm (576 dots), 12 dots each. */
export type PaperColumns = 32 | 48;

/** What the printer does next. `scale` doubles width and height; rules and pairs are laid out already. */
export type PrintStep =
  | {
      readonly kind: 'line';
      readonly text: string;
      readonly align: 'left' | 'centre';
      readonly scale: 1 | 2;
      readonly bold: boolean;
    }
  | { readonly kind: 'qr'; readonly text: string }
  | { readonly kind: 'feed'; readonly lines: number };

/** Blank columns between label and value that share a line. */
const GAP = 2;
/** Values on a line of their own stand in by this much. */
const INDENT = 2;
/** Box drawing, in GB 2312: a thin unbroken line in Chinese mode. */
const RULE = '─';

const line = (text: string): PrintStep => ({ kind: 'line', text, align: 'left', scale: 1, bold: false });

function centred(text: string, columns: number, scale: 1 | 2, bold: boolean): PrintStep[] {
  return wrapText(printableText(text), columns / scale).map((part) => ({
    kind: 'line',
    text: part,
    align: 'centre',
    scale,
    bold,
  }));
}

function pair(label: string, value: string, columns: number): PrintStep[] {
  const [left, right] = [printableText(label), printableText(value)];
  const blank = columns - columnsOf(left) - columnsOf(right);
  if (blank >= GAP) return [line(left + ' '.repeat(blank) + right)];
  const under = wrapText(right, columns - INDENT).map((part) => line(' '.repeat(INDENT) + part));
  return [...wrapText(left, columns).map(line), ...under];
}

function body(paperLine: PaperLine, columns: number): PrintStep[] {
  switch (paperLine.kind) {
    case 'pair':
      return pair(paperLine.label, paperLine.value, columns);
    case 'text':
      return wrapText(printableText(paperLine.text), columns).map((text) => ({
        kind: 'line',
        text,
        align: 'left',
        scale: 1,
        bold: paperLine.emphasis,
      }));
    case 'rule':
      return [line(RULE.repeat(columns / 2))];
    default:
      return unreachable(paperLine);
  }
}

/** Lays a receipt out for a roll: heading, large title, body, QR, footer. It adds and drops no words. */
export function layOutReceipt(receipt: PaperReceipt, columns: PaperColumns): readonly PrintStep[] {
  const gap: PrintStep = { kind: 'feed', lines: 1 };
  const code: PrintStep[] = receipt.qr === null ? [] : [gap, { kind: 'qr', text: receipt.qr }];
  const footer = receipt.footer.flatMap((text) => centred(text, columns, 1, false));
  return [
    ...centred(receipt.heading, columns, 1, true),
    ...centred(receipt.title, columns, 2, false),
    gap,
    ...receipt.lines.flatMap((paperLine) => body(paperLine, columns)),
    ...code,
    ...(footer.length > 0 ? [gap, ...footer] : []),
  ];
}
