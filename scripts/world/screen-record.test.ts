import { describe, expect, it } from 'vitest';
import type { Screen } from '../../src/contracts/view.ts';
import { ownWaiting, type ScreenEvent } from './screen-record.ts';

const shown = (at: number, screen: Screen, phase: string | null = null): ScreenEvent => ({
  kind: 'screen',
  at,
  screen,
  phase,
  overlay: null,
  revision: at,
});
const touched = (at: number): ScreenEvent => ({ kind: 'touch', at });

describe('the waiting a resident sees', () => {
  it('counts from a touch to the next screen, not the time the resident reads', () => {
    expect(
      ownWaiting([
        shown(0, 'welcome'),
        touched(900),
        shown(940, 'home'),
        touched(5_000),
        shown(5_010, 'face'),
      ]),
    ).toBe(50);
  });

  it('goes on through screens that say what the machine is doing', () => {
    const card: ScreenEvent = { kind: 'act', at: 0 };
    expect(
      ownWaiting([
        card,
        shown(100, 'present-id-card', 'reading'),
        shown(400, 'working'),
        shown(500, 'making-card'),
        shown(700, 'who-you-are'),
      ]),
    ).toBe(700);
  });

  it('a digit that changes no screen costs nothing, a screen that comes by itself neither', () => {
    expect(
      ownWaiting([touched(0), touched(500), touched(1_000), shown(1_020, 'home'), shown(60_000, 'welcome')]),
    ).toBe(20);
  });
});
