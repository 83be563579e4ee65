import type { ReadinessLine } from '../../contracts/maintenance/readiness-report.ts';
import type { CabinetFact, DatabaseFact, KioskFacts, MemoryFact } from '../kiosk-facts.ts';
import { THRESHOLDS } from '../thresholds.ts';
import { asked, line } from './readiness-line.ts';

type MachineFacts = Pick<
  KioskFacts,
  'now' | 'disk' | 'memory' | 'database' | 'backupAt' | 'network' | 'cabinet'
>;

/** The computer, its disk and what surrounds it. */
export const machineLines = (facts: MachineFacts): readonly ReadinessLine[] => [
  ...asked('disk', facts.disk, (disk) => [diskLine(disk)], 'restart-machine'),
  memoryLine(facts.memory),
  ...asked('database', facts.database, (database) => [databaseLine(database)], 'restart-core'),
  backupLine(facts.backupAt, facts.now),
  ...networkLines(facts.network),
  ...asked('power', facts.cabinet, powerLines),
  ...(facts.cabinet.ok ? doorLines(facts.cabinet.value) : []),
];

function diskLine(disk: { readonly freeBytes: number; readonly totalBytes: number }): ReadinessLine {
  const detail = { facts: { freeBytes: disk.freeBytes, totalBytes: disk.totalBytes } };
  if (disk.freeBytes < THRESHOLDS.diskStop)
    return line('disk', 'stop', 'nearly-full', { ...detail, next: 'export-logs' });
  if (disk.freeBytes < THRESHOLDS.diskLow)
    return line('disk', 'soon', 'low', { ...detail, next: 'export-logs' });
  return line('disk', 'well', 'room', detail);
}

function memoryLine({ coreBytes, freeBytes, totalBytes, growth }: MemoryFact): ReadinessLine {
  const detail = { facts: { coreBytes, freeBytes, totalBytes, growth } };
  if (coreBytes > THRESHOLDS.memoryHigh)
    return line('memory', 'soon', 'high', { ...detail, next: 'restart-core' });
  if (growth !== null && growth > THRESHOLDS.memoryGrowth)
    return line('memory', 'soon', 'growing', { ...detail, next: 'restart-core' });
  return line('memory', 'well', 'steady', detail);
}

function databaseLine({ faults, sizeBytes, journalMode, schemaVersion }: DatabaseFact): ReadinessLine {
  const detail = { facts: { faults, sizeBytes, journalMode, schemaVersion } };
  if (faults > 0) return line('database', 'stop', 'damaged', { ...detail, next: 'call-centre' });
  return line('database', 'well', 'sound', detail);
}

function backupLine(at: number | null, now: number): ReadinessLine {
  if (at === null) return line('backup', 'soon', 'missing', { next: 'wait' });
  if (now - at > THRESHOLDS.backupAgeMs)
    return line('backup', 'soon', 'old', { lastSuccess: at, next: 'call-centre' });
  return line('backup', 'well', 'fresh', { lastSuccess: at });
}

function networkLines(network: KioskFacts['network']): ReadinessLine[] {
  if (network.length === 0) return [line('network', 'stop', 'not-connected', { next: 'set-network' })];
  return network.map(({ interface: which, address }) =>
    line('network', 'well', 'connected', { which, facts: { address } }),
  );
}

function powerLines(cabinet: CabinetFact | null): ReadinessLine[] {
  if (cabinet === null || cabinet.power === null) return [];
  const { batteryPercent } = cabinet;
  const detail = { facts: { batteryPercent } };
  if (cabinet.power === 'mains') return [line('power', 'well', 'mains', detail)];
  const low = batteryPercent !== null && batteryPercent < THRESHOLDS.batteryStop;
  return [
    low
      ? line('power', 'stop', 'battery-low', { ...detail, next: 'check-cable' })
      : line('power', 'soon', 'battery', { ...detail, next: 'check-cable' }),
  ];
}

/** A technician reads this with the door open: it is told and needs nothing. */
function doorLines(cabinet: CabinetFact | null): ReadinessLine[] {
  if (cabinet === null || cabinet.door === null) return [];
  return [line('door', 'well', cabinet.door)];
}
