import { testReceipt } from '../../../../src/maintenance/test-page.ts';
import type { Clock } from '../../../../src/ports/clock.ts';
import type { PaperBench } from '../../../../src/ports/maintenance/device-bench.ts';
import type { ReceiptPrinter } from '../../../../src/ports/receipt-printer.ts';

export interface PaperBenchParts {
  /** null where this kiosk has none. */
  readonly printer: () => Pick<ReceiptPrinter, 'status' | 'print'> | null;
  readonly kioskName: string;
  readonly clock: Clock;
}

const NOT_FITTED = 'not-fitted';

/** The receipt printer, asked and tried while its roll is changed. */
export function createPaperBench({ printer, kioskName, clock }: PaperBenchParts): PaperBench {
  return {
    async says() {
      const status = await printer()?.status();
      if (status?.ok) {
        const { paper, cover, cutter } = status.value;
        return { paper, cover, cutter, code: null };
      }
      const code = status ? status.error.code : NOT_FITTED;
      return { paper: 'unknown', cover: 'unknown', cutter: 'unknown', code };
    },
    async printTestPage() {
      const printed = await printer()?.print(testReceipt({ kioskName, at: clock.now() }));
      if (!printed) return NOT_FITTED;
      if (printed.ok) return null;
      return printed.error.kind === 'device' ? printed.error.code : printed.error.kind;
    },
  };
}
