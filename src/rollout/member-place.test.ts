import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  CONFIGURATION_STATES,
  CONFIGURATION_TROUBLES,
  type ConfigurationReport,
} from '../contracts/configuration/poll.ts';
import { MEMBER_STATES } from '../contracts/console/rollouts.ts';
import { type HandedOut, type Place, placeOf } from './member-place.ts';

const pack = { kind: 'policy-pack', line: 'hainan', version: 2, sha256: 'b'.repeat(64) } as const;
const texts = { kind: 'texts', line: 'all', version: 1, sha256: 'c'.repeat(64) } as const;
const old = { kind: 'policy-pack', line: 'hainan', version: 1, sha256: 'a'.repeat(64) } as const;
const report: ConfigurationReport = {
  state: 'running',
  trouble: null,
  assignment: 4,
  runningAssignment: 4,
  rootVersion: 1,
  running: [old],
  refused: [],
};
const handed: HandedOut = { assignment: 5, back: false };
const before: Place = { state: 'assigned', trouble: null };

describe('where a kiosk stands by what it tells', () => {
  it.each<[string, Partial<ConfigurationReport>, Partial<HandedOut>, string]>([
    ['it has not taken it in', {}, {}, 'assigned'],
    ['it was not handed out yet', { assignment: 9, state: 'refused' }, { assignment: null }, 'assigned'],
    [
      'it waits for the resident',
      { assignment: 5, state: 'waiting-for-resident' },
      {},
      'waiting waiting-for-resident',
    ],
    ['it waits for its day', { assignment: 5, state: 'waiting-for-day' }, {}, 'waiting waiting-for-day'],
    ['it waits with an earlier one', { assignment: 4, state: 'waiting-for-day' }, {}, 'assigned'],
    ['its first journeys are watched', { state: 'on-trial', running: [pack, texts] }, {}, 'on-trial'],
    ['it runs all of it', { running: [pack, texts] }, {}, 'running'],
    ['it runs a part of it', { assignment: 5, running: [pack] }, {}, 'assigned'],
    ['it went back', { state: 'returned', trouble: 'journeys-failed' }, {}, 'returned journeys-failed'],
    ['it refuses the assignment', { state: 'refused', trouble: 'damaged' }, {}, 'refused damaged'],
    [
      'it refuses a document',
      { refused: [{ ...pack, trouble: 'does-not-fit' }] },
      {},
      'refused does-not-fit',
    ],
    ['it refuses another version', { refused: [{ ...old, trouble: 'does-not-fit' }] }, {}, 'assigned'],
    ['it was told to go back, and has not', { running: [pack], assignment: 5 }, { back: true }, 'assigned'],
    ['it has not heard that it should go back', { assignment: 4 }, { back: true }, 'assigned'],
    ['it went back as it was told', { assignment: 5, state: 'back' }, { back: true }, 'back'],
  ])('%s', (_what, said, told, expected) => {
    const { refused = [], ...rest } = said;
    const named = refused.map(({ kind, line, version, trouble }) => ({ kind, line, version, trouble }));
    const place = placeOf(
      { ...report, ...rest, refused: named },
      [pack, texts],
      { ...handed, ...told },
      before,
    );
    expect([place.state, place.trouble].filter(Boolean).join(' ')).toBe(expected);
  });

  it('stays running while a later assignment is on trial', () => {
    const said = { ...report, state: 'on-trial' as const, running: [pack, texts] };
    expect(placeOf(said, [pack, texts], handed, { state: 'running', trouble: null }).state).toBe('running');
  });

  it('is settled by the report alone: told again, nothing changes', () => {
    fc.assert(
      fc.property(
        fc.record({
          state: fc.constantFrom(...CONFIGURATION_STATES),
          trouble: fc.option(fc.constantFrom(...CONFIGURATION_TROUBLES), { nil: null }),
          assignment: fc.integer({ min: 0, max: 9 }),
          running: fc.subarray([pack, texts]),
        }),
        fc.record({
          assignment: fc.option(fc.integer({ min: 1, max: 9 }), { nil: null }),
          back: fc.boolean(),
        }),
        fc.constantFrom(...MEMBER_STATES),
        (said, told, state) => {
          const once = placeOf({ ...report, ...said }, [pack, texts], told, { state, trouble: null });
          expect(placeOf({ ...report, ...said }, [pack, texts], told, once)).toEqual(once);
          if (once.state === 'running' && !told.back) expect(said.running).toHaveLength(2);
        },
      ),
    );
  });
});
