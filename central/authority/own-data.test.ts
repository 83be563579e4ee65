import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type LifecycleBench, lifecycleBench } from './lifecycle-bench.ts';

const refusal = (code: string) => ({ state: 'refused', code });
const DONE = { state: 'done' };
const NEW_MOBILE = '19900000999';

let bench: LifecycleBench;
beforeEach(async () => {
  bench = await lifecycleBench();
});
afterEach(() => bench.central.close());

describe('certification', () => {
  it('CERT-1 is valid for the pack’s months from the day of the face check', async () => {
    expect(await bench.certify('benefits-receiver')).toMatchObject({
      state: 'done',
      result: { validUntil: '2027-11-22' },
    });
  });

  it('CERT-2 one that waited for the link counts from its own day, and takes nothing away', async () => {
    const waited = '2026-11-01T15:30:00.000Z';
    expect(await bench.certify('benefits-receiver', waited)).toMatchObject({
      result: { validUntil: '2027-11-01' },
    });
    await bench.certify('benefits-receiver');
    expect(await bench.certify('benefits-receiver', waited)).toMatchObject({
      result: { validUntil: '2027-11-22' },
    });
  });

  it('CERT-2 a kiosk whose clock runs ahead promises no later day', async () => {
    expect(await bench.certify('benefits-receiver', '2027-06-01T00:00:00.000Z')).toMatchObject({
      result: { validUntil: '2027-11-22' },
    });
  });

  it('CERT-1 only for who receives a benefit, with a document in order', async () => {
    expect(await bench.certify('loss-active')).toEqual(refusal('not-entitled-to-benefits'));
    expect(await bench.certify('identity-expired')).toEqual(refusal('identity-invalid'));
  });
});

describe('contact data', () => {
  async function confirmation(mobile: string, purpose: 'contact-data' | 'application'): Promise<string> {
    const sent = await bench.call('POST', '/v1/sms-codes', { mobile, purpose });
    const code = /\d{6}/.exec(bench.central.dev?.messages()[0]?.text ?? '')?.[0];
    const path = `/v1/sms-codes/${String(sent.body.challengeId)}/verifications`;
    return String((await bench.call('POST', path, { code })).body.confirmation);
  }
  const contactOf = async (id: string) => {
    const { socialSecurityNumber } = bench.resident(id);
    return (await bench.call('POST', '/v1/residents/contact-data', { socialSecurityNumber })).body;
  };

  it('INFO-1 changes what was given and leaves the rest', async () => {
    expect(await bench.changeContact('contact-known', { occupation: 'farming' })).toMatchObject(DONE);
    expect(await contactOf('contact-known')).toMatchObject({
      mobileMasked: '199 ＊＊＊＊ 0086',
      occupation: 'farming',
      residentialAddressMasked: expect.stringContaining('虚构路'),
    });
    await bench.changeContact('contact-known', { residentialAddress: '海南省测试市新居区样例街2号' });
    expect(await contactOf('contact-known')).toMatchObject({
      occupation: 'farming',
      residentialAddressMasked: expect.stringContaining('样例街'),
    });
    expect(await bench.changeContact('contact-known', {})).toMatchObject(DONE);
  });

  it('INFO-2 a new mobile number needs the confirmation of that number, for this purpose, once', async () => {
    const change = (number: string, given: string) =>
      bench.changeContact('contact-known', { mobile: { number, confirmation: given } });
    const given = await confirmation(NEW_MOBILE, 'contact-data');
    const forApplication = await confirmation('19900000998', 'application');
    expect(await change('19900000998', forApplication)).toEqual(refusal('mobile-not-confirmed'));
    expect(await change('19900000997', given)).toEqual(refusal('mobile-not-confirmed'));
    expect(await change(NEW_MOBILE, 'made up')).toEqual(refusal('mobile-not-confirmed'));
    expect(await change(NEW_MOBILE, given)).toMatchObject(DONE);
    expect(await change(NEW_MOBILE, given)).toEqual(refusal('mobile-not-confirmed'));
    expect((await bench.registry('contact-known')).mobile).toBe(NEW_MOBILE);
    const card = bench.resident('contact-known').card;
    const status = await bench.call('POST', '/v1/cards/status', {
      cardId: card?.cardId,
      cardNumber: card?.cardNumber,
      socialSecurityNumber: bench.resident('contact-known').socialSecurityNumber,
    });
    // The bank's number, not the registry's: balance messages go there.
    expect(status.body).toMatchObject({ mobileMasked: '199 ＊＊＊＊ 0999' });
  });

  it('INFO-1 belong to a card', async () => {
    expect(await bench.changeContact('apply-plain-1', { occupation: 'farming' })).toEqual(refusal('no-card'));
  });
});
