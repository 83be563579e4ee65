import { expect, it } from 'vitest';
import { err, ok, type Result } from '../../src/result.ts';
import { type CodeWatch, LOOK_MS, watchForCode } from './watch-for-code.ts';

/** A camera whose pictures show what the list says; each look takes `lookMs`. */
function watching(shown: readonly Result<string | null, 'worker-failed'>[], lookMs = 30) {
  let now = 0;
  let picture = 0;
  const looks: number[] = [];
  const watch: CodeWatch<number> = {
    next: async (signal) => (signal.aborted || picture >= shown.length ? null : picture++),
    look: async (index) => {
      looks.push(now);
      now += lookMs;
      return shown[index] ?? ok(null);
    },
    now: () => now,
    sleep: async (ms) => {
      now += Math.max(0, ms);
    },
  };
  return { watch, looks };
}

const nobodyGoes = new AbortController().signal;

it('ECARD-2 looks at most five times a second until a code is there', async () => {
  const { watch, looks } = watching([ok(null), ok(null), ok(null), ok('CODE')]);
  expect(await watchForCode(watch, nobodyGoes)).toEqual(ok('CODE'));
  expect(looks).toEqual([0, LOOK_MS, 2 * LOOK_MS, 3 * LOOK_MS]);
});

it('does not hurry to catch up when a look takes long', async () => {
  const { watch, looks } = watching([ok(null), ok('CODE')], 350);
  expect(await watchForCode(watch, nobodyGoes)).toEqual(ok('CODE'));
  expect(looks).toEqual([0, 350]);
});

it('says when the camera has gone or the worker is dead', async () => {
  expect(await watchForCode(watching([ok(null)]).watch, nobodyGoes)).toEqual(err('no-camera'));
  expect(await watchForCode(watching([err('worker-failed')]).watch, nobodyGoes)).toEqual(
    err('worker-failed'),
  );
});

it("INV-6 a code read after the resident has gone is nobody's", async () => {
  const gone = new AbortController();
  const { watch } = watching([ok('CODE')]);
  const look = watch.look;
  const late = {
    ...watch,
    look: (picture: number) => {
      gone.abort();
      return look(picture);
    },
  };
  expect(await watchForCode(late, gone.signal)).toEqual(err('aborted'));
  expect(await watchForCode(watch, gone.signal)).toEqual(err('aborted'));
});
