import type { ScreenBench } from '../../ports/maintenance/screen-bench.ts';
import { type Guide, type TaskScript, taskDone } from '../guide.ts';
import { DRAWING_COLUMNS, DRAWING_ROWS } from './drawing.ts';

/** Seconds: touching every target of a calibration; writing a setting. */
const CALIBRATE_SECONDS = 60;
const APPLY_SECONDS = 1;

/**
 * set-screen. `touch-off` (fact `missed`) comes where fields were missed: `calibrate`, `draw-again`, `leave-it`.
 * `not-calibrated` (fact `code`: `not-configured` where this machine has no command for it, `command-failed`,
 * `command-timeout`) is only to be read. `low-reach` (fact `now`: on, off): `on`, `off`. End: `missed`, `lowReach`.
 */
export const setScreen =
  (bench: ScreenBench): TaskScript<'set-screen'> =>
  async (guide) => {
    const missed = await drawUntilSettled(guide, bench);
    const now = await guide.look('low-reach', APPLY_SECONDS, async () => bench.lowReach());
    const lowReach = await guide.choose('low-reach', ['on', 'off'], { now: now ? 'on' : 'off' });
    await guide.act('apply', APPLY_SECONDS, async () => {
      bench.set(lowReach === 'on', missed, guide.technician);
      return null;
    });
    return taskDone({ missed, lowReach });
  };

/** Fields missed the last time it was drawn. */
async function drawUntilSettled(guide: Guide<'set-screen'>, bench: ScreenBench): Promise<number> {
  for (;;) {
    const missed = await guide.draw('draw', DRAWING_COLUMNS, DRAWING_ROWS);
    if (missed === 0) return missed;
    const next = await guide.choose('touch-off', ['calibrate', 'draw-again', 'leave-it'], { missed });
    if (next === 'leave-it') return missed;
    if (next === 'draw-again') continue;
    const code = await guide.look('calibrate', CALIBRATE_SECONDS, (signal) => bench.calibrate(signal));
    if (code !== null) await guide.do('not-calibrated', { code });
  }
}
