import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ROLLOUT_STATES, type RolloutState } from '../contracts/console/rollouts.ts';
import { HANDS_OUT, ROLLOUT_EVENTS, type RolloutEvent, type Standing, stepOf } from './rollout-machine.ts';

const standing = (state: RolloutState, rest: Partial<Standing> = {}): Standing => ({
  state,
  wave: state === 'wave' ? 1 : 0,
  waves: 2,
  started: true,
  opened: state !== 'scheduled',
  ...rest,
});
/** Where it goes; `-`: ignored, `no`: refused. */
const shortly = (from: Standing, event: RolloutEvent): string => {
  const step = stepOf(from, event);
  if (step.kind === 'goes')
    return step.effect === 'widens' ? `${step.to.state} ${step.to.wave}` : step.to.state;
  return step.kind === 'ignored' ? '-' : 'no';
};

describe('the machine of a rollout', () => {
  it('answers every event in every state', () => {
    const table = ROLLOUT_STATES.map((state) =>
      [state, ...ROLLOUT_EVENTS.map((event) => shortly(standing(state), event))].join(' | '),
    );
    expect(['', ...ROLLOUT_EVENTS].join(' | ')).toBe(
      ' | start | due | gate-passed | gate-failed | advance | pause | resume | stop | return | everybody-back',
    );
    expect(table).toEqual([
      'scheduled | - | canary 0 | - | - | no | paused | - | stopped | no | -',
      'canary | - | - | wave 1 | paused | wave 1 | paused | - | stopped | returning | -',
      'wave | - | - | wave 2 | paused | wave 2 | paused | - | stopped | returning | -',
      'paused | - | - | - | - | no | - | canary | stopped | returning | -',
      'stopped | no | - | - | - | no | no | no | - | returning | -',
      'returning | no | - | - | - | no | no | no | no | - | returned',
      'returned | no | - | - | - | no | no | no | no | - | -',
      'done | no | - | - | - | no | no | no | no | returning | -',
    ]);
  });

  it('opens nothing that nobody started, and turns nothing back that nobody has', () => {
    expect(shortly(standing('scheduled', { started: false }), 'due')).toBe('-');
    expect(shortly(standing('scheduled', { started: false }), 'start')).toBe('scheduled');
    expect(shortly(standing('paused', { opened: false }), 'return')).toBe('no');
    expect(shortly(standing('paused', { opened: false }), 'resume')).toBe('scheduled');
    expect(shortly(standing('paused', { wave: 2 }), 'resume')).toBe('wave');
    expect(shortly(standing('wave', { wave: 2 }), 'gate-passed')).toBe('done');
  });

  it('whatever happens: never widens while held back, gives nobody anything twice, brings back everybody', () => {
    const events = fc.array(
      fc.oneof(
        { weight: 3, arbitrary: fc.constantFrom<RolloutEvent[]>('start', 'due', 'gate-passed') },
        { weight: 2, arbitrary: fc.constantFrom(...ROLLOUT_EVENTS) },
      ),
      { maxLength: 40 },
    );
    fc.assert(
      fc.property(events, fc.integer({ min: 1, max: 4 }), (happened, waves) => {
        let now = standing('scheduled', { started: false, waves });
        const fleet = Array.from({ length: 10 }, (_, at) => ({ wave: at % (waves + 1), given: 0, back: 0 }));
        for (const event of happened) {
          const step = stepOf(now, event);
          if (step.kind !== 'goes') continue;
          const heldBack = !['scheduled', 'canary', 'wave'].includes(now.state);
          if (heldBack) expect(step.effect).not.toBe('widens');
          expect(step.to.wave).toBeGreaterThanOrEqual(now.wave);
          expect(step.to.wave).toBeLessThanOrEqual(now.wave + 1);
          now = step.to;
          if (HANDS_OUT.includes(now.state)) {
            for (const kiosk of fleet) if (kiosk.wave <= now.wave && kiosk.given === 0) kiosk.given += 1;
          }
          if (now.state === 'returning') for (const kiosk of fleet) kiosk.back = kiosk.given;
        }
        for (const { given, back, wave } of fleet) {
          expect(given).toBeLessThanOrEqual(1);
          if (given === 1) expect(wave).toBeLessThanOrEqual(now.wave);
          if (now.state === 'returned') expect(back).toBe(given);
        }
      }),
      { numRuns: 500 },
    );
  });
});
