import type { PinBlock } from '../../../src/ports/pin-pad.ts';
import type { XfsAnomaly } from '../../pin-pad/conversation.ts';
import { PinPadDriver } from '../../pin-pad/pin-pad-driver.ts';
import { SteppedTimers } from '../stepped-timers.ts';
import { VirtualPinPad } from './virtual-pin-pad.ts';

/** The test key of protocols.md 6.6. */
export const PIN_KEY: Uint8Array = Buffer.from('0123456789ABCDEFFEDCBA9876543210', 'hex');

/** Bytes that differ from call to call and are the same in every run. */
function countingEntropy() {
  let next = 0;
  return { bytes: (length: number) => Uint8Array.from({ length }, () => next++ & 0xff) };
}

/** A virtual pad and a driver on one wire, with time that stands still: what the tests work at. */
export async function padBench(format: PinBlock['format'] = 'iso4-aes') {
  const timers = new SteppedTimers();
  const pad = await VirtualPinPad.start({
    timers,
    entropy: countingEntropy(),
    key: PIN_KEY,
    keyName: 'PINKEY',
    format,
  });
  const anomalies: XfsAnomaly[] = [];
  const drivers: PinPadDriver[] = [];
  const makeDriver = (address: string): PinPadDriver => {
    const onAnomaly = (anomaly: XfsAnomaly): void => {
      anomalies.push(anomaly);
    };
    const driver = new PinPadDriver({ address, keyName: 'PINKEY', format, timers, onAnomaly });
    drivers.push(driver);
    return driver;
  };
  const close = async (): Promise<void> => {
    for (const driver of drivers) await driver.close();
    await pad.close();
  };
  return { pad, timers, anomalies, driver: makeDriver(pad.serviceUri), makeDriver, close };
}
