import { type Attack, inFile } from './attack.ts';
import { withKiosk } from './attacked-kiosk.ts';
import { order } from './statements.ts';

/** Operators' orders move money and end requests: they come the same way, and are attacked the same way. */
export const ATTACKS_BY_ORDERS: readonly Attack[] = [
  {
    class: 'vulnerability to key compromises',
    way: 'with every key but the director’s, an order of operators',
    check: inFile.orders("[signersOf(root, 'director')]", '[]'),
    succeeds: () =>
      withKiosk(async (kiosk, keys) => {
        const others = [...keys.root, ...keys.policy, ...keys.configuration, ...keys.certificates];
        await kiosk.hears(await order(others));
        return kiosk.carriedOut.length > 0;
      }),
  },
  {
    class: 'wrong software installation',
    way: 'the genuine order for another kiosk',
    check: inFile.orders('if (about.kioskId !== kioskId)', 'if (about.kioskId === "")'),
    succeeds: () =>
      withKiosk(async (kiosk, keys) => {
        await kiosk.hears(await order(keys.director, { kioskId: 'kiosk-2' }));
        return kiosk.carriedOut.length > 0;
      }),
  },
  {
    class: 'indefinite freeze',
    way: 'a genuine order, held back until people may have decided otherwise',
    check: inFile.orders('if (now >= Date.parse(expiresAt))', 'if (Number.isNaN(now))'),
    succeeds: () =>
      withKiosk(async (kiosk, keys) => {
        const genuine = await order(keys.director);
        kiosk.moveClock(10 * 60_000);
        await kiosk.hears(genuine);
        return kiosk.carriedOut.length > 0;
      }),
  },
];
