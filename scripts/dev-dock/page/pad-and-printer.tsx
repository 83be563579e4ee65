import type { Dock } from './dock-link.ts';
import { Do, FaultPicker, Panel } from './parts.tsx';

const GOOD_PIN = '739514';
const WORDS: Readonly<Record<string, string>> = {
  enter: 'Enter ⏎',
  clear: 'Clear',
  backspace: '⌫',
  cancel: 'Cancel ✕',
};

export function PinPadPanel({ catalogue, state, act }: Dock) {
  const { pinPad } = state;
  return (
    <Panel
      title="PIN pad"
      says={pinPad.waitsForKeys ? `waits for keys ${'•'.repeat(pinPad.digits)}` : pinPad.state}
      lamp={pinPad.state !== 'online' ? 'bad' : pinPad.waitsForKeys ? 'on' : 'off'}
      calls={pinPad.waitsForKeys}
    >
      <div className="pad-and-hand">
        <div className="pad">
          {catalogue.padKeys.map((key) => (
            <span key={key} className={`key ${key.length > 1 ? key : `digit-${key}`}`}>
              <Do title={key} off={!pinPad.waitsForKeys} onPress={() => act('pin-pad/press', { key })}>
                {WORDS[key] ?? key}
              </Do>
            </span>
          ))}
        </div>
        <div className="hand">
          <Do main off={!pinPad.waitsForKeys} onPress={() => act('pin-pad/type', { pin: GOOD_PIN })}>
            Type {GOOD_PIN} ⏎
          </Do>
          <p className="fine">
            {pinPad.waitsForKeys
              ? 'A PIN no rule forbids.'
              : 'The keys wake up when the kiosk asks for a PIN.'}
          </p>
          <Do harm onPress={() => act('pin-pad/disconnect')}>
            Pull the cable once
          </Do>
        </div>
      </div>
      <FaultPicker
        label="Fault of the PIN pad"
        faults={catalogue.padFaults}
        button="Fail next"
        onPick={(fault) => act('pin-pad/fault', { fault })}
        now={pinPad.faults}
        mend={{ says: 'Mend', onPress: () => act('pin-pad/mend') }}
      />
    </Panel>
  );
}

export function PrinterPanel({ catalogue, state, act }: Dock) {
  const { printer } = state;
  const last = printer.receipts - 1;
  return (
    <Panel
      title="Receipt printer"
      says={printer.stopped ? 'stopped' : `${printer.receipts} printed`}
      lamp={printer.stopped ? 'bad' : 'on'}
    >
      <FaultPicker
        label="Fault of the printer"
        faults={catalogue.printerFaults}
        button="Break"
        onPick={(fault) => act('printer/fault', { fault })}
        now={printer.faults}
        mend={{ says: 'Mend, load paper', onPress: () => act('printer/mend') }}
      />
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
