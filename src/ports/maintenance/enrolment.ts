export const ENROLMENT_TROUBLES = [
  'centre-not-reached',
  /** Used, over or never given. */
  'code-refused',
  'no-scanner',
  'nothing-scanned',
  /** What was scanned has not the shape of an enrolment code. */
  'not-a-code',
  /** Power failed between code and enrolment: it is kept nowhere. */
  'code-forgotten',
] as const;
export type EnrolmentTrouble = (typeof ENROLMENT_TROUBLES)[number];

export type Enrolled = { readonly kioskId: string } | { readonly why: EnrolmentTrouble };

/** First-time enrolment. The one-time code is a secret for a day, so it is held in memory and never on disk. */
export interface Enrolment {
  kioskId(): string | null;
  /** A code scanner is fitted. */
  canScan(): boolean;
  /** Scans one code and holds it. */
  scan(signal: AbortSignal): Promise<'scanned' | EnrolmentTrouble>;
  /** Holds a code that was typed. */
  hold(code: string): void;
  /** With the code that is held. A kiosk that has its id already answers it. */
  enrol(people: { technician: string; second: string | null }): Promise<Enrolled>;
}
