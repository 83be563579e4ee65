import { timeInShanghai } from '../../calendar/time-in-shanghai.ts';
import type { MachineClock } from '../../ports/maintenance/machine-clock.ts';
import { type TaskScript, taskDone } from '../guide.ts';
import { typedTime } from '../typed-time.ts';

/**
 * The machine's clock against the centre's.
 *
 * - `choose-how`: `centre` (only where it is reached), `by-hand`, `leave`; facts `kioskTime`, `centreTime`,
 *   `offsetSeconds` (centre less kiosk), the last two only where the centre is reached
 * - `enter-time`: `2026-11-22 09:41` in Shanghai
 * - `not-set`: `again`, `give-up`; fact `why`: CLOCK_TROUBLES
 * - `done`: facts `how` (`centre`, `by-hand`, `left`), `bySeconds`
 */
export const setClock =
  (clock: MachineClock): TaskScript<'set-clock'> =>
  async (guide) => {
    for (;;) {
      const { kiosk, offsetMs } = await guide.look('compare', 10, (signal) => clock.compare(signal));
      const centre =
        offsetMs === null
          ? {}
          : { centreTime: timeInShanghai(kiosk + offsetMs), offsetSeconds: Math.round(offsetMs / 1000) };
      const how = await guide.choose(
        'choose-how',
        offsetMs === null ? ['by-hand', 'leave'] : ['centre', 'by-hand', 'leave'],
        { kioskTime: timeInShanghai(kiosk), ...centre },
      );
      if (how === 'leave') return taskDone({ how: 'left', bySeconds: 0 });
      const to =
        how === 'centre'
          ? null
          : typedTime(
              await guide.enter('enter-time', 'time', {
                longest: 16,
                value: timeInShanghai(kiosk + (offsetMs ?? 0)),
                right: (text) => typedTime(text) !== null,
              }),
            );
      const set = await guide.act('set', 15, async ({ again, signal }) =>
        // What was typed is over by now, and what was measured may hold no more.
        again ? { why: 'not-known' as const } : clock.set(to, guide.technician, signal),
      );
      if (!('why' in set)) return taskDone({ how, bySeconds: Math.round(set.byMs / 1000) });
      const next = await guide.choose('not-set', ['again', 'give-up'], { why: set.why });
      if (next === 'give-up') return { outcome: 'failed', facts: { why: set.why } };
    }
  };
