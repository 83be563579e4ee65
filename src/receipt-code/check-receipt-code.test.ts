import fc from 'fast-check';
import { create } from 'qrcode';
import { describe, expect, it } from 'vitest';
import { CLAIM, GIVEN_AT, receiptCodeBench } from '../../tests/receipt-codes/receipt-code-bench.ts';
import { SERVICES } from '../contracts/service.ts';
import { RECEIPT_STATES } from '../receipt/receipt-state.ts';
import { err, ok } from '../result.ts';
import { checkReceiptCode } from './check-receipt-code.ts';

const DAY_MS = 24 * 60 * 60 * 1_000;
const bench = receiptCodeBench();
const { trust, certificate, code, stranger } = bench;
const GENUINE = {
  reference: 'YKT-3ND9-KZKJ-G',
  state: 'accepted-not-yet-sent',
  service: 'apply',
  at: GIVEN_AT,
  pack: 'hainan 12',
  kioskId: 'kiosk-4f1a2b3c4d5e',
};

describe('INV-4 what a receipt says was said by a kiosk of ours', () => {
  it('INV-4 is known without a link: reference, state, service, when and where', () => {
    expect(checkReceiptCode(code(), trust)).toEqual(ok(GENUINE));
  });

  it('INV-4 a certificate of somebody else counts for nothing, whatever key it names', () => {
    const forged = certificate(undefined, undefined, stranger);
    expect(checkReceiptCode(code(CLAIM, forged), trust)).toEqual(err('certificate-unknown'));
    const borrowed = certificate(undefined, undefined, { ...stranger, kid: bench.centre.kid });
    expect(checkReceiptCode(code(CLAIM, borrowed), trust)).toEqual(err('signature-wrong'));
  });

  it('INV-4 a key of another role vouches for no kiosk', () => {
    const { root } = trust;
    const other = { kids: [stranger.kid], threshold: 1 };
    const roles = { ...root.roles, certificates: other };
    expect(checkReceiptCode(code(), { ...trust, root: { ...root, roles } })).toEqual(
      err('certificate-unknown'),
    );
  });

  it('INV-4 a receipt under the certificate of another kiosk is not genuine', () => {
    const copied = receiptCodeBench();
    const [kioskId, key, from, until] = copied.certificate();
    const text = code(CLAIM, certificate()).split('.');
    const stolen = [...text.slice(0, 6), kioskId, key, from, until, ...text.slice(10)].join('.');
    expect(checkReceiptCode(stolen, trust)).toEqual(err('signature-wrong'));
  });

  it('a kiosk that was revoked gives no receipts; its signature is looked at first', () => {
    const revoked = { ...trust, revokedKiosks: ['kiosk-4f1a2b3c4d5e'] };
    expect(checkReceiptCode(code(), revoked)).toEqual(err('kiosk-revoked'));
    const changed = code().replace('.apply.', '.replace.');
    expect(checkReceiptCode(changed, revoked)).toEqual(err('signature-wrong'));
    expect(checkReceiptCode(code(), { ...trust, revokedKiosks: ['kiosk-other'] })).toEqual(ok(GENUINE));
  });

  it('counts as long as the certificate does, and only for what was given within it', () => {
    const [, , , until] = certificate();
    const at = (now: number) => checkReceiptCode(code(), { ...trust, now });
    expect(at(until * 1_000)).toEqual(ok(GENUINE));
    expect(at(until * 1_000 + 1)).toEqual(err('certificate-over'));
    const given = (ms: number) =>
      checkReceiptCode(code([...CLAIM.slice(0, 3), ms / 1_000, CLAIM[4]] as typeof CLAIM), trust);
    expect(given(GIVEN_AT - 2 * DAY_MS)).toEqual(err('certificate-over'));
    expect(given(GIVEN_AT + 401 * DAY_MS)).toEqual(err('certificate-over'));
  });

  it.each(['YKT-3ND9-KZKJ-G', '', 'EC:0123456789', 'https://card.example/get', 'YKT2.x', 'ykt1.x'])(
    '%j is no code of a receipt',
    (text) => {
      expect(checkReceiptCode(text, trust)).toEqual(err('no-receipt-code'));
    },
  );

  it('half a code, and a code without end, are damaged', () => {
    const whole = code();
    for (let length = 5; length < whole.length; length += 1)
      expect(checkReceiptCode(whole.slice(0, length), trust)).toEqual(err('damaged'));
    expect(checkReceiptCode(whole + 'A'.repeat(4_000), trust)).toEqual(err('damaged'));
    expect(checkReceiptCode(`${whole}.`, trust)).toEqual(err('damaged'));
  });

  it('INV-4 any changed character is a fault, at every place', () => {
    const whole = code();
    const letters = '.-_ 0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
    for (let at = 0; at < whole.length; at += 1) {
      // Signatures are dear: each place is tried with the neighbours a misread would bring, the end with every letter.
      const tried = at < whole.length - 1 ? [letters[(at * 7) % letters.length], letters[at % 66]] : letters;
      for (const letter of tried) {
        if (letter === whole[at] || letter === undefined) continue;
        const changed = whole.slice(0, at) + letter + whole.slice(at + 1);
        expect(checkReceiptCode(changed, trust).ok, `${letter} at ${at}`).toBe(false);
      }
    }
  });

  it('INV-4 whatever is scanned gives a named fault, or what was signed', () => {
    const whole = code();
    const cut = fc
      .tuple(fc.nat(whole.length), fc.nat(whole.length), fc.string({ maxLength: 12 }))
      .map(([from, to, middle]) => whole.slice(0, from) + middle + whole.slice(to));
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary' }), cut), (text) => {
        const checked = checkReceiptCode(text, trust);
        expect(checked.ok ? checked.value : 'fault').toEqual(text === whole ? GENUINE : 'fault');
      }),
      { numRuns: 400 },
    );
  });

  it('fits the smallest paper: version 15 of a QR code for what receipts say', () => {
    for (const service of SERVICES)
      for (const state of RECEIPT_STATES) {
        const text = code(['YKT-3ND9-KZKJ-G', state, service, GIVEN_AT / 1_000, 'hainan 12']);
        expect(text.length).toBeLessThanOrEqual(412);
        expect(create(text, { errorCorrectionLevel: 'M' }).version).toBeLessThanOrEqual(15);
      }
  });
});
