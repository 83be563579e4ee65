import { CABINET_BOARD_FAULTS } from '../../drivers/virtual/cabinet-board/board-faults.ts';
import { oneTimeCode, pinOf, WORLD_TECHNICIANS } from '../world/technicians.ts';
import type { World } from '../world/world.ts';

/** What a technician can do to the kiosk; it does not change while the world lives. */
export const technicianCatalogue = {
  technicians: WORLD_TECHNICIANS.map((id) => ({ id, pin: pinOf(id) })),
  cabinetBoardFaults: CABINET_BOARD_FAULTS,
} as const;

/** How the cabinet stands, what is plugged in, what the technicians' telephones show. */
export function technicianState({ hardware: { cabinet, idReaderWindow }, usbStick }: World) {
  return {
    cabinet: { ...cabinet.now, faults: cabinet.faults, kiosks: cabinet.connections },
    spareIdReader: { pluggedIn: idReaderWindow.isPluggedIn('spare'), address: idReaderWindow.uri('spare') },
    usbStick: { in: usbStick.isIn, files: usbStick.files },
    oneTimeCodes: WORLD_TECHNICIANS.map((technician) => ({
      technician,
      code: oneTimeCode(technician, Date.now()),
    })),
  };
}
