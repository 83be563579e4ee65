import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type {
  ReadinessReport,
  ReadinessSubject,
} from '../../../../src/contracts/maintenance/readiness-report.ts';
import { readinessReport } from '../../../../src/contracts/maintenance/readiness-report.ts';
import { err } from '../../../../src/result.ts';
import { SOURCE_DEADLINE_MS } from './asked-in-time.ts';
import { createReadinessDesk } from './create-readiness-desk.ts';
import { ReadinessBench, wellMachine } from './readiness-bench.ts';
import type { ReadinessParts } from './readiness-parts.ts';

const never = <T>() => new Promise<T>(() => undefined);
const PDFTOTEXT = '/usr/bin/pdftotext';

function setUp(own: Partial<ReadinessParts> = {}) {
  const bench = new ReadinessBench(own);
  const desk = createReadinessDesk(bench.parts, bench.look, { alarms: () => [] });
  const events = () =>
    bench.parts.store.audit
      .all()
      .filter(({ event }) => event === 'readiness-reported')
      .map(({ detail }) => detail);
  return { bench, desk, events };
}
const lineOf = ({ lines }: ReadinessReport, subject: ReadinessSubject) =>
  lines.find((line) => line.subject === subject);

describe('the readiness desk', () => {
  it('looks at everything a kiosk has, and the report keeps its contract', async () => {
    const { desk, bench } = setUp();
    bench.ground.issuer.stack.length = 90;
    const report = readinessReport.parse(await desk.report());
    expect(report).toMatchObject({ kioskId: 'kiosk-1', kioskName: '一号机' });
    expect(report.lines.filter(({ level }) => level !== 'well').map(({ subject }) => subject)).toEqual([
      'technician-list',
    ]);
    expect(lineOf(report, 'database')?.facts).toMatchObject({
      faults: 0,
      journalMode: 'wal',
      schemaVersion: 5,
    });
    expect(lineOf(report, 'stack')?.facts).toMatchObject({ ledger: 90, sensor: 'enough' });
    expect(lineOf(report, 'backup')?.lastSuccess).toBeGreaterThan(0);
  });

  it('INV-3 shows ledger and sensor side by side, and what contradicts', async () => {
    const { desk, bench } = setUp();
    bench.ground.issuer.stack.length = 0;
    await bench.ground.keptCard('not-taken');
    const report = await desk.report();
    expect(lineOf(report, 'stack')).toMatchObject({ level: 'stop', state: 'empty', next: 'count-stack' });
    expect(
      report.lines
        .filter(({ subject }) => subject === 'bin')
        .map(({ which, facts }) => [which, facts.ledger]),
    ).toEqual([
      ['issuer', 0],
      ['acceptor', 1],
    ]);
  });

  it('a card out of sight and a kiosk that closed itself are on it', async () => {
    const { desk, bench } = setUp();
    await bench.ground.lostBlank();
    bench.closedBecause = { invariant: 'INV-3', code: 'ledger-unbalanced', transaction: null };
    const report = await desk.report();
    expect(lineOf(report, 'cards-out-of-sight')).toMatchObject({ level: 'soon', facts: { cards: 1 } });
    expect(lineOf(report, 'invariants')).toMatchObject({ level: 'stop', code: 'INV-3 ledger-unbalanced' });
  });

  it('whatever does not answer is a line that says so, within a few seconds', async () => {
    const machine = {
      ...wellMachine(0),
      disk: never,
      certificate: never,
      modifiedAt: never,
    };
    const silent = { status: never, print: never };
    const { desk, bench } = setUp({
      machine,
      expected: never,
      printer: () => silent,
      cabinet: () => ({ status: never }),
      files: { policy: 'policy.json', devices: 'devices.json' },
    });
    const looking = desk.report();
    await bench.ground.clock.advance(SOURCE_DEADLINE_MS);
    const report = await looking;
    const silentLines = report.lines
      .filter(({ state }) => state === 'no-answer')
      .map(({ subject }) => subject);
    expect(silentLines).toEqual(['stack', 'bin', 'paper', 'certificate', 'disk', 'configuration', 'power']);
  });

  it('a disk that refuses and a printer in trouble are lines too, a programming error is none', async () => {
    const refused = Object.assign(new Error('refused'), { code: 'EIO' });
    const broken = setUp({
      machine: { ...wellMachine(1e15), disk: () => Promise.reject(refused) },
      printer: () => ({
        status: async () => err({ kind: 'device', code: 'link-lost', message: '' } as const),
        print: never,
      }),
    });
    const report = await broken.desk.report();
    expect([lineOf(report, 'disk')?.state, lineOf(report, 'paper')?.state]).toEqual([
      'no-answer',
      'no-answer',
    ]);
    const wrong = setUp({ expected: () => Promise.reject(new TypeError('undefined is not a function')) });
    await expect(wrong.desk.report()).rejects.toThrow(TypeError);
  });

  it('prints the report, and the audit knows who had it printed', async () => {
    const { desk, bench, events } = setUp();
    const report = await desk.report();
    expect(await desk.print(report)).toBe('printed');
    expect(bench.printed[0]?.title).toBe('运行检查');
    expect(events()).toEqual([{ level: report.level, how: 'paper', technician: 'T-0417' }]);
    expect(await setUp({ printer: () => null }).desk.print(report)).toBe('not-possible');
    const empty = setUp({
      printer: () => ({ status: never, print: async () => err({ kind: 'paper-out' } as const) }),
    });
    expect(await empty.desk.print(report)).toBe('failed');
    expect(empty.events()).toEqual([]);
  });

  it('saves it as a PDF in Chinese on a stick, whole or not at all', async () => {
    const { desk, bench, events } = setUp();
    const report = await desk.report();
    expect(await desk.save(report)).toBe('no-stick');
    const stick = join(bench.sticksFolder, 'STICK');
    mkdirSync(stick);
    expect(await desk.save(report)).toBe('saved');
    const [file = '', ...more] = readdirSync(stick);
    expect(more).toEqual([]);
    expect(file).toMatch(/^readiness-kiosk-1-20260105T010000Z\.pdf$/);
    expect(events()).toMatchObject([{ how: 'stick' }]);
    if (!existsSync(PDFTOTEXT)) return;
    const text = execFileSync(PDFTOTEXT, ['-layout', join(stick, file), '-'], { encoding: 'utf8' });
    for (const words of ['运行检查报告', '空白卡', 'kiosk-1'])
      expect(text.replaceAll(/\s/g, '')).toContain(words);
  });

  it('hears the page: when it was last touched, what its camera sees, and that it is silent', async () => {
    const { desk, bench } = setUp();
    const alive = (touches: number) =>
      bench.look.screen.pageAlive({ kind: 'page-alive', heapBytes: null, longestFrameMs: 16, touches });
    alive(0);
    expect(lineOf(await desk.report(), 'touch')).toMatchObject({ state: 'not-told', lastSuccess: null });
    alive(3);
    const touchedAt = bench.ground.clock.now();
    desk.cameraLooked({ light: 20, focus: 300, width: 1280, height: 720 });
    await bench.ground.clock.advance(10_000);
    alive(3);
    expect(lineOf(await desk.report(), 'touch')).toMatchObject({ state: 'touched', lastSuccess: touchedAt });
    expect(lineOf(await desk.report(), 'camera')).toMatchObject({ state: 'too-dark', next: 'more-light' });
    await bench.ground.clock.advance(21_000);
    expect(lineOf(await desk.report(), 'touch')).toMatchObject({ level: 'stop', state: 'page-silent' });
  });
});
