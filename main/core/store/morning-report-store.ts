import { type CalendarDay, day as calendarDay } from '../../../src/calendar/calendar-day.ts';
import {
  type ReadinessReport,
  readinessReport,
} from '../../../src/contracts/maintenance/readiness-report.ts';
import type { Connection } from './connection.ts';

/** A readiness report of one day that the centre has not got yet. */
export interface WaitingReport {
  readonly day: CalendarDay;
  readonly report: ReadinessReport;
}

/** So many days are kept; after an outage of a month the oldest reports are of no use to anybody. */
const DAYS_KEPT = 31;

/** The morning reports: which days have had theirs, and those the centre has not got. */
export class MorningReportStore {
  readonly #connection: Connection;

  constructor(connection: Connection) {
    this.#connection = connection;
  }

  has(day: CalendarDay): boolean {
    return (
      this.#connection.get('SELECT 1 AS found FROM morning_report WHERE day = :day', { day }) !== undefined
    );
  }

  keep({ day, report }: WaitingReport): void {
    this.#connection.transaction(() => {
      this.#connection.run('INSERT INTO morning_report (day, report) VALUES (:day, :report)', {
        day,
        report: JSON.stringify(report),
      });
      this.#connection.run(
        `DELETE FROM morning_report WHERE sequence <= (SELECT MAX(sequence) FROM morning_report) - ${DAYS_KEPT}`,
      );
    });
  }

  /** The oldest that waits; null where the centre has them all. */
  waiting(): WaitingReport | null {
    const row = this.#connection.get(
      'SELECT day, report FROM morning_report WHERE report IS NOT NULL ORDER BY sequence LIMIT 1',
    );
    if (!row) return null;
    return {
      day: calendarDay(String(row.day)),
      report: readinessReport.parse(JSON.parse(String(row.report))),
    };
  }

  /** The centre has it, or will never take it: the day has had its report all the same. */
  sent(day: CalendarDay): void {
    this.#connection.run('UPDATE morning_report SET report = NULL WHERE day = :day', { day });
  }
}
