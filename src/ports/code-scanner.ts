import type { Result } from '../result.ts';
import type { Aborted, DeviceTrouble, ManagedDevice } from './device-status.ts';

/** The text of one code; passed on unparsed, never logged (protocols 4: the format is not public). */
export type ScannedCode = string & { readonly __scannedCode: unique symbol };

/** Longest code anything here accepts, characters. */
export const LONGEST_CODE = 512;

/** A serial or keyboard-less HID scanner that ends each code with CR or LF. The camera's codes come as a command. */
export interface CodeScanner extends ManagedDevice {
  /** Waits for the next whole line; what was scanned before the call is thrown away. */
  scan(signal: AbortSignal): Promise<Result<ScannedCode, DeviceTrouble | Aborted>>;
}
