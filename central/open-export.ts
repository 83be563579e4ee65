import { readFileSync } from 'node:fs';
import { readExportKey } from './data-directory.ts';
import { openExport } from './exports/open-export.ts';

/** `npm run --silent open-export -- FILE [DATA-DIR]`: prints what a kiosk put on a stick, one JSON value a line. */
const [file, directory = process.env.CENTRAL_DATA_DIR ?? '.data/central'] = process.argv.slice(2);

function giveUp(sentence: string): never {
  process.stderr.write(`${sentence}\n`);
  process.exit(1);
}

/** `read` of a file that may be missing, or may not be read by this account. */
function orGiveUp<T>(path: string, read: () => T): T {
  try {
    return read();
  } catch (error) {
    if (error instanceof Error && 'code' in error) giveUp(`${path} can't be read: ${String(error.code)}`);
    throw error;
  }
}

if (file === undefined) giveUp('Which file? npm run --silent open-export -- FILE [DATA-DIR]');
const sealed = orGiveUp(file, () => readFileSync(file, 'utf8'));
const privateKey = orGiveUp(directory, () => readExportKey(directory));
const opened = await openExport(sealed, privateKey);
if (!opened.ok) giveUp(opened.error);
process.stdout.write(opened.value);
