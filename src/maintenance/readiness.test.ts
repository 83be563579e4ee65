import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  READINESS_LEVELS,
  READINESS_SUBJECTS,
  type ReadinessSubject,
  readinessReport,
} from '../contracts/maintenance/readiness-report.ts';
import type { KioskFacts } from './kiosk-facts.ts';
import { anyFacts, FACTS_AT, wellDevice, wellFacts } from './memory/made-up-facts.ts';
import { LINE_STATES } from './readiness/line-states.ts';
import { readinessOf } from './readiness.ts';

const MINUTE_MS = 60_000;
const known = <T>(value: T) => ({ ok: true as const, value });
const silent = { ok: false, error: 'no-answer' } as const;

/** Level, state and what next of a subject's first line. */
const lineOf = (facts: Partial<KioskFacts>, subject: ReadinessSubject) => {
  const found = readinessOf({ ...wellFacts, ...facts }).lines.find((line) => line.subject === subject);
  return found && [found.level, found.state, found.next];
};

const device = (own: object) => ({ devices: [{ ...wellDevice, ...own }] });
const stack = (ledger: number, sensor: 'enough' | 'low' | 'empty' | 'no-answer', disagrees = false) => ({
  stack: known({ ledger, sensor, disagrees }),
});
const bin = (ledger: number, sensor: 'room' | 'full' | 'no-answer') => ({
  bins: known([{ bin: 'acceptor', ledger, sensor }]),
});
const paper = (own: object) => ({
  paper: known({ paper: 'full' as const, cover: 'closed' as const, cutter: 'ok' as const, ...own }),
});
const clock = (offsetMs: number, withinMs = 10) => ({ clock: { offsetMs, withinMs, at: FACTS_AT } });
const tls = (validTo: number, untrusted: string | null = null) => ({
  certificate: known({ kind: 'tls' as const, validFrom: 0, validTo, untrusted }),
});
const free = (megabytes: number) => ({ disk: known({ freeBytes: megabytes * 1024 ** 2, totalBytes: 1e12 }) });
const camera = (light: number | null, focus: number | null) => ({
  camera: { light, focus, width: 1280, height: 720, at: FACTS_AT },
});
const touch = (pageAgo: number, touchAgo: number) => ({
  touch: { pageAt: FACTS_AT - pageAgo, lastTouch: FACTS_AT - touchAgo, since: 0 },
});
const cabinet = (power: 'mains' | 'battery', batteryPercent: number) => ({
  cabinet: known({ door: 'open' as const, power, batteryPercent }),
});

describe('the readiness report', () => {
  it('has nothing to do at a kiosk where all is well', () => {
    const report = readinessOf(wellFacts);
    expect(report.level).toBe('well');
    expect(report.lines.filter(({ next }) => next !== null)).toEqual([]);
  });

  it.each<[ReadinessSubject, Partial<KioskFacts>, unknown]>([
    ['device', device({ state: 'offline', recovering: true }), ['soon', 'offline', 'check-cable']],
    ['device', device({ state: 'hardwareError' }), ['stop', 'hardwareError', 'replace-device']],
    ['device', device({ failing: true }), ['soon', 'failing', 'replace-device']],
    ['stack', stack(19, 'enough'), ['soon', 'low', 'load-cards']],
    ['stack', stack(20, 'enough'), ['well', 'enough', null]],
    ['stack', stack(20, 'empty', true), ['stop', 'empty', 'count-stack']],
    ['stack', stack(30, 'low', true), ['soon', 'disagrees', 'count-stack']],
    ['stack', stack(30, 'no-answer'), ['soon', 'no-answer', 'test-device']],
    ['bin', bin(39, 'room'), ['well', 'room', null]],
    ['bin', bin(40, 'room'), ['soon', 'nearly-full', 'empty-retain-bin']],
    ['bin', bin(12, 'full'), ['stop', 'full', 'empty-retain-bin']],
    ['bin', bin(0, 'full'), ['stop', 'look-into', 'empty-retain-bin']],
    ['paper', paper({ paper: 'low' }), ['soon', 'low', 'change-paper']],
    ['paper', paper({ paper: 'out' }), ['stop', 'out', 'change-paper']],
    ['paper', paper({ cover: 'open' }), ['stop', 'cover-open', 'change-paper']],
    [
      'link',
      { link: { up: false, since: null, lastHeard: null, asking: false } },
      ['stop', 'down', 'set-network'],
    ],
    ['link', { link: { up: false, since: null, lastHeard: null, asking: true } }, ['soon', 'asking', 'wait']],
    [
      'queue',
      { queue: { waiting: 1, oldestAt: FACTS_AT - 61 * MINUTE_MS, deadLetters: 0 } },
      ['soon', 'old', 'set-network'],
    ],
    [
      'dead-letters',
      { queue: { waiting: 0, oldestAt: null, deadLetters: 1 } },
      ['soon', 'some', 'call-centre'],
    ],
    ['clock', clock(60_000), ['well', 'right', null]],
    ['clock', clock(-61_000), ['soon', 'off', 'set-clock']],
    ['clock', clock(301_000), ['stop', 'far-off', 'set-clock']],
    ['clock', clock(61_000, 2_000), ['well', 'right', null]],
    [
      'certificate',
      { certificate: known({ kind: 'plain-http' as const }) },
      ['soon', 'plain-http', 'call-centre'],
    ],
    ['certificate', tls(FACTS_AT - 1), ['stop', 'not-in-force', 'call-centre']],
    ['certificate', tls(FACTS_AT + 1), ['soon', 'ends-soon', 'call-centre']],
    ['certificate', tls(FACTS_AT * 2, 'SELF_SIGNED'), ['stop', 'not-trusted', 'call-centre']],
    ['enrolment', { kioskId: null }, ['stop', 'not-enrolled', 'enrol']],
    ['disk', free(499), ['stop', 'nearly-full', 'export-logs']],
    ['disk', free(2_047), ['soon', 'low', 'export-logs']],
    ['disk', free(2_048), ['well', 'room', null]],
    ['backup', { backupAt: FACTS_AT - 121 * MINUTE_MS }, ['soon', 'old', 'call-centre']],
    ['camera', camera(39, 300), ['soon', 'too-dark', 'more-light']],
    ['camera', camera(221, 300), ['soon', 'too-bright', 'test-device']],
    ['camera', camera(120, 10), ['soon', 'blurred', 'clean-camera']],
    ['camera', camera(null, null), ['stop', 'no-camera', 'check-cable']],
    ['touch', touch(21_000, 0), ['stop', 'page-silent', 'restart-machine']],
    ['touch', touch(1_000, 73 * 60 * MINUTE_MS), ['soon', 'silent-long', 'test-device']],
    ['power', cabinet('battery', 80), ['soon', 'battery', 'check-cable']],
    ['power', cabinet('battery', 24), ['stop', 'battery-low', 'check-cable']],
    ['invariants', { violated: 'INV-3 ledger-unbalanced' }, ['stop', 'violated', 'call-centre']],
    ['network', { network: [] }, ['stop', 'not-connected', 'set-network']],
    ['database', { database: silent }, ['soon', 'no-answer', 'restart-core']],
  ])('%s %j', (subject, facts, line) => {
    expect(lineOf(facts, subject)).toEqual(line);
  });

  it('leaves out what this kiosk has not got', () => {
    const bare = { stack: known(null), bins: known([]), paper: known(null), cabinet: known(null) };
    for (const subject of ['stack', 'bin', 'paper', 'power', 'door'] as const)
      expect(lineOf(bare, subject)).toBeUndefined();
  });

  it('a source that does not answer is a line that says so, not a page without it', () => {
    const mute = {
      stack: silent,
      bins: silent,
      paper: silent,
      certificate: silent,
      disk: silent,
      cabinet: silent,
    };
    for (const subject of ['stack', 'bin', 'paper', 'certificate', 'disk', 'power'] as const)
      expect(lineOf(mute, subject)?.slice(0, 2)).toEqual(['soon', 'no-answer']);
  });

  it('is as bad as its worst line, red first, then in the order of the subjects', () => {
    fc.assert(
      fc.property(anyFacts, (facts) => {
        const { level, lines } = readinessOf(facts);
        const levels = lines.map((line) => READINESS_LEVELS.indexOf(line.level));
        expect(READINESS_LEVELS.indexOf(level)).toBe(Math.min(...levels));
        const places = lines.map(
          (line) => READINESS_LEVELS.indexOf(line.level) * 100 + READINESS_SUBJECTS.indexOf(line.subject),
        );
        expect(places).toEqual(places.toSorted((one, other) => one - other));
      }),
    );
  });

  it('says only words of the closed sets, keeps the contract, and everything not well has a next thing to do', () => {
    fc.assert(
      fc.property(anyFacts, (facts) => {
        const report = readinessOf(facts);
        expect(readinessReport.safeParse(report).success).toBe(true);
        for (const { subject, state, level, next } of report.lines) {
          expect([...LINE_STATES[subject], 'no-answer']).toContain(state);
          expect(next !== null).toBe(level !== 'well');
        }
      }),
    );
  });

  it('ID-6 has no place where a person could be: every word is a code, a name of a thing or a number', () => {
    fc.assert(
      fc.property(anyFacts, (facts) => {
        const { lines } = readinessOf(facts);
        // Fifteen digits and more are a number of a person or a card; a time has thirteen.
        expect(JSON.stringify(lines)).not.toMatch(/\d{15}|\p{Script=Han}/u);
      }),
    );
  });
});
