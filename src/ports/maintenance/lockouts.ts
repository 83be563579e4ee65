/** Technicians whom fifteen wrong tries in a row locked out. */
export interface Lockouts {
  /** Short ids. */
  lockedOut(): readonly string[];
  /** Audited with who let them in again. */
  unlock(technician: string, by: string): void;
}
