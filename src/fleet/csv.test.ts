import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type CsvCell, csvOf } from './csv.ts';

/** Reads RFC 4180 as a spreadsheet does. */
function read(text: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  let cell = '';
  let quoted = false;
  for (let at = 1; at < text.length; at += 1) {
    const c = text.charAt(at);
    if (quoted && c === '"' && text.charAt(at + 1) === '"') at += 1;
    else if (c === '"') {
      quoted = !quoted;
      continue;
    }
    if (!quoted && c === ',') {
      row.push(cell);
      cell = '';
    } else if (!quoted && c === '\r') {
      rows.push([...row, cell]);
      row = [];
      cell = '';
      at += 1;
    } else cell += c;
  }
  return rows;
}

const cell: fc.Arbitrary<CsvCell> = fc.oneof(
  fc.string({ unit: fc.constantFrom('a', '海', '"', ',', '\r', '\n', '=', '-', '@', ' ') }),
  fc.integer(),
  fc.boolean(),
  fc.constant(null),
);

describe('a table as a file', () => {
  it('is read again cell by cell, whatever is in it', () => {
    const rows = fc.array(fc.array(cell, { minLength: 2, maxLength: 2 }), { maxLength: 5 });
    fc.assert(
      fc.property(rows, (table) => {
        const said = table.map((row) => row.map((value) => (value === null ? '' : String(value))));
        const back = read(csvOf(table)).map((row) => row.map((text) => text.replace(/^'/, '')));
        expect(back).toEqual(said);
      }),
    );
  });

  it('holds no text that a spreadsheet computes', () => {
    for (const text of ['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '＝1+1']) {
      expect(read(csvOf([[text, 'x']]))[0]?.[0]).toBe(`'${text}`);
    }
    expect(csvOf([[-5, '海口']])).toBe('\uFEFF-5,海口\r\n');
  });
});
