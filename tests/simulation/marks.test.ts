import { describe, expect, it } from 'vitest';
import { Chance } from './chance.ts';
import { Marks } from './marks.ts';
import type { Blow } from './plan.ts';
import { Trace } from './trace.ts';

const blow = (after: number): Blow => ({ on: 'commit', after, what: { kind: 'power', offMs: after } });

describe('marks', () => {
  it('strike once, each in its turn, and no more after the session', () => {
    const struck: number[] = [];
    const marks = new Marks(({ after }) => struck.push(after));
    marks.begin([blow(2), blow(3), blow(9)]);
    for (let count = 0; count < 5; count += 1) marks.count('commit');
    marks.count('view');
    expect(struck).toEqual([2, 3]);
    marks.end();
    for (let count = 0; count < 9; count += 1) marks.count('commit');
    expect(struck).toEqual([2, 3]);
  });
});

describe('chance', () => {
  it('gives one row for one seed, and a row of its own to each fork', () => {
    const row = (chance: Chance) => Array.from({ length: 8 }, () => chance.below(1_000));
    expect(row(new Chance('7'))).toEqual(row(new Chance('7')));
    expect(row(new Chance('7'))).not.toEqual(row(new Chance('8')));
    const drawn = new Chance('7');
    row(drawn);
    expect(row(drawn.fork('a'))).toEqual(row(new Chance('7').fork('a')));
    expect(row(drawn.fork('a'))).not.toEqual(row(drawn.fork('b')));
  });

  it('is spread evenly', () => {
    const chance = new Chance('even');
    const mean =
      Array.from({ length: 10_000 }, () => chance.fraction()).reduce((sum, one) => sum + one, 0) / 10_000;
    expect(mean).toBeGreaterThan(0.48);
    expect(mean).toBeLessThan(0.52);
  });
});

describe('the trace', () => {
  it('has one hash for one row of events, and another where one of them comes at another time', () => {
    const traced = (...at: number[]) => {
      const trace = new Trace(0);
      for (const moment of at) trace.note(moment, 'touch start');
      return trace.digest();
    };
    expect(traced(1, 2, 3)).toBe(traced(1, 2, 3));
    expect(traced(1, 2, 3)).not.toBe(traced(1, 2, 4));
  });

  it('stops at the event it is told to stop at', () => {
    const trace = new Trace(0, 2);
    for (let event = 0; event < 9; event += 1) trace.note(event, `event ${event}`);
    expect(trace.over).toBe(true);
    expect(trace.last().map(({ words }) => words)).toEqual(['event 0', 'event 1']);
  });
});
