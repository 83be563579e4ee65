/** A USB stick that is mounted and may be written to. Its name is the folder's, as its owner called it. */
export type FoundStick = {
  readonly id: string;
  readonly name: string;
  readonly freeBytes: number;
};

/** Why nothing is on the stick. Whatever was begun there is removed, or has a name that nobody takes for done. */
export const EXPORT_TROUBLES = [
  /** This kiosk has never heard the centre's public key: nobody but the centre may read what leaves on a stick. */
  'no-export-key',
  'stick-gone',
  'stick-full',
  'stick-read-only',
  /** Read back, it was not what was written. */
  'not-the-same',
  'stick-broken',
] as const;
export type ExportTrouble = (typeof EXPORT_TROUBLES)[number];

export type Exported =
  | { readonly file: string; readonly bytes: number; readonly digest: string }
  | { readonly why: ExportTrouble };

/** Logs, audit and readiness in one file, enciphered for the centre, with nothing personal in it (INV-6). */
export interface LogExport {
  sticks(): Promise<readonly FoundStick[]>;
  write(stick: string, technician: string, signal: AbortSignal): Promise<Exported>;
}
