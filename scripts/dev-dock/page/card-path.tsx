import type { Dock } from './dock-link.ts';
import { Do, FaultPicker } from './parts.tsx';

type Machine = Dock['state']['cardIssuer'];
type Place = Machine['position'];

/** Where every card of the machine is, as its sensors and bins would show it with the cover off. */
export function CardPath({ machine, stack }: { machine: Machine; stack: boolean }) {
  return (
    <ol className="path">
      {stack ? (
        <li className={machine.stack.length > 0 ? 'full' : ''}>
          <span>stack</span>
          <b>{machine.stack.length}</b>
        </li>
      ) : null}
      <Cell machine={machine} place="ic" says="chip station" />
      <Cell machine={machine} place="gate" says="gate" />
      {machine.position === 'path' ? <Cell machine={machine} place="path" says="stuck" /> : null}
      <li className={machine.bin.length > 0 ? 'full' : ''} title={machine.bin.join(', ')}>
        <span>bin</span>
        <b>{machine.bin.length === 0 ? '—' : machine.bin.join(', ')}</b>
      </li>
    </ol>
  );
}

function Cell({ machine, place, says }: { machine: Machine; place: Place; says: string }) {
  const here = machine.position === place;
  return (
    <li className={here ? `full ${place}` : ''}>
      <span>{says}</span>
      <b>{here ? machine.card : '—'}</b>
    </li>
  );
}

/** How the machine stands, in a few words. */
export const machineSays = (machine: Machine): string => {
  if (machine.dark) return 'no power';
  if (machine.position === 'path') return 'a card is stuck';
  return machine.card === null ? 'nothing inside' : `${machine.card} inside`;
};

/** Hands, power and faults that both machines have. */
export function MachineHands(props: {
  name: 'card-acceptor' | 'card-issuer';
  machine: Machine;
  faults: readonly string[];
  restingPlaces: readonly string[];
  act: Dock['act'];
}) {
  const { name, machine, restingPlaces, act } = props;
  return (
    <>
      <div className="row">
        <Do off={machine.position !== 'path'} onPress={() => act(`${name}/clear-path`)}>
          Free the stuck card
        </Do>
        <Do off={machine.bin.length === 0} onPress={() => act(`${name}/empty-bin`)}>
          Empty the bin
        </Do>
        {machine.dark ? (
          <Do main onPress={() => act(`${name}/power`, { on: true })}>
            Power on
          </Do>
        ) : (
          <Do harm onPress={() => act(`${name}/power`, { on: false })}>
            Power off
          </Do>
        )}
      </div>
      <FaultPicker
        label={`Where a card of the ${name.replace('-', ' ')} rests when the power goes`}
        faults={restingPlaces}
        words={RESTS}
        button="Cut power in the next move"
        onPick={(rests) => act(`${name}/power-cut`, { rests })}
      />
      <FaultPicker
        label={`Fault of the ${name.replace('-', ' ')}`}
        faults={props.faults}
        button="Fail next"
        onPick={(fault) => act(`${name}/fault`, { fault })}
        now={machine.faults}
        mend={{ says: 'Mend', onPress: () => act(`${name}/mend`) }}
      />
    </>
  );
}

const RESTS: Readonly<Record<string, string>> = {
  from: 'rests where it was',
  path: 'rests half-way',
  to: 'rests where it went',
};
