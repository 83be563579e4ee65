import { type DeviceTrouble, deviceTrouble } from '../../src/ports/device-status.ts';
import { err, ok, type Result } from '../../src/result.ts';

/** Registered for IPP (RFC 8010 §4). */
const IPP_PORT = 631;

export interface IppAddress {
  /** As the printer is named inside the protocol: `printer-uri`. */
  readonly uri: string;
  readonly host: string;
  readonly port: number;
  readonly path: string;
}

/** Reads `ipp://host[:631]/printers/NAME`; anything else is `ipp-address`. */
export function parseIppAddress(text: string): Result<IppAddress, DeviceTrouble> {
  const refused = err(deviceTrouble('ipp-address', `not ipp://host:port/printers/NAME: ${text}`));
  const match = /^ipp:\/\/(?:\[([0-9a-fA-F:.]+)\]|([^\s/:?#@[\]]+))(?::(\d{1,5}))?(\/[^\s?#]*)$/.exec(text);
  const host = match?.[1] ?? match?.[2];
  const path = match?.[4];
  if (host === undefined || path === undefined) return refused;
  const port = match?.[3] === undefined ? IPP_PORT : Number(match[3]);
  if (port < 1 || port > 65_535) return refused;
  return ok({ uri: text, host, port, path });
}
