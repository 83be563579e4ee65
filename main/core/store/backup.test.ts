import { expect, it } from 'vitest';
import { VirtualClock } from '../virtual-clock.ts';
import { BACKUP_EVERY_MS, BACKUP_WAITING_AFTER_MS, backUpRegularly } from './backup.ts';

function bench() {
  const clock = new VirtualClock();
  const stop = new AbortController();
  const state = { newest: 0, made: 0, missing: false, fails: false, troubles: 0 };
  void backUpRegularly(
    {
      backUp() {
        if (state.fails) throw new Error('disk full');
        state.made += 1;
        state.missing = false;
      },
      isMissing: () => state.missing,
      newestWaiting: () => state.newest,
      timers: clock,
      onTrouble: () => {
        state.troubles += 1;
      },
    },
    stop.signal,
  );
  return { clock, stop, state };
}

it('INV-4 what was accepted and waits is in a backup within seconds, and only once', async () => {
  const { clock, state, stop } = bench();
  await clock.advance(BACKUP_WAITING_AFTER_MS * 3);
  expect(state.made).toBe(0);
  state.newest = 7;
  await clock.advance(BACKUP_WAITING_AFTER_MS);
  expect(state.made).toBe(1);
  await clock.advance(BACKUP_EVERY_MS / 2);
  expect(state.made).toBe(1);
  state.newest = 8;
  await clock.advance(BACKUP_WAITING_AFTER_MS);
  expect(state.made).toBe(2);
  stop.abort();
});

it('a kiosk that was just put into service has a backup within seconds', async () => {
  const { clock, state, stop } = bench();
  state.missing = true;
  await clock.advance(BACKUP_WAITING_AFTER_MS * 3);
  expect(state.made).toBe(1);
  stop.abort();
});

it('with nothing waiting a backup is made on schedule; one that failed is tried again', async () => {
  const { clock, state, stop } = bench();
  state.fails = true;
  await clock.advance(BACKUP_EVERY_MS + BACKUP_WAITING_AFTER_MS);
  expect(state.made).toBe(0);
  expect(state.troubles).toBeGreaterThan(0);
  state.fails = false;
  await clock.advance(BACKUP_WAITING_AFTER_MS);
  expect(state.made).toBe(1);
  await clock.advance(BACKUP_EVERY_MS - BACKUP_WAITING_AFTER_MS);
  expect(state.made).toBe(1);
  await clock.advance(BACKUP_WAITING_AFTER_MS * 2);
  expect(state.made).toBe(2);
  stop.abort();
});
