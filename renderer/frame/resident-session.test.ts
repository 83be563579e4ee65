import { describe, expect, it } from 'vitest';
import { sample } from '../gallery/samples.ts';
import { askedAgain, placeOf } from './resident-session.ts';

describe('INV-6 what a resident typed', () => {
  it('goes with the screen, and with the session', () => {
    const mobile = placeOf(sample('mobile'), null);
    const same = placeOf({ ...sample('mobile'), revision: 99, language: 'en', elder: true }, mobile);
    expect(same).toEqual(mobile);
    const code = placeOf(sample('sms-code'), same);
    const back = placeOf(sample('mobile'), code);
    expect(back.visit).not.toBe(mobile.visit);
    const ended = placeOf(sample('ended'), back);
    expect(ended.resident).toBe(mobile.resident + 1);
    expect(placeOf(sample('welcome'), ended).resident).toBe(ended.resident);
  });

  it('is asked anew after a wrong code', () => {
    const first = { ...sample('sms-code'), triesLeft: 3, problem: null };
    expect(askedAgain(first)).toBe(askedAgain({ ...first, revision: 2 }));
    expect(askedAgain(first)).not.toBe(askedAgain({ ...first, triesLeft: 2, problem: 'wrong' }));
  });
});
