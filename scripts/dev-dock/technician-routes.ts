import { technicianCardOf } from '../world/props.ts';
import type { World } from '../world/world.ts';
import { type DockRoute, route } from './dock-route.ts';
import type { DockHand } from './dock-state.ts';
import { NotPossible } from './not-possible.ts';
import {
  cabinetFaultRequest,
  doorRequest,
  idReaderCableRequest,
  mainsRequest,
  mendCabinetRequest,
  speakerRequest,
  stickRequest,
  technicianCardRequest,
} from './technician-requests.ts';

/** A technician at the kiosk: the card at the reader, the key in the door, the spare reader and the stick in hand. */
export function technicianRoutes(world: World, hand: DockHand): readonly DockRoute[] {
  const { hardware, usbStick } = world;
  const { cabinet, idReaderWindow, socialCards } = hardware;
  return [
    route('technician/insert-card', technicianCardRequest, async ({ technician, signs, faults }) => {
      const put = await socialCards.insert({ ...technicianCardOf(technician), signs }, faults);
      if (!put.ok) throw new NotPossible(put.error.message);
      hand.insertedCard = technician;
    }),
    route('cabinet-board/door', doorRequest, ({ open }) =>
      cabinet.change({ door: open ? 'open' : 'closed' }),
    ),
    route('cabinet-board/mains', mainsRequest, ({ on, batteryPercent }) =>
      cabinet.change({ power: on ? 'mains' : 'battery', batteryPercent }),
    ),
    route('cabinet-board/speaker', speakerRequest, ({ present }) =>
      cabinet.change({ speaker: present ? 'present' : 'missing' }),
    ),
    route('cabinet-board/fault', cabinetFaultRequest, ({ fault }) => cabinet.setFault(fault)),
    route('cabinet-board/mend', mendCabinetRequest, ({ fault }) => cabinet.mend(fault)),
    route('id-card/cable', idReaderCableRequest, async ({ reader, pluggedIn }) => {
      await (pluggedIn ? idReaderWindow.plugIn(reader) : idReaderWindow.unplug(reader));
    }),
    route('usb-stick', stickRequest, (request) => (request.in ? usbStick.plugIn() : usbStick.pull())),
  ];
}
