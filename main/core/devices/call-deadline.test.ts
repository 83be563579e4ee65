import { describe, expect, it } from 'vitest';
import { VirtualClock } from '../virtual-clock.ts';
import { CallDeadline } from './call-deadline.ts';

const NEVER = new Promise<string>(() => undefined);

describe('the deadline of a driver', () => {
  const clock = new VirtualClock();
  const stop = new AbortController();
  const deadline = new CallDeadline(clock);
  const answers: string[] = [];
  const call = (answer: Promise<string>) => {
    void deadline.within(answer, () => 'late', stop.signal).then((one) => answers.push(one));
  };

  it('hands an answer on', async () => {
    call(Promise.resolve('first'));
    await clock.advance(0);
    expect(answers.splice(0)).toEqual(['first']);
  });

  it('gives each call its whole time, also one that came while the last one was watched', async () => {
    await clock.advance(10_000);
    call(NEVER);
    await clock.advance(14_999);
    expect(answers).toEqual([]);
    await clock.advance(1);
    expect(answers.splice(0)).toEqual(['late']);
  });

  it('is over for good: a late answer is not heard, and the next call is watched again', async () => {
    let answer = (_: string): void => undefined;
    call(
      new Promise((resolve) => {
        answer = resolve;
      }),
    );
    await clock.advance(15_000);
    call(NEVER);
    answer('too late');
    await clock.advance(14_999);
    expect(answers.splice(0)).toEqual(['late']);
    await clock.advance(1);
    expect(answers.splice(0)).toEqual(['late']);
  });

  it('hands a programming error on', async () => {
    const broken = deadline.within(Promise.reject(new Error('broken')), () => 'late', stop.signal);
    await expect(broken).rejects.toThrow('broken');
  });

  it('ends the wait where the kiosk ends', async () => {
    call(NEVER);
    stop.abort();
    await clock.advance(0);
    expect(answers.splice(0)).toEqual(['late']);
  });
});
