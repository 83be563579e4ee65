import { describe, expect, it } from 'vitest';
import { createActor, SimulatedClock } from 'xstate';
import { MAINTENANCE_DELAYS } from './delays.ts';
import { type MemoryMode, memoryMode } from './memory/memory-mode.ts';
import { mode } from './mode.ts';
import type { ModeEvent } from './mode-setup.ts';

const settled = async () => {
  for (let turn = 0; turn < 6; turn += 1) await new Promise(setImmediate);
};

function begin(prepare: (memory: MemoryMode) => void = () => undefined, awaySince: number | null = null) {
  const memory = memoryMode();
  prepare(memory);
  const clock = new SimulatedClock();
  const actor = createActor(mode(memory.kit), { clock, input: { returned: null, awaySince } });
  actor.start();
  const send = async (...events: ModeEvent[]) => {
    for (const event of events) {
      actor.send(event);
      await settled();
    }
  };
  const wait = async (ms: number) => {
    clock.increment(ms);
    await settled();
  };
  return { memory, actor, send, wait, at: () => nameOf(actor.getSnapshot().value) };
}
type Mode = ReturnType<typeof begin>;

/** `working` by its page, everything else by its state. */
function nameOf(value: ReturnType<ReturnType<typeof begin>['actor']['getSnapshot']>['value']): string {
  if (typeof value === 'string') return value;
  if ('called' in value) return 'called';
  const { page } = value.working;
  return typeof page === 'string' ? page : (Object.keys(page)[0] ?? '');
}

const CALL: ModeEvent = { type: 'call', by: 'gesture' };
const IN: readonly ModeEvent[] = [
  CALL,
  { type: 'use-code' },
  { type: 'enter-code', technician: 'T-0417', code: '123456' },
  { type: 'enter-pin', pin: '123456' },
];

const STATES: Readonly<Record<string, (mode: Mode) => Promise<void>>> = {
  off: async () => undefined,
  called: async ({ memory, send }) => {
    memory.free = false;
    await send(CALL);
  },
  signIn: ({ send }) => send(CALL),
  readiness: ({ send }) => send(...IN),
  devices: ({ send }) => send(...IN, { type: 'open-devices' }),
  second: ({ send }) => send(...IN, { type: 'begin-task', task: 'load-cards' }),
  task: ({ send }) => send(...IN, { type: 'begin-task', task: 'set-clock' }),
  leaving: async ({ memory, send }) => {
    memory.red = true;
    await send(...IN, { type: 'leave' });
  },
  away: async ({ memory, send, wait }) => {
    memory.red = true;
    await send(...IN);
    await wait(MAINTENANCE_DELAYS.WORKING);
  },
};

const EVENTS: readonly ModeEvent[] = [
  CALL,
  { type: 'look' },
  { type: 'activity' },
  { type: 'task-changed' },
  { type: 'use-card' },
  { type: 'use-code' },
  { type: 'enter-code', technician: 'T-0417', code: '123456' },
  { type: 'enter-pin', pin: '123456' },
  { type: 'give-up-sign-in' },
  { type: 'open-readiness' },
  { type: 'open-devices' },
  { type: 'look-again' },
  { type: 'print-report' },
  { type: 'save-report' },
  { type: 'begin-task', task: 'set-clock' },
  { type: 'begin-task', task: 'load-cards' },
  { type: 'begin-task', task: 'unlock-technician' },
  { type: 'resume-task', id: 'left' },
  { type: 'resume-task', id: 'no-such-task' },
  { type: 'answer', step: 'compare', value: null },
  { type: 'step-back' },
  { type: 'leave-task' },
  { type: 'leave' },
  { type: 'leave-anyway' },
  { type: 'stay' },
];

const named = (event: ModeEvent): string =>
  event.type === 'begin-task'
    ? `begin ${event.task}`
    : event.type === 'resume-task'
      ? `resume ${event.id}`
      : event.type;

/** Where an event leads; one that is not named changes nothing. */
const LEADS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  off: { call: 'signIn' },
  called: {},
  signIn: { 'give-up-sign-in': 'off' },
  readiness: {
    'open-devices': 'devices',
    'begin set-clock': 'task',
    'begin load-cards': 'second',
    'resume left': 'second',
    leave: 'off',
  },
  devices: { 'open-readiness': 'readiness', leave: 'off' },
  second: { 'give-up-sign-in': 'readiness' },
  task: { 'leave-task': 'readiness', answer: 'readiness' },
  leaving: { 'open-readiness': 'readiness', stay: 'readiness', 'leave-anyway': 'off' },
  away: { call: 'signIn' },
};

describe('every state decides about every event', () => {
  it.each(Object.keys(STATES))('%s', async (state) => {
    for (const event of EVENTS) {
      const mode = begin();
      await STATES[state]?.(mode);
      expect(mode.at()).toBe(state);
      await mode.send(event);
      expect(`${named(event)}: ${mode.at()}`).toBe(
        `${named(event)}: ${LEADS[state]?.[named(event)] ?? state}`,
      );
      mode.actor.stop();
    }
  });
});

describe('time-outs apply', () => {
  it.each([
    ['signIn', MAINTENANCE_DELAYS.SIGN_IN, 'off'],
    ['readiness', MAINTENANCE_DELAYS.WORKING, 'off'],
    ['devices', MAINTENANCE_DELAYS.WORKING, 'off'],
    ['second', MAINTENANCE_DELAYS.SIGN_IN, 'readiness'],
    ['task', MAINTENANCE_DELAYS.WORKING, 'off'],
    ['leaving', MAINTENANCE_DELAYS.WORKING, 'away'],
    ['called', MAINTENANCE_DELAYS.CALL_FORGOTTEN, 'off'],
  ])('%s gives up after %i ms, not before, and a touch begins anew', async (state, ms, then) => {
    const mode = begin();
    await STATES[state]?.(mode);
    if (state !== 'called') {
      await mode.wait(ms - 1);
      await mode.send({ type: 'activity' });
    }
    await mode.wait(ms - 1);
    expect(mode.at()).toBe(state);
    await mode.wait(1);
    expect(mode.at()).toBe(then);
  });

  it('hands in the machine have ten minutes, an act as long as it takes', async () => {
    const mode = begin();
    await STATES.task?.(mode);
    mode.memory.shown = 'hands';
    await mode.send({ type: 'task-changed' });
    await mode.wait(MAINTENANCE_DELAYS.HANDS - 1);
    expect(mode.at()).toBe('task');
    mode.memory.shown = 'act';
    await mode.wait(1);
    await mode.wait(20 * MAINTENANCE_DELAYS.HANDS);
    expect([mode.at(), mode.memory.did.includes('pause')]).toEqual(['task', false]);
    mode.memory.shown = 'other';
    await mode.send({ type: 'task-changed' });
    await mode.wait(MAINTENANCE_DELAYS.WORKING);
    expect(mode.memory.did.slice(-2)).toEqual(['pause', 'ended T-0417 timed-out']);
  });

  it('whoever left something unfinished or red finds the kiosk out of service, others let residents in', async () => {
    for (const [prepare, then] of [
      [() => undefined, 'off'],
      [(memory: MemoryMode) => Object.assign(memory, { red: true }), 'away'],
      [(memory: MemoryMode) => Object.assign(memory, { unfinished: true }), 'away'],
    ] as const) {
      const mode = begin(prepare);
      await STATES.readiness?.(mode);
      await mode.wait(MAINTENANCE_DELAYS.WORKING);
      expect(mode.at()).toBe(then);
    }
  });
});

it('a report that never comes keeps nobody on the leaving page, and lets no resident in', async () => {
  const mode = begin((memory) => Object.assign(memory, { mute: true }));
  await mode.send(...IN, { type: 'leave' });
  await mode.send({ type: 'leave-anyway' });
  expect(mode.at()).toBe('leaving');
  await mode.wait(MAINTENANCE_DELAYS.LEAVING_CHECK);
  await mode.wait(MAINTENANCE_DELAYS.WORKING);
  expect(mode.at()).toBe('leftAlone');
  await mode.wait(MAINTENANCE_DELAYS.LEAVING_CHECK);
  expect(mode.at()).toBe('away');
});

it('a call while it is looked whether residents may come back does not keep them out of a kiosk that is ready', async () => {
  for (const [red, then] of [
    [false, 'off'],
    [true, 'away'],
  ] as const) {
    const mode = begin((memory) => Object.assign(memory, { red }));
    await mode.send(...IN);
    mode.memory.mute = true;
    await mode.wait(MAINTENANCE_DELAYS.WORKING);
    expect(mode.at()).toBe('leftAlone');
    await mode.send(CALL);
    expect(mode.at()).toBe('signIn');
    mode.memory.mute = false;
    await mode.send({ type: 'give-up-sign-in' });
    expect(mode.at()).toBe(then);
  }
});

describe('entering waits until no resident is in session', () => {
  it('remembers the call and answers when the session is over', async () => {
    const mode = begin();
    await STATES.called?.(mode);
    expect(mode.actor.getSnapshot().context.since).toBeNull();
    await mode.send({ type: 'look' });
    expect(mode.at()).toBe('called');
    mode.memory.free = true;
    await mode.send({ type: 'look' });
    expect(mode.at()).toBe('signIn');
  });

  it('looks for itself where nobody tells', async () => {
    const mode = begin();
    await STATES.called?.(mode);
    mode.memory.free = true;
    await mode.wait(MAINTENANCE_DELAYS.LOOK_AGAIN);
    expect(mode.at()).toBe('signIn');
  });

  it('a sign-in that nobody finishes leads back to out of service where it came from there', async () => {
    const mode = begin(() => undefined, 77);
    expect([mode.at(), mode.actor.getSnapshot().context.since]).toEqual(['away', 77]);
    await mode.send(CALL);
    await mode.wait(MAINTENANCE_DELAYS.SIGN_IN);
    expect([mode.at(), mode.actor.getSnapshot().context.since]).toEqual(['away', 77]);
  });
});

it('leaving anyway does not leave cards that were perhaps moved to residents', async () => {
  const mode = begin((memory) => Object.assign(memory, { unfinished: true }));
  await mode.send(...IN, { type: 'leave' });
  expect(mode.at()).toBe('leaving');
  await mode.send({ type: 'leave-anyway' });
  expect(mode.at()).toBe('away');
});

it('a second person signs in for a task of two, and is told to it', async () => {
  const mode = begin();
  await STATES.second?.(mode);
  mode.memory.technician = 'T-0981';
  await mode.send(...IN.slice(1));
  expect([mode.at(), mode.memory.did.at(-1)]).toEqual(['task', 'load-cards T-0417 T-0981']);
  expect(mode.memory.asked).toEqual({ person: 'second', besides: { technician: 'T-0417', role: 'stock' } });
});
