import type { ServiceId } from '../contracts/service.ts';
import type { Tile } from '../contracts/view.ts';
import type { PolicyPack } from '../policy/policy-pack.ts';
import type { DeviceState } from '../ports/device-status.ts';

export type DeviceClass = 'id-card-reader' | 'social-card-reader' | 'pin-pad' | 'receipt-printer';

/** What is known of the kiosk's surroundings at this moment. */
export interface Readiness {
  readonly devices: Readonly<Record<DeviceClass, DeviceState>>;
  readonly paper: boolean;
  readonly linkUp: boolean;
}

/** What each service cannot do without. The printer is never one: a receipt is also on the screen. */
const NEEDS: Partial<Record<ServiceId, { devices: readonly DeviceClass[]; online: boolean }>> = {
  apply: { devices: ['id-card-reader'], online: false },
  activate: { devices: ['id-card-reader', 'social-card-reader', 'pin-pad'], online: true },
};

const DOWN = {
  'id-card-reader': 'id-card-reader-down',
  'social-card-reader': 'social-card-reader-down',
  'pin-pad': 'pin-pad-down',
  'receipt-printer': 'printer-down',
} as const;

const works = (state: DeviceState): boolean => state === 'online' || state === 'deviceBusy';

/** True tiles: one that cannot finish now says so, with the reason, before the resident starts. */
export function tilesOf(policy: PolicyPack, readiness: Readiness): Tile[] {
  return policy.services.map(({ service, enabled, minutes, free }) => {
    const needs = NEEDS[service];
    const reason = !enabled || !needs ? ('not-at-this-kiosk' as const) : missing(needs, readiness);
    return {
      service,
      minutes,
      free,
      available: reason === null,
      reason,
      notice: reason === null ? noticeOf(readiness) : null,
    };
  });
}

function missing(
  needs: { devices: readonly DeviceClass[]; online: boolean },
  { devices, linkUp }: Readiness,
): Tile['reason'] {
  const down = needs.devices.find((device) => !works(devices[device]));
  if (down) return DOWN[down];
  return needs.online && !linkUp ? 'link-down' : null;
}

function noticeOf({ devices, paper, linkUp }: Readiness): Tile['notice'] {
  if (!linkUp) return 'will-be-sent-later';
  return paper && works(devices['receipt-printer']) ? null : 'no-paper';
}
