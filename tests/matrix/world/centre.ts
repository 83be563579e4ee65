import { z } from 'zod';
import { createCentral } from '../../../central/central.ts';
import { centralPoliciesOf } from '../../../central/central-policies.ts';
import { acquirerView } from '../../../central/dev/acquirer-view.ts';
import type { AcquirerMode } from '../../../central/payments/reference-acquirer.ts';
import { REFERENCE_PERSONALISATION_KEY } from '../../../src/card-keys/personalisation-keys.ts';
import { REFERENCE_MASTER_KEY } from '../../../src/card-keys/reference-key-scheme.ts';
import type { PolicyPack } from '../../../src/policy/policy-pack.ts';
import type { Entropy } from '../../../src/ports/clock.ts';
import type { SimulatedTime } from './simulated-time.ts';
import { Wire } from './wire.ts';

/** Key of the published test vectors (protocols 6.6). */
export const PIN_KEY: Uint8Array = Buffer.from('0123456789ABCDEFFEDCBA9876543210', 'hex');
const SILENT = { write: () => undefined };
/** Nobody's picture: a JPEG's first bytes. */
const PHOTO = Uint8Array.from([0xff, 0xd8, 0xff, 0xd9]);

/** The real central service in this process, over a database in memory, at the other end of a wire. */
export async function centreInProcess(time: SimulatedTime, pack: PolicyPack, entropy: Entropy) {
  const central = await createCentral({
    databasePath: ':memory:',
    serviceKey: Buffer.alloc(32, 7),
    clock: time,
    entropy,
    pinKeys: { PINKEY: PIN_KEY },
    cardMasterKey: Buffer.from(REFERENCE_MASTER_KEY, 'hex'),
    blankMasterKey: Buffer.from(REFERENCE_PERSONALISATION_KEY, 'hex'),
    ...centralPoliciesOf(pack),
    dev: { drawPortrait: () => PHOTO },
    log: SILENT,
  });
  const { dev } = central;
  if (!dev) throw new Error('a centre for tests has its development controls');

  const wire = new Wire(time, async (method, path, { headers, body }) => {
    const answer = await central.app.inject({
      method: method as 'GET',
      url: path,
      headers: Object.fromEntries(new Headers(headers).entries()),
      ...(typeof body === 'string' && { payload: body }),
    });
    return new Response(answer.body, { status: answer.statusCode });
  });
  const byHand = async <T>(
    method: 'GET' | 'POST',
    url: string,
    answer: z.ZodType<T>,
    payload?: object,
  ): Promise<T> =>
    time.during(async () => {
      const said = await central.app.inject({ method, url, ...(payload && { payload }) });
      if (said.statusCode !== 200) throw new Error(`${url}: ${said.body}`);
      return answer.parse(said.json());
    });

  const orders = async () => (await byHand('GET', '/dev/acquirer/orders', acquirerView)).orders;

  return {
    wire,
    dev,
    close: () => central.close(),
    sweep: () => time.during(() => central.sweep()),
    orders,
    /** null where no order has this code. */
    orderByQr: async (qr: string) => (await orders()).find((one) => one.qr === qr) ?? null,
    /** Newest first. */
    messages: () => dev.messages(),
    /** What the payer or time does to an order. */
    payer: async (orderId: string, act: 'pay' | 'pay-twice' | 'refuse' | 'expire') => {
      await byHand('POST', `/dev/acquirer/orders/${orderId}/${act}`, z.unknown(), {});
    },
    acquirer: async (mode: AcquirerMode) => {
      await byHand('POST', '/dev/acquirer/mode', z.unknown(), { mode });
    },
    electronicCard: async (residentId: string) =>
      (await byHand('GET', `/dev/electronic-card/${residentId}`, z.object({ code: z.string() }))).code,
  };
}
export type Centre = Awaited<ReturnType<typeof centreInProcess>>;
