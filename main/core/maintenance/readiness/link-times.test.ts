import { expect, it } from 'vitest';
import { LinkState } from '../../sync/link-state.ts';
import { VirtualClock } from '../../virtual-clock.ts';
import { LinkTimes } from './link-times.ts';

it('calls the link of a core that has just started neither up nor down, until it was heard or had its time', async () => {
  const clock = new VirtualClock();
  const quiet = new LinkTimes(new LinkState(), clock);
  expect([quiet.asking, quiet.since]).toEqual([true, null]);
  await clock.advance(12_000);
  expect(quiet.asking).toBe(false);
  const link = new LinkState();
  const heard = new LinkTimes(link, clock);
  link.report(true);
  expect([heard.asking, heard.since]).toEqual([false, clock.now()]);
});
