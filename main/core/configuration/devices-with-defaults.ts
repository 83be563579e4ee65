import type { DeviceDefaults } from '../../../src/contracts/configuration/small-documents.ts';
import type { DevicesConfig } from '../devices/devices-config.ts';

/** The kiosk's own table, with the options it leaves open as operators set them for all devices of a driver. */
export const devicesWithDefaults = (
  { devices }: DevicesConfig,
  defaults: DeviceDefaults['defaults'],
): DevicesConfig => ({
  devices: devices.map((device) => {
    const { class: deviceClass, driver, options } = device;
    const given = defaults
      .filter((one) => one.deviceClass === deviceClass && one.driver === driver)
      .map((one) => one.options);
    return given.length === 0 ? device : { ...device, options: Object.assign({}, ...given, options) };
  }),
});
