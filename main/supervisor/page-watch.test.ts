import { describe, expect, it } from 'vitest';
import { VirtualClock } from '../core/virtual-clock.ts';
import { FROZEN_AFTER, HEAP_LIMIT, isRestScreen, PageWatch } from './page-watch.ts';

function watching() {
  const timers = new VirtualClock();
  const state = { connected: true, idle: true };
  const watch = new PageWatch(
    timers,
    () => state.connected,
    () => state.idle,
  );
  return { timers, state, watch };
}

describe('the watch over the page', () => {
  it('INV-8 calls a page frozen that draws no frame any more, and one that never drew one', async () => {
    const { timers, watch } = watching();
    expect(watch.trouble()).toBeNull();
    await timers.advance(FROZEN_AFTER - 1);
    expect(watch.trouble()).toBeNull();
    watch.heard({ heapBytes: null });
    await timers.advance(FROZEN_AFTER - 1);
    expect(watch.trouble()).toBeNull();
    await timers.advance(1);
    expect(watch.trouble()).toBe('frozen');
  });

  it('gives a page that comes back its whole time, and a page that is away none', async () => {
    const { timers, state, watch } = watching();
    watch.heard({ heapBytes: 1 });
    await timers.advance(FROZEN_AFTER - 1);
    state.connected = false;
    expect(watch.trouble()).toBeNull();
    await timers.advance(FROZEN_AFTER * 3);
    state.connected = true;
    expect(watch.trouble()).toBeNull();
  });

  it('loads a page that grew anew only while nobody is served', () => {
    const { state, watch } = watching();
    state.idle = false;
    watch.heard({ heapBytes: HEAP_LIMIT });
    expect(watch.trouble()).toBeNull();
    state.idle = true;
    expect(watch.trouble()).toBe('memory');
    watch.begin();
    expect(watch.trouble()).toBeNull();
  });

  it('does what core asks for once', () => {
    const { watch } = watching();
    watch.restart('touch');
    expect(watch.trouble()).toBe('touch');
    watch.begin();
    expect(watch.trouble()).toBeNull();
  });

  it('rests on the screens on which nobody is served', () => {
    expect(isRestScreen({ screen: 'welcome' })).toBe(true);
    expect(isRestScreen({ screen: 'home' })).toBe(false);
    expect(isRestScreen(null)).toBe(false);
  });
});
