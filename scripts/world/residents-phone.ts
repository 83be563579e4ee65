import { z } from 'zod';

const orders = z.object({
  mode: z.string(),
  orders: z.array(z.object({ id: z.string(), qr: z.string(), state: z.string() }).loose()),
});
const ledger = z.object({ inFen: z.number().int(), outFen: z.number().int() });
const code = z.object({ code: z.string() });

/** What a payer does with a QR code on the kiosk's screen. */
export type PayerAct = 'pay' | 'pay-twice' | 'refuse' | 'expire';

/** How the acquirer behaves towards the central service. */
export type AcquirerMode = 'normal' | 'mute' | 'slow' | 'refuses-refunds';

/** The phone in a resident's other hand: pays QR codes and shows an electronic card. Development centre alone. */
export class ResidentsPhone {
  readonly #centralUrl: string;

  constructor(centralUrl: string) {
    this.#centralUrl = centralUrl;
  }

  /** Scans the code and does what the payer wants; throws where nobody knows the code. */
  async scan(qr: string, act: PayerAct = 'pay'): Promise<void> {
    const found = (await this.orders()).find((order) => order.qr === qr);
    if (!found) throw new Error('no order has this code');
    await this.#call(`/dev/acquirer/orders/${found.id}/${act}`, {});
  }

  async orders(): Promise<z.infer<typeof orders>['orders']> {
    return orders.parse(await this.#call('/dev/acquirer/orders')).orders;
  }

  async acquirer(mode: AcquirerMode): Promise<void> {
    await this.#call('/dev/acquirer/mode', { mode });
  }

  /** All money that came and went back, in fen (INV-1). */
  async ledger(): Promise<z.infer<typeof ledger>> {
    return ledger.parse(await this.#call('/dev/acquirer/ledger'));
  }

  /** ECARD-2: a fresh code of this resident's electronic card. */
  async electronicCard(residentId: string): Promise<string> {
    return code.parse(await this.#call(`/dev/electronic-card/${residentId}`)).code;
  }

  async #call(path: string, body?: object): Promise<unknown> {
    const init: RequestInit = body
      ? { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }
      : {};
    const answer = await fetch(this.#centralUrl + path, init);
    if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
    return answer.json();
  }
}
