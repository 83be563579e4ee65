import { expect, it } from 'vitest';
import { residentSeconds, screensToRead } from './resident-time.ts';

it('a resident needs 2 s for a touch, 8 s for a screen, and waits for the machine', () => {
  expect(residentSeconds(7, 10, 1_237)).toBe(95.2);
  expect(residentSeconds(0, 0, 0)).toBe(0);
});

it('counts a screen that asks something else as another one, and no screen on which there is only waiting', () => {
  expect(
    screensToRead([
      { screen: 'welcome', headline: 'Touch to begin' },
      { screen: 'pin', headline: 'Type a new PIN' },
      { screen: 'pin', headline: 'Type it again' },
      { screen: 'working', headline: 'One moment' },
      { screen: 'making-card', headline: 'Your card is being made' },
      { screen: 'ended', headline: 'Goodbye' },
    ]),
  ).toEqual(['welcome', 'pin', 'pin']);
});
