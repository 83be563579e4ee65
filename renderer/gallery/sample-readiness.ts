import {
  READINESS_SUBJECTS,
  type ReadinessLevel,
  type ReadinessLine,
  type ReadinessReport,
  type ReadinessSubject,
} from '../../src/contracts/maintenance/readiness-report.ts';
import { CHROME } from './sample-parts.ts';

const NOW = CHROME.now;
const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;

const line = (
  subject: ReadinessSubject,
  level: ReadinessLevel,
  state: string,
  more: Partial<ReadinessLine> = {},
): ReadinessLine => ({
  subject,
  which: null,
  level,
  state,
  code: null,
  since: null,
  lastSuccess: null,
  facts: {},
  next: null,
  ...more,
});

/** Red, then amber: one of each kind of next step. */
export const NEEDS: ReadinessLine[] = [
  line('device', 'stop', 'noDevice', {
    which: 'id-card-reader',
    code: 'link-lost',
    since: NOW - 52 * MINUTE_MS,
    lastSuccess: NOW - 52 * MINUTE_MS,
    facts: { class: 'id-card-reader' },
    next: 'check-cable',
  }),
  line('stack', 'stop', 'empty', {
    facts: { ledger: 0, sensor: 'empty' },
    next: 'load-cards',
  }),
  line('bin', 'stop', 'full', {
    which: 'acceptor',
    facts: { ledger: 50, sensor: 'full', capacity: 50 },
    next: 'empty-retain-bin',
  }),
  line('invariants', 'stop', 'violated', {
    code: 'INV-3 ledger-unbalanced',
    next: 'call-centre',
  }),
  line('device', 'soon', 'failing', {
    which: 'social-card-reader',
    lastSuccess: NOW - 4 * MINUTE_MS,
    facts: { class: 'social-card-reader' },
    next: 'replace-device',
  }),
  line('paper', 'soon', 'low', { next: 'change-paper' }),
  line('unknown-transactions', 'soon', 'unknown', {
    which: 'card-maybe-taken',
    code: 'card-maybe-taken',
    since: NOW - 5 * HOUR_MS,
    facts: { transactions: 1 },
    next: 'call-centre',
  }),
  line('certificate', 'soon', 'ends-soon', {
    facts: { validFrom: NOW - 8_000 * HOUR_MS, validTo: NOW + 12 * 24 * HOUR_MS },
    next: 'call-centre',
  }),
  line('camera', 'soon', 'too-dark', {
    facts: { light: 31, focus: 210, width: 640, height: 480 },
    lastSuccess: NOW - MINUTE_MS,
    next: 'more-light',
  }),
  line('services-closed', 'soon', 'some', {
    which: 'contact-data',
    code: 'office-asked',
    since: NOW - 50 * HOUR_MS,
    next: 'close-service',
  }),
  line('clock', 'soon', 'off', {
    facts: { offsetMs: 78_400, withinMs: 120 },
    lastSuccess: NOW - 30_000,
    next: 'set-clock',
  }),
  line('technician-list', 'soon', 'no-answer', { next: 'call-centre' }),
];

const WELL: ReadinessLine[] = [
  line('device', 'well', 'online', {
    which: 'receipt-printer',
    facts: { class: 'receipt-printer' },
    lastSuccess: NOW - 2 * MINUTE_MS,
  }),
  line('device', 'well', 'online', { which: 'card-issuer', facts: { class: 'card-issuer' } }),
  line('device', 'well', 'online', { which: 'pin-pad', facts: { class: 'pin-pad' } }),
  line('bin', 'well', 'room', {
    which: 'issuer',
    facts: { ledger: 2, sensor: 'room', capacity: 50 },
  }),
  line('link', 'well', 'up', { since: NOW - 9 * 24 * HOUR_MS }),
  line('queue', 'well', 'waiting', { facts: { waiting: 2 }, since: NOW - MINUTE_MS }),
  line('dead-letters', 'well', 'none', { facts: { deadLetters: 0 } }),
  line('open-transactions', 'well', 'some', { facts: { open: 1 } }),
  line('cards-out-of-sight', 'well', 'none', { facts: { cards: 0 } }),
  line('enrolment', 'well', 'enrolled', { which: 'kiosk-3F0A77C2D1B4' }),
  line('disk', 'well', 'room', { facts: { freeBytes: 41_203_000_000, totalBytes: 64_000_000_000 } }),
  line('memory', 'well', 'steady', { facts: { coreBytes: 163_000_000, growth: 12_000 } }),
  line('database', 'well', 'sound', { facts: { faults: 0, sizeBytes: 18_300_000 } }),
  line('backup', 'well', 'fresh', { lastSuccess: NOW - 6 * MINUTE_MS }),
  line('versions', 'well', 'running', { facts: { software: '1.4.0', policy: '2026.11' } }),
  line('configuration', 'well', 'read', {
    facts: { policyAt: NOW - 600 * HOUR_MS, devicesAt: NOW - 61 * 24 * HOUR_MS },
  }),
  line('touch', 'well', 'touched', { lastSuccess: NOW }),
  line('network', 'well', 'connected', { which: 'enp3s0', facts: { address: '10.20.4.17' } }),
  line('power', 'well', 'mains', { facts: { batteryPercent: 97 } }),
  line('door', 'well', 'open'),
  line('invariants', 'well', 'held'),
];

const order = (one: ReadinessLine, other: ReadinessLine) =>
  READINESS_SUBJECTS.indexOf(one.subject) - READINESS_SUBJECTS.indexOf(other.subject);
const report = (level: ReadinessLevel, lines: ReadinessLine[]): ReadinessReport => ({
  kioskId: 'kiosk-3F0A77C2D1B4',
  kioskName: CHROME.kioskName,
  madeAt: NOW,
  level,
  lines,
});
const without = (lines: readonly ReadinessLine[]) =>
  WELL.filter((well) => !lines.some(({ subject }) => subject === well.subject && subject !== 'device'));

export const REPORT_WELL = report('well', WELL.toSorted(order));
export const REPORT_SOON = report('soon', [...NEEDS.slice(4, 7), ...without(NEEDS.slice(4, 7))]);
export const REPORT_STOP = report('stop', [...NEEDS, ...without(NEEDS)]);
