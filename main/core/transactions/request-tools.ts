import type { TransactionId } from '../../../src/brand.ts';
import type { NamedPack } from '../../../src/contracts/central/named-pack.ts';
import type { PolicyPack } from '../../../src/policy/policy-pack.ts';
import type { CardAcceptor } from '../../../src/ports/card-acceptor.ts';
import type { CardIssuer } from '../../../src/ports/card-issuer.ts';
import type { Entropy, Timers } from '../../../src/ports/clock.ts';
import type { CardFacePrinter } from '../../../src/ports/document-printer.ts';
import type { CardKeyService } from '../../../src/ports/social-card-reader.ts';
import type { CrashPoint } from '../crash-points.ts';
import type { Store } from '../store/open-store.ts';
import type { PaymentStatus } from '../sync/central-payments.ts';
import type { Personalisation } from '../sync/central-personalisation.ts';
import type { Operations } from '../sync/operations.ts';
import type { TellViolated } from './append-checked.ts';
import type { Changes } from './changes.ts';

/** The machines a request moves cards with; null where this kiosk has none. Asked for at each use. */
export interface CardMachines {
  readonly issuer: () => CardIssuer | null;
  readonly acceptor: () => CardAcceptor | null;
  readonly faces: () => Pick<CardFacePrinter, 'printFace'> | null;
}

/** What a request with money and a card reaches. */
export interface RequestTools {
  readonly store: Store;
  readonly operations: Operations;
  readonly payments: PaymentStatus;
  readonly personalisation: Personalisation;
  readonly cardKeys: CardKeyService;
  readonly machines: CardMachines;
  readonly issuance: () => Pick<PolicyPack['issuance'], 'blanksToTry' | 'takeCardSeconds'>;
  readonly timers: Timers;
  readonly entropy: Entropy;
  readonly crashPoint: CrashPoint;
  /** What residents are served by: named in each request, so that the centre judges by the same. */
  readonly pack: NamedPack;
  readonly changes: Changes;
  readonly wakeSender: () => void;
  readonly violated: TellViolated;
  /** A request is no longer worked on live: what is left is settled beside the residents. */
  readonly released: (id: TransactionId) => void;
}
