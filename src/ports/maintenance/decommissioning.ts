/** How many of each there are. Those of `STOPS` would be lost for a resident, so nothing is destroyed meanwhile. */
export type LeftBehind = {
  readonly openTransactions: number;
  readonly outbox: number;
  readonly deadLetters: number;
  /** Residents' cards in a bin, latched or out of sight. */
  readonly residentCards: number;
  /** New cards with a resident's data that are still in the machine, its bin or out of sight. */
  readonly newCards: number;
  /** Blanks in the stack and rejected ones: somebody takes them along. */
  readonly blanks: number;
  readonly unsentAudit: number;
};

export const STOPS = [
  'openTransactions',
  'outbox',
  'deadLetters',
  'residentCards',
  'newCards',
] as const satisfies readonly (keyof LeftBehind)[];

export interface DecommissionPeople {
  readonly technician: string;
  readonly second: string | null;
}

/** The end of a kiosk: its keys and everything it keeps are destroyed, and paper proves it. */
export interface Decommissioning {
  readonly kioskName: string;
  leftBehind(): LeftBehind;
  /** The centre marks this kiosk as given up and takes nothing more under its key. */
  tellCentre(people: DecommissionPeople, signal: AbortSignal): Promise<'told' | 'not-enrolled' | 'not-told'>;
  /** Point of no return: the marker is on disk, and core ends. Everything else is done by the next start. */
  begin(people: DecommissionPeople, told: boolean): Promise<void>;
}
