import { describe, expect, it } from 'vitest';
import type { View } from '../../../src/contracts/view.ts';
import { sameView } from './same-view.ts';

const view = (over: object = {}): View =>
  ({
    screen: 'welcome',
    revision: 1,
    now: 5,
    secondsLeft: 9,
    can: ['start', 'set-language'],
    overlay: null,
    progress: { step: 1, of: 4 },
    ...over,
  }) as unknown as View;

describe('a view is the same', () => {
  it.each([
    ['copied', {}],
    ['later', { revision: 2, now: 6, secondsLeft: null }],
    ['with a field that is undefined', { note: undefined }],
  ])('%s', (_, over) => {
    expect([sameView(view(), view(over)), sameView(view(over), view())]).toEqual([true, true]);
  });

  it.each([
    ['another screen', { screen: 'receipt' }],
    ['a command less', { can: ['start'] }],
    ['commands in another order', { can: ['set-language', 'start'] }],
    ['an overlay', { overlay: { kind: 'leave' } }],
    ['a field deep inside', { progress: { step: 2, of: 4 } }],
    ['a field more', { problem: null }],
    ['a field more deep inside', { progress: { step: 1, of: 4, now: 1 } }],
    ['a list for an object', { progress: [1, 4] }],
    ['nothing for a list', { can: null }],
  ])('INV-8 and is not with %s', (_, over) => {
    expect([sameView(view(), view(over)), sameView(view(over), view())]).toEqual([false, false]);
  });
});
