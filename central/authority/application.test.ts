import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { ApplicationSubmit } from '../../src/contracts/central/operations.ts';
import { application, identityOf } from '../bench-operations.ts';
import { type CentralBench, centralBench } from '../central-bench.ts';

let bench: CentralBench;
const photo = Buffer.from([0xff, 0xd8, 0xff, 0xd9]);
beforeAll(async () => {
  bench = await centralBench({ drawPortrait: () => photo });
});
beforeEach(() => bench.central.dev?.reset());
afterAll(() => bench.central.close());

const ask = async (id: string) =>
  (await bench.call('POST', '/v1/residents/eligibility', { identity: identityOf(bench.resident(id)) })).body;
const submit = async (id: string, change: Partial<ApplicationSubmit> = {}) =>
  (await bench.call('PUT', `/v1/operations/${randomUUID()}`, application(bench.resident(id), change))).body;

describe('who may apply', () => {
  it.each([
    'apply-plain-1',
    'apply-exactly-16',
    'apply-cancelled-card',
    'identity-unknown-division',
    'apply-minority-name',
  ])('APPLY-2 %s is eligible', async (id) => {
    expect(await ask(id)).toEqual({ decision: 'eligible', photoOnFile: false });
  });

  it('APPLY-1 tells who has a card, its state and a masked number', async () => {
    const resident = bench.resident('apply-has-lost-card');
    expect(await ask('apply-has-lost-card')).toMatchObject({
      decision: 'has-card',
      card: { socialSecurity: 'formally-lost', financial: 'active' },
    });
    expect(JSON.stringify(await ask('apply-has-lost-card'))).not.toContain(resident.card?.cardNumber);
  });

  it('APPLY-1 tells of a pending application by its number and day', async () => {
    expect(await ask('apply-pending')).toEqual({
      decision: 'application-pending',
      reference: 'SQ20261115-00000001',
      readyBy: '2026-12-25',
    });
  });

  it('APPLY-2 the authority decides: not entitled, unknown, or known by another name', async () => {
    expect(await ask('apply-not-entitled')).toEqual({ decision: 'not-entitled' });
    const identity = { ...identityOf(bench.resident('apply-plain-1')), name: '试验假' };
    expect((await bench.call('POST', '/v1/residents/eligibility', { identity })).body).toEqual({
      decision: 'not-entitled',
    });
  });

  it('APPLY-4 has the photo on file of those who have one', async () => {
    expect(await ask('apply-photo-on-file')).toEqual({ decision: 'eligible', photoOnFile: true });
    const of = async (id: string) => {
      const { socialSecurityNumber } = bench.resident(id);
      return (await bench.call('POST', '/v1/residents/photo-on-file', { socialSecurityNumber })).body;
    };
    expect(await of('apply-photo-on-file')).toEqual({ jpegBase64: photo.toString('base64') });
    expect(await of('apply-plain-1')).toEqual({ jpegBase64: null });
  });
});

describe('an application', () => {
  it('APPLY-6 is ready within 30 working days, and then stands in the way of another', async () => {
    const done = await submit('apply-plain-1');
    expect(done).toMatchObject({ state: 'done', result: { readyBy: '2027-01-01' } });
    expect(await ask('apply-plain-1')).toMatchObject({
      decision: 'application-pending',
      readyBy: '2027-01-01',
    });
    expect(await submit('apply-plain-1')).toEqual({ state: 'refused', code: 'application-pending' });
  });

  it('APPLY-8 counts from the day the kiosk accepted it, and never from a day to come', async () => {
    expect(await submit('apply-plain-1', { acceptedAt: '2026-11-20T02:00:00Z' })).toMatchObject({
      result: { readyBy: '2027-01-01' },
    });
    expect(await submit('apply-plain-2', { acceptedAt: '2027-05-01T02:00:00Z' })).toMatchObject({
      result: { readyBy: '2027-01-01' },
    });
  });

  it.each([
    ['apply-has-card', 'has-card'],
    ['apply-pending', 'application-pending'],
    ['apply-not-entitled', 'not-entitled'],
    ['apply-15-and-364-days', 'under-age'],
    ['identity-expired', 'identity-invalid'],
    ['identity-not-yet-valid', 'identity-invalid'],
    ['identity-bad-check-digit', 'identity-invalid'],
    ['identity-sex-conflict', 'identity-invalid'],
    ['identity-birth-conflict', 'identity-invalid'],
    ['identity-hmt-permit', 'identity-invalid'],
    ['identity-foreigner-2017', 'identity-invalid'],
    ['identity-foreigner-2023', 'identity-invalid'],
  ])('APPLY-1 APPLY-2 ID-2 ID-3 ID-4 of %s is refused: %s', async (id, code) => {
    expect(await submit(id)).toEqual({ state: 'refused', code });
  });

  it.each([
    'apply-exactly-16',
    'identity-last-day',
    'apply-long-term-id',
    'apply-rare-character-1',
    'apply-long-name',
  ])('ID-2 ID-3 of %s is accepted', async (id) => {
    expect((await submit(id)).state).toBe('done');
  });

  it('ID-7 needs the social security number that follows from the document', async () => {
    const identity = identityOf(bench.resident('apply-plain-1'));
    const { socialSecurityNumber } = bench.resident('apply-plain-2');
    expect(await submit('apply-plain-1', { identity: { ...identity, socialSecurityNumber } })).toEqual({
      state: 'refused',
      code: 'identity-invalid',
    });
  });

  it('APPLY-3 needs an outlet of the pack', async () => {
    expect(await submit('apply-plain-1', { collectionOutlet: 'elsewhere' })).toEqual({
      state: 'refused',
      code: 'unknown-outlet',
    });
  });

  it('APPLY-3 a confirmation belongs to one number and one application', async () => {
    const { mobile } = bench.resident('apply-plain-1');
    const sent = await bench.call('POST', '/v1/sms-codes', { mobile, purpose: 'application' });
    const code = /\d{6}/.exec(bench.central.dev?.messages()[0]?.text ?? '')?.[0];
    const verifications = `/v1/sms-codes/${String(sent.body.challengeId)}/verifications`;
    const { confirmation } = (await bench.call('POST', verifications, { code })).body;
    const mobileConfirmation = String(confirmation);
    const refused = { state: 'refused', code: 'mobile-not-confirmed' };
    expect(await submit('apply-plain-1', { mobileConfirmation: 'made-up' })).toEqual(refused);
    expect(await submit('apply-plain-2', { mobileConfirmation })).toEqual(refused);
    expect((await submit('apply-plain-1', { mobileConfirmation })).state).toBe('done');
    expect(await submit('apply-plain-2', { mobileConfirmation, mobile })).toEqual(refused);
  });

  it('APPLY-4 takes a camera photo', async () => {
    const jpegBase64 = photo.toString('base64');
    expect((await submit('apply-plain-1', { photo: { source: 'camera', jpegBase64 } })).state).toBe('done');
  });
});
