import thermal from 'node-thermal-printer';
import { unreachable } from '../../src/result.ts';
import { encodePrintable } from './printable-text.ts';
import { qrCellDots } from './qr-cell-dots.ts';
import type { PaperColumns, PrintStep } from './receipt-layout.ts';

/** ESC/POS bytes (protocols.md 3.2) that the library has no word for. */
const INITIALISE = Buffer.from([0x1b, 0x40]);
const CHINESE_MODE_ON = Buffer.from([0x1c, 0x26]);
const FEED_LINES = [0x1b, 0x64] as const;
/** `GS r 1`: answered only after everything before it has been done, so it proves the receipt is through. */
export const TRANSMIT_PAPER_STATUS = Buffer.from([0x1d, 0x72, 0x01]);
/** `GS a 0`: no status bytes that nobody asked for. */
export const NO_AUTOMATIC_STATUS = Buffer.from([0x1d, 0x61, 0x00]);
/**
 * `DLE DC4 8`, real time: throws away what is buffered. Without it the rest of one resident's receipt would come
 * out in front of the next resident once paper is loaded (INV-6). Epson's command; others ignore it.
 */
export const CLEAR_BUFFER = Buffer.from([0x10, 0x14, 0x08, 0x01, 0x03, 0x14, 0x01, 0x06, 0x02, 0x08]);

/** Lines between the last one printed and the knife, so that nothing is cut off. */
const LINES_TO_KNIFE = 4;
/** Version 18, level M: 89 modules, which 58 mm paper still holds at four dots a module. */
const QR_LONGEST = 560;

/** Whether the QR commands can carry a text: ASCII, which references and the codes of receipts are. */
export const isPrintableQr = (text: string): boolean =>
  text.length > 0 && text.length <= QR_LONGEST && /^[\x20-\x7e]*$/.test(text);

/** One receipt as ESC/POS: initialise, Chinese mode, the steps, feed, full cut, and the question whether it is done. */
export function encodeReceipt(steps: readonly PrintStep[], columns: PaperColumns): Uint8Array {
  // Without an interface the library only encodes; its own sending knows no DLE EOT.
  const page = new thermal.ThermalPrinter({
    type: thermal.PrinterTypes.EPSON,
    interface: '',
    width: columns,
  });
  page.append(INITIALISE);
  page.append(CHINESE_MODE_ON);
  for (const step of steps) encodeStep(page, step, columns);
  page.append(Buffer.from([...FEED_LINES, LINES_TO_KNIFE]));
  page.cut({ verticalTabAmount: 0 });
  page.append(TRANSMIT_PAPER_STATUS);
  return page.getBuffer();
}

function encodeStep(
  page: InstanceType<typeof thermal.ThermalPrinter>,
  step: PrintStep,
  columns: PaperColumns,
): void {
  switch (step.kind) {
    case 'line':
      if (step.align === 'centre') page.alignCenter();
      else page.alignLeft();
      page.setTextSize(step.scale - 1, step.scale - 1);
      page.bold(step.bold);
      page.append(Buffer.from(encodePrintable(step.text)));
      page.newLine();
      return;
    case 'qr':
      page.setTextSize(0, 0);
      page.alignCenter();
      page.printQR(step.text, {
        cellSize: qrCellDots(step.text, columns),
        correction: 'M',
        model: 2,
      });
      return;
    case 'feed':
      page.setTextSize(0, 0);
      page.append(Buffer.from([...FEED_LINES, step.lines]));
      return;
    default:
      unreachable(step);
  }
}
