import type { ConfigurationState, ConfigurationTrouble } from '../contracts/configuration/poll.ts';
import type { TaskKind } from '../contracts/maintenance/tasks.ts';
import type { DeviceState } from '../ports/device-status.ts';
import type { Result } from '../result.ts';
import type { Unknown } from '../transaction/unknown-advice.ts';
import type { ThresholdsInForce } from './thresholds-in-force.ts';

/** What a source said; `no-answer` where it did not in time. A page is not kept waiting for one that is gone. */
export type Asked<T> = Result<T, 'no-answer'>;

/** All instants are milliseconds since the epoch, all sizes bytes. */
export interface DeviceFact {
  readonly device: string;
  readonly deviceClass: string;
  readonly state: DeviceState;
  readonly code: string | null;
  /** The ladder still climbs quickly: worth waiting for. */
  readonly recovering: boolean;
  readonly since: number | null;
  readonly lastSuccess: number | null;
  /** It needs ever more tries (`failing-device.ts`). */
  readonly failing: boolean;
}

export interface StackFact {
  readonly ledger: number;
  readonly sensor: 'enough' | 'low' | 'empty' | 'no-answer';
  /** The two contradict each other: it must be counted. */
  readonly disagrees: boolean;
}

export interface BinFact {
  readonly bin: string;
  readonly ledger: number;
  readonly sensor: 'room' | 'full' | 'no-answer';
}

export interface PaperFact {
  readonly paper: 'full' | 'low' | 'out';
  readonly cover: 'closed' | 'open';
  readonly cutter: 'ok' | 'error';
}

export interface LinkFact {
  readonly up: boolean;
  /** Up or down since; null before the first change. */
  readonly since: number | null;
  /** Last answer to a heartbeat. */
  readonly lastHeard: number | null;
  /** Core has just started and no answer came or failed to come yet: nobody knows. */
  readonly asking: boolean;
}

export interface QueueFact {
  readonly waiting: number;
  readonly oldestAt: number | null;
  readonly deadLetters: number;
}

export interface OpenRequestsFact {
  readonly open: number;
  readonly oldestAt: number | null;
}

/** Transactions of which nobody can tell how they ended, by what is unknown. */
export interface UnknownFact {
  readonly unknown: Unknown;
  readonly transactions: number;
  readonly since: number;
}

/** The clock beside the centre's, as the last heartbeat found it. */
export interface ClockFact {
  /** Positive: this kiosk is ahead. */
  readonly offsetMs: number;
  /** Half the round trip: it is not known better than that. */
  readonly withinMs: number;
  readonly at: number;
}

export type CertificateFact =
  | { readonly kind: 'plain-http' }
  | {
      readonly kind: 'tls';
      readonly validFrom: number;
      readonly validTo: number;
      /** null: trusted; else the code of Node's TLS. */
      readonly untrusted: string | null;
    };

export type TechnicianListFact =
  | { readonly kind: 'in-force'; readonly version: number; readonly issuedAt: number }
  | { readonly kind: 'missing' | 'broken' };

export interface MemoryFact {
  readonly coreBytes: number;
  readonly freeBytes: number;
  readonly totalBytes: number;
  /** Bytes an hour; null before there is enough to tell. */
  readonly growth: number | null;
}

export interface DatabaseFact {
  /** What SQLite's quick check names. */
  readonly faults: number;
  readonly sizeBytes: number;
  readonly journalMode: string;
  readonly schemaVersion: number;
}

export interface ConfigurationFact {
  readonly policyAt: number | null;
  readonly devicesAt: number | null;
  /** When this core read both. */
  readonly readAt: number;
}

/** Where the kiosk stands with what the centre assigned it (INV-7). */
export interface AssignedFact {
  readonly state: ConfigurationState;
  readonly trouble: ConfigurationTrouble | null;
  /** Versions of the assignment: the newest, and the one that runs. */
  readonly newest: number;
  readonly running: number;
  /** Documents that are never run here. */
  readonly refused: number;
  readonly waitingSince: number | null;
  /** The link is up, and nothing newer comes since. */
  readonly frozenSince: number | null;
}

export interface CameraFact {
  readonly light: number | null;
  readonly focus: number | null;
  readonly width: number;
  readonly height: number;
  readonly at: number;
}

export interface TouchFact {
  /** Last word of the page; null where it never said one. */
  readonly pageAt: number | null;
  readonly lastTouch: number | null;
  /** The page has been listened to since. */
  readonly since: number;
}

export interface NetworkFact {
  readonly interface: string;
  readonly address: string;
}

export interface CabinetFact {
  readonly door: 'open' | 'closed' | null;
  readonly power: 'mains' | 'battery' | null;
  readonly batteryPercent: number | null;
}

export interface UnfinishedFact {
  readonly id: string;
  readonly kind: TaskKind;
  readonly startedAt: number;
  readonly mustFinish: boolean;
}

/** Everything a readiness report is made of; null where this kiosk has no such thing. Nothing here names a person. */
export interface KioskFacts {
  readonly now: number;
  readonly kioskId: string | null;
  readonly kioskName: string;
  readonly devices: readonly DeviceFact[];
  readonly stack: Asked<StackFact | null>;
  readonly bins: Asked<readonly BinFact[]>;
  readonly paper: Asked<PaperFact | null>;
  readonly link: LinkFact;
  readonly queue: QueueFact;
  readonly openRequests: OpenRequestsFact;
  readonly unknown: readonly UnknownFact[];
  readonly cardsOutOfSight: number;
  /** `INV-3 ledger-unbalanced`: why the kiosk is closed. */
  readonly violated: string | null;
  readonly clock: ClockFact | null;
  readonly certificate: Asked<CertificateFact>;
  readonly technicianList: Asked<TechnicianListFact>;
  readonly disk: Asked<{ readonly freeBytes: number; readonly totalBytes: number }>;
  readonly memory: MemoryFact;
  readonly database: Asked<DatabaseFact>;
  readonly backupAt: number | null;
  readonly versions: { readonly software: string; readonly node: string; readonly policy: string };
  readonly configuration: Asked<ConfigurationFact>;
  /** null in a kiosk that takes no configuration from a centre. */
  readonly assigned: AssignedFact | null;
  /** What operators set, over what was shipped. */
  readonly thresholds: ThresholdsInForce;
  readonly camera: CameraFact | null;
  readonly touch: TouchFact | null;
  readonly network: readonly NetworkFact[];
  readonly cabinet: Asked<CabinetFact | null>;
  readonly closedServices: readonly {
    readonly service: string;
    readonly reason: string;
    readonly since: number;
  }[];
  readonly unfinished: readonly UnfinishedFact[];
}
