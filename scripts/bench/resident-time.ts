import type { Screen } from '../../src/contracts/view.ts';
import type { DistinctScreen } from '../demo/walk.ts';

/** Seconds a resident is given for one touch and for one screen (targets: resident time, scripted). */
const SECONDS_A_TOUCH = 2;
const SECONDS_A_SCREEN = 8;

/** Screens on which the resident only waits, which is counted as waiting, and the one that sees the resident off. */
const NOTHING_TO_DO: ReadonlySet<Screen> = new Set(['working', 'making-card', 'out-of-service', 'ended']);

/** Screens that want to be read: distinct ones, without those on which the machine only says what it is doing. */
export const screensToRead = (shown: readonly DistinctScreen[]): readonly Screen[] =>
  shown.map(({ screen }) => screen).filter((screen) => !NOTHING_TO_DO.has(screen));

/** Seconds of a scripted session: touches, screens, and what the machine made the resident wait, in milliseconds. */
export const residentSeconds = (touches: number, screens: number, ownMs: number): number =>
  Math.round((touches * SECONDS_A_TOUCH + screens * SECONDS_A_SCREEN) * 10 + ownMs / 100) / 10;
