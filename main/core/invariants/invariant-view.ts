import type { TransactionId } from '../../../src/brand.ts';
import type { Tile } from '../../../src/contracts/view.ts';
import type { DeviceClass } from '../../../src/flows/tiles.ts';
import type { DeviceState } from '../../../src/ports/device-status.ts';
import type { Result } from '../../../src/result.ts';
import type { Decision } from '../../../src/transaction/decision.ts';
import type { JournalFault } from '../../../src/transaction/keyed-act.ts';
import type { RequestEntry } from '../../../src/transaction/request-entries.ts';
import type { RequestState } from '../../../src/transaction/request-state.ts';
import type { JournalEntry } from '../../../src/transaction/settle.ts';
import type { HostAtRest } from '../session/session-host.ts';
import type { CustodyHistory, CustodyLine } from '../store/custody-store.ts';
import type { DeadLetter } from '../store/dead-letter-store.ts';
import type { StoredRequest, StoredSingleAct } from '../store/journal-store.ts';
import type { OutboxName } from '../store/outbox-store.ts';

/** What the outbox and the dead letters hold of one transaction, and whether a person has it. */
interface SeenBeside {
  readonly queue: readonly OutboxName[];
  readonly deadLetters: readonly Pick<DeadLetter, 'key' | 'kind' | 'decidedByAuthority'>[];
  /** A journal nobody can read was named to a technician (`transaction-needs-technician`). */
  readonly withTechnician: boolean;
}

/** `decision` is what settling says by the journal alone. */
export interface SeenSingleAct extends SeenBeside {
  readonly stored: StoredSingleAct;
  readonly journal: Result<
    { readonly entries: readonly JournalEntry[]; readonly decision: Decision },
    JournalFault
  >;
}

/** Entries that are no faultless story may still be read one by one; null where not even that can be done. */
export interface SeenRequest extends SeenBeside {
  readonly stored: StoredRequest;
  readonly entries: readonly RequestEntry[] | null;
  readonly journal: Result<RequestState, JournalFault>;
}

export type SeenTransaction = SeenSingleAct | SeenRequest;

export const isRequest = (seen: SeenTransaction): seen is SeenRequest => seen.stored.course === 'request';

/** How many cards of each origin are at each place; places without one may be left out. */
export type PlaceCounts = Readonly<Record<CustodyLine['origin'], Readonly<Record<string, number>>>>;

/** The custody ledger in numbers: those it keeps, and the same counted again. */
export interface LedgerNumbers {
  readonly stock: number;
  readonly loaded: number;
  readonly loadsAdded: number;
  readonly kept: PlaceCounts;
  readonly counted: PlaceCounts;
}

export interface PolicyInUse {
  readonly id: string;
  readonly version: number;
  /** Of the pack with this id that was last in use; null where there was none. */
  readonly recordedVersion: number | null;
  readonly valid: boolean;
  /** A return to the last good configuration is on record, and nothing newer was applied since. */
  readonly wentBack: boolean;
  /** What runs is the set the store says is current, whose signatures this start has checked; as shipped: none is. */
  readonly isCurrentSet: boolean;
}

/** The kiosk between two residents; what is shown, and what is true of the machines at the same moment. */
export interface AtRest extends HostAtRest {
  readonly tiles: readonly Tile[];
  readonly devices: Readonly<Record<DeviceClass, DeviceState>>;
  readonly linkUp: boolean;
  /** What flows work on, by their own account; nobody's should be. */
  readonly live: readonly TransactionId[];
}

/** What the kiosk knows of itself, as far as it is looked at this time: all of it, or what changed. */
export interface InvariantView {
  readonly transactions: readonly SeenTransaction[];
  /** Cards that moved, and the cards of the transactions above, by the name of their line. */
  readonly cards: ReadonlyMap<string, CustodyHistory>;
  readonly ledger: LedgerNumbers;
  /** null where it was looked at before: it changes with a start alone. */
  readonly policy: PolicyInUse | null;
  /** null while somebody is being served. */
  readonly rest: AtRest | null;
  /** Kept from settling by flows that ended long ago. */
  readonly forgotten: readonly TransactionId[];
}
