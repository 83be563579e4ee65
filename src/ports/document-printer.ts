import type { Result } from '../result.ts';
import type { DeviceTrouble, ManagedDevice } from './device-status.ts';

/** Words follow XFS4IoT's Printer class; the source is IPP's `printer-state-reasons`. */
export interface DocumentPrinterStatus {
  readonly paper: 'full' | 'low' | 'out';
  readonly toner: 'full' | 'low' | 'out';
  readonly cover: 'closed' | 'open';
  readonly jammed: boolean;
}

export type DocumentPrintTrouble =
  | DeviceTrouble
  | { readonly kind: 'paper-out' }
  | { readonly kind: 'cover-open' }
  | { readonly kind: 'jammed' }
  /** The queue took the job and gave it up. */
  | { readonly kind: 'job-failed'; readonly code: string };

/** A line of cells; the first row of a table may be its heading. */
export interface DocumentTable {
  readonly heading: readonly string[];
  readonly rows: readonly (readonly string[])[];
  /** Relative widths of the columns. */
  readonly widths: readonly number[];
}

/** What goes on A4, already in the resident's language. The driver lays it out; it adds and drops nothing. */
export interface PrintedDocument {
  readonly heading: string;
  readonly title: string;
  /** Label and value under the title. */
  readonly facts: readonly { readonly label: string; readonly value: string }[];
  readonly tables: readonly DocumentTable[];
  /** Small print at the end of the last page. */
  readonly notes: readonly string[];
  /** At the foot of every page, before the page number. */
  readonly footer: string;
}

/** A4 over IPP: a CUPS queue or a printer that speaks IPP itself. PDFs carry their Chinese font inside. */
export interface DocumentPrinter extends ManagedDevice {
  status(): Promise<Result<DocumentPrinterStatus, DeviceTrouble>>;
  /** `ok` when the queue says the job is completed. A job given up is cancelled in the queue: nobody's data stays. */
  print(document: PrintedDocument, signal: AbortSignal): Promise<Result<void, DocumentPrintTrouble>>;
}

/** What is printed on the face of a card (protocols 3.4); text as it stands on the card. */
export interface CardFace {
  readonly name: string;
  readonly socialSecurityNumber: string;
  readonly cardNumber: string;
  readonly accountNumber: string;
  /** JPEG 358 × 441 in base64; null for a person under 7 (G: no photo). */
  readonly photoBase64: string | null;
  readonly issuedOn: string;
  readonly expiresOn: string;
}

/** The printer inside the card issuer, as a CUPS queue: one face for the card at the chip station. */
export interface CardFacePrinter extends ManagedDevice {
  printFace(face: CardFace, signal: AbortSignal): Promise<Result<void, DocumentPrintTrouble>>;
}
