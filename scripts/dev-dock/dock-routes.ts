import type { World } from '../world/world.ts';
import { cardMachineRoutes } from './card-machine-routes.ts';
import type { DockActs } from './dock-acts.ts';
import type { DockProps } from './dock-props.ts';
import {
  cameraRequest,
  centralFaultRequest,
  chooseRequest,
  idReaderFaultRequest,
  insertRequest,
  killRequest,
  linkRequest,
  mendPrinterRequest,
  padFaultRequest,
  pressRequest,
  printerFaultRequest,
  residentRequest,
  typePinRequest,
} from './dock-requests.ts';
import { bare, type DockRoute, route } from './dock-route.ts';
import type { DockHand } from './dock-state.ts';
import { paperRoutes } from './paper-routes.ts';
import { phoneRoutes } from './phone-routes.ts';
import { technicianRoutes } from './technician-routes.ts';

/** Every `POST /api/…`: one thing a hand, a fault or a power cut does to the kiosk. */
export function dockRoutes(
  world: World,
  acts: DockActs,
  props: DockProps,
  hand: DockHand,
): readonly DockRoute[] {
  const { hardware, central, link } = world;
  const { pinPad, printer } = hardware;
  return [
    route('resident', chooseRequest, ({ residentId }) => acts.choose(residentId)),
    route('camera', cameraRequest, ({ camera }) => {
      hand.camera = camera;
    }),
    route('id-card/lay', residentRequest, ({ residentId }) => acts.layIdCard(residentId)),
    bare('id-card/lift', () => acts.liftIdCard()),
    route('id-card/fault', idReaderFaultRequest, ({ fault, times }) =>
      hardware.idCardReader.fail(fault, times),
    ),
    bare('id-card/mend', () => hardware.idCardReader.clearFaults()),
    bare('id-card/unplug', () => acts.plugIdReader(false)),
    bare('id-card/plug-in', () => acts.plugIdReader(true)),
    route('social-card/insert', insertRequest, ({ card, faults, residentId }) =>
      acts.insertCard(card, faults, residentId),
    ),
    bare('social-card/pull', () => acts.pullCard()),
    route('pin-pad/press', pressRequest, ({ key }) => acts.press(key)),
    route('pin-pad/type', typePinRequest, ({ pin }) => acts.typePin(pin)),
    route('pin-pad/fault', padFaultRequest, ({ fault, always }) =>
      always ? pinPad.faults.failRepeatedly(fault) : pinPad.faults.failNext(fault),
    ),
    bare('pin-pad/mend', () => {
      pinPad.faults.clear();
      pinPad.setState('online');
    }),
    bare('pin-pad/disconnect', () => pinPad.disconnect()),
    route('printer/fault', printerFaultRequest, ({ fault }) => printer.setFault(fault)),
    route('printer/mend', mendPrinterRequest, ({ fault }) => printer.mend(fault)),
    route('link', linkRequest, ({ up }) => (up ? link.restore() : link.cut())),
    route('core/kill', killRequest, ({ at }) => (at === 'now' ? world.killCore() : world.crashAt(at))),
    bare('pcscd/kill', () => acts.killPcscd()),
    bare('pcscd/start', () => acts.startPcscd()),
    route('central/fault', centralFaultRequest, (plan) =>
      acts.failCentral(plan.route, plan.mode, plan.times),
    ),
    bare('central/mend', () => central.clearFaults()),
    bare('central/reset', () => central.reset()),
    ...cardMachineRoutes(world, props, hand),
    ...paperRoutes(world),
    ...phoneRoutes(world, props, hand),
    ...technicianRoutes(world, hand),
  ];
}
