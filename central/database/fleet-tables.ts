import type { AlarmKind } from '../../src/contracts/maintenance/alarm.ts';
import type { ReadinessLevel } from '../../src/contracts/maintenance/readiness-report.ts';

/** What kiosks say of themselves. */
export interface FleetTables {
  kiosk_alarm: {
    /** Kiosk, kind, which one and since when: a heartbeat that arrives twice tells of one alarm. */
    alarm_id: string;
    kiosk_id: string;
    kind: AlarmKind;
    /** Device or bin; null where there is one of it. */
    which: string | null;
    /** As last heard: codes and numbers. */
    detail: string | null;
    /** By the kiosk's clock. */
    since: string;
    heard_at: string;
    /** null: it stands. */
    over_at: string | null;
    acknowledged_at: string | null;
    acknowledged_by: string | null;
    note: string | null;
  };
  readiness_report: {
    kiosk_id: string;
    /** In Asia/Shanghai. */
    day: string;
    received_at: string;
    level: ReadinessLevel;
    body: string;
  };
}
