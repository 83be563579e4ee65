import type { ReadinessLine } from '../../contracts/maintenance/readiness-report.ts';
import type { AssignedFact, ConfigurationFact, KioskFacts, TechnicianListFact } from '../kiosk-facts.ts';
import { THRESHOLDS } from '../thresholds.ts';
import { asked, line } from './readiness-line.ts';

type ProgramFacts = Pick<
  KioskFacts,
  'now' | 'technicianList' | 'versions' | 'configuration' | 'assigned' | 'closedServices' | 'unfinished'
>;

/** The program, what it was told, and what technicians left. */
export const programLines = (facts: ProgramFacts): readonly ReadinessLine[] => [
  ...asked('technician-list', facts.technicianList, (list) => [listLine(list, facts.now)], 'call-centre'),
  line('versions', 'well', 'running', { facts: { ...facts.versions } }),
  ...asked('configuration', facts.configuration, (found) => [configurationLine(found)], 'call-centre'),
  ...(facts.assigned === null ? [] : assignedLines(facts.assigned)),
  ...closedLines(facts.closedServices),
  ...facts.unfinished.map(({ id, kind, startedAt, mustFinish }) =>
    line('unfinished-task', mustFinish ? 'stop' : 'soon', mustFinish ? 'must-finish' : 'left', {
      which: id,
      since: startedAt,
      facts: { kind },
      next: kind,
    }),
  ),
];

function listLine(list: TechnicianListFact, now: number): ReadinessLine {
  if (list.kind !== 'in-force') return line('technician-list', 'soon', list.kind, { next: 'call-centre' });
  const { version, issuedAt: since } = list;
  const old = now - since > THRESHOLDS.technicianListAgeMs;
  const detail = { since, facts: { version } };
  return old
    ? line('technician-list', 'soon', 'old', { ...detail, next: 'call-centre' })
    : line('technician-list', 'well', 'in-force', detail);
}

/** A file that is newer than this core's reading of it is not what the kiosk runs on. */
function configurationLine({ policyAt, devicesAt, readAt }: ConfigurationFact): ReadinessLine {
  const detail = { since: readAt, facts: { policyAt, devicesAt } };
  const newest = Math.max(policyAt ?? 0, devicesAt ?? 0);
  return newest > readAt
    ? line('configuration', 'soon', 'changed-since', { ...detail, next: 'restart-core' })
    : line('configuration', 'well', 'read', detail);
}

/** What the centre assigned: what runs of it, what waits, and what never will (INV-7); silent where nothing was. */
function assignedLines(assigned: AssignedFact): ReadinessLine[] {
  const { newest, running, refused, trouble: code, waitingSince, frozenSince } = assigned;
  const detail = { which: String(newest), facts: { newest, running, refused } };
  const next = 'call-centre';
  if (frozenSince !== null)
    return [line('configuration', 'soon', 'frozen', { ...detail, since: frozenSince, next })];
  switch (assigned.state) {
    case 'refused':
    case 'returned':
      return [line('configuration', 'soon', assigned.state, { ...detail, code, next })];
    case 'waiting-for-resident':
    case 'waiting-for-day':
      return [line('configuration', 'well', 'waiting', { ...detail, since: waitingSince })];
    case 'on-trial':
      return [line('configuration', 'well', 'on-trial', detail)];
    case 'running':
    case 'back':
      return [line('configuration', 'well', 'as-assigned', detail)];
    case 'shipped':
      return [];
  }
}

function closedLines(closed: KioskFacts['closedServices']): ReadinessLine[] {
  if (closed.length === 0) return [line('services-closed', 'well', 'none')];
  return closed.map(({ service, reason, since }) =>
    line('services-closed', 'soon', 'some', {
      which: service,
      code: reason,
      since,
      next: 'close-service',
    }),
  );
}
