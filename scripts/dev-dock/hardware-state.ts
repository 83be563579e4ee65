import { ACQUIRER_MODES } from '../../central/payments/reference-acquirer.ts';
import { CARD_FACE_PRINTER_FAULTS } from '../../drivers/virtual/card-face-printer/virtual-card-face-printer.ts';
import {
  CARD_ACCEPTOR_FAULTS,
  CARD_ISSUER_FAULTS,
  type CrtFault,
} from '../../drivers/virtual/card-transport/crt-faults.ts';
import type { VirtualCardMachine } from '../../drivers/virtual/card-transport/virtual-card-machine.ts';
import { CODE_SCANNER_FAULTS } from '../../drivers/virtual/code-scanner/virtual-code-scanner.ts';
import { IPP_PRINTER_FAULTS } from '../../drivers/virtual/document-printer/printer-faults.ts';
import type { VirtualIppPrinter } from '../../drivers/virtual/document-printer/virtual-ipp-printer.ts';
import { PAYER_ACTS } from '../world/residents-phone.ts';
import type { World } from '../world/world.ts';
import { OFFERED_CARDS, RESTING_PLACES } from './card-machine-requests.ts';
import { SCANNED_CODES } from './phone-requests.ts';

/** Orders shown: the newest few are the ones anybody looks for. */
const ORDERS_SHOWN = 6;
/** Papers shown of each printer. */
const PAPERS_SHOWN = 4;

/** What can be done to card machines, printers, scanner and phone; it does not change while the world lives. */
export const hardwareCatalogue = {
  cardAcceptorFaults: CARD_ACCEPTOR_FAULTS,
  cardIssuerFaults: CARD_ISSUER_FAULTS,
  offeredCards: OFFERED_CARDS,
  restingPlaces: RESTING_PLACES,
  documentPrinterFaults: IPP_PRINTER_FAULTS,
  cardFacePrinterFaults: CARD_FACE_PRINTER_FAULTS,
  codeScannerFaults: CODE_SCANNER_FAULTS,
  scannedCodes: SCANNED_CODES,
  payerActs: PAYER_ACTS,
  acquirerModes: ACQUIRER_MODES,
} as const;

/** Where every card of both machines is, what came out on paper, what scanner and acquirer do. */
export async function hardwareState({ hardware, phone }: World) {
  const { acceptor, issuer, documentPrinter, facePrinter, codeScanner } = hardware;
  const [orders, mode, ledger] = await Promise.all([phone.orders(), phone.acquirerMode(), phone.ledger()]);
  return {
    cardAcceptor: { ...machineState(acceptor), entryOpen: acceptor.entryOpen },
    cardIssuer: machineState(issuer),
    documentPrinter: printerState(documentPrinter),
    cardFacePrinter: printerState(facePrinter),
    codeScanner: { faults: codeScanner.faults, kiosks: codeScanner.connections },
    acquirer: { mode, ledger, orders: orders.slice(0, ORDERS_SHOWN), ordersInAll: orders.length },
  };
}

const machineState = (machine: VirtualCardMachine<never>) => ({
  ...machine.truth(),
  dark: machine.isDark,
  faults: machine.faults.kinds satisfies readonly CrtFault[],
});
export type CardMachineState = ReturnType<typeof machineState>;

/** `number` is the paper's place among those that are kept: the last part of its address. */
const printerState = (printer: VirtualIppPrinter) => ({
  faults: printer.faults,
  held: printer.held,
  papers: printer.printed
    .map(({ title, pdf }, number) => ({ number, title, pages: pagesOf(pdf) }))
    .slice(-PAPERS_SHOWN)
    .reverse(),
});
export type PaperState = ReturnType<typeof printerState>;

const pagesOf = (pdf: Uint8Array): number =>
  Buffer.from(pdf)
    .toString('latin1')
    .match(/\/Type\s*\/Page\b/g)?.length ?? 0;
