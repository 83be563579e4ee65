import { appendFileSync, mkdirSync, mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { BENCH_NOW, type CentralBench, centralBench } from '../../../../central/central-bench.ts';
import { openExportKey, type PrivateExportKey } from '../../../../central/data-directory.ts';
import { openExport } from '../../../../central/exports/open-export.ts';
import type { Timers } from '../../../../src/ports/clock.ts';
import type { ScannedCode } from '../../../../src/ports/code-scanner.ts';
import { ok } from '../../../../src/result.ts';
import { systemEntropy, systemTimers } from '../../clock.ts';
import { createLog } from '../../log.ts';
import { logFile } from '../../log-file.ts';
import { openStore } from '../../store/open-store.ts';
import { createSync } from '../../sync/create-sync.ts';
import { silentLog } from '../../test-kiosk.ts';
import { decommissioning } from './decommissioning.ts';
import { enrolment } from './enrolment.ts';
import { logExport } from './log-export.ts';
import { sealExport } from './seal-export.ts';

const timers: Timers = { now: () => BENCH_NOW, elapsed: () => BENCH_NOW, sleep: systemTimers.sleep };
const never = new AbortController().signal;
const people = { technician: 'T-0417', second: 'T-0023' };

let bench: CentralBench;
let privateKey: PrivateExportKey;
beforeAll(async () => {
  privateKey = openExportKey(mkdtempSync(join(tmpdir(), 'yikatong-central-')));
  const { d: _private, ...exportKey } = privateKey;
  bench = await centralBench({ exportKey });
});
afterAll(() => bench.central.close());

/** A new kiosk with a stick in it; `link` false: the centre is nowhere. */
function kiosk(link = true) {
  const folder = mkdtempSync(join(tmpdir(), 'yikatong-kiosk-'));
  const media = mkdtempSync(join(tmpdir(), 'yikatong-media-'));
  mkdirSync(join(media, 'STICK'));
  const opened = openStore({ folder, clock: timers, entropy: systemEntropy });
  if (!opened.ok) throw new Error(opened.error.message);
  const store = opened.value;
  const centralUrl = link ? bench.url : 'http://127.0.0.1:9';
  const sync = createSync({ centralUrl, store, timers, entropy: systemEntropy, log: silentLog });
  const logFolder = join(folder, 'logs');
  const kioskName = '海口一号';
  const exporting = logExport({
    store,
    sync,
    kioskName,
    clock: timers,
    sticks: { roots: [media], plainFolders: true },
    logFolder,
    readiness: async () => ({ kioskId: null, kioskName, madeAt: BENCH_NOW, level: 'well', lines: [] }),
  });
  let scanned = 'nonsense';
  const scanner = { scan: async () => ok(scanned as ScannedCode) };
  const enrolling = enrolment({ store, sync, kioskName, timers, scanner: () => scanner });
  const ended: string[] = [];
  const giving = decommissioning({
    store,
    sync,
    kioskName,
    clock: timers,
    folder,
    end: () => void ended.push('ended'),
  });
  return {
    store,
    sync,
    folder,
    logFolder,
    stick: join(media, 'STICK'),
    exporting,
    enrolling,
    giving,
    ended,
    hold: (code: string) => {
      scanned = code;
    },
    enrol: async () => {
      const { code } = await bench.central.mintEnrolmentCode();
      enrolling.hold(code);
      return enrolling.enrol(people);
    },
    write: async () => {
      const [stick] = await exporting.sticks();
      return exporting.write(stick?.id ?? 'none', 'T-0417', never);
    },
  };
}

describe('enrolment at the kiosk', () => {
  it('scans a code, enrols without a restart, and has the export key from then on', async () => {
    const { enrolling, store, sync, hold } = kiosk();
    expect(await enrolling.scan(never)).toBe('not-a-code');
    const { code } = await bench.central.mintEnrolmentCode();
    hold(`${code}\r`);
    expect(await enrolling.scan(never)).toBe('scanned');
    const enrolled = await enrolling.enrol(people);
    expect(enrolled).toEqual({ kioskId: store.identity.load().kioskId });
    expect(sync.exportKeys.known()?.x).toBe(privateKey.x);
    expect(store.audit.all().at(-1)).toMatchObject({ event: 'kiosk-enrolled', detail: people });
    // The code was a secret for a day: it is in no record.
    expect(JSON.stringify(store.audit.all())).not.toContain(code);
  });

  it('names what went wrong, and holds no code any more', async () => {
    const offline = kiosk(false);
    expect(await offline.enrolling.enrol(people)).toEqual({ why: 'code-forgotten' });
    offline.enrolling.hold('0000-0000-0000-0000');
    expect(await offline.enrolling.enrol(people)).toEqual({ why: 'centre-not-reached' });
    const online = kiosk();
    online.enrolling.hold('0000-0000-0000-0000');
    expect(await online.enrolling.enrol(people)).toEqual({ why: 'code-refused' });
    expect(await online.enrolling.enrol(people)).toEqual({ why: 'code-forgotten' });
  });
});

describe('INV-6 the export', () => {
  it('holds logs, audit and readiness that the centre alone can read, and nothing personal', async () => {
    const one = kiosk();
    await one.enrol();
    const log = createLog(logFile(one.logFolder, timers));
    log.info('application-accepted', { count: 3, ...({ name: '金丝雀某人' } as object) });
    // A line that some other hand put into the file.
    appendFileSync(
      join(one.logFolder, 'core-2026-11-22-001.log'),
      `{"msg":"x","name":"金丝雀某人"}\n{"msg":"cut o`,
    );
    const written = await one.write();
    if ('why' in written) throw new Error(written.why);
    const sealed = readFileSync(join(one.stick, written.file), 'latin1');
    expect(written.file).toMatch(/^yikatong-kiosk-[0-9A-F]{12}-20261122-1200\.jwe$/);
    expect(one.store.audit.all().at(-1)).toMatchObject({
      event: 'logs-exported',
      detail: { technician: 'T-0417', digest: written.digest },
    });
    const opened = await openExport(sealed, privateKey);
    if (!opened.ok) throw new Error(opened.error);
    const lines = opened.value
      .trim()
      .split('\n')
      .map((line): { kind: string } => JSON.parse(line));
    expect(lines.map(({ kind }) => kind)).toEqual(['export', 'readiness', 'audit', 'log', 'log']);
    expect(lines[3]).toMatchObject({ msg: 'application-accepted', count: 3 });
    for (const canary of ['金丝雀某人', '460100198801019876', '13987654321']) {
      expect(opened.value).not.toContain(canary);
      expect(sealed).not.toContain(canary);
    }
  });

  it('is made without a log file that can’t be read, and core goes on', async () => {
    const one = kiosk();
    await one.enrol();
    createLog(logFile(one.logFolder, timers)).info('application-accepted', { count: 3 });
    // What takes a file's place here can't be read as one.
    mkdirSync(join(one.logFolder, 'core-2026-11-21-001.log'));
    const written = await one.write();
    if ('why' in written) throw new Error(written.why);
    const opened = await openExport(readFileSync(join(one.stick, written.file), 'latin1'), privateKey);
    expect(opened.ok && opened.value).toContain('application-accepted');
  });

  it('that breaks off rejects, for nobody would wait for its end', async () => {
    const { d: _private, ...known } = privateKey;
    async function* broken(): AsyncGenerator<string> {
      yield '{}';
      throw new Error('broken off');
    }
    await expect(sealExport(broken(), known)).rejects.toThrow('broken off');
  });

  it('opens with no other key, and not where a byte was changed or the end is missing', async () => {
    const one = kiosk();
    await one.enrol();
    const written = await one.write();
    if ('why' in written) throw new Error(written.why);
    const sealed = readFileSync(join(one.stick, written.file), 'latin1').trim();
    const other = openExportKey(mkdtempSync(join(tmpdir(), 'yikatong-other-')));
    const middle = sealed.length - 200;
    const changed = sealed.slice(0, middle) + (sealed[middle] === 'A' ? 'B' : 'A') + sealed.slice(middle + 1);
    const broken = [sealed.slice(0, 300), sealed.slice(0, -40), changed, 'nonsense', ''];
    expect((await openExport(sealed, other)).ok).toBe(false);
    for (const text of broken) expect(await openExport(text, privateKey)).toMatchObject({ ok: false });
  });

  it('works with the link down once the key is known; before that nothing is written', async () => {
    const offline = kiosk(false);
    expect(await offline.write()).toEqual({ why: 'no-export-key' });
    expect(readdirSync(offline.stick)).toEqual([]);
    const { d: _private, ...known } = privateKey;
    offline.sync.exportKeys.heard(known);
    expect(await offline.write()).toMatchObject({ file: 'yikatong-new-20261122-1200.jwe' });
    expect(await offline.exporting.write('pulled-out', 'T-0417', never)).toEqual({ why: 'stick-gone' });
  });
});

describe('decommissioning as long as the store is there', () => {
  it('tells the centre, puts the marker on disk and ends core; nothing is destroyed yet', async () => {
    const one = kiosk();
    expect(await one.giving.tellCentre(people, never)).toBe('not-enrolled');
    await one.enrol();
    expect(one.giving.leftBehind()).toMatchObject({
      openTransactions: 0,
      outbox: 0,
      residentCards: 0,
      blanks: 0,
    });
    expect(await one.giving.tellCentre(people, never)).toBe('told');
    // The answer was lost: said again it is the same.
    expect(await one.giving.tellCentre(people, never)).toBe('told');
    await one.giving.begin(people, true);
    expect(one.ended).toEqual(['ended']);
    const marker = JSON.parse(readFileSync(join(one.folder, 'decommissioned.json'), 'utf8'));
    expect(marker).toMatchObject({ ...people, told: true, kioskName: '海口一号', destroyed: [] });
    expect(readdirSync(one.folder)).toContain('store.key');
  });

  it('counts what residents would lose', () => {
    const { store, giving } = kiosk();
    store.custody.load(5, 'loaded');
    const card = store.custody.acceptOwnCard('swap');
    expect(giving.leftBehind()).toMatchObject({ blanks: 5, residentCards: 1 });
    store.custody.move(card, 'retained', 'not-taken');
    expect(giving.leftBehind().residentCards).toBe(1);
  });

  it('goes on without the centre where it is not reached', async () => {
    const offline = kiosk(false);
    offline.store.identity.enrolled('kiosk-1' as never);
    expect(await offline.giving.tellCentre(people, never)).toBe('not-told');
  });
});

it('measures how far the clock is off, by the middle of the way there and back', async () => {
  const { sync } = kiosk();
  const offset = await sync.technicians.clockOffset(never);
  expect(offset).toEqual({ ok: true, value: 0 });
  expect(await kiosk(false).sync.technicians.clockOffset(never)).toMatchObject({ ok: false });
});
