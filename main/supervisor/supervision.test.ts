import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Act, begin, nextLook, type Supervision, type SupervisionEvent, step } from './supervision.ts';

const ALIVE = { kind: 'said', message: { kind: 'alive' } } as const;
const READY: SupervisionEvent = { kind: 'said', message: { kind: 'ready', version: '1', notes: [] } };
const EXITED = { kind: 'exited' } as const;
const LOOK = { kind: 'look' } as const;

/** Plays events at their moments (ms); returns the last state and every act with its moment. */
function play(...events: readonly (readonly [number, SupervisionEvent])[]) {
  const first = begin(0);
  let state = first.next;
  const acts = first.acts.map((act): readonly [number, Act['act']] => [0, act.act]);
  for (const [at, event] of events) {
    const taken = step(state, event, at);
    state = taken.next;
    acts.push(...taken.acts.map((act) => [at, act.act] as const));
  }
  return { state, acts };
}

/** How long core rests after its n-th end in a row. */
function restsAfter(ends: number): number[] {
  let state = begin(0).next;
  let now = 0;
  const rests: number[] = [];
  for (let end = 0; end < ends; end += 1) {
    state = step(state, EXITED, now).next;
    const until = nextLook(state) ?? Number.NaN;
    rests.push(until - now);
    now = until;
    state = step(state, LOOK, now).next;
  }
  return rests;
}

describe('heartbeat', () => {
  it('lets a core open its store for thirty seconds before its first word', () => {
    expect(play([29_999, LOOK]).state.phase).toBe('running');
    expect(play([30_000, LOOK]).acts.slice(1)).toEqual([
      [30_000, 'say-down'],
      [30_000, 'kill'],
    ]);
  });

  it('kills a core that misses five heartbeats, not four', () => {
    expect(play([100, ALIVE], [5_099, LOOK]).state.phase).toBe('running');
    expect(play([100, ALIVE], [5_100, LOOK]).state.phase).toBe('dying');
  });

  it('INV-6 says that core is down before it kills it, and passes nothing on afterwards', () => {
    const { acts } = play([100, ALIVE], [5_100, LOOK], [5_101, ALIVE], [5_102, READY]);
    expect(acts.map(([, act]) => act)).toEqual(['start', 'pass-on', 'say-down', 'kill']);
  });

  it('starts the next core only when the killed one is gone', () => {
    const killed = play([100, ALIVE], [5_100, LOOK], [60_000, LOOK]);
    expect(killed.state.phase).toBe('dying');
    const gone = play([100, ALIVE], [5_100, LOOK], [60_000, EXITED], [60_200, LOOK]);
    expect(gone.acts.at(-1)).toEqual([60_200, 'start']);
  });
});

describe('restarts', () => {
  it('INV-8 rests 0.2, 1, 2, 5, 10, 10 … seconds', () => {
    expect(restsAfter(7)).toEqual([200, 1_000, 2_000, 5_000, 10_000, 10_000, 10_000]);
  });

  it('counts from the start again after a minute of health', () => {
    const unsteady = play([0, EXITED], [200, LOOK], [300, READY], [60_299, EXITED]);
    const steady = play([0, EXITED], [200, LOOK], [300, READY], [60_300, EXITED]);
    expect(nextLook(unsteady.state)).toBe(61_299);
    expect(nextLook(steady.state)).toBe(60_500);
  });

  it('INV-8 restarts a core that breaks the contract', () => {
    const { state, acts } = play([10, { kind: 'said-nonsense' }], [20, EXITED], [220, LOOK]);
    expect(acts.map(([, act]) => act)).toEqual(['start', 'say-down', 'kill', 'start']);
    expect(state.phase).toBe('running');
  });
});

describe('ends for good', () => {
  it('stops restarting on fatal, and says the sentence', () => {
    const sentence = 'the store is from a newer version: install version 2';
    const fatal = { kind: 'said', message: { kind: 'fatal', message: sentence } } as const;
    expect(step(begin(0).next, fatal, 5).acts[0]).toEqual({
      act: 'say-down',
      why: { kind: 'fatal', message: sentence },
    });
    const { state, acts } = play([5, fatal], [6, EXITED], [100_000, LOOK]);
    expect(state.phase).toBe('over');
    expect(acts.filter(([, act]) => act === 'start')).toHaveLength(1);
  });

  it('starts none after stop, in whatever phase it comes', () => {
    const stop = { kind: 'stop' } as const;
    for (const before of [[], [[5, { kind: 'said-nonsense' }]], [[5, EXITED]]] as const) {
      const { state } = play(...before, [6, stop], [7, EXITED], [100_000, LOOK]);
      expect(state.phase).toBe('over');
    }
  });
});

describe('every order of events', () => {
  const event = fc.constantFrom<SupervisionEvent>(ALIVE, READY, EXITED, LOOK, { kind: 'said-nonsense' });
  const story = fc.array(fc.tuple(fc.nat({ max: 40_000 }), event), { maxLength: 60 });

  it('never has two cores (one store, one writer), INV-6 never kills without saying that core is down', () => {
    fc.assert(
      fc.property(story, (steps) => {
        let state: Supervision = begin(0).next;
        let alive = 1;
        let shown = true;
        let now = 0;
        for (const [wait, happened] of steps) {
          now += wait;
          if (happened.kind !== 'look' && alive === 0) continue;
          if (happened.kind === 'exited') alive -= 1;
          const taken = step(state, happened, now);
          state = taken.next;
          for (const { act } of taken.acts) {
            if (act === 'start') alive += 1;
            if (act === 'start' || act === 'pass-on') shown = true;
            if (act === 'say-down') shown = false;
            if (act === 'kill') expect(shown).toBe(false);
          }
          expect(alive).toBeLessThanOrEqual(1);
          if (state.phase !== 'running') expect(shown).toBe(false);
        }
      }),
    );
  });
});
