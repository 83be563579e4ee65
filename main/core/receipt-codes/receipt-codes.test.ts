import { afterEach, beforeEach, expect, it } from 'vitest';
import type { KioskId } from '../../../src/brand.ts';
import { certificateText } from '../../../src/configuration/certificate-text.ts';
import type { TrustRoot } from '../../../src/contracts/configuration/keys.ts';
import { err } from '../../../src/result.ts';
import { receiptCodeBench } from '../../../tests/receipt-codes/receipt-code-bench.ts';
import type { Store } from '../store/open-store.ts';
import { newFolder, storeIn } from '../test-kiosk.ts';
import { VirtualClock } from '../virtual-clock.ts';
import { createReceiptCodes } from './create-receipt-codes.ts';

const DAY_MS = 24 * 60 * 60 * 1_000;
const RECEIPT = { reference: 'YKT-3ND9-KZKJ-G', state: 'done-here', service: 'certify' } as const;
const KIOSK = 'kiosk-4f1a2b3c4d5e' as KioskId;

const centre = receiptCodeBench();
const clock = new VirtualClock();
const now = () => Math.floor(clock.now() / 1_000);
let store: Store;
let folder: string;
let root: TrustRoot | null;
beforeEach(() => {
  folder = newFolder();
  store = storeIn(folder, clock);
  store.identity.enrolled(KIOSK);
  root = centre.root as TrustRoot;
});
afterEach(() => store.close());

const codes = () => createReceiptCodes({ store, clock, root: () => root });

/** As the centre sends it. */
function vouch({
  kioskId = KIOSK as string,
  key = store.identity.load().publicKey.x,
  from = now() - 60,
  until = now() + 400 * 24 * 60 * 60,
  issuer = centre.centre,
} = {}): string {
  const claim = [kioskId, key, from, until] as const;
  const certificate = [...claim, issuer.kid, issuer.sign(certificateText(claim))];
  return Buffer.from(JSON.stringify(certificate)).toString('base64url');
}

it('INV-4 what this kiosk signed is genuine at every other, across a restart, with no link', () => {
  expect(codes().certificate.endsAt()).toBeNull();
  expect(codes().certificate.take(vouch())).toBe(true);
  const code = codes().codeOf(RECEIPT, 'hainan 12');
  store.close();
  store = storeIn(folder, clock);
  const at = now() * 1_000;
  expect(codes().check(code)).toEqual({
    ok: true,
    value: { ...RECEIPT, pack: 'hainan 12', kioskId: KIOSK, at },
  });
  expect(codes().certificate.endsAt()).toBe(now() + 400 * 24 * 60 * 60);
});

it('a kiosk that nobody vouched for gives the bare reference', () => {
  expect(codes().codeOf(RECEIPT, 'hainan 12')).toBe(RECEIPT.reference);
  root = null;
  expect(codes().canCheck()).toBe(false);
  expect(codes().certificate.take(vouch())).toBe(false);
  expect(codes().check('YKT1.x')).toEqual(err('certificate-unknown'));
});

it.each([
  ['for another kiosk', { kioskId: 'kiosk-other' }],
  ['for another key', { key: centre.kiosk.x }],
  ['of somebody whom the root does not name', { issuer: centre.stranger }],
  [
    'with a name of the root and another signature',
    { issuer: { ...centre.stranger, kid: centre.centre.kid } },
  ],
] as const)('INV-7 a certificate %s is not kept, and the one before stays', (_, wrong) => {
  const good = vouch();
  expect(codes().certificate.take(good)).toBe(true);
  expect(codes().certificate.take(vouch(wrong))).toBe(false);
  for (const garbage of ['', '!', good.slice(1), Buffer.from('[1]').toString('base64url')])
    expect(codes().certificate.take(garbage)).toBe(false);
  expect(store.settings.get('receipt-certificate')).toBe(good);
});

it('a certificate that is over, or whose key the root gave up, signs nothing and is asked for anew', () => {
  codes().certificate.take(vouch({ until: now() + 60 }));
  expect(codes().certificate.endsAt()).not.toBeNull();
  clock.setWallClock(DAY_MS);
  expect(codes().certificate.endsAt()).toBeNull();
  expect(codes().codeOf(RECEIPT, 'hainan 12')).toBe(RECEIPT.reference);
  codes().certificate.take(vouch());
  expect(codes().codeOf(RECEIPT, 'hainan 12')).toMatch(/^YKT1\./);
  root = receiptCodeBench().root as TrustRoot;
  expect(codes().certificate.endsAt()).toBeNull();
  expect(codes().codeOf(RECEIPT, 'hainan 12')).toBe(RECEIPT.reference);
});

it('INV-4 the receipts of a kiosk that was revoked count no more', () => {
  codes().certificate.take(vouch());
  const code = codes().codeOf(RECEIPT, 'hainan 12');
  store.configuration.assignments.takeIn(
    {
      type: 'yikatong-assignment',
      kioskId: 'kiosk-other',
      version: 1,
      issuedAt: new Date(clock.now()).toISOString(),
      expiresAt: new Date(clock.now() + DAY_MS).toISOString(),
      documents: [],
      back: [],
      closedServices: [],
      revokedKiosks: [KIOSK],
    },
    'statement',
  );
  expect(codes().check(code)).toEqual(err('kiosk-revoked'));
});

it('an unreadable key has signed nothing', () => {
  const code = centre.code().replace(centre.kiosk.x, 'A'.repeat(43));
  expect(codes().check(code).ok).toBe(false);
});
