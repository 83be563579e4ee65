import { afterEach, expect, it } from 'vitest';
import { padBench } from '../../drivers/virtual/pin-pad/pad-bench.ts';
import { run } from './pin-pad.ts';

const closers: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closers.splice(0)) await close();
});
async function bench() {
  const made = await padBench();
  closers.push(made.close);
  return made;
}

it('tells the state of a pad', async () => {
  const { pad } = await bench();
  expect(await run(['status', '--uri', pad.publisherUri])).toEqual({ state: 'online' });
});

it('ACT-4 prints a count and an enciphered block', async () => {
  const { pad } = await bench();
  const entering = run(['enter', '--uri', pad.serviceUri, '--account', '6217990000000000014']);
  await pad.waitForEntry();
  pad.typePin('935174');
  const entered = await entering;
  expect(entered).toMatchObject({ digits: 6, format: 'iso4-aes', keyName: 'PINKEY' });
  expect(entered.block).toMatch(/^[0-9A-F]{32}$/);
  expect(JSON.stringify(entered)).not.toContain('935174');
});

it('names a cancel at the pad, a dead address and wrong words', async () => {
  const { pad } = await bench();
  const entering = run(['enter', '--uri', pad.serviceUri, '--account', '6217990000000000014']);
  await pad.waitForEntry();
  pad.press('cancel');
  await expect(entering).rejects.toMatchObject({ code: 'cancelled-at-pad' });
  await expect(run(['status', '--uri', 'ws://127.0.0.1:1/x'])).rejects.toMatchObject({ code: 'link-lost' });
  await expect(run(['dance'])).rejects.toMatchObject({ code: 'usage' });
  await expect(run(['status', '--colour', 'red'])).rejects.toMatchObject({ code: 'usage' });
  await expect(run(['enter', '--uri', 'ws://x', '--account', 'abc'])).rejects.toMatchObject({
    code: 'usage',
  });
});
