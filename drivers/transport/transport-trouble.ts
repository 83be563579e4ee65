import { type DeviceTrouble, deviceTrouble } from '../../src/ports/device-status.ts';

const systemCode = (cause: unknown): string =>
  cause instanceof Error && 'code' in cause && typeof cause.code === 'string' ? cause.code : '';

const text = (cause: unknown): string => (cause instanceof Error ? cause.message : String(cause));

/** The operating system's words for the same trouble differ by transport; ours do not. */
const OPEN_CODES: readonly (readonly [RegExp, string])[] = [
  [/ECONNREFUSED/, 'connection-refused'],
  [/ENOTFOUND|EAI_AGAIN/, 'host-not-found'],
  [/EHOSTUNREACH|ENETUNREACH|ETIMEDOUT/, 'host-unreachable'],
  [/ENOENT|no such file|ENXIO|ENODEV/i, 'port-missing'],
  [/EACCES|permission denied/i, 'port-denied'],
  [/EBUSY|cannot lock|temporarily unavailable/i, 'port-busy'],
];

/** Why a link could not be opened: a stable code and the system's own words for the technician. */
export function openTrouble(name: string, cause: unknown): DeviceTrouble {
  const words = `${systemCode(cause)} ${text(cause)}`.trim();
  const code = OPEN_CODES.find(([pattern]) => pattern.test(words))?.[1] ?? 'open-failed';
  return deviceTrouble(code, `${name}: ${words}`);
}

/** An open link that ended, or a write on a link that is not open. */
export const linkLost = (name: string, cause?: unknown): DeviceTrouble =>
  deviceTrouble(
    'link-lost',
    cause === undefined ? `${name}: link lost` : `${name}: link lost: ${text(cause)}`,
  );
