import type { ViewOf } from '../../src/contracts/view.ts';
import { RECEIPT_VERDICTS } from '../../src/receipt-code/receipt-verdict.ts';
import { RECEIPT_STANDINGS } from '../../src/receipt-code/where-request-stands.ts';
import { add } from './sample-book.ts';
import { CHROME } from './sample-parts.ts';

type Own = Pick<ViewOf<'receipt-check'>, 'verdict' | 'said' | 'reference' | 'stands'>;

const AROUND = { service: 'progress' } as const;
const CAN = ['scan-code', 'finish'] as const;
const GIVEN = CHROME.now - 3 * 24 * 60 * 60 * 1_000;

const genuine: Own = {
  verdict: 'genuine',
  said: { service: 'certify', state: 'accepted-not-yet-sent', at: GIVEN, kioskId: 'kiosk-4f1a2b3c4d5e' },
  reference: 'YKT-3ND9-KZKJ-G',
  stands: { standing: 'done', at: GIVEN + 60_000 },
};
const unknown = { said: null, reference: null, stands: null };

for (const standing of RECEIPT_STANDINGS)
  add(
    'receipt-check',
    `genuine-${standing}`,
    [...CAN],
    { ...genuine, stands: { standing, at: standing.startsWith('no') ? null : GIVEN + 60_000 } },
    AROUND,
  );
add('receipt-check', 'genuine-not-reached', [...CAN], { ...genuine, stands: null }, AROUND);
for (const verdict of RECEIPT_VERDICTS)
  if (verdict !== 'genuine') add('receipt-check', verdict, [...CAN], { ...unknown, verdict }, AROUND);
for (const verdict of ['unsigned', 'kiosk-revoked'] as const)
  add(
    'receipt-check',
    `${verdict}-stands`,
    [...CAN],
    { ...unknown, verdict, reference: genuine.reference, stands: { standing: 'done', at: GIVEN } },
    AROUND,
  );
