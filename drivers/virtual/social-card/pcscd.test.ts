import { afterEach, expect, it } from 'vitest';
import { wallTimers } from '../../wall-timers.ts';
import { ensurePcscd, type RunningPcscd } from './pcscd.ts';
import { claimSlots } from './slot-claim.ts';

const held: RunningPcscd[] = [];
afterEach(async () => {
  for (const one of held.splice(0)) await one.stop();
});

it('is found by all who ask at once, and by who asks while the last one leaves', async ({ skip }) => {
  const slots = await claimSlots(1, 60_000, wallTimers);
  try {
    const asked = await Promise.all([ensurePcscd(), ensurePcscd(), ensurePcscd()]);
    if (asked.every(({ ok }) => !ok)) return skip('no pcscd on this machine');
    expect(asked.map(({ ok }) => ok)).toEqual([true, true, true]);
    const leaving = asked.map((one) => (one.ok ? one.value.stop() : undefined));
    const late = await ensurePcscd();
    await Promise.all(leaving);
    if (!late.ok) throw new Error(late.error.missing);
    held.push(late.value);
    const still = await ensurePcscd();
    expect(still.ok && still.value.readers).toEqual(late.value.readers);
    if (still.ok) held.push(still.value);
  } finally {
    slots?.release();
  }
});
