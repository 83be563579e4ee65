import fc from 'fast-check';
import { expect, it } from 'vitest';
import { type TaskAsk, taskAsk } from '../contracts/maintenance/page.ts';
import { answerFits } from './task-answer.ts';

const enter: TaskAsk = { kind: 'enter', what: 'time', longest: 5, value: '', problem: false };
const choose: TaskAsk = { kind: 'choose', options: [{ value: 'a', label: null, note: null }] };

it.each([
  [{ kind: 'do' }, null, true],
  [{ kind: 'do' }, 'a', false],
  [{ kind: 'count', most: 3 }, 0, true],
  [{ kind: 'count', most: 3 }, 3, true],
  [{ kind: 'count', most: 3 }, 4, false],
  [{ kind: 'count', most: 3 }, -1, false],
  [{ kind: 'count', most: 3 }, 1.5, false],
  [{ kind: 'count', most: 3 }, '1', false],
  [choose, 'a', true],
  [choose, 'b', false],
  [enter, '12:30', true],
  [enter, '12:300', false],
  [enter, 1230, false],
  [{ kind: 'cards', cards: [] }, null, true],
  [{ kind: 'draw', columns: 2, rows: 3 }, 6, true],
  [{ kind: 'draw', columns: 2, rows: 3 }, 7, false],
  [{ kind: 'camera' }, 'not-right', true],
  [{ kind: 'camera' }, 'heard', false],
  [{ kind: 'sound' }, 'heard', true],
  [{ kind: 'running', expectSeconds: 1 }, null, false],
  [{ kind: 'end', outcome: 'done' }, null, false],
] as const)('of %j the answer %j fits: %s', (ask, value, fits) => {
  expect(answerFits(taskAsk.parse(ask), value)).toBe(fits);
});

it('takes no number that is no count', () => {
  fc.assert(
    fc.property(fc.double(), fc.nat(999), (value, most) => {
      const fits = answerFits({ kind: 'count', most }, value);
      expect(fits).toBe(Number.isInteger(value) && value >= 0 && value <= most);
    }),
  );
});
