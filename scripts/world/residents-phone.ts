import { z } from 'zod';
import { ACQUIRER_MODES, type AcquirerMode } from '../../central/payments/reference-acquirer.ts';

const order = z.object({
  id: z.string(),
  /** Text of the QR code. */
  qr: z.string(),
  amountFen: z.int(),
  state: z.enum(['open', 'paid', 'expired', 'closed']),
  expiresAt: z.string(),
  receivedFen: z.int(),
  refundedFen: z.int(),
  receiptReference: z.string().nullable(),
});
const orders = z.object({ orders: z.array(order) });
export type PayersOrder = z.infer<typeof order>;
const ledger = z.object({ inFen: z.int(), outFen: z.int() });
export type PayersLedger = z.infer<typeof ledger>;
const mode = z.object({ mode: z.enum(ACQUIRER_MODES) });
const code = z.object({ code: z.string() });

/** What a payer does with a QR code on the kiosk's screen. */
export const PAYER_ACTS = ['pay', 'pay-late', 'pay-twice', 'refuse', 'expire'] as const;
export type PayerAct = (typeof PAYER_ACTS)[number];

/** The phone in a resident's other hand: pays QR codes and shows an electronic card. Development centre alone. */
export class ResidentsPhone {
  readonly #centralUrl: string;

  constructor(centralUrl: string) {
    this.#centralUrl = centralUrl;
  }

  /** Scans the code and does what the payer wants; throws where nobody knows the code. */
  async scan(qr: string, act: PayerAct = 'pay'): Promise<void> {
    const found = (await this.orders()).find((one) => one.qr === qr);
    if (!found) throw new Error('no order has this code');
    await this.answer(found.id, act);
  }

  /** The same for an order known by its number; a late payment comes right after the order's time was over. */
  async answer(orderId: string, act: PayerAct): Promise<void> {
    const words = act === 'pay-late' ? ['expire', 'pay'] : [act];
    for (const word of words)
      await this.#call(`/dev/acquirer/orders/${encodeURIComponent(orderId)}/${word}`, {});
  }

  /** Newest first. */
  async orders(): Promise<readonly PayersOrder[]> {
    return orders.parse(await this.#call('/dev/acquirer/orders')).orders;
  }

  /** How the acquirer behaves towards the central service from now on. */
  async acquirer(wanted: AcquirerMode): Promise<void> {
    await this.#call('/dev/acquirer/mode', { mode: wanted });
  }

  async acquirerMode(): Promise<AcquirerMode> {
    return mode.parse(await this.#call('/dev/acquirer/mode')).mode;
  }

  /** Asks about open orders and sends promised refunds now, as the service does every few seconds. */
  async sweep(): Promise<void> {
    await this.#call('/dev/acquirer/sweep', {});
  }

  /** All money that came and went back, in fen (INV-1). */
  async ledger(): Promise<PayersLedger> {
    return ledger.parse(await this.#call('/dev/acquirer/ledger'));
  }

  /** ECARD-2: a fresh code of this resident's electronic card. */
  async electronicCard(residentId: string): Promise<string> {
    return code.parse(await this.#call(`/dev/electronic-card/${encodeURIComponent(residentId)}`)).code;
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
