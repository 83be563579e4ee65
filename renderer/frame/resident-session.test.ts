import { describe, expect, it } from 'vitest';
import type { MaintenancePageOf } from '../../src/contracts/maintenance/page.ts';
import type { View } from '../../src/contracts/view.ts';
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

  it('a technician’s PIN goes with the step, with a wrong one and while it is checked', () => {
    const page = {
      page: 'sign-in',
      step: 'pin',
      person: 'first',
      technician: 'T-0417',
      problem: null,
      waitUntil: null,
      checking: false,
    } as const;
    const asked = (own: Partial<MaintenancePageOf<'sign-in'>>) =>
      askedAgain({
        ...sample('welcome'),
        screen: 'maintenance',
        since: 0,
        counters: [],
        page: { ...page, ...own },
      });
    expect(asked({})).toBe(asked({ waitUntil: 9 }));
    for (const own of [
      { step: 'code' },
      { person: 'second' },
      { problem: 'wrong' },
      { checking: true },
    ] as const)
      expect(asked(own)).not.toBe(asked({}));
  });

  it('what a resident typed is gone when a technician comes', () => {
    const typed = placeOf(sample('mobile'), null);
    const called: View = {
      ...sample('welcome'),
      screen: 'maintenance',
      since: 0,
      counters: [],
      page: { page: 'devices', technician: 'T-0417', devices: [], alarms: [] },
    };
    expect(placeOf(called, typed).resident).toBe(typed.resident + 1);
  });
});
