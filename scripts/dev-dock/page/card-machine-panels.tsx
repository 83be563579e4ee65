import { useState } from 'react';
import { CardPath, MachineHands, machineSays } from './card-path.tsx';
import type { Dock } from './dock-link.ts';
import { Do, Panel } from './parts.tsx';

const OFFERED: Readonly<Record<Dock['catalogue']['offeredCards'][number], string>> = {
  own: 'the resident’s own card',
  'upside-down': 'upside down (mute)',
  'bank-card': 'a bank card',
  nonsense: 'a chip that talks nonsense',
  'from-a-gate': 'the card last taken from a gate',
};

export function CardAcceptorPanel({ catalogue, state, act }: Dock) {
  const [card, setCard] = useState('own');
  const { cardAcceptor } = state;
  const { entryOpen, dark, position } = cardAcceptor;
  return (
    <Panel
      title="Card acceptor"
      says={entryOpen && position === 'none' ? 'mouth open' : machineSays(cardAcceptor)}
      lamp={dark || position === 'path' ? 'bad' : position === 'none' ? 'off' : 'on'}
      calls={!dark && ((entryOpen && position === 'none') || position === 'gate')}
    >
      <CardPath machine={cardAcceptor} stack={false} />
      <div className="row">
        <select aria-label="Card to offer" value={card} onChange={(event) => setCard(event.target.value)}>
          {catalogue.offeredCards.map((kind) => (
            <option key={kind} value={kind}>
              {OFFERED[kind]}
            </option>
          ))}
        </select>
        <Do main onPress={() => act('card-acceptor/offer', { card })}>
          Offer
        </Do>
        <Do main={position === 'gate'} off={position !== 'gate'} onPress={() => act('card-acceptor/take')}>
          Take the card
        </Do>
      </div>
      <MachineHands
        name="card-acceptor"
        machine={cardAcceptor}
        faults={catalogue.cardAcceptorFaults}
        restingPlaces={catalogue.restingPlaces}
        act={act}
      />
    </Panel>
  );
}

/** Blanks a technician puts in at once. */
const LOADED = 10;

export function CardIssuerPanel({ catalogue, state, act }: Dock) {
  const { cardIssuer, fromGates } = state;
  const { dark, position, stack } = cardIssuer;
  return (
    <Panel
      title="Card issuer"
      says={machineSays(cardIssuer)}
      lamp={dark || position === 'path' ? 'bad' : stack.length === 0 ? 'off' : 'on'}
      calls={!dark && position === 'gate'}
    >
      <CardPath machine={cardIssuer} stack />
      <div className="row">
        <Do main={position === 'gate'} off={position !== 'gate'} onPress={() => act('card-issuer/take')}>
          Take the card
        </Do>
        <Do onPress={() => act('card-issuer/load', { blanks: LOADED })}>Load {LOADED} blanks</Do>
        {fromGates.length === 0 ? null : <span className="fine">in hand: {fromGates.join(', ')}</span>}
      </div>
      <MachineHands
        name="card-issuer"
        machine={cardIssuer}
        faults={catalogue.cardIssuerFaults}
        restingPlaces={catalogue.restingPlaces}
        act={act}
      />
    </Panel>
  );
}
