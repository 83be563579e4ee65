import { useState } from 'react';
import type { Dock } from './dock-link.ts';
import { Do, FaultPicker, Panel } from './parts.tsx';

export function TechnicianPanel({ catalogue, state, act }: Dock) {
  const [technician, setTechnician] = useState<string>(catalogue.technicians[0]?.id ?? '');
  const pin = catalogue.technicians.find(({ id }) => id === technician)?.pin;
  const code = state.oneTimeCodes.find((one) => one.technician === technician)?.code;
  const inside = state.insertedCard === technician;
  const { spareIdReader, usbStick } = state;
  return (
    <Panel title="Technician" says={inside ? `card of ${technician} is in` : 'card in the pocket'}>
      <div className="row">
        <select
          aria-label="Which technician"
          value={technician}
          onChange={(event) => setTechnician(event.target.value)}
        >
          {catalogue.technicians.map(({ id }) => (
            <option key={id}>{id}</option>
          ))}
        </select>
        <Do main onPress={() => act('technician/insert-card', { technician })}>
          Insert the card
        </Do>
        <Do onPress={() => act('social-card/pull')} off={!inside}>
          Pull
        </Do>
        <Do harm onPress={() => act('technician/insert-card', { technician, signs: 'something-else' })}>
          Insert a false one
        </Do>
      </div>
      <p className="fine">
        PIN <b>{pin}</b>, one-time code <b>{code}</b>
      </p>
      <div className="row faults">
        <span>Spare ID card reader</span>
        <Do
          onPress={() => act('id-card/cable', { reader: 'spare', pluggedIn: !spareIdReader.pluggedIn })}
          title="Cards are laid on it once the first reader is unplugged and the kiosk speaks to this one"
        >
          {spareIdReader.pluggedIn ? 'Unplug' : 'Plug in'}
        </Do>
        <span className="fine">{spareIdReader.address}</span>
      </div>
      <div className="row faults">
        <span>USB stick</span>
        <Do onPress={() => act('usb-stick', { in: !usbStick.in })}>{usbStick.in ? 'Pull' : 'Plug in'}</Do>
        <span className="fine">{usbStick.files.length === 0 ? 'empty' : usbStick.files.join(', ')}</span>
      </div>
    </Panel>
  );
}

export function CabinetPanel({ catalogue, state, act }: Dock) {
  const { door, power, batteryPercent, lightPercent, lamps, speaker, faults, kiosks } = state.cabinet;
  const isOpen = door === 'open';
  const onMains = power === 'mains';
  const lit = Object.entries(lamps).filter(([, lamp]) => lamp !== 'off');
  return (
    <Panel
      title="Cabinet"
      says={kiosks === 0 ? 'no kiosk is plugged in' : `door ${door}, on ${power}`}
      lamp={faults.length > 0 || !onMains ? 'bad' : isOpen ? 'on' : 'off'}
    >
      <div className="row">
        <Do main onPress={() => act('cabinet-board/door', { open: !isOpen })}>
          {isOpen ? 'Close the door' : 'Open the door'}
        </Do>
        <Do harm={onMains} onPress={() => act('cabinet-board/mains', { on: !onMains })}>
          {onMains ? 'Cut the mains' : 'Mains again'}
        </Do>
        <Do
          harm={speaker === 'present'}
          onPress={() => act('cabinet-board/speaker', { present: speaker === 'missing' })}
        >
          {speaker === 'present' ? 'Unplug the speaker' : 'Plug in the speaker'}
        </Do>
      </div>
      <p className="fine">
        Battery {batteryPercent === null ? 'not fitted' : `${batteryPercent} %`}, light {lightPercent} %,{' '}
        {lit.length === 0 ? 'no lamp lit' : lit.map(([lamp, how]) => `${lamp} ${how}`).join(', ')}
      </p>
      <FaultPicker
        label="Fault of the cabinet board"
        faults={catalogue.cabinetBoardFaults}
        button="Break"
        onPick={(fault) => act('cabinet-board/fault', { fault })}
        now={faults}
        mend={{ says: 'Mend', onPress: () => act('cabinet-board/mend') }}
      />
    </Panel>
  );
}
