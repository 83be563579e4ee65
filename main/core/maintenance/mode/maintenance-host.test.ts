import { beforeAll, describe, expect, it } from 'vitest';
import type { TaskKind } from '../../../../src/contracts/maintenance/tasks.ts';
import type { TechnicianList } from '../../../../src/contracts/maintenance/technician-list.ts';
import { type Guide, taskDone } from '../../../../src/maintenance/guide.ts';
import type { TaskScripts } from '../task-desk.ts';
import {
  type FictitiousTechnician,
  fictitiousTechnicians,
  oneTimeCode,
  pinOf,
} from './fictitious-technicians.ts';
import { TechnicianAtTheScreen } from './technician-at-the-screen.ts';

let list: TechnicianList;
beforeAll(async () => {
  list = await fictitiousTechnicians();
});

/** An act that ends when a test says so; the tests of one file run one after the other. */
let endAct: () => void = () => undefined;

const SCRIPTS: TaskScripts = {
  'change-paper': async (guide: Guide<'change-paper'>) => {
    await guide.do('open-cover');
    return taskDone();
  },
  'load-cards': async (guide: Guide<'load-cards'>) => {
    await guide.count('count-first', 100);
    guide.mustFinish();
    await guide.act('book', 5, () => new Promise<null>((resolve) => (endAct = () => resolve(null))));
    await guide.do('put-in');
    return taskDone();
  },
  'unlock-technician': async () => taskDone(),
};

async function signIn(screen: TechnicianAtTheScreen, technician: FictitiousTechnician = 'T-0417') {
  // No code is taken twice.
  await screen.timers.advance(30_000);
  await screen.touch({ act: 'use-code' });
  const code = oneTimeCode(technician, screen.timers.now());
  await screen.touch({ act: 'enter-code', technician, code });
  await screen.touch({ act: 'enter-pin', pin: pinOf(technician) });
}

async function atWork(technician: FictitiousTechnician = 'T-0417') {
  const screen = new TechnicianAtTheScreen(list, SCRIPTS);
  await screen.call();
  await signIn(screen, technician);
  return screen;
}

/** Two people at the first count of a loading. */
async function loading() {
  const screen = await atWork();
  await screen.touch({ act: 'begin-task', task: 'load-cards' });
  await signIn(screen, 'T-0981');
  return screen;
}

const ended = (screen: TechnicianAtTheScreen) =>
  screen.events().filter((event) => event.startsWith('maintenance-ended'));
const outside = (screen: TechnicianAtTheScreen) => {
  const shown = screen.now;
  if (shown?.screen !== 'out-of-service') throw new Error(`not out of service but ${shown?.screen}`);
  return shown;
};

describe('entering waits until no resident is in session', () => {
  it('shows a resident nothing of a call, and asks to sign in when the session is over', async () => {
    const screen = new TechnicianAtTheScreen(list);
    screen.free = false;
    await screen.call();
    screen.host.doorOpened();
    await screen.settle();
    expect([screen.views.length, screen.host.hasScreen()]).toEqual([0, false]);
    screen.free = true;
    screen.host.refresh();
    await screen.settle();
    expect(screen.page('sign-in')).toMatchObject({ step: 'how', person: 'first' });
  });

  it('forgets a call that was not taken up within ten minutes', async () => {
    const screen = new TechnicianAtTheScreen(list);
    screen.free = false;
    await screen.call();
    await screen.wait(600);
    screen.free = true;
    screen.host.refresh();
    await screen.settle();
    expect(screen.host.hasScreen()).toBe(false);
  });

  it('the screen says since when, and where to go; nothing is to be touched by residents', async () => {
    const screen = await atWork();
    const shown = screen.now;
    expect(shown).toMatchObject({ screen: 'maintenance', can: ['set-language'], language: 'zh-CN' });
    if (shown?.screen !== 'maintenance') return;
    expect(shown.since).toBe(Date.UTC(2026, 10, 22, 4));
    expect(shown.counters.length).toBeGreaterThan(0);
    expect(screen.host.since()).toBe(shown.since);
  });

  it('a sign-in that nobody finishes gives the screen back', async () => {
    const screen = new TechnicianAtTheScreen(list);
    await screen.call();
    await screen.wait(60);
    expect([screen.host.hasScreen(), screen.released]).toEqual([false, 1]);
    expect(screen.events().join()).not.toContain('maintenance-');
  });
});

describe('tasks', () => {
  const why = (screen: TechnicianAtTheScreen, kind: TaskKind) =>
    screen.page('readiness').tasks.find((task) => task.kind === kind)?.why;

  it('says of each task why it can not be begun, and begins none that can not', async () => {
    const screen = await atWork();
    expect(why(screen, 'change-paper')).toBeNull();
    expect(why(screen, 'unlock-technician')).toBe('not-this-role');
    expect(why(screen, 'set-clock')).toBe('not-fitted');
    for (const task of ['unlock-technician', 'set-clock'] as const) {
      await screen.touch({ act: 'begin-task', task });
      screen.page('readiness');
    }
    expect(why(await atWork('T-0100'), 'change-paper')).toBe('not-this-role');
  });

  it('offers nothing in a revoked kiosk but its end, to nobody but who may end it', async () => {
    const screen = new TechnicianAtTheScreen(list, {
      ...SCRIPTS,
      decommission: async () => taskDone(),
    });
    screen.revoked = true;
    await screen.call();
    await signIn(screen, 'T-0100');
    expect(screen.page('sign-in').problem).toBe('not-this-role');
    await signIn(screen);
    expect(why(screen, 'change-paper')).toBe('revoked');
    expect(why(screen, 'decommission')).toBeNull();
    await screen.touch({ act: 'begin-task', task: 'change-paper' });
    screen.page('readiness');
  });

  it('leads through one and back to the readiness page', async () => {
    const screen = await atWork();
    await screen.touch({ act: 'begin-task', task: 'change-paper' });
    expect(screen.page('task')).toMatchObject({ kind: 'change-paper', step: 'open-cover', second: null });
    await screen.touch({ act: 'answer', step: 'open-cover', value: null });
    await screen.touch({ act: 'answer', step: screen.page('task').step, value: null });
    screen.page('readiness');
  });

  it('a touch meant for the page before does nothing', async () => {
    const screen = await atWork();
    const late = screen.now?.revision ?? 0;
    await screen.touch({ act: 'begin-task', task: 'change-paper' });
    await screen.touch({ act: 'leave-task' }, late);
    screen.page('task');
    await screen.touch({ act: 'leave-task' });
    screen.page('readiness');
  });

  it('a touch on the readiness page counts while its report comes', async () => {
    const screen = await atWork();
    const before = screen.now?.revision ?? 0;
    await screen.touch({ act: 'look-again' });
    expect(screen.now?.revision).toBeGreaterThan(before);
    await screen.touch({ act: 'begin-task', task: 'change-paper' }, before);
    expect(screen.page('task').kind).toBe('change-paper');
  });

  it('stock is touched by two: somebody else, with the same role, and not locked out', async () => {
    const screen = await atWork();
    await screen.touch({ act: 'begin-task', task: 'load-cards' });
    expect(screen.page('sign-in').person).toBe('second');
    await signIn(screen, 'T-0417');
    expect(screen.page('sign-in')).toMatchObject({ step: 'how', problem: 'same-person' });
    await signIn(screen, 'T-0100');
    expect(screen.page('sign-in')).toMatchObject({ step: 'how', problem: 'not-this-role' });
    screen.store.technicianTries.keep('T-0981', { wrong: 15, waitsUntil: 0, lockedAt: 1, lastTotpStep: 0 });
    await signIn(screen, 'T-0981');
    expect(screen.page('sign-in')).toMatchObject({ step: 'how', problem: 'locked' });
    screen.host.unlock('T-0981', 'T-0100');
    await signIn(screen, 'T-0981');
    expect(screen.page('task')).toMatchObject({
      step: 'count-first',
      technician: 'T-0417',
      second: 'T-0981',
    });
  });

  it('a second person who does not come leads back to the readiness page', async () => {
    const screen = await atWork();
    await screen.touch({ act: 'begin-task', task: 'load-cards' });
    await screen.touch({ act: 'give-up-sign-in' });
    screen.page('readiness');
    expect(screen.host.since()).not.toBeNull();
  });
});

describe('time-outs', () => {
  it('pauses the task, signs out, and residents are back where all is well', async () => {
    const screen = await atWork();
    await screen.wait(300);
    expect([screen.host.hasScreen(), screen.released]).toEqual([false, 1]);
    expect(ended(screen)).toEqual([
      'maintenance-ended {"technician":"T-0417","disposition":"timed-out","seconds":330}',
    ]);
  });

  it('gives hands in the machine ten minutes', async () => {
    const screen = await atWork();
    await screen.touch({ act: 'begin-task', task: 'change-paper' });
    expect(screen.now?.secondsLeft).toBe(600);
    await screen.wait(599);
    screen.page('task');
    await screen.wait(1);
    expect(screen.host.hasScreen()).toBe(false);
    expect(screen.store.audit.all().map(({ event }) => event)).toContain('task-ended');
  });

  it('never while an act runs; what must be finished keeps residents out until somebody does', async () => {
    const screen = await loading();
    await screen.touch({ act: 'answer', step: 'count-first', value: 50 });
    expect([screen.page('task').ask.kind, screen.now?.secondsLeft]).toEqual(['running', null]);
    await screen.wait(3_600);
    screen.page('task');
    endAct();
    await screen.settle();
    await screen.wait(600);
    const since = outside(screen).since;
    expect(outside(screen)).toMatchObject({ reasons: ['maintenance'], since: Date.UTC(2026, 10, 22, 4) });
    expect(outside(screen).counters.length).toBeGreaterThan(0);

    await screen.call();
    await signIn(screen, 'T-0981');
    const [task] = screen.page('readiness').unfinished;
    expect(task).toMatchObject({ kind: 'load-cards', mustFinish: true });
    await screen.touch({ act: 'resume-task', id: task?.id ?? '' });
    await signIn(screen, 'T-0417');
    expect(screen.page('task')).toMatchObject({ step: 'put-in', technician: 'T-0981', second: 'T-0417' });
    expect(screen.host.since()).toBe(since);
  });

  it('a resident can read the screen outside in English', async () => {
    const screen = await atWork();
    screen.red = 1;
    await screen.wait(300);
    const { revision } = outside(screen);
    screen.host.receive({ kind: 'command', revision, command: { type: 'set-language', language: 'en' } });
    await screen.settle();
    expect(outside(screen).language).toBe('en');
  });

  it('the screen outside stands low where it was set so, and a resident may choose otherwise', async () => {
    const screen = await atWork();
    screen.store.settings.set('low-reach', 'on');
    screen.red = 1;
    await screen.wait(300);
    const { revision, lowReach } = outside(screen);
    expect(lowReach).toBe(true);
    screen.host.receive({ kind: 'command', revision, command: { type: 'set-low-reach', lowReach: false } });
    await screen.settle();
    expect(outside(screen).lowReach).toBe(false);
  });
});

describe('leaving checks readiness', () => {
  it('gives the screen back at once where nothing is red', async () => {
    const screen = await atWork();
    await screen.touch({ act: 'leave' });
    expect([screen.host.hasScreen(), screen.released, screen.host.since()]).toEqual([false, 1, null]);
    expect(ended(screen).at(-1)).toContain('"disposition":"ready"');
  });

  it('shows what is red, and may be left all the same', async () => {
    const screen = await atWork();
    screen.red = 2;
    await screen.touch({ act: 'leave' });
    expect(screen.page('leaving').report?.lines).toHaveLength(2);
    await screen.touch({ act: 'stay' });
    screen.page('readiness');
    await screen.touch({ act: 'leave' });
    await screen.touch({ act: 'leave-anyway' });
    expect(screen.host.hasScreen()).toBe(false);
    expect(ended(screen).at(-1)).toContain('"disposition":"not-ready"');
  });
});

describe('after power or restart', () => {
  it('a power cut ends maintenance mode in the audit, and residents are served', async () => {
    const screen = await atWork();
    await screen.cut();
    expect(screen.host.hasScreen()).toBe(false);
    expect(ended(screen)).toEqual([
      'maintenance-ended {"technician":"T-0417","disposition":"power-cut","seconds":null}',
    ]);
    await screen.cut();
    expect(ended(screen)).toHaveLength(1);
  });

  it('with cards perhaps moved the kiosk comes up out of service, since when it was so', async () => {
    const screen = await loading();
    await screen.touch({ act: 'answer', step: 'count-first', value: 50 });
    const since = screen.host.since();
    for (let cuts = 0; cuts < 2; cuts += 1) {
      await screen.cut(60_000);
      expect(outside(screen).reasons).toEqual(['maintenance']);
    }
    expect(since).toBe(Date.UTC(2026, 10, 22, 4));
  });

  it('a restart that was asked for leads back to the page without signing in, once', async () => {
    const screen = await atWork();
    screen.host.prepareReturn();
    await screen.cut(30_000);
    expect(screen.page('readiness').technician).toBe('T-0417');
    expect(ended(screen).at(-1)).toContain('"disposition":"restart"');
    expect(screen.events().at(-1)).toBe('maintenance-started {"technician":"T-0417","called":"restart"}');
    await screen.cut(1_000);
    expect(screen.host.hasScreen()).toBe(false);
  });

  it.each([
    ['after two minutes', 120_001, 0],
    ['with the clock set back', 1_000, -600_000],
  ])('signs nobody in %s', async (_, darkMs, setBackMs) => {
    const screen = await atWork();
    screen.host.prepareReturn();
    screen.timers.setWallClock(setBackMs);
    await screen.cut(darkMs);
    expect(screen.host.hasScreen()).toBe(false);
  });

  it('signs nobody in who was locked out meanwhile', async () => {
    const screen = await atWork();
    screen.host.prepareReturn();
    screen.store.technicianTries.keep('T-0417', { wrong: 15, waitsUntil: 0, lockedAt: 1, lastTotpStep: 0 });
    await screen.cut();
    expect(screen.host.hasScreen()).toBe(false);
  });
});

it('prints and saves the report, and passes on what the camera showed without a touch of it', async () => {
  const screen = await atWork();
  await screen.touch({ act: 'print-report' });
  await screen.touch({ act: 'save-report' });
  expect(screen.page('readiness')).toMatchObject({ paper: 'printed', saved: 'no-stick' });
  await screen.wait(299);
  await screen.touch({ act: 'camera-measured', light: 80, focus: 120, width: 640, height: 480 });
  expect(screen.looks).toEqual([{ light: 80, focus: 120, width: 640, height: 480 }]);
  await screen.wait(1);
  expect(screen.host.hasScreen()).toBe(false);
});
