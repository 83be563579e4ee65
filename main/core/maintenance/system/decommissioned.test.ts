import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { CoreMessage } from '../../../../src/contracts/core-link.ts';
import { decommissionProof } from '../../../../src/maintenance/decommission-proof.ts';
import { deviceTrouble } from '../../../../src/ports/device-status.ts';
import type { ReceiptPrinter } from '../../../../src/ports/receipt-printer.ts';
import type { PaperReceipt } from '../../../../src/receipt/paper-receipt.ts';
import { err, ok } from '../../../../src/result.ts';
import { decommissionedCore } from '../../decommissioned-core.ts';
import { silentLog } from '../../test-kiosk.ts';
import { VirtualClock } from '../../virtual-clock.ts';
import { type DecommissionMarker, markerAtStart, readMarker, writeMarker } from './decommission-marker.ts';
import { destroyEverything } from './destroy-everything.ts';
import { type Shredder, systemShredder } from './shredder.ts';

const FILES = {
  'store.key': 'a'.repeat(64),
  'sealing.key': 'sealed by the shell',
  'store.db': 'resident rows',
  'store.db-wal': 'later rows',
  'store.backup.db': 'the same again',
  'store.db.damaged-17': 'what was set aside',
  'logs/core-2026-11-22-001.log': '{"msg":"one"}',
};
const BEGUN: DecommissionMarker = {
  kioskId: 'kiosk-1',
  kioskName: '海口一号',
  technician: 'T-0417',
  second: 'T-0023',
  told: true,
  at: Date.parse('2026-11-22T01:41:00Z'),
  destroyed: [],
  destroyedAt: null,
  printedAt: null,
};

function kioskFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'yikatong-given-up-'));
  mkdirSync(join(folder, 'logs'));
  for (const [name, content] of Object.entries(FILES)) writeFileSync(join(folder, name), content);
  writeFileSync(join(folder, 'somebody-elses.txt'), 'not ours');
  writeMarker(folder, BEGUN);
  return folder;
}

class PowerCut extends Error {}

/** Each act counts; the power fails before or after the one at `at`, or half-way through an overwriting. */
function failingAt(at: number, when: 'before' | 'within' | 'after', done: string[]): Shredder {
  let acts = 0;
  const guarded = (name: string, act: (path: string) => void) => (path: string) => {
    acts += 1;
    if (acts === at && when === 'before') throw new PowerCut();
    if (acts === at && when === 'within' && name === 'overwrite') writeFileSync(path, 'half');
    if (acts === at && when === 'within') throw new PowerCut();
    act(path);
    done.push(`${name} ${path.split('/').slice(-1)[0]}`);
    if (acts === at) throw new PowerCut();
  };
  return {
    ...systemShredder,
    overwrite: guarded('overwrite', systemShredder.overwrite),
    remove: guarded('remove', systemShredder.remove),
    removeFolder: guarded('removeFolder', systemShredder.removeFolder),
  };
}

const left = (folder: string) => readdirSync(folder).toSorted();

describe('destroying a kiosk that was given up', () => {
  it('destroys the key before anything else, and nothing that is not its own', () => {
    const folder = kioskFolder();
    const done: string[] = [];
    const marker = destroyEverything(folder, BEGUN, failingAt(0, 'before', done), 5);
    expect(done.slice(0, 2)).toEqual(['overwrite store.key', 'remove store.key']);
    expect(left(folder)).toEqual(['decommissioned.json', 'somebody-elses.txt']);
    expect(marker).toEqual(readMarker(folder));
    expect(marker.destroyedAt).toBe(5);
    expect(marker.destroyed.map(({ file }) => file).toSorted()).toEqual(Object.keys(FILES).toSorted());
  });

  it('goes on after a power cut at any point, with the digest each file had', () => {
    const whole = destroyEverything(kioskFolder(), BEGUN, systemShredder, 5);
    const acts = 2 * Object.keys(FILES).length + 1;
    for (let at = 1; at <= acts; at += 1) {
      for (const when of ['before', 'within', 'after'] as const) {
        const folder = kioskFolder();
        expect(() => destroyEverything(folder, BEGUN, failingAt(at, when, []), 5)).toThrow(PowerCut);
        const noted = readMarker(folder);
        if (noted === null) throw new Error('the marker is gone');
        expect(destroyEverything(folder, noted, systemShredder, 5)).toEqual(whole);
        expect(left(folder)).toEqual(['decommissioned.json', 'somebody-elses.txt']);
      }
    }
  });

  it('leaves nothing of the bytes in a file that somebody still holds open', () => {
    const folder = kioskFolder();
    const seen: string[] = [];
    const watching = {
      ...systemShredder,
      remove(path: string) {
        seen.push(readFileSync(path, 'latin1'));
        systemShredder.remove(path);
      },
    };
    destroyEverything(folder, BEGUN, watching, 5);
    for (const content of Object.values(FILES)) expect(seen).not.toContain(content);
    expect(seen.map(({ length }) => length).toSorted()).toEqual(
      Object.values(FILES)
        .map(({ length }) => length)
        .toSorted(),
    );
  });
});

/** A printer that fails so many times. */
function printerFailing(times: number, printed: PaperReceipt[], before?: () => void): ReceiptPrinter {
  let failures = times;
  return {
    open: async () => ok(undefined),
    probe: async () => ok(undefined),
    close: async () => undefined,
    status: async () => ok({ paper: 'full', cover: 'closed', cutter: 'ok', online: true }),
    print: async (receipt) => {
      failures -= 1;
      if (failures >= 0) return err(deviceTrouble('paper-out', 'no paper'));
      before?.();
      printed.push(receipt);
      return ok(undefined);
    },
  };
}

describe('the core of a kiosk that was given up', () => {
  const start = (folder: string, failures: number, printing?: () => void) => {
    const ended: string[] = [];
    const marker = readMarker(folder);
    if (marker === null) throw new Error('no marker');
    const clock = new VirtualClock(BEGUN.at + 60_000);
    const said: CoreMessage[] = [];
    const printed: PaperReceipt[] = [];
    const line = {
      id: 'printer',
      class: 'receipt-printer',
      driver: 'by-hand',
      transport: 'none',
      options: {},
    };
    const core = decommissionedCore({
      folder,
      marker,
      policy: err('damaged'),
      devices: ok({ devices: [{ ...line, class: 'receipt-printer' as const }] }),
      drivers: { 'receipt-printer': { 'by-hand': () => printerFailing(failures, printed, printing) } },
      shredder: systemShredder,
      timers: clock,
      log: silentLog,
      version: '0.1.0',
      say: (message) => void said.push(message),
      end: () => void ended.push('ended'),
    });
    return { core, clock, said, printed, ended };
  };

  it('INV-8 shows that it is out of service for ever, whoever loads the page', async () => {
    const { core, said, clock } = start(kioskFolder(), 0);
    core.receive({ kind: 'screen', message: { kind: 'hello', protocol: 1 } });
    core.receive({ kind: 'show-again' });
    core.receive({ kind: 'screen', message: { kind: 'activity' } });
    await clock.advance(1_000);
    const views = said.flatMap((message) => (message.kind === 'view' ? [message.view] : []));
    expect(views).toHaveLength(3);
    expect(views[0]).toMatchObject({
      screen: 'out-of-service',
      reasons: ['decommissioned'],
      since: BEGUN.at,
    });
  });

  it('stays given up with a marker that nobody can read, and says what to do', () => {
    const folder = kioskFolder();
    expect(markerAtStart(folder)).toMatchObject({ ok: true, value: { technician: BEGUN.technician } });
    for (const text of ['{"kioskId":', '{}', '']) {
      writeFileSync(join(folder, 'decommissioned.json'), text);
      expect(markerAtStart(folder)).toEqual({ ok: false, error: expect.stringContaining('by hand') });
    }
  });

  it('prints the proof as soon as the printer can, once', async () => {
    const folder = kioskFolder();
    const first = start(folder, 2);
    await first.clock.advance(60_000);
    expect(first.printed).toHaveLength(1);
    expect(readMarker(folder)?.printedAt).not.toBeNull();
    expect(existsSync(join(folder, 'store.key'))).toBe(false);
    const second = start(folder, 0);
    await second.clock.advance(60_000);
    expect(second.printed).toEqual([]);
  });

  it('prints once though the disk has no room for saying so, and says it when it has', async () => {
    const folder = kioskFolder();
    const full = join(folder, 'decommissioned.json.new');
    const { clock, printed, ended } = start(folder, 0, () => symlinkSync('/dev/full', full));
    await clock.advance(60_000);
    expect([printed.length, ended, readMarker(folder)?.printedAt]).toEqual([1, [], null]);
    rmSync(full);
    await clock.advance(10_000);
    expect(printed).toHaveLength(1);
    expect(readMarker(folder)?.printedAt).not.toBeNull();
  });

  it('says on paper who, when and what, with a digest of each file of the store', () => {
    const folder = kioskFolder();
    const marker = destroyEverything(folder, { ...BEGUN, told: false }, systemShredder, BEGUN.at + 1);
    const proof = decommissionProof({ ...marker, destroyedAt: BEGUN.at + 1 });
    const text = JSON.stringify(proof);
    for (const word of ['kiosk-1', '海口一号', 'T-0417', 'T-0023', '2026-11-22 09:41', '未能通知'])
      expect(text).toContain(word);
    for (const { file, digest } of marker.destroyed.filter((one) => !one.file.includes('/')))
      expect(proof.lines).toContainEqual({ kind: 'pair', label: file, value: digest.slice(0, 16) });
  });
});
