import { afterAll, expect, it } from 'vitest';
import { createPtyPair } from './pty-pair.ts';
import { SerialTransport } from './serial-transport.ts';

const pair = await createPtyPair();
if (!pair) process.stdout.write('serial tests skipped: socat is not installed (apt-get install socat)\n');
afterAll(() => pair?.close());

it.skipIf(!pair)(
  'carries bytes over a serial port without modem lines (DTR cannot be set on a pty)',
  async () => {
    const near = new SerialTransport(pair?.near ?? '', 115_200);
    const far = new SerialTransport(pair?.far ?? '', 115_200);
    expect(await near.open()).toEqual({ ok: true, value: undefined });
    expect(await far.open()).toEqual({ ok: true, value: undefined });
    const heard = new Promise<Uint8Array>((resolve) => far.onData(resolve));
    await near.write(Uint8Array.of(0xaa, 0x00, 0x0d, 0x11));
    expect([...(await heard)]).toEqual([0xaa, 0x00, 0x0d, 0x11]);
    await near.close();
    expect(await near.write(Uint8Array.of(1))).toMatchObject({ ok: false, error: { code: 'link-lost' } });
    expect((await near.open()).ok).toBe(true);
    await near.close();
    await far.close();
  },
);

it('names a port that is not there', async () => {
  const opened = await new SerialTransport('/dev/no-such-port', 9_600).open();
  expect(opened).toMatchObject({ ok: false, error: { code: 'port-missing' } });
});
