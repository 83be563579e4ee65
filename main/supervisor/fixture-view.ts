import type { View } from '../../src/contracts/view.ts';

/** A view that the shells' tests can tell apart: its revision, and a kiosk name of their choice. */
export const endedView = (revision: number, kioskName: string): View => ({
  screen: 'ended',
  why: 'goodbye',
  revision,
  kioskName,
  language: 'zh-CN',
  elder: false,
  lowReach: false,
  service: null,
  progress: null,
  secondsLeft: null,
  can: ['finish'],
  overlay: null,
  hotlines: [],
  linkUp: true,
  now: 0,
});
