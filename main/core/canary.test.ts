import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import iconv from 'iconv-lite';
import { expect, it } from 'vitest';
import { crashJourney } from './crash-journey.ts';
import { CrashMachines } from './crash-machines.ts';
import { createLog, errorFields } from './log.ts';
import { logFile, logFilesIn } from './log-file.ts';
import { exportLines } from './maintenance/system/export-content.ts';
import { ModelCentral } from './sync/model-central.ts';
import { MODEL_CARD } from './sync/model-personalisation.ts';
import { activation, application, newFolder, testKiosk } from './test-kiosk.ts';

const PHOTO = Buffer.from('CANARY-PICTURE-BYTES-THAT-NOBODY-ELSE-HAS');
const CANARIES = {
  name: '金丝雀某人',
  number: '460100198801019876',
  mobile: '13987654321',
  address: '海口市金丝雀路四百六十号',
  photo: PHOTO.toString('base64'),
  account: activation.accountNumber,
  cardNumber: activation.cardNumber,
  pinBlock: activation.entries[0].block,
};

/** A text as it could lie about in a file. */
function faces(text: string): Buffer[] {
  const plain = [Buffer.from(text), Buffer.from(text, 'utf16le'), iconv.encode(text, 'gb18030')];
  const base64 = plain.flatMap((bytes) =>
    // A base64 run depends on where in a group of three the text begins.
    [0, 1, 2].map((shift) =>
      Buffer.from(
        Buffer.concat([Buffer.alloc(shift), bytes])
          .toString('base64')
          .slice(4, -4),
      ),
    ),
  );
  return [...plain, ...base64, Buffer.from(Buffer.from(text).toString('hex'))];
}

function hits(files: readonly { name: string; bytes: Buffer }[]): string[] {
  return Object.entries({ ...CANARIES, photoBytes: PHOTO.toString('latin1') }).flatMap(([canary, text]) =>
    files
      .filter(({ bytes }) => faces(text).some((face) => bytes.includes(face)))
      .map(({ name }) => `${canary} in ${name}`),
  );
}

it('INV-6 no canary of any resident is in database, WAL, backup or log, before and after sending', async () => {
  const folder = newFolder();
  const central = new ModelCentral();
  central.nextFault = () => 'refused-connection';
  central.refuses = (operation) =>
    operation.kind === 'application.submit' && operation.occupation === 'poison' ? 'problem' : null;
  const lines: string[] = [];
  const kiosk = testKiosk(central.fetch, { folder });
  const logs = newFolder();
  const onDisk = logFile(logs, kiosk.clock);
  const log = createLog({
    write(line) {
      lines.push(line);
      onDisk.write(line);
    },
  });
  const stop = kiosk.start();
  const never = new AbortController().signal;
  const own = CANARIES;
  for (let round = 0; round < 40; round += 1) {
    const sent = application(own.number, own);
    kiosk.transactions.accept({
      service: 'apply',
      operation: round === 7 ? { ...sent, occupation: 'poison' } : sent,
    });
    const ended = kiosk.transactions.carryOut(
      { service: 'activate', operation: { ...activation, socialSecurityNumber: own.number } },
      0,
      never,
    );
    await kiosk.clock.advance(1);
    await ended;
    log.info('application-accepted', { count: round, ...({ name: own.name, mobile: own.mobile } as object) });
    log.warn(`application of ${own.name}`, { ...errorFields(new Error(`bad number ${own.number}`)) });
  }
  const files = () => [
    ...readdirSync(folder).map((name) => ({ name, bytes: readFileSync(join(folder, name)) })),
    { name: 'log', bytes: Buffer.from(lines.join('')) },
    ...logFilesIn(logs).map((name) => ({ name, bytes: readFileSync(join(logs, name)) })),
  ];
  kiosk.store.backUp();
  expect(logFilesIn(logs)).toHaveLength(1);
  expect(kiosk.store.outbox.figures().waiting).toBe(40);
  expect(files().map(({ name }) => name)).toEqual(
    expect.arrayContaining(['store.db', 'store.db-wal', 'store.backup.db', 'log']),
  );
  expect(hits(files())).toEqual([]);
  const { audit } = kiosk.store;
  const readiness = async () => ({
    kioskId: null,
    kioskName: '一号',
    madeAt: 0,
    level: 'well' as const,
    lines: [],
  });
  const people = { kioskId: null, kioskName: '一号', technician: 'T-0417', madeAt: 0 };
  const exported: string[] = [];
  for await (const piece of exportLines({ ...people, audit, readiness, logFolder: logs }))
    exported.push(piece);
  expect(exported.join('').split('\n').length).toBeGreaterThan(80);
  expect(hits([{ name: 'export', bytes: Buffer.from(exported.join('')) }])).toEqual([]);

  central.nextFault = () => 'none';
  await kiosk.clock.advance(10 * 60_000);
  expect(kiosk.store.outbox.figures().waiting).toBe(0);
  expect(kiosk.store.deadLetters.count()).toBe(1);
  kiosk.store.backUp();
  expect(hits(files())).toEqual([]);
  // The search itself can find: what the centre received holds every canary of an application.
  const received = { name: 'wire', bytes: Buffer.from(JSON.stringify(central.effects)) };
  expect(hits([received])).toEqual(
    expect.arrayContaining(['name in wire', 'number in wire', 'photo in wire']),
  );
  await stop();
});

it('INV-6 a request with money and a card leaves nothing of its resident on disk', async () => {
  const folder = newFolder();
  const central = new ModelCentral();
  const machines = new CrashMachines(folder).begin();
  const kiosk = testKiosk(central.fetch, {
    folder,
    machines: {
      issuer: () => machines.issuer,
      acceptor: () => machines.acceptor,
      faces: () => machines.faces,
    },
  });
  kiosk.store.custody.load(10, 'commissioned');
  const stop = kiosk.start();
  const never = new AbortController().signal;
  void crashJourney('replace', kiosk.transactions, kiosk.store, never, kiosk.clock);
  await kiosk.clock.advance(60_000);
  kiosk.store.backUp();
  expect(central.authority.deliveries).toEqual(['handed-over']);
  const files = readdirSync(folder).map((name) => readFileSync(join(folder, name)));
  const sent = JSON.stringify(central.effects);
  for (const secret of [MODEL_CARD.socialSecurityNumber, MODEL_CARD.name]) {
    expect(sent).toContain(secret);
    expect(files.some((bytes) => bytes.includes(secret))).toBe(false);
  }
  // Encoded forms of short texts are found by chance in sealed bytes.
  for (const secret of [MODEL_CARD.socialSecurityNumber, MODEL_CARD.accountNumber, MODEL_CARD.cardId]) {
    for (const face of faces(secret)) expect(files.some((bytes) => bytes.includes(face))).toBe(false);
  }
  await stop();
});

it('a log line holds allow-listed fields and fixed event names only', () => {
  const lines: string[] = [];
  const log = createLog({ write: (line) => void lines.push(line) });
  log.info('device-state', { device: 'printer', code: 'paper-out', ...({ name: '王' } as object) });
  log.error('王 did it', { code: 'x'.repeat(500) });
  const [first, second] = lines.map((line): unknown => JSON.parse(line));
  expect(Object.keys(first as object).sort()).toEqual(['code', 'device', 'level', 'msg', 'time']);
  expect(second).toMatchObject({ msg: 'unnamed-event', code: 'x'.repeat(80) });
});
