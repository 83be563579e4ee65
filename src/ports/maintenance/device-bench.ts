import type { DeviceState } from '../device-status.ts';

/** One thing a technician can test or replace. */
export type FittedDevice = {
  /** Id in the device table; or one of the parts without a line in it. */
  readonly device: string;
  /** e.g. `id-card-reader`; `camera`, `speaker`, `touch-screen` for what the screen itself tests. */
  readonly deviceClass: string;
  readonly state: DeviceState;
  readonly code: string | null;
};

/** How a device did, alone. `not-seen`: nothing was laid, put in or typed before the time was over. */
export type TestOutcome = {
  readonly outcome: 'passed' | 'failed' | 'not-seen';
  readonly code: string | null;
  /** What may be said of it: kinds and numbers, nothing of a person. */
  readonly facts: Readonly<Record<string, string | number>>;
};

/** Name of this test, the same after a power cut, and whether it was begun before. */
export interface TestRun {
  readonly act: string;
  readonly again: boolean;
  readonly technician: string;
  readonly signal: AbortSignal;
}

/** Each device alone. Nothing that a test reads of a card is kept, shown or recorded. */
export interface TestBench {
  fitted(): readonly FittedDevice[];
  /** While it runs no probe disturbs the device. */
  test(device: string, run: TestRun): Promise<TestOutcome>;
  /** Into the audit. */
  note(device: string, result: TestOutcome, technician: string): void;
}

/** What the receipt printer says of itself; `code` where it does not answer. */
export type PaperSays = {
  readonly paper: 'full' | 'low' | 'out' | 'unknown';
  readonly cover: 'closed' | 'open' | 'unknown';
  readonly cutter: 'ok' | 'error' | 'unknown';
  readonly code: string | null;
};

/** The receipt printer while its roll is changed. */
export interface PaperBench {
  says(): Promise<PaperSays>;
  /** One page that shows every fault of head, roll and character set. null: it is on paper; else why not. */
  printTestPage(): Promise<string | null>;
}

/** Something that answered as a device of the class that is looked for. */
export type FoundDevice = {
  readonly driver: string;
  /** As `devices.json` writes it. */
  readonly transport: string;
  /** What it said of itself, e.g. a SAM-ID; its name where it says nothing. */
  readonly identity: string;
  /** Why it is taken for this class, e.g. `hid 0483:5750`. */
  readonly recognisedBy: string;
};

/** A device that is replaced, and the table that names it. */
export interface ReplaceBench {
  /** Lines of the device table. */
  fitted(): readonly FittedDevice[];
  /** Asks harmless questions only, and never a device in use. */
  lookFor(device: string, signal: AbortSignal): Promise<readonly FoundDevice[]>;
  /** A fresh driver on the found device: opened, asked, and let go. null: it works; else why not. */
  selfTest(device: string, found: FoundDevice, signal: AbortSignal): Promise<string | null>;
  /** null: the table is on disk; else why not, and the table is as it was. */
  writeTable(device: string, found: FoundDevice, technician: string): string | null;
  /** The technician comes back signed in; core ends. */
  restart(): void;
  /** After the restart: whether the device came online, or the table before was taken back. */
  verdict(device: string, found: FoundDevice, signal: AbortSignal): Promise<'kept' | 'taken-back'>;
}
