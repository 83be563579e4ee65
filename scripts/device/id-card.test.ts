import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { BENCH_CARD } from '../../drivers/id-card/memory-bench.ts';
import {
  type ServedIdCardReader,
  serveVirtualIdCardReader,
} from '../../drivers/virtual/id-card-reader/tcp-server.ts';
import { VECTOR_DOCUMENTS, VECTOR_PORTRAIT } from '../../drivers/virtual/id-card-reader/vector-cards.ts';
import { VirtualIdCardReader } from '../../drivers/virtual/id-card-reader/virtual-id-card-reader.ts';
import { runProgram } from '../../tests/program/run-program.ts';
import { idCardCommand } from './id-card.ts';

// Programs start slowly while other tests keep the machine busy.
vi.setConfig({ testTimeout: 30_000 });

let module: VirtualIdCardReader;
let served: ServedIdCardReader;
let transport: string;

beforeEach(async () => {
  module = new VirtualIdCardReader({
    timers: { now: () => 0, elapsed: () => 0, sleep: () => Promise.resolve() },
  });
  served = await serveVirtualIdCardReader(module);
  transport = `tcp://127.0.0.1:${served.port}`;
});
afterEach(() => served.close());

const device = (...args: string[]) => runProgram('npm', ['run', '--silent', 'device', '--', ...args]);

describe('npm run --silent device', () => {
  it('id-card read prints the object of the architecture', async () => {
    module.placeCard(BENCH_CARD);
    expect(await device('id-card', 'read', '--transport', transport)).toEqual({
      status: 0,
      object: {
        kind: 'resident-id-card',
        name: '试验甲',
        sex: 'female',
        ethnicGroup: '19',
        birthDate: '1990-01-01',
        address: '海南省测试市样例区虚构路1号',
        number: '460199199001010029',
        issuer: '测试市公安局样例分局',
        validFrom: '2020-06-01',
        validTo: '2030-06-01',
        portraitBytes: 1_024,
      },
    });
  });

  it('trouble is an error object and exit status 1', async () => {
    module.placeCard(BENCH_CARD);
    module.fail('sw3-41', 1, 'read-with-fingerprints');
    const { status, object } = await device('id-card', 'read', '--transport', transport);
    expect(object).toEqual({ error: { code: 'read-failed', message: expect.any(String) } });
    expect(status).toBe(1);
  });

  it('a command it does not know is trouble too', async () => {
    const { status, object } = await device('coffee');
    expect([object, status]).toEqual([
      { error: { code: 'usage', message: expect.stringContaining('id-card') } },
      1,
    ]);
  });
});

describe('id-card', () => {
  it.each([
    ['id_B_J', { permitNumber: 'H00000000', issueCount: '01', ethnicGroup: null }],
    ['id_C_I', { foreignName: 'SPECIMEN, TEST PERSON', nationality: 'CAN' }],
    ['id_D_Y', { foreignName: 'SPECIMEN, TEST PERSON NEW', nationality: 'CAN', issueCount: '01' }],
    ['id_L_longterm', { validTo: null }],
  ] as const)('read shows what the layout of %s has', async (name, fields) => {
    module.placeCard({ document: VECTOR_DOCUMENTS[name], portrait: VECTOR_PORTRAIT });
    const object = await idCardCommand(['read', '--transport', transport]);
    expect(object).toMatchObject({ kind: VECTOR_DOCUMENTS[name].kind, ...fields });
  });

  it('status and sam-id ask the module itself', async () => {
    expect(await idCardCommand(['status', '--transport', transport])).toEqual({ state: 'online' });
    expect(await idCardCommand(['sam-id', '--transport', transport])).toEqual({
      samId: '05.03-20190101-0000000123-456789012',
    });
  });

  it('says so when no card is laid down', async () => {
    await expect(idCardCommand(['read', '--transport', transport, '--wait', '0'])).rejects.toMatchObject({
      code: 'no-card',
    });
  });

  it.each([
    [['read'], 'usage'],
    [['eat', '--transport', 'tcp://127.0.0.1:1'], 'usage'],
    [['read', '--transport', 'tcp://127.0.0.1:1', '--fast'], 'usage'],
    [['read', '--transport', 'usb'], 'transport-scheme'],
    [['read', '--transport', 'tcp://127.0.0.1:1'], 'connection-refused'],
  ])('%j is %s', async (args, code) => {
    await expect(idCardCommand(args)).rejects.toMatchObject({ code });
  });
});
