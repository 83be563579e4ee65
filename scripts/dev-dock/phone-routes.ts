import type { World } from '../world/world.ts';
import type { DockProps } from './dock-props.ts';
import { bare, type DockRoute, route } from './dock-route.ts';
import type { DockHand } from './dock-state.ts';
import { NotPossible } from './not-possible.ts';
import {
  acquirerRequest,
  mendScannerRequest,
  payRequest,
  scannerFaultRequest,
  scanRequest,
} from './phone-requests.ts';

/** A code that no phone ever showed. */
const UNKNOWN_CODE = 'code-of-nobody';

/** The phone in the resident's other hand, the acquirer it pays at, and the scanner it is held to. */
export function phoneRoutes(world: World, props: DockProps, hand: DockHand): readonly DockRoute[] {
  const { phone, hardware } = world;
  const { codeScanner } = hardware;
  return [
    route('phone/pay', payRequest, async ({ order, act }) => {
      if (!(await phone.orders()).some(({ id }) => id === order))
        throw new NotPossible(`The acquirer has no order ${order}.`);
      await phone.answer(order, act);
    }),
    route('acquirer/mode', acquirerRequest, ({ mode }) => phone.acquirer(mode)),
    bare('acquirer/sweep', () => phone.sweep()),
    route('code-scanner/scan', scanRequest, async ({ code, residentId = hand.residentId }) => {
      const own = props.known(residentId);
      if (codeScanner.connections === 0) throw new NotPossible('No kiosk is plugged in to the scanner.');
      codeScanner.scanCode(code === 'unknown' ? UNKNOWN_CODE : await phone.electronicCard(own));
    }),
    route('code-scanner/fault', scannerFaultRequest, ({ fault }) => codeScanner.setFault(fault)),
    route('code-scanner/mend', mendScannerRequest, ({ fault }) => codeScanner.mend(fault)),
  ];
}
