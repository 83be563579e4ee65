import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type CentralBench, centralBench } from '../central-bench.ts';

let bench: CentralBench;
beforeAll(async () => {
  bench = await centralBench();
});
afterAll(() => bench.central.close());

const body = { technician: 'T-0417', second: 'T-0023' };

describe('a kiosk that is given up', () => {
  it('opens nothing any more with its key or a token it still has', async () => {
    const kiosk = await bench.kiosk('old one');
    const assertion = await kiosk.assertion();
    const told = await bench.send('POST', '/v1/decommissions', body, kiosk.token);
    expect(told.status).toBe(200);
    expect((await bench.send('GET', '/v1/operations/some-key-1', undefined, kiosk.token)).status).toBe(401);
    const signIn = await bench.send('POST', '/v1/tokens', { assertion });
    expect([signIn.status, signIn.body.code]).toEqual([401, 'assertion-invalid']);
  });

  it('gets the first answer again where it was lost', async () => {
    const kiosk = await bench.kiosk('lost answer');
    const first = await bench.send('POST', '/v1/decommissions', body, kiosk.token);
    bench.advance(60);
    const again = await bench.send('POST', '/v1/decommissions', body, kiosk.token);
    expect(again.status).toBe(200);
    expect(again.body).toEqual(first.body);
  });

  it('takes nobody else with it, and is not done by strangers or with names', async () => {
    expect((await bench.send('POST', '/v1/decommissions', body)).status).toBe(401);
    const kiosk = await bench.kiosk('named');
    const named = await bench.send(
      'POST',
      '/v1/decommissions',
      { technician: '王某', second: null },
      kiosk.token,
    );
    expect(named.status).toBe(400);
    expect((await bench.call('GET', '/v1/operations/some-key-1')).status).toBe(200);
  });
});

it('tells a kiosk the key for its logs at enrolment and whenever it asks', async () => {
  const exportKey = { kty: 'EC', crv: 'P-256', x: 'x'.repeat(43), y: 'y'.repeat(43) } as const;
  await using keyed = await centralBench({ exportKey });
  expect(keyed.first.enrolled.body.exportKey).toEqual(exportKey);
  expect((await keyed.call('GET', '/v1/export-key')).body).toEqual({ exportKey });
  expect((await bench.call('GET', '/v1/export-key')).body).toEqual({ exportKey: null });
});
