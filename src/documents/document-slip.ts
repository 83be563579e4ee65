import type { PrintedDocument } from '../ports/document-printer.ts';
import type { PaperLine, PaperReceipt } from '../receipt/paper-receipt.ts';

/** A document on receipt paper, for kiosks without A4: every row of a table becomes lines under its first cell. */
export function documentSlip(document: PrintedDocument): PaperReceipt {
  const rows = document.tables.flatMap(({ heading, rows: all }) =>
    all.map((cells): PaperLine[] => [
      { kind: 'rule' },
      { kind: 'text', text: cells[0] ?? '', emphasis: true },
      ...cells.slice(1).flatMap((value, at): PaperLine[] => {
        const label = heading[at + 1] ?? '';
        return value === '' ? [] : [{ kind: 'pair', label, value }];
      }),
    ]),
  );
  return {
    heading: document.heading,
    title: document.title,
    lines: [...document.facts.map((fact): PaperLine => ({ kind: 'pair', ...fact })), ...rows.flat()],
    qr: null,
    footer: [...document.notes, document.footer],
  };
}
