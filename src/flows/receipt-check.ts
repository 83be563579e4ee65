import { judgeShownCode, type ShownReceipt } from '../receipt-code/judge-shown-code.ts';
import { type RequestNow, whereRequestStands } from '../receipt-code/where-request-stands.ts';
import type { FlowKit } from './kit.ts';
import { scanCode } from './scan-code.ts';
import type { ScreenBody } from './screen.ts';

/** What is known of the receipt that was shown. Reference, service, state and days; nobody's name. */
export interface CheckedReceipt extends ShownReceipt {
  /** null: the centre could not be asked. */
  readonly now: RequestNow | null;
}

/** Shows the code of a receipt to camera or scanner; any receipt, whoever holds it. */
export const scanReceipt = (kit: FlowKit) =>
  scanCode<CheckedReceipt>(kit, {
    wanted: 'receipt',
    check: async (code, signal) => {
      const found = await checkReceipt(kit, code, signal);
      kit.audit.record('receipt-checked', { outcome: found.verdict, online: found.now !== null });
      return { kind: 'found', found };
    },
  });

/** INV-4: whether the receipt is genuine is known here; where its request stands now, the centre knows. */
async function checkReceipt(kit: FlowKit, code: string, signal: AbortSignal): Promise<CheckedReceipt> {
  const shown = judgeShownCode(code, (text) => kit.receiptCodes.check(text));
  const { said, reference } = shown;
  if (reference === null || !kit.linkUp()) return { ...shown, now: null };
  const answer = await kit.authority.checkReceipt(reference, signal);
  const now = answer.ok ? whereRequestStands(said?.state ?? null, answer.value) : null;
  return { ...shown, now };
}

export function receiptCheckBody({ verdict, said, reference, now }: CheckedReceipt): ScreenBody {
  return {
    screen: 'receipt-check',
    verdict,
    said: said && { service: said.service, state: said.state, at: said.at, kioskId: said.kioskId },
    reference,
    stands: now && { standing: now.standing, at: now.at === null ? null : Date.parse(now.at) },
  };
}
