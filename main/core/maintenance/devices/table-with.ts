import type { DeviceConfig, DevicesConfig } from '../../devices/devices-config.ts';

/** The table with one line changed, as a technician would write it; the very text where nothing changes. */
export function tableWith(
  { config, text }: { readonly config: DevicesConfig; readonly text: string },
  line: DeviceConfig,
): string {
  const before = config.devices.find(({ id }) => id === line.id);
  if (JSON.stringify(before) === JSON.stringify(line)) return text;
  const devices = config.devices.map((one) => (one.id === line.id ? line : one));
  return `${JSON.stringify({ ...config, devices }, null, 2)}\n`;
}
