import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { ReadinessReport } from '../../../../src/contracts/maintenance/readiness-report.ts';
import { LOG_FIELDS } from '../../log.ts';
import { logFilesIn } from '../../log-file.ts';
import type { AuditStore } from '../../store/audit-store.ts';

/** Of the form of the lines, for whoever reads them at the centre. */
const EXPORT_VERSION = 1;
const AUDIT_PAGE = 500;

export interface ExportSources {
  readonly kioskId: string | null;
  readonly kioskName: string;
  readonly technician: string;
  /** Milliseconds since the epoch. */
  readonly madeAt: number;
  readonly audit: Pick<AuditStore, 'page'>;
  readonly readiness: () => Promise<ReadinessReport>;
  readonly logFolder: string;
}

/**
 * What goes on the stick, one JSON value a line: what it is, how the kiosk is, its audit trail, its logs. No journal and
 * no queue, for those are residents' (INV-6). Comes piece by piece, so that the core goes on beside it.
 */
export async function* exportLines(sources: ExportSources): AsyncGenerator<string> {
  const { kioskId, kioskName, technician, madeAt, audit } = sources;
  yield line({ kind: 'export', version: EXPORT_VERSION, kioskId, kioskName, technician, madeAt });
  yield line({ kind: 'readiness', report: await sources.readiness() });
  for (let after = 0; ; ) {
    const records = audit.page(after, AUDIT_PAGE);
    const last = records.at(-1);
    if (!last) break;
    yield records.map((record) => line({ kind: 'audit', record })).join('');
    after = last.sequence;
    await nextTurn();
  }
  for (const file of logFilesIn(sources.logFolder)) {
    const text = await textOf(join(sources.logFolder, file));
    yield text
      .split('\n')
      .flatMap((entry) => loggedIn(entry))
      .map((entry) => line({ kind: 'log', ...entry }))
      .join('');
  }
}

/** Nothing of a file that is gone meanwhile, for the oldest are removed, or that the disk can't read. */
async function textOf(path: string): Promise<string> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error) return '';
    throw error;
  }
}

const line = (value: object): string => `${JSON.stringify(value)}\n`;
const nextTurn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

const ALLOWED: ReadonlySet<string> = new Set(['time', 'level', 'msg', ...LOG_FIELDS]);

/** The allow-listed fields once more: whatever else came into the file does not leave the kiosk. Half a line is none. */
function loggedIn(text: string): object[] {
  let entry: unknown;
  try {
    entry = JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return [];
    throw error;
  }
  if (typeof entry !== 'object' || entry === null) return [];
  return [Object.fromEntries(Object.entries(entry).filter(([field]) => ALLOWED.has(field)))];
}
