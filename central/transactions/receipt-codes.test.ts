import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { type ReceiptCodeAnswer, receiptCodeAnswer } from '../../src/contracts/console/receipt-codes.ts';
import { makeReceiptReference } from '../../src/receipt/receipt-reference.ts';
import { readCertificate } from '../../src/receipt-code/read-certificate.ts';
import { receiptCodeText } from '../../src/receipt-code/receipt-code-text.ts';
import { receiptCodeBench } from '../../tests/receipt-codes/receipt-code-bench.ts';
import { application } from '../bench-operations.ts';
import { benchOperator } from '../console-bench.ts';
import { issueCertificate } from '../director/certificates.ts';
import { type DirectorBench, directorBench } from '../director/director-bench.ts';
import { BENCH_CENTRE_KEYS } from '../director/trust-bench.ts';
import { revokeKiosk } from '../fleet/kiosk-changes.ts';

const { kiosk } = receiptCodeBench();

let bench: DirectorBench;
let reference: string;
beforeEach(async () => {
  bench = await directorBench();
  reference = makeReceiptReference(bench.central.foundations.entropy);
});
afterEach(() => bench[Symbol.asyncDispose]());

/** What the first kiosk prints, under the certificate this centre gives it. */
function codeOf(changes: { readonly key?: string } = {}): string {
  const now = bench.now() / 1_000;
  const { certificates } = BENCH_CENTRE_KEYS;
  const text = issueCertificate(certificates, bench.first.kioskId, changes.key ?? kiosk.x, now);
  const certificate = readCertificate(text);
  if (!certificate.ok) throw new Error(certificate.error);
  const at = Math.floor(now);
  const claim = [reference, 'sent-waiting-for-office', 'apply', at, 'hainan 1'] as const;
  const code = receiptCodeText([...claim], certificate.value, kiosk.sign);
  if (code === null) throw new Error('no code');
  return code;
}

async function check(code: string): Promise<ReceiptCodeAnswer> {
  const viewer = await benchOperator(bench, ['viewer']);
  const answer = await viewer.ask('POST', 'receipt-codes', { code });
  expect(answer.status).toBe(200);
  return receiptCodeAnswer.parse(answer.body);
}

it('INV-4 a receipt of a kiosk of this centre is genuine, and its request is followed', async () => {
  const code = codeOf();
  expect(await check(code)).toMatchObject({
    verdict: 'genuine',
    said: { reference, state: 'sent-waiting-for-office', kioskId: bench.first.kioskId },
    reference,
    stands: { standing: 'no-record', at: null },
  });
  const body = application(bench.resident('apply-plain-1'), { receiptReference: reference });
  await bench.call('PUT', `/v1/operations/${randomUUID()}`, body);
  // Pasted with the line break of a scanner.
  expect(await check(`  ${code}\r\n`)).toMatchObject({
    verdict: 'genuine',
    stands: { standing: 'card-under-way', at: expect.any(String) },
  });
});

it('INV-4 what nobody of ours signed is not ours, and no request is shown for it', async () => {
  const nothing = { said: null, reference: null, stands: null };
  expect(await check(codeOf({ key: receiptCodeBench().kiosk.x }))).toEqual({
    verdict: 'signature-wrong',
    ...nothing,
  });
  expect(await check(receiptCodeBench().code())).toMatchObject({
    verdict: 'certificate-unknown',
    said: null,
  });
  expect(await check('https://card.example/get')).toEqual({ verdict: 'no-receipt-code', ...nothing });
});

it('a bare reference is no proof and leads to its request', async () => {
  expect(await check(reference.toLowerCase())).toMatchObject({ verdict: 'unsigned', said: null, reference });
});

it('the receipts of a revoked kiosk count no more; what the centre knows of the request stays', async () => {
  const code = codeOf();
  await revokeKiosk(bench.central.foundations, 'O-0001', bench.first.kioskId, '被盗');
  expect(await check(code)).toMatchObject({
    verdict: 'kiosk-revoked',
    said: null,
    reference,
    stands: { standing: 'no-record' },
  });
});

it('INV-6 names nobody', async () => {
  const resident = bench.resident('apply-plain-1');
  const body = application(resident, { receiptReference: reference });
  await bench.call('PUT', `/v1/operations/${randomUUID()}`, body);
  const text = JSON.stringify(await check(codeOf()));
  const { name, number } = resident.document;
  for (const personal of [name, number, resident.mobile, resident.socialSecurityNumber])
    expect(text).not.toContain(personal);
});
