import { type CalendarDay, dayInShanghai } from '../../../src/calendar/calendar-day.ts';
import type { ReadinessReport } from '../../../src/contracts/maintenance/readiness-report.ts';
import type { Entropy, Timers } from '../../../src/ports/clock.ts';
import type { Log } from '../log.ts';
import type { Store } from '../store/open-store.ts';
import { backOffMs } from '../sync/back-off.ts';
import { Bell } from '../sync/bell.ts';
import { isPermanent } from '../sync/call-trouble.ts';
import type { Sync } from '../sync/create-sync.ts';

const MINUTE_MS = 60_000;
/** 06:30 in Asia/Shanghai, before halls open: milliseconds after midnight there. */
const MADE_AT_MS = (6 * 60 + 30) * MINUTE_MS;
/** A core that has just started waits for its devices: what starts is not down. Milliseconds. */
const SETTLE_MS = 2 * MINUTE_MS;

export interface MorningReportOptions {
  readonly store: Pick<Store, 'morningReports' | 'audit' | 'transaction' | 'identity'>;
  readonly timers: Timers;
  readonly entropy: Entropy;
  readonly report: () => Promise<ReadinessReport>;
  readonly sync: Pick<Sync, 'link' | 'readinessReports'>;
  readonly log: Pick<Log, 'warn'>;
}

/** The day whose report is due: today from half past six on, before that yesterday. */
export const dayOfReport = (now: number): CalendarDay => dayInShanghai(now - MADE_AT_MS);

/**
 * Makes the report of each morning by itself, or at the first start after it, keeps it until the centre has it, and
 * never makes a second one of a day: the days that had theirs are on disk.
 */
export async function reportMornings(options: MorningReportOptions, signal: AbortSignal): Promise<void> {
  const { timers, sync, entropy } = options;
  const bell = new Bell();
  const unsubscribe = sync.link.subscribe((up) => {
    if (up) bell.ring();
  });
  let failures = 0;
  try {
    await timers.sleep(SETTLE_MS, signal);
    while (!signal.aborted) {
      await makeWhereDue(options);
      if (signal.aborted) return;
      const sent = await sendWaiting(options, signal);
      failures = sent === 'failed' ? failures + 1 : 0;
      // Somebody may set the clock: nobody sleeps until morning.
      await bell.wait(timers, sent === 'failed' ? backOffMs(failures, entropy) : MINUTE_MS, signal);
    }
  } finally {
    unsubscribe();
  }
}

async function makeWhereDue({ store, timers, report: look }: MorningReportOptions): Promise<void> {
  const day = dayOfReport(timers.now());
  if (store.morningReports.has(day)) return;
  const report = await look();
  store.transaction(() => {
    store.morningReports.keep({ day, report });
    store.audit.record('readiness-reported', { level: report.level, how: 'centre', technician: null });
  });
}

async function sendWaiting(
  { store, sync, log }: MorningReportOptions,
  signal: AbortSignal,
): Promise<'nothing-waits' | 'failed'> {
  for (let next = store.morningReports.waiting(); next !== null; next = store.morningReports.waiting()) {
    if (store.identity.load().kioskId === null) return 'nothing-waits';
    const { day, report } = next;
    const sent = await sync.readinessReports.send({ day, report }, signal);
    if (signal.aborted) return 'failed';
    if (!sent.ok) {
      if (!isPermanent(sent.error)) return 'failed';
      // The next day's report must not wait behind one that is never taken.
      log.warn('morning-report-refused', { code: sent.error.kind });
    }
    store.morningReports.sent(day);
  }
  return 'nothing-waits';
}
