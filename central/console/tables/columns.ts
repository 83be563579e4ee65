import type { ReactNode } from 'react';
import type { CsvCell } from '../../../src/fleet/csv.ts';

/** One column: what the screen shows and what the exported file holds. */
export interface DeskColumn<Row> {
  readonly key: string;
  readonly title: string;
  /** For the file, for searching and, where `sorts`, for sorting. */
  readonly text: (row: Row) => CsvCell;
  /** What is drawn; the text where it is absent. */
  readonly cell?: (row: Row) => ReactNode;
  readonly sorts?: boolean;
  /** Offers the texts of this column as a filter. */
  readonly filters?: boolean;
  readonly width?: number;
  readonly align?: 'right';
}

/** The first column says what a line is about: it stays where a wide table is moved sideways. */
export const FIRST_STAYS = { fixed: 'start' } as const;

/** Numbers by size, everything else by its letters; what is unknown comes last. */
export function compareCells(left: CsvCell, right: CsvCell): number {
  if (left === null || right === null) return left === right ? 0 : left === null ? 1 : -1;
  if (typeof left === 'number' && typeof right === 'number') return left - right;
  return String(left).localeCompare(String(right), 'zh-CN', { numeric: true });
}

/** Whether a row holds what was typed, in any column. */
export function holds<Row>(row: Row, columns: readonly DeskColumn<Row>[], typed: string): boolean {
  const wanted = typed.trim().toLowerCase();
  return (
    wanted === '' ||
    columns.some(({ text }) =>
      String(text(row) ?? '')
        .toLowerCase()
        .includes(wanted),
    )
  );
}

/** The different texts of a column, sorted, for its filter. */
export function filterWords<Row>(column: DeskColumn<Row>, rows: readonly Row[]): string[] {
  const words = new Set(rows.map((row) => String(column.text(row) ?? '')));
  words.delete('');
  return [...words].sort((left, right) => compareCells(left, right));
}

/** What the operator chose in the heads of a table. */
export interface ChosenRows {
  readonly filters: Readonly<Record<string, readonly unknown[] | null>>;
  readonly sortedBy: string | null;
  readonly order: 'ascend' | 'descend' | null;
}

/** The rows as the table shows them over all its pages: what an export holds. */
export function asChosen<Row>(
  rows: readonly Row[],
  columns: readonly DeskColumn<Row>[],
  { filters, sortedBy, order }: ChosenRows,
): Row[] {
  const left = rows.filter((row) =>
    columns.every(({ key, text }) => {
      const wanted = filters[key];
      return wanted === undefined || wanted === null || wanted.map(String).includes(String(text(row) ?? ''));
    }),
  );
  const column = columns.find(({ key }) => key === sortedBy);
  if (column === undefined || order === null) return left;
  const sign = order === 'ascend' ? 1 : -1;
  return left.toSorted((one, other) => sign * compareCells(column.text(one), column.text(other)));
}
