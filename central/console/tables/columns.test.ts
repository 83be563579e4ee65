import { describe, expect, it } from 'vitest';
import { asChosen, compareCells, type DeskColumn, filterWords, holds } from './columns.ts';

interface Row {
  readonly name: string;
  readonly blanks: number | null;
}
const rows: readonly Row[] = [
  { name: '三号机', blanks: 9 },
  { name: '一号机', blanks: null },
  { name: '二号机', blanks: 120 },
];
const columns: readonly DeskColumn<Row>[] = [
  { key: 'name', title: '名称', text: ({ name }) => name },
  { key: 'blanks', title: '空白卡', text: ({ blanks }) => blanks },
];
const sorted = (order: 'ascend' | 'descend') =>
  asChosen(rows, columns, { filters: {}, sortedBy: 'blanks', order }).map(({ blanks }) => blanks);

describe('tables of the desk', () => {
  it('sort numbers by size, not by letters', () => {
    expect(sorted('ascend')).toEqual([9, 120, null]);
    expect(sorted('descend')).toEqual([null, 120, 9]);
    expect(compareCells('kiosk 2', 'kiosk 10')).toBeLessThan(0);
  });

  it('export what the filter leaves, of every page', () => {
    const left = asChosen(rows, columns, {
      filters: { name: ['一号机', '三号机'] },
      sortedBy: null,
      order: null,
    });
    expect(left.map(({ name }) => name)).toEqual(['三号机', '一号机']);
    expect(asChosen(rows, columns, { filters: { name: null }, sortedBy: null, order: null })).toEqual(rows);
  });

  it('find what was typed in any column', () => {
    expect(rows.filter((row) => holds(row, columns, ' 12 ')).map(({ name }) => name)).toEqual(['二号机']);
    expect(rows.filter((row) => holds(row, columns, ''))).toHaveLength(3);
  });

  it('offer each word of a column once', () => {
    const [names] = columns;
    expect(names && filterWords(names, [...rows, ...rows])).toHaveLength(3);
  });
});
