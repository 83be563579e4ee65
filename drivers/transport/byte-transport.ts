import type { DeviceTrouble } from '../../src/ports/device-status.ts';
import type { Result } from '../../src/result.ts';

export type Unsubscribe = () => void;

/**
 * A stream of bytes to one device. It has no message borders: HID reports and TCP segments arrive cut and merged,
 * so a driver cuts frames by their own length. A transport may be opened again after it was lost or closed.
 */
export interface ByteTransport {
  /** The address as configured, for messages: `tcp://127.0.0.1:9001`. */
  readonly name: string;
  /** Connects; idempotent. Fails with a code such as `connection-refused`, `port-missing`, `hid-missing`. */
  open(): Promise<Result<void, DeviceTrouble>>;
  /** Resolves when the operating system has taken the bytes, which says nothing about the device. */
  write(bytes: Uint8Array): Promise<Result<void, DeviceTrouble>>;
  onData(listener: (bytes: Uint8Array) => void): Unsubscribe;
  /** Called when the cable or the other side ends an open link; not after our own `close`. */
  onClose(listener: (trouble: DeviceTrouble) => void): Unsubscribe;
  close(): Promise<void>;
}
