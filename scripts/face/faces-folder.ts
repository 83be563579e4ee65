import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { err, ok, type Result } from '../../src/result.ts';

/** One picture of the folder. */
export interface FacePicture {
  /** Relative to the folder. */
  readonly file: string;
  /** Whose face it is: any text that is the same for the same person. */
  readonly person: string;
  readonly condition: string;
}

export interface FolderTrouble {
  readonly code: 'no-manifest' | 'missing-column' | 'no-pictures' | 'file-not-found';
  readonly message: string;
}

const COLUMNS = ['file', 'person', 'condition'] as const;

/** Reads manifest.csv (columns file, person, condition; others are ignored) and checks that the files exist. */
export function readFacesFolder(folder: string): Result<readonly FacePicture[], FolderTrouble> {
  const manifest = join(folder, 'manifest.csv');
  if (!existsSync(manifest)) return err({ code: 'no-manifest', message: `${manifest} does not exist` });
  const [header = [], ...rows] = parseCsv(readFileSync(manifest, 'utf8'));
  const missing = COLUMNS.filter((column) => !header.includes(column));
  if (missing.length > 0) {
    return err({ code: 'missing-column', message: `${manifest} has no column ${missing.join(', ')}` });
  }
  const cell = (row: readonly string[], column: (typeof COLUMNS)[number]): string =>
    row[header.indexOf(column)] ?? '';
  const pictures = rows.map((row) => ({
    file: cell(row, 'file'),
    person: cell(row, 'person'),
    condition: cell(row, 'condition'),
  }));
  if (pictures.length === 0) return err({ code: 'no-pictures', message: `${manifest} lists no picture` });
  const absent = pictures.find((picture) => !existsSync(join(folder, picture.file)));
  if (absent !== undefined)
    return err({ code: 'file-not-found', message: `${join(folder, absent.file)} does not exist` });
  return ok(pictures);
}

/** Comma-separated values with quoted fields (RFC 4180); empty lines are left out. */
export function parseCsv(text: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  let field = '';
  let quoted = false;
  const endRow = (): void => {
    row.push(field);
    if (row.some((value) => value !== '')) rows.push(row);
    row = [];
    field = '';
  };
  const source = text.replace(/^\uFEFF/, '').replaceAll('\r\n', '\n');
  for (let i = 0; i < source.length; i++) {
    const char = source[i] ?? '';
    if (quoted && char === '"' && source[i + 1] === '"') {
      field += '"';
      i++;
    } else if (char === '"' && (quoted || field === '')) quoted = !quoted;
    else if (quoted) field += char;
    else if (char === ',') {
      row.push(field);
      field = '';
    } else if (char === '\n') endRow();
    else field += char;
  }
  endRow();
  return rows;
}
