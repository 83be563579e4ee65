import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { COMMAND_TYPES, command } from '../../../src/contracts/command.ts';
import type { View } from '../../../src/contracts/view.ts';
import { Chance } from '../chance.ts';
import { anyCommand } from './any-command.ts';

const SCREENS = [
  { screen: 'home', tiles: [{ service: 'loss' }] },
  { screen: 'choose', options: [{ value: 'formal' }] },
  { screen: 'collection-place', places: [{ id: 'outlet-01' }] },
  { screen: 'outlets', regions: [] },
  { screen: 'help', topics: [{ id: 'what-is-it' }], counterTopics: [] },
  { screen: 'refusal', instead: ['replace'] },
  { screen: 'welcome' },
] as unknown as readonly View[];

const anything = fc.tuple(fc.constantFrom(...COMMAND_TYPES), fc.constantFrom(...SCREENS), fc.string());

describe('what confused hands touch', () => {
  it('is a command the screen could have sent, of the type that was touched', () => {
    fc.assert(
      fc.property(anything, ([type, view, seed]) => {
        const touched = anyCommand(type, { view, chance: new Chance(seed), ownPortrait: true });
        expect(command.safeParse(touched)).toMatchObject({ success: true, data: { type } });
      }),
      { numRuns: 2_000 },
    );
  });

  it("ID-5 never makes a face alike to somebody else's portrait", () => {
    for (let seed = 0; seed < 500; seed += 1) {
      const moment = { view: SCREENS[0] as View, chance: new Chance(`${seed}`), ownPortrait: false };
      const touched = anyCommand('face-result', moment);
      if (touched.type !== 'face-result' || touched.result.outcome !== 'measured') continue;
      expect(touched.result.distance).toBeGreaterThan(0.58);
    }
  });
});
