import { err, ok, type Result } from '../../src/result.ts';

/** A telephone is held still for a second or two: five looks a second are enough and leave the machine cool. */
export const LOOK_MS = 200;

/**
 * - `aborted`: the caller's signal fired
 * - `no-camera`: the camera delivers no pictures any more
 * - `worker-failed`: the worker that looks for codes is dead
 */
export type CodeScanTrouble = 'aborted' | 'no-camera' | 'worker-failed';

/** Where pictures come from and who looks at them. */
export interface CodeWatch<Picture> {
  /** The next picture; null when there are none any more or the signal fires. */
  next(signal: AbortSignal): Promise<Picture | null>;
  /** The code in a picture, null where there is none. Lets go of the picture. */
  look(picture: Picture): Promise<Result<string | null, 'worker-failed'>>;
  /** Milliseconds on any clock. */
  now(): number;
  sleep(ms: number, signal: AbortSignal): Promise<void>;
}

/** Looks at pictures, at most five a second, until one shows a code. */
export async function watchForCode<Picture>(
  watch: CodeWatch<Picture>,
  signal: AbortSignal,
): Promise<Result<string, CodeScanTrouble>> {
  while (!signal.aborted) {
    const begun = watch.now();
    const picture = await watch.next(signal);
    if (picture === null) return err(signal.aborted ? 'aborted' : 'no-camera');
    const seen = await watch.look(picture);
    if (signal.aborted) break;
    if (!seen.ok) return seen;
    if (seen.value !== null) return ok(seen.value);
    await watch.sleep(LOOK_MS - (watch.now() - begun), signal);
  }
  return err('aborted');
}
