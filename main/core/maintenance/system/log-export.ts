import { timeInShanghai } from '../../../../src/calendar/time-in-shanghai.ts';
import type { ReadinessReport } from '../../../../src/contracts/maintenance/readiness-report.ts';
import type { Clock } from '../../../../src/ports/clock.ts';
import type { LogExport } from '../../../../src/ports/maintenance/log-export.ts';
import type { Store } from '../../store/open-store.ts';
import type { Sync } from '../../sync/create-sync.ts';
import { exportLines } from './export-content.ts';
import { sealExport } from './seal-export.ts';
import { findSticks, type StickPlaces } from './sticks.ts';
import { writeOnStick } from './write-on-stick.ts';

export interface LogExportParts {
  readonly store: Pick<Store, 'identity' | 'audit'>;
  readonly sync: Pick<Sync, 'exportKeys' | 'technicians'>;
  readonly kioskName: string;
  readonly clock: Clock;
  readonly sticks: StickPlaces;
  readonly logFolder: string;
  readonly readiness: () => Promise<ReadinessReport>;
}

/** Logs, audit and readiness as one file on a stick, `yikatong-<kiosk>-<date>-<time>.jwe`. */
export const logExport = (parts: LogExportParts): LogExport => ({
  async sticks() {
    const found = await findSticks(parts.sticks);
    return found.map(({ id, name, freeBytes }) => ({ id, name, freeBytes }));
  },
  async write(id, technician, signal) {
    const { store, clock, kioskName, logFolder, readiness } = parts;
    const key = await exportKey(parts, signal);
    if (key === null) return { why: 'no-export-key' };
    const stick = (await findSticks(parts.sticks)).find((one) => one.id === id);
    if (!stick) return { why: 'stick-gone' };
    const { kioskId } = store.identity.load();
    const madeAt = clock.now();
    const lines = exportLines({
      kioskId,
      kioskName,
      technician,
      madeAt,
      audit: store.audit,
      readiness,
      logFolder,
    });
    const sealed = await sealExport(lines, key);
    if (sealed.length > stick.freeBytes) return { why: 'stick-full' };
    const moment = timeInShanghai(madeAt).replaceAll(/[-:]/g, '').replace(' ', '-');
    const written = await writeOnStick(stick, `yikatong-${kioskId ?? 'new'}-${moment}.jwe`, sealed);
    if (!written.ok) return { why: written.error };
    const { file, bytes, digest } = written.value;
    store.audit.record('logs-exported', { technician, bytes, digest });
    return { file, bytes, digest };
  },
});

/** As the centre told it last; asked for now where it never did. */
async function exportKey({ sync }: LogExportParts, signal: AbortSignal) {
  const known = sync.exportKeys.known();
  if (known) return known;
  const asked = await sync.technicians.fetchExportKey(signal);
  return asked.ok ? sync.exportKeys.known() : null;
}
