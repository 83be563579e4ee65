import type { NoticeBoard, ScreenTexts } from '../contracts/configuration/small-documents.ts';
import type { Tile } from '../contracts/view.ts';
import type { Directory } from '../directory/directory.ts';
import type { PolicyPack } from '../policy/policy-pack.ts';
import type { Authority } from '../ports/authority.ts';
import type { Clock, Entropy, Stopwatch } from '../ports/clock.ts';
import type { CodeScanner } from '../ports/code-scanner.ts';
import type { DocumentPrinter } from '../ports/document-printer.ts';
import type { IdCardReader } from '../ports/id-card-reader.ts';
import type { OwnCard } from '../ports/own-card.ts';
import type { PinPad } from '../ports/pin-pad.ts';
import type { ReceiptCodes } from '../ports/receipt-codes.ts';
import type { ReceiptPrinter } from '../ports/receipt-printer.ts';
import type { CardKeyService, SocialCardReader } from '../ports/social-card-reader.ts';
import type { AuditTrail, Transactions } from '../ports/transactions.ts';
import type { SessionNotes } from './session-facts.ts';

/** What a flow must know of the machines before it offers something. */
export interface Machines {
  /** Card issuer, face printer, stock and bin: a card can be made now. */
  readonly canMakeCards: boolean;
  /** The acceptor works: a resident's card can be drawn in. */
  readonly canAcceptCards: boolean;
  /** The plain reader works: a card stays in its holder's hand. */
  readonly canReadCards: boolean;
  /** Printer and paper for a slip. */
  readonly canPrintReceipts: boolean;
  /** A4. */
  readonly canPrintDocuments: boolean;
  readonly canScanCodes: boolean;
}

/** Everything a flow may reach. Devices come without their management side: the device manager keeps that. */
export interface FlowKit {
  readonly policy: PolicyPack;
  readonly idCardReader: Pick<IdCardReader, 'waitForCard' | 'read' | 'waitForRemoval'>;
  readonly socialCardReader: Pick<SocialCardReader, 'waitForCard' | 'read' | 'waitForRemoval'>;
  readonly pinPad: Pick<PinPad, 'enterPin'>;
  readonly receiptPrinter: Pick<ReceiptPrinter, 'print'>;
  /** The resident's card in the card acceptor, with custody. */
  readonly ownCard: OwnCard;
  /** A4. */
  readonly documentPrinter: Pick<DocumentPrinter, 'print'>;
  readonly codeScanner: Pick<CodeScanner, 'scan'>;
  readonly authority: Authority;
  readonly receiptCodes: ReceiptCodes;
  readonly cardKeys: CardKeyService;
  readonly transactions: Transactions;
  readonly audit: AuditTrail;
  /** What the pack is asked about in this session; taken along and gone when it ends. */
  readonly notes: SessionNotes;
  readonly clock: Clock & Stopwatch;
  readonly entropy: Entropy;
  /** Outlets and answers of the pack (FIND-1, HELP-1). */
  readonly directory: Directory;
  /** What the machines can do at this moment, for choices inside a service. */
  machines(): Machines;
  /** What a technician set for everybody who does not choose for themselves. */
  lowReach(): boolean;
  /** Whether the authority can be reached, as last known. */
  linkUp(): boolean;
  /** Version of the configuration that runs; 0: as shipped. A session ends under the one it began with (INV-7). */
  assignment(): number;
  /** What operators have to say now; those whose time has come and is not over. */
  notices(): NoticeBoard['notices'];
  /** Sentences said otherwise than shipped. */
  texts(): ScreenTexts;
  /** The home screen's tiles, true at this moment. */
  tiles(): readonly Tile[];
}
