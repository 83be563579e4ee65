import { useState } from 'react';
import type { Dock } from './dock-link.ts';
import { Do, FaultPicker, Panel } from './parts.tsx';

export function IdCardPanel({ catalogue, state, act }: Dock) {
  const laid = state.laidResidentId;
  const says = !state.idReaderPluggedIn ? 'unplugged' : laid === null ? 'no card' : `card of ${laid}`;
  return (
    <Panel
      title="ID card reader"
      says={says}
      lamp={!state.idReaderPluggedIn ? 'bad' : laid === null ? 'off' : 'on'}
    >
      <div className="row">
        <Do main onPress={() => act('id-card/lay')}>
          Lay the ID card on
        </Do>
        <Do onPress={() => act('id-card/lift')} off={laid === null}>
          Lift it
        </Do>
        <Do
          harm={state.idReaderPluggedIn}
          onPress={() => act(state.idReaderPluggedIn ? 'id-card/unplug' : 'id-card/plug-in')}
        >
          {state.idReaderPluggedIn ? 'Unplug' : 'Plug in'}
        </Do>
      </div>
      <FaultPicker
        label="Fault of the ID card reader"
        faults={catalogue.idReaderFaults}
        button="Fail next command"
        onPick={(fault) => act('id-card/fault', { fault })}
        mend={{ says: 'Mend', onPress: () => act('id-card/mend') }}
      />
    </Panel>
  );
}

const CARDS = [
  ['own', 'the resident’s own card'],
  ['upside-down', 'upside down (mute)'],
  ['bank-card', 'a bank card'],
  ['nonsense', 'a chip that talks nonsense'],
] as const;

export function SocialCardPanel({ catalogue, state, act }: Dock) {
  const [card, setCard] = useState<string>('own');
  const [pullAt, setPullAt] = useState('');
  const inside = state.socialCard?.card ?? null;
  const says =
    inside === null ? 'empty' : `${state.insertedCard ?? inside}, ${state.socialCard?.apdus} APDUs`;
  const faults = /^[1-9]\d*$/.test(pullAt) ? { pullAtApdu: Number(pullAt) } : {};
  return (
    <Panel title="Social security card reader" says={says} lamp={inside === null ? 'off' : 'on'}>
      <div className="row">
        <select aria-label="Which card" value={card} onChange={(event) => setCard(event.target.value)}>
          {CARDS.map(([kind, line]) => (
            <option key={kind} value={kind}>
              {line}
            </option>
          ))}
        </select>
        <input
          aria-label="Pulled at this APDU"
          placeholder="pulled at APDU …"
          inputMode="numeric"
          value={pullAt}
          onChange={(event) => setPullAt(event.target.value)}
        />
      </div>
      <div className="row">
        <Do main onPress={() => act('social-card/insert', { card, faults })}>
          Insert
        </Do>
        <Do onPress={() => act('social-card/pull')} off={inside === null}>
          Pull
        </Do>
        <span className="fine">in {catalogue.reader}</span>
      </div>
      {catalogue.reader.startsWith('direct:') ? null : (
        <div className="row faults">
          <span>PC/SC daemon</span>
          <Do harm onPress={() => act('pcscd/kill')}>
            Kill pcscd
          </Do>
          <Do onPress={() => act('pcscd/start')}>Start pcscd</Do>
        </div>
      )}
    </Panel>
  );
}
