import {
  type ReceiptCodeAnswer,
  receiptCodeAnswer,
  receiptCodeRequest,
} from '../../src/contracts/console/receipt-codes.ts';
import { EVERYBODY } from '../../src/contracts/console/roles.ts';
import { checkReceiptCode } from '../../src/receipt-code/check-receipt-code.ts';
import { judgeShownCode } from '../../src/receipt-code/judge-shown-code.ts';
import { whereRequestStands } from '../../src/receipt-code/where-request-stands.ts';
import { err } from '../../src/result.ts';
import type { ConsoleApp } from '../console-api/console-app.ts';
import type { Queries } from '../database/tables.ts';
import type { Foundations } from '../foundations.ts';
import { newestRoot } from '../releases/trust-roots.ts';
import { checkReceipt } from './receipt-checks.ts';
import { verifyText } from './verify-text.ts';

/** Whether a kiosk of this centre gave the receipt that somebody shows at the desk, and where its request stands. */
export async function checkShownReceipt(
  { queries, clock }: Pick<Foundations, 'queries' | 'clock'>,
  shown: string,
): Promise<ReceiptCodeAnswer> {
  const newest = await newestRoot(queries);
  const revokedKiosks = await revoked(queries);
  const { verdict, said, reference } = judgeShownCode(shown, (code) =>
    newest === null
      ? err('certificate-unknown')
      : checkReceiptCode(code, { root: newest.root, revokedKiosks, now: clock.now(), verify: verifyText }),
  );
  return {
    verdict,
    said: said && { ...said, at: new Date(said.at).toISOString() },
    reference,
    stands:
      reference === null
        ? null
        : whereRequestStands(said?.state ?? null, await checkReceipt(queries, reference)),
  };
}

async function revoked(q: Queries): Promise<string[]> {
  const rows = await q.selectFrom('kiosk').select('kiosk_id').where('revoked_at', 'is not', null).execute();
  return rows.map(({ kiosk_id }) => kiosk_id);
}

/** POST /receipt-codes */
export function receiptCodeRoutes(
  app: ConsoleApp,
  foundations: Pick<Foundations, 'queries' | 'clock'>,
): void {
  app.post(
    '/receipt-codes',
    {
      roles: EVERYBODY,
      schema: {
        summary: 'Whether a receipt is genuine, what it said, and where its request stands now',
        body: receiptCodeRequest,
        response: { 200: receiptCodeAnswer },
      },
    },
    ({ body }) => checkShownReceipt(foundations, body.code),
  );
}
