/** What of the screen a technician can set. */
export interface ScreenBench {
  /** Controls in the lower part, for who sits or stands low. */
  lowReach(): boolean;
  /** null: it was calibrated; `not-configured` where this machine has no command for it, else the command's trouble. */
  calibrate(signal: AbortSignal): Promise<string | null>;
  set(lowReach: boolean, missed: number, technician: string): void;
}
