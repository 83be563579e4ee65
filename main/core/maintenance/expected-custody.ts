import type { CustodyAct } from '../store/custody-act-store.ts';
import type { CustodyLine } from '../store/custody-lines.ts';
import type { Store } from '../store/open-store.ts';
import { BINS, type Bin, type CardOut } from './custody-words.ts';
import { cardsInBin } from './empty-bin.ts';
import { type BinSensor, type PathSensor, readSensors, type StackSensor } from './machine-sensors.ts';
import type { CardMachines } from './path-to-bin.ts';
import { isLeftInside } from './place-card.ts';
import { stackDisagreement } from './stack-disagreement.ts';

/** So many of the counts that differed are shown. */
const DIFFERENCES = 20;

export interface ExpectedStack {
  readonly ledger: number;
  readonly sensor: StackSensor;
  readonly todo: 'nothing' | 'load-blanks' | 'count-stack';
}

export interface ExpectedBin {
  readonly bin: Bin;
  /** By the ledger, oldest first; residents' own with the reason why they were kept (INV-5). */
  readonly cards: readonly CardOut[];
  readonly sensor: BinSensor;
  /** `look-into-bin`: it says that it is full, and the ledger has nothing in it. */
  readonly todo: 'nothing' | 'empty-bin' | 'look-into-bin';
}

/** What stands where a machine could move it. */
export interface ExpectedPath {
  readonly machine: Bin;
  /** The card the ledger has in there. */
  readonly ledger: string | null;
  readonly sensor: PathSensor;
  /** `wait`: a request or the core is not done with it. `take-card-out`: no line can be this card's. */
  readonly todo: 'nothing' | 'wait' | 'place-card' | 'take-card-out';
}

export interface ExpectedCard extends CardOut {
  /** `look-for-it`: in path, bin and stack. `place-if-found`: somebody looked already, and it was not there. */
  readonly todo: 'look-for-it' | 'let-machine-bin-it' | 'place-if-found';
}

/** What a technician should find: words of closed sets, numbers, and names of ledger lines. */
export interface ExpectedCustody {
  readonly stack: ExpectedStack;
  readonly bins: readonly ExpectedBin[];
  readonly paths: readonly ExpectedPath[];
  /** Cards a technician can place. */
  readonly cards: readonly ExpectedCard[];
  /** Counts that were not what the ledger expected, newest first. */
  readonly differences: readonly CustodyAct[];
}

/** The ledger beside what the sensors say at this moment. */
export async function expectedCustody(store: Store, machines: CardMachines): Promise<ExpectedCustody> {
  const seen = await readSensors(machines);
  const ledger = store.custody.stock();
  return {
    stack: { ledger, sensor: seen.stack, todo: stackTodo(seen.stack, ledger) },
    bins: BINS.map((bin) => {
      const cards = cardsInBin(store, bin).map(asCardOut);
      return { bin, cards, sensor: seen.bins[bin], todo: binTodo(seen.bins[bin], cards.length) };
    }),
    paths: BINS.map((machine) => expectedPath(store, machine, seen.paths[machine])),
    cards: [...placeable(store, 'blank'), ...placeable(store, 'resident')],
    differences: store.custodyActs.differences(DIFFERENCES),
  };
}

const asCardOut = ({ card, origin, place, reason }: CustodyLine): CardOut => ({
  card,
  origin,
  place,
  reason,
});

function stackTodo(sensor: StackSensor, ledger: number): ExpectedStack['todo'] {
  if (sensor === 'no-answer' || sensor === 'not-fitted') return 'nothing';
  if (stackDisagreement(sensor, ledger) !== null) return 'count-stack';
  return sensor === 'enough' ? 'nothing' : 'load-blanks';
}

function binTodo(sensor: BinSensor, cards: number): ExpectedBin['todo'] {
  if (sensor !== 'full') return 'nothing';
  return cards > 0 ? 'empty-bin' : 'look-into-bin';
}

function expectedPath(store: Store, machine: Bin, sensor: PathSensor): ExpectedPath {
  const origin = machine === 'issuer' ? 'blank' : 'resident';
  const inside = store.custody.inMachine(origin);
  const todo = (): ExpectedPath['todo'] => {
    if (inside) return isLeftInside(store, inside) ? 'place-card' : 'wait';
    if (sensor !== 'card' && sensor !== 'jammed') return 'nothing';
    return placeable(store, origin).length > 0 ? 'place-card' : 'take-card-out';
  };
  return { machine, ledger: inside?.card ?? null, sensor, todo: todo() };
}

function placeable(store: Store, origin: CustodyLine['origin']): ExpectedCard[] {
  const { custody } = store;
  const inside = custody.inMachine(origin);
  const left = inside && isLeftInside(store, inside) ? [inside] : [];
  const as = (todo: ExpectedCard['todo']) => (line: CustodyLine) => ({ ...asCardOut(line), todo });
  return [
    ...custody.at(origin, 'unknown').map(as('look-for-it')),
    ...left.map(as('let-machine-bin-it')),
    ...custody.at(origin, 'missing').map(as('place-if-found')),
  ];
}
