import { memoryCard } from '../../../src/flows/memory/card-machine-path.ts';
import type { Person } from '../../matrix/hands.ts';
import { idCardOf, socialCardOf } from '../../matrix/world/cards-in-hand.ts';
import type { Chance } from '../chance.ts';
import type { Comer } from './comer.ts';
import type { Surroundings } from './surroundings.ts';

interface Place {
  readonly world: Surroundings;
  readonly person: Person;
  readonly comer: Comer;
  readonly chance: Chance;
}

/** Pulls out whatever lies on a reader. */
export function pullCards({ world: { machines }, chance }: Place): void {
  if (chance.happens(0.6)) machines.idCards.slot.take();
  if (chance.happens(0.6)) machines.socialCards.slot.take();
}

/** Things that hands do at the machines when nobody asked for it. */
const SLIPS = {
  'own ID card laid down': ({ world, person }: Place) =>
    world.machines.idCards.slot.put(idCardOf(person.resident)),
  'somebody else’s ID card laid down': ({ world, comer }: Place) =>
    world.machines.idCards.slot.put(idCardOf(comer.stranger)),
  'ID card taken away': ({ world }: Place) => world.machines.idCards.slot.take(),
  'own card pushed in': ({ world, person }: Place) => {
    if (person.card && world.machines.socialCards.slot.card === null)
      world.machines.socialCards.slot.put(person.card);
  },
  'card pulled out': ({ world }: Place) => world.machines.socialCards.slot.take(),
  /** The acceptor's mouth is open only where it waits for a card. */
  'card pushed at the acceptor': ({ world, person }: Place) => {
    const { card } = person;
    if (card && world.machines.acceptor.insertCard(memoryCard(`own ${world.time.now()}`, card)))
      person.card = null;
  },
  'somebody else’s card pushed at the acceptor': ({ world, comer }: Place) => {
    const { card } = comer.stranger;
    if (card) world.machines.acceptor.insertCard(memoryCard(`other ${world.time.now()}`, socialCardOf(card)));
  },
  'a shopping card pushed at the acceptor': ({ world }: Place) => {
    world.machines.acceptor.insertCard(memoryCard(`shop ${world.time.now()}`));
  },
  'digits typed': ({ world, chance }: Place) =>
    world.machines.pinPad.type(String(chance.below(1_000_000)).padStart(6, '0')),
  'a poster held to the scanner': ({ world }: Place) =>
    world.machines.scanner.show('https://poster.invalid/'),
} as const;
const SLIP_NAMES = Object.keys(SLIPS) as (keyof typeof SLIPS)[];

/** One of them, and what it was. */
export function slip(place: Place): string {
  const name = place.chance.pick(SLIP_NAMES);
  SLIPS[name](place);
  return name;
}
