/** What a cell may hold; null is an empty cell. */
export type CsvCell = string | number | boolean | null;

/** Excel takes UTF-8 without it for the machine's own code page. */
const BYTE_ORDER_MARK = '\uFEFF';
/** A cell that begins with one of these is computed by spreadsheets (OWASP: CSV injection). */
const COMPUTED = /^[=+\-@\t\r\n＝＋－＠]/;

function cellOf(value: CsvCell): string {
  if (value === null) return '';
  if (typeof value !== 'string') return String(value);
  const text = COMPUTED.test(value) ? `'${value}` : value;
  return /[",\r\n']/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** RFC 4180, UTF-8 with a byte order mark; text that a spreadsheet would compute is made text by an apostrophe. */
export const csvOf = (rows: readonly (readonly CsvCell[])[]): string =>
  BYTE_ORDER_MARK + rows.map((row) => `${row.map(cellOf).join(',')}\r\n`).join('');
