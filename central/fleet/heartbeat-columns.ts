import type { Heartbeat } from '../../src/contracts/central/enrolment.ts';
import { type ServiceOff, serviceOff } from '../../src/contracts/console/fleet.ts';
import { serviceId } from '../../src/contracts/service.ts';
import type { Tables } from '../database/tables.ts';
import { sha256 } from '../secrets.ts';
import { instantOf } from './alarms.ts';

type Row = Tables['heartbeat'];

/** What of a heartbeat stands in columns of its own: what kiosks are filtered and sorted by. */
export function heartbeatColumns(
  said: Heartbeat,
): Omit<Row, 'kiosk_id' | 'received_at' | 'body' | 'desk_digest'> {
  const { maintenanceSince = null, services, supplies, outbox } = said;
  const off = services?.filter(({ available }) => !available);
  return {
    maintenance_since: maintenanceSince === null ? null : instantOf(maintenanceSince),
    version: said.version,
    services_off: off ? JSON.stringify(off.map(({ service, reason }) => [service, reason])) : null,
    blanks: supplies?.blanks ?? null,
    paper: supplies?.paper ?? null,
    waiting: outbox.waiting,
    dead_letters: outbox.deadLetters,
  };
}

/** Part of `services_off` where this service does not work. */
export const offPattern = (service: string): string => `%["${service}",%`;

/** Reads `services_off` back; a service that this centre does not know is left out. */
export function servicesOffOf(column: string | null): ServiceOff[] {
  const pairs: unknown = JSON.parse(column ?? '[]');
  return (Array.isArray(pairs) ? pairs : []).flatMap((pair: unknown) => {
    const [service, reason] = Array.isArray(pair) ? (pair as unknown[]) : [];
    const read = serviceOff.safeParse({ service, reason: reason ?? null });
    return read.success && serviceId.safeParse(service).success ? [read.data] : [];
  });
}

/** Changes when the stuck requests or the kept cards do; null where a kiosk says nothing of either. */
export function deskDigest({ stuck, keptCards }: Heartbeat): string | null {
  if (stuck === undefined && keptCards === undefined) return null;
  return sha256(JSON.stringify([stuck ?? null, keptCards ?? null]));
}
