import type { PaperReceipt } from '../receipt/paper-receipt.ts';
import type { Result } from '../result.ts';
import type { DeviceTrouble, ManagedDevice } from './device-status.ts';

/** Paper words follow XFS4IoT's Printer class. */
export interface ReceiptPrinterStatus {
  readonly paper: 'full' | 'low' | 'out';
  readonly cover: 'closed' | 'open';
  readonly cutter: 'ok' | 'error';
  readonly online: boolean;
}

export type PrintTrouble =
  | DeviceTrouble
  | { readonly kind: 'paper-out' }
  | { readonly kind: 'cover-open' }
  | { readonly kind: 'cutter-error' };

/** ESC/POS, GB18030, DLE EOT. */
export interface ReceiptPrinter extends ManagedDevice {
  status(): Promise<Result<ReceiptPrinterStatus, DeviceTrouble>>;
  /** Prints and cuts one receipt; asks for the status before and after, so `ok` means it is on paper. */
  print(receipt: PaperReceipt): Promise<Result<void, PrintTrouble>>;
}
