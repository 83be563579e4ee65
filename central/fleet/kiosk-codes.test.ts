import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { KioskAnswer } from '../../src/contracts/console/fleet.ts';
import type { CodesAnswer, MintedCodesAnswer } from '../../src/contracts/console/kiosk-codes.ts';
import { type FleetBench, fleetBench } from './fleet-bench.ts';

let bench: FleetBench;
beforeAll(async () => {
  bench = await fleetBench();
});
afterAll(() => bench.central.close());

const mint = async (own: object) =>
  bench.act('fleet', 'POST', 'fleet/enrolment-codes', {
    count: 1,
    name: null,
    region: null,
    model: null,
    ...own,
  });

describe('enrolment codes', () => {
  it('give the kiosk its name, region and model', async () => {
    const answer = await mint({ count: 12, name: '海口', region: '海口', model: 'K-2' });
    const { codes } = answer.body as unknown as CodesAnswer;
    expect(new Set(codes.map(({ code }) => code)).size).toBe(12);
    expect(codes[0]?.name).toBe('海口 01');
    const { code = '' } = codes[2] ?? {};
    // A key of its own: the bench's kiosks have theirs.
    const other = Buffer.alloc(32, 9).toString('base64url');
    const enrolment = { code, name: 'as typed', publicKey: { kty: 'OKP', crv: 'Ed25519', x: other } };
    const { body } = await bench.send('POST', '/v1/enrolments', enrolment);
    const { kiosk } = await bench.look<KioskAnswer>(`fleet/kiosks/${String(body.kioskId)}`);
    expect(kiosk).toMatchObject({ name: '海口 03', region: '海口', model: 'K-2' });
    const used = await bench.look<MintedCodesAnswer>('fleet/enrolment-codes?view=used');
    expect(used.rows).toContainEqual(expect.objectContaining({ usedBy: body.kioskId, region: '海口' }));
  });

  it('are seen once, and are nowhere afterwards', async () => {
    const { codes } = (await mint({ name: 'once' })).body as unknown as CodesAnswer;
    const code = codes[0]?.code ?? 'none';
    const open = await bench.look('fleet/enrolment-codes');
    expect(JSON.stringify(open)).toContain('once');
    expect(JSON.stringify(open)).not.toContain(code);
    const acts = await bench.database.selectFrom('operator_act').selectAll().execute();
    expect(JSON.stringify(acts)).not.toContain(code);
  });

  it('end after as many days as they were made for', async () => {
    const { codes } = (await mint({ validDays: 2 })).body as unknown as CodesAnswer;
    const enrolment = { ...bench.first.enrolment, code: codes[0]?.code };
    bench.advance(2 * 86_400);
    expect((await bench.send('POST', '/v1/enrolments', enrolment)).status).toBe(403);
  });

  it.each([{ count: 0 }, { count: 501 }, { region: ' ' }, { validDays: 15 }, { surprise: 1 }])(
    'are not made for %j',
    async (wrong) => expect((await mint(wrong)).status).toBe(400),
  );

  it('are made by nobody but the fleet desk', async () => {
    const body = { count: 1, name: null, region: null, model: null };
    expect((await bench.act('viewer', 'POST', 'fleet/enrolment-codes', body)).status).toBe(403);
  });
});
