import type { Dock } from './dock-link.ts';
import { Do, FaultPicker, Panel } from './parts.tsx';

const GOOD_PIN = '739514';
const WORDS: Readonly<Record<string, string>> = { enter: '⏎', clear: 'C', backspace: '⌫', cancel: '✕' };

export function PinPadPanel({ catalogue, state, act }: Dock) {
  const { pinPad } = state;
  return (
    <Panel
      title="PIN pad"
      says={pinPad.waitsForKeys ? `waits for keys: ${'•'.repeat(pinPad.digits)}` : pinPad.state}
      lamp={pinPad.state !== 'online' ? 'bad' : pinPad.waitsForKeys ? 'on' : 'off'}
    >
      <div className="pad">
        {catalogue.padKeys.map((key) => (
          <Do key={key} title={key} off={!pinPad.waitsForKeys} onPress={() => act('pin-pad/press', { key })}>
            {WORDS[key] ?? key}
          </Do>
        ))}
      </div>
      <div className="row">
        <Do main off={!pinPad.waitsForKeys} onPress={() => act('pin-pad/type', { pin: GOOD_PIN })}>
          Type {GOOD_PIN} ⏎
        </Do>
        <Do onPress={() => act('pin-pad/disconnect')}>Pull the cable once</Do>
        <Do onPress={() => act('pin-pad/mend')}>Mend</Do>
      </div>
      <FaultPicker
        label="Fault of the PIN pad"
        faults={catalogue.padFaults}
        button="Fail next"
        onPick={(fault) => act('pin-pad/fault', { fault })}
      />
      {pinPad.faults.length > 0 ? <p className="fine">armed: {pinPad.faults.join(', ')}</p> : null}
    </Panel>
  );
}

export function PrinterPanel({ catalogue, state, act }: Dock) {
  const { printer } = state;
  const last = printer.receipts - 1;
  return (
    <Panel
      title="Receipt printer"
      says={printer.faults.length > 0 ? printer.faults.join(', ') : `${printer.receipts} printed`}
      lamp={printer.stopped ? 'bad' : 'on'}
    >
      <FaultPicker
        label="Fault of the printer"
        faults={catalogue.printerFaults}
        button="Break"
        onPick={(fault) => act('printer/fault', { fault })}
      />
      <Do onPress={() => act('printer/mend')} off={printer.faults.length === 0 && !printer.stopped}>
        Mend, load paper
      </Do>
      {last < 0 ? (
        <p className="fine">Receipts come out here, drawn from the bytes on the wire.</p>
      ) : (
        <div className="receipts">
          {Array.from({ length: Math.min(3, last + 1) }, (_, back) => last - back).map((number) => (
            <img
              key={number}
              src={`/api/receipts/${number}.png?of=${printer.receipts}`}
              alt={`Receipt ${number + 1}`}
            />
          ))}
        </div>
      )}
    </Panel>
  );
}
