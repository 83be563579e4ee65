import { testDocument, testReceipt } from '../../../../src/maintenance/test-page.ts';
import type { CabinetBoard } from '../../../../src/ports/cabinet-board.ts';
import { CABINET_LAMPS } from '../../../../src/ports/cabinet-board.ts';
import type { Timers } from '../../../../src/ports/clock.ts';
import type { CardFacePrinter, DocumentPrinter } from '../../../../src/ports/document-printer.ts';
import type { TestOutcome } from '../../../../src/ports/maintenance/device-bench.ts';
import type { ReceiptPrinter } from '../../../../src/ports/receipt-printer.ts';
import { ofTrouble, passed } from './test-outcome.ts';

/** Long enough to walk one's eyes from lamp to lamp, milliseconds. */
const LAMP_MS = 2_000;

export interface Titled {
  readonly kioskName: string;
  /** Milliseconds since the epoch. */
  readonly at: number;
}

export async function testReceiptPrinter(printer: ReceiptPrinter, titled: Titled): Promise<TestOutcome> {
  const before = await printer.status();
  if (!before.ok) return ofTrouble(before.error);
  const printed = await printer.print(testReceipt(titled));
  return printed.ok ? passed({ paper: before.value.paper }) : ofTrouble(printed.error);
}

export async function testDocumentPrinter(
  printer: DocumentPrinter,
  titled: Titled,
  signal: AbortSignal,
): Promise<TestOutcome> {
  const before = await printer.status();
  if (!before.ok) return ofTrouble(before.error);
  const { paper, toner } = before.value;
  const printed = await printer.print(testDocument(titled), signal);
  return printed.ok ? passed({ paper, toner }) : ofTrouble(printed.error);
}

/** A face would cost a card and ribbon: it is only asked how it is. */
export async function testFacePrinter(printer: CardFacePrinter): Promise<TestOutcome> {
  const well = await printer.probe();
  return well.ok ? passed() : ofTrouble(well.error);
}

/** One lamp after the other, and the light for the camera; then all as dark as it was between residents. */
export async function testCabinetBoard(
  board: CabinetBoard,
  timers: Timers,
  signal: AbortSignal,
): Promise<TestOutcome> {
  const before = await board.status();
  if (!before.ok) return ofTrouble(before.error);
  const lit = await board.setLight(100);
  if (!lit.ok) return ofTrouble(lit.error);
  for (const lamp of CABINET_LAMPS) {
    const blinks = await board.setLamp(lamp, 'blink');
    if (!blinks.ok) return ofTrouble(blinks.error);
    await timers.sleep(LAMP_MS, signal);
    const back = await board.setLamp(lamp, before.value.lamps[lamp]);
    if (!back.ok) return ofTrouble(back.error);
  }
  const dark = await board.setLight(before.value.lightPercent);
  if (!dark.ok) return ofTrouble(dark.error);
  const { door, power, speaker } = before.value;
  return passed({ door, power, speaker });
}
