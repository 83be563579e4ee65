import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { dayInShanghai } from '../../../src/calendar/calendar-day.ts';
import { command } from '../../../src/contracts/command.ts';
import { socialCardOf } from '../../matrix/world/cards-in-hand.ts';
import { newWorld, type World } from '../../matrix/world/world.ts';
import { Chance } from '../chance.ts';
import { archetypeOf } from './archetypes.ts';
import { type Comer, comerOf } from './comer.ts';
import { handsOf } from './hands.ts';
import { MANNER_NAMES, mannerOf, WILLING } from './manners.ts';
import { oneVisit } from './one-visit.ts';

let world: World;
beforeAll(async () => {
  world = await newWorld();
});
afterAll(() => world.close());

/** The fictitious resident whom such people are made up after: the matrix's registry knows nobody else. */
async function comer(archetype: string): Promise<Comer> {
  await world.reset();
  world.machines.idCards.slot.take();
  world.machines.socialCards.slot.take();
  const resident = world.resident(archetypeOf(archetype).like);
  return {
    ...comerOf(archetype, 1, dayInShanghai(world.time.now())),
    resident,
    card: resident.card ? socialCardOf(resident.card) : null,
  };
}

/** One of each way through the services; the simulation plays all of them. */
const PLAYED = [
  'records of insurance',
  'progress of a ready card',
  'card looked at',
  'help',
  'activation',
  'activation of somebody else’s card',
  'application with a photo on file',
  'application for a card now',
  'long-term loss',
  'replacement',
  'swap',
  'contact data',
];

describe('somebody willing', () => {
  it.each(PLAYED)('ends well: %s', async (archetype) => {
    const hands = handsOf(WILLING, new Chance(archetype), await comer(archetype), world);
    const { told, cameBack } = await oneVisit(world, hands);
    expect({ told: told[0], cameBack }).toEqual({ told: archetypeOf(archetype).endsWell, cameBack: true });
  });

  it('SWAP-3 goes home with the new card, and without the old one', async () => {
    const before = await comer('swap');
    const hands = handsOf(WILLING, new Chance('swap'), before, world);
    await oneVisit(world, hands);
    expect(hands.person.card?.generation).toBe(3);
    expect(hands.person.card?.cardId).not.toBe(before.card?.cardId);
  });
});

describe('every manner', () => {
  it.each(MANNER_NAMES)(
    '%s touches only what the screen could send, and leaves the kiosk free',
    async (name) => {
      for (const archetype of ['activation', 'replacement']) {
        const chance = new Chance(`${name} ${archetype}`);
        const manner = mannerOf(name, chance);
        const { touches, cameBack } = await oneVisit(
          world,
          handsOf(manner, chance, await comer(archetype), world),
        );
        expect(touches.filter((one) => !command.safeParse(one).success)).toEqual([]);
        expect(cameBack).toBe(true);
      }
    },
  );

  it('draws the same hands from the same chance', async () => {
    const play = async () => {
      const chance = new Chance('again');
      const hands = handsOf(mannerOf('confused', chance), chance, await comer('activation'), world);
      return oneVisit(world, hands);
    };
    expect(await play()).toEqual(await play());
  });
});

describe('paying late', () => {
  it('pays the code that was photographed, after the order is over', async () => {
    const manner = { ...WILLING, pays: 'late' } as const;
    const hands = handsOf(manner, new Chance('late'), await comer('formal loss'), world);
    const before = (await world.centre.orders()).length;
    await oneVisit(world, hands);
    await hands.afterwards();
    const paid = (await world.centre.orders()).slice(0, -before || undefined);
    expect(paid.map(({ receivedFen }) => receivedFen)).toEqual([1_000]);
  });
});
