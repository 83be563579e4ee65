import type { VirtualPinPad } from '../../drivers/virtual/pin-pad/virtual-pin-pad.ts';

/**
 * One whole PIN at the virtual pad, as fingers do it: when the lamp is on, every key, then enter, and hands off
 * until the pad has taken it. Typing on would go into the entry that is just ending.
 */
export async function typeOnePin(pad: VirtualPinPad, pin: string): Promise<void> {
  await pad.waitForEntry();
  const taken = new Promise<void>((resolve) => {
    const stop = pad.onChange(() => {
      if (pad.entryActive) return;
      stop();
      resolve();
    });
  });
  pad.typePin(pin);
  await taken;
}
