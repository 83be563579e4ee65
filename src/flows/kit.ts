import type { Tile } from '../contracts/view.ts';
import type { PolicyPack } from '../policy/policy-pack.ts';
import type { Authority } from '../ports/authority.ts';
import type { Clock, Entropy } from '../ports/clock.ts';
import type { IdCardReader } from '../ports/id-card-reader.ts';
import type { PinPad } from '../ports/pin-pad.ts';
import type { ReceiptPrinter } from '../ports/receipt-printer.ts';
import type { CardKeyService, SocialCardReader } from '../ports/social-card-reader.ts';
import type { AuditTrail, Transactions } from '../ports/transactions.ts';

/** Everything a flow may reach. Devices come without their management side: the device manager keeps that. */
export interface FlowKit {
  readonly policy: PolicyPack;
  readonly idCardReader: Pick<IdCardReader, 'waitForCard' | 'read' | 'waitForRemoval'>;
  readonly socialCardReader: Pick<SocialCardReader, 'waitForCard' | 'read' | 'waitForRemoval'>;
  readonly pinPad: Pick<PinPad, 'enterPin'>;
  readonly receiptPrinter: Pick<ReceiptPrinter, 'print'>;
  readonly authority: Authority;
  readonly cardKeys: CardKeyService;
  readonly transactions: Transactions;
  readonly audit: AuditTrail;
  readonly clock: Clock;
  readonly entropy: Entropy;
  /** Whether the authority can be reached, as last known. */
  linkUp(): boolean;
  /** The home screen's tiles, true at this moment. */
  tiles(): readonly Tile[];
}
