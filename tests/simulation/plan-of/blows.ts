import type { DeviceTrouble } from '../../matrix/faults/device-faults.ts';
import type { Chance } from '../chance.ts';
import { archetypeOf } from '../people/archetypes.ts';
import type { Blow, Mark, Strike } from '../plan.ts';
import { TROUBLES, troublesNear } from './troubles.ts';
import { WEATHER_SHARES, WEATHERS } from './weathers.ts';

const SECOND_MS = 1_000;
const MINUTE_MS = 60 * SECOND_MS;
const DAY_MS = 24 * 60 * MINUTE_MS;
/** From the end of 2026 into 1970 and past the turn of the network time in 2036. */
const TO_1970_MS = -20_700 * DAY_MS;
const TO_2036_MS = 3_500 * DAY_MS;

/** How often trouble comes to a device that this person needs. */
const NEEDED = 0.7;

/** Trouble of a device, as often as chance wants it. */
export const troubleStrike = ({ device, fault }: DeviceTrouble, chance: Chance): Strike => {
  const times = chance.weighted({ once: 55, 'some times': 15, stays: 30 });
  return {
    kind: 'device',
    device,
    fault: times === 'stays' ? fault : { ...fault, times: times === 'once' ? 1 : chance.between(2, 4) },
    healsAfterMs: lasts(chance),
  };
};

/** Mostly gone before the next person comes; sometimes it stays for an hour, and closes tiles. */
const lasts = (chance: Chance): number =>
  chance.happens(0.88)
    ? chance.between(3 * SECOND_MS, 90 * SECOND_MS)
    : chance.between(90 * SECOND_MS, 60 * MINUTE_MS);

function clockJump(chance: Chance): number {
  const sign = chance.happens(0.5) ? 1 : -1;
  switch (chance.weighted({ minutes: 60, day: 25, past: 8, future: 7 })) {
    case 'minutes':
      return sign * chance.between(SECOND_MS, 30 * MINUTE_MS);
    case 'day':
      return sign * DAY_MS;
    case 'past':
      return TO_1970_MS;
    case 'future':
      return TO_2036_MS;
  }
}

/** Kinds of trouble besides power and technicians, and what they are counted by. */
const KINDS = {
  device: { share: 48, on: ['device-call', 'device-call', 'view'] },
  machine: { share: 9, on: ['view', 'device-call'] },
  network: { share: 18, on: ['request', 'view', 'commit'] },
  centre: { share: 9, on: ['request', 'view', 'commit'] },
  acquirer: { share: 6, on: ['request', 'view'] },
  clock: { share: 5, on: ['view', 'request', 'device-call'] },
  'disk-full': { share: 5, on: ['commit', 'disk-act', 'view'] },
} as const satisfies Record<string, { share: number; on: readonly Mark[] }>;
type Kind = keyof typeof KINDS;
const SHARES = Object.fromEntries(Object.entries(KINDS).map(([kind, { share }]) => [kind, share])) as Record<
  Kind,
  number
>;

function strikeOf(kind: Kind, archetype: string, chance: Chance): Strike {
  switch (kind) {
    case 'device': {
      const needed = chance.happens(NEEDED) ? troublesNear(archetypeOf(archetype)) : TROUBLES;
      return troubleStrike(chance.pick(needed), chance);
    }
    case 'machine': {
      const what = chance.pick([
        'issuer-bin-full',
        'acceptor-bin-full',
        'documents-late',
        'faces-late',
        'paper-out',
      ] as const);
      return { kind, what, healsAfterMs: lasts(chance) };
    }
    case 'network':
      return { kind, weather: WEATHERS[chance.weighted(WEATHER_SHARES)], healsAfterMs: lasts(chance) };
    case 'centre': {
      const what = chance.weighted({ down: 45, slow: 25, restarted: 22, restored: 8 });
      const over = what === 'restarted' || what === 'restored';
      return { kind, what, healsAfterMs: over ? chance.between(SECOND_MS, MINUTE_MS) : lasts(chance) };
    }
    case 'acquirer':
      return {
        kind,
        mode: chance.pick(['mute', 'slow', 'refuses-refunds'] as const),
        healsAfterMs: lasts(chance),
      };
    case 'clock':
      return { kind, jumpMs: clockJump(chance) };
    case 'disk-full':
      return { kind, healsAfterMs: lasts(chance) };
  }
}

/** One blow; `place` draws where in the session a mark is. A clock that is years off is put right in the same session. */
export function anyBlow(archetype: string, chance: Chance, place: (mark: Mark) => number): readonly Blow[] {
  const kind = chance.weighted(SHARES);
  const on = chance.pick<Mark>(KINDS[kind].on);
  const after = place(on);
  const what = strikeOf(kind, archetype, chance);
  if (what.kind !== 'clock' || Math.abs(what.jumpMs) <= DAY_MS) return [{ on, after, what }];
  const back: Strike = { kind: 'clock', jumpMs: -what.jumpMs };
  return [
    { on: 'view', after: 1, what },
    { on: 'view', after: 1 + place('view'), what: back },
  ];
}

/** What a technician reports against what is there: mostly right. */
const MISCOUNTS = { '0': 80, '-1': 6, '1': 6, '-2': 4, '2': 4 } as const;

export const technician = (chance: Chance): Blow => ({
  on: 'view',
  after: 1,
  what: { kind: 'technician', miscounts: Number(chance.weighted(MISCOUNTS)) },
});
