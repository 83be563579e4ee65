import { readTextFile } from '../core-config.ts';

/**
 * Development alone: a clock for the session's machines that runs as many times faster as a file says when a timer
 * starts. So a test can walk away from a screen without waiting minutes; everything else keeps real time.
 */
export function hurriedClock(path: string) {
  const factor = () => Math.max(1, Number(readTextFile(path)?.trim() || 1));
  return {
    setTimeout: (act: (...parameters: unknown[]) => void, ms: number) => setTimeout(act, ms / factor()),
    clearTimeout: (timer: NodeJS.Timeout) => clearTimeout(timer),
  };
}
