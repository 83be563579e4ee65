import type { DeviceManager } from '../../devices/device-manager.ts';
import type { ReadinessDesk } from '../readiness-desk.ts';

/** Readiness of the devices and nothing else: for a kiosk whose parts bring no desk that looks at more. */
export function devicesAlone(
  devices: Pick<DeviceManager, 'statuses'>,
  kiosk: { readonly kioskName: string; readonly now: () => number },
): ReadinessDesk {
  return {
    async report() {
      const lines = devices.statuses().map(({ device, state, code }) => {
        const level = state === 'online' || state === 'deviceBusy' ? ('well' as const) : ('stop' as const);
        const known = { since: null, lastSuccess: null, facts: {}, next: null };
        return { subject: 'device' as const, which: device, level, state, code, ...known };
      });
      const level = lines.some((line) => line.level === 'stop') ? 'stop' : 'well';
      return { kioskId: null, kioskName: kiosk.kioskName, madeAt: kiosk.now(), level, lines };
    },
    print: async () => 'not-possible',
    save: async () => 'failed',
    cameraLooked: () => undefined,
    devices: () => [],
    alarms: () => [],
  };
}
