import { type Actor, type ActorOptions, createActor } from 'xstate';
import type { Command, ScreenMessage } from '../../../src/contracts/command.ts';
import type { Screen, View } from '../../../src/contracts/view.ts';
import { attention } from '../../../src/flows/attention.ts';
import type { FlowKit } from '../../../src/flows/kit.ts';
import { focus, type Overlay, publish } from '../../../src/flows/publish.ts';
import type { Patience } from '../../../src/flows/screen.ts';
import { session } from '../../../src/flows/session.ts';
import { NO_CHOICE, NOBODY } from '../../../src/flows/session-setup.ts';
import type { Revisions } from './revisions.ts';
import { sameView } from './same-view.ts';

/** XState's clock: real timers in the kiosk, a simulated one in tests. */
type MachineClock = NonNullable<ActorOptions<ReturnType<typeof session>>['clock']>;

export interface SessionHostOptions {
  readonly kit: FlowKit;
  readonly kioskName: string;
  readonly clock?: MachineClock;
  /** Shared with whoever else shows views; a count of its own where absent. */
  readonly revisions?: Revisions;
  /** Gets every view; the last one is what is true. */
  readonly show: (view: View) => void;
  /** A programming error inside a flow: core is crash-only. */
  readonly crash: (error: unknown) => void;
}

export interface SessionHost {
  receive(message: ScreenMessage): void;
  /** Something outside the session changed: a device, the link, the policy. */
  refresh(): void;
  /** The present view once more, as a new one: somebody else had the screen meanwhile. */
  showAnew(): void;
  /** True on the start screen: nobody's business is under way (INV-7). */
  idle(): boolean;
  /** Null while somebody is being served. What is about to be shown is shown first. */
  atRest(): HostAtRest | null;
  stop(): void;
}

/** INV-6: the start screen and what the session behind it knows; `holds` is empty when all is well. */
export interface HostAtRest {
  readonly screen: Screen;
  /** Names of the fields on the screen. */
  readonly fields: readonly string[];
  /** Names of what the session still holds of a person. */
  readonly holds: readonly string[];
}

/**
 * Runs one session after the other, publishes what each shows, and lets only those commands through that the
 * present screen offers. A touch meant for a screen that is gone is dropped on purpose.
 */
export function createSessionHost(options: SessionHostOptions): SessionHost {
  const { kit, kioskName, show, crash } = options;
  const timing = options.clock ? { clock: options.clock } : {};
  const revisions = options.revisions ?? { last: 0 };
  let screenSince = 0;
  let screenKey = '';
  /** How long the screen waits: by its patience, twice in elder mode. */
  let waits = '';
  let current: View | null = null;
  let deadline: number | null = null;
  let scheduled = false;
  let stopped = false;
  /** The view that is being made takes account of what attention does now. */
  let publishing = false;

  const schedule = () => {
    if (scheduled || stopped) return;
    scheduled = true;
    queueMicrotask(() => {
      scheduled = false;
      if (!stopped) publishNow();
    });
  };

  const watcher = createActor(attention, {
    ...timing,
    inspect: () => {
      if (!publishing) schedule();
    },
  });
  watcher.on('gone', () => resident.send({ type: 'gone' }));
  watcher.on('left', () => resident.send({ type: 'left' }));

  const machine = session(kit);
  const begin = (cardLeftBehind: boolean): Actor<ReturnType<typeof session>> => {
    const actor = createActor(machine, {
      ...timing,
      inspect: schedule,
      input: { ...NO_CHOICE, cardLeftBehind },
    });
    actor.subscribe({
      complete: () => {
        if (stopped) return;
        resident = begin(actor.getSnapshot().output?.cardLeftBehind ?? false);
        schedule();
      },
      error: crash,
    });
    actor.start();
    return actor;
  };

  const secondsFor = (patience: Patience, view: View): number | null => {
    const { timeouts } = kit.policy;
    const factor = view.elder ? 2 : 1;
    switch (patience) {
      case 'screen':
      case 'choice':
        return timeouts.screenSeconds * factor;
      case 'typing':
        return timeouts.typingScreenSeconds * factor;
      case 'end':
        return timeouts.endScreenSeconds * factor;
      case 'busy':
      case 'none':
        return null;
    }
  };

  const overlayNow = (): Overlay => {
    const state = watcher.getSnapshot().value;
    const secondsLeft = deadline === null ? null : Math.max(0, (deadline - kit.clock.elapsed()) / 1_000);
    if (state === 'warned')
      return { overlay: { kind: 'time-out', secondsLeft: secondsLeft ?? 0 }, secondsLeft: null };
    if (state === 'asked') return { overlay: { kind: 'leave' }, secondsLeft: null };
    return { overlay: null, secondsLeft: state === 'watching' ? secondsLeft : null };
  };

  let lastState = '';
  const noteAttention = () => {
    const snapshot = watcher.getSnapshot();
    if (snapshot.value === lastState) return;
    lastState = snapshot.value;
    const seconds = { watching: snapshot.context.seconds, warned: snapshot.context.warningSeconds } as Record<
      string,
      number
    >;
    const limit = seconds[lastState];
    deadline = limit === undefined ? null : kit.clock.elapsed() + limit * 1_000;
  };

  const publishWith = (overlay: Overlay) =>
    publish({ session: resident, kit, overlay, revision: revisions.last + 1, kioskName });

  function publishNow() {
    noteAttention();
    const overlay = overlayNow();
    const published = publishWith(overlay);
    if (!published) return;
    const shown = focus(resident);
    const key = `${shown.sessionId}:${JSON.stringify(shown.getSnapshot().value)}`;
    const waiting = `${published.patience} ${published.view.elder}`;
    if (key === screenKey && waiting === waits) {
      emit(published.view);
      return;
    }
    // A choice on the start screen is no new screen: a touch that follows at once still counts.
    if (key !== screenKey) screenSince = revisions.last + 1;
    screenKey = key;
    waits = waiting;
    publishing = true;
    startPatience(published.patience, published.view);
    publishing = false;
    noteAttention();
    const anew = overlayNow();
    // What may be touched depends on what lies over the screen.
    if (overlay.overlay !== anew.overlay) {
      const again = publishWith(anew);
      if (again) emit(again.view);
      return;
    }
    emit({ ...published.view, secondsLeft: anew.secondsLeft });
  }

  function startPatience(patience: Patience, view: View) {
    lastState = '';
    watcher.send({
      type: 'screen',
      seconds: secondsFor(patience, view),
      warningSeconds: kit.policy.timeouts.warningSeconds,
      asks: patience !== 'end' && patience !== 'choice',
    });
  }

  function emit(published: View) {
    const view = sinceWhen(published);
    if (current && sameView(current, view)) return;
    revisions.last = view.revision;
    const isFirst = current === null;
    current = view;
    show(isFirst ? saying(view) : view);
  }

  /** A page that may be new is told what is said otherwise. */
  const saying = (view: View): View => ({ ...view, texts: kit.texts() });

  /** Nothing works since: kept as long as it is so. */
  function sinceWhen(view: View): View {
    if (view.screen !== 'out-of-service') return view;
    const before = current?.screen === 'out-of-service' ? current.since : null;
    return { ...view, since: before ?? view.now };
  }

  /** Somebody is there: the screen's time begins again. */
  const noteActivity = () => {
    lastState = '';
    watcher.send({ type: 'activity' });
  };

  function dispatch(command: Command) {
    switch (command.type) {
      case 'set-language':
      case 'set-elder':
      case 'set-low-reach':
        resident.send(command);
        noteActivity();
        return;
      case 'cancel':
      case 'stay':
      case 'leave':
        lastState = '';
        watcher.send(command);
        return;
      default:
        noteActivity();
        focus(resident).send(command);
    }
  }

  let resident = begin(false);
  watcher.start();
  publishNow();

  return {
    receive(message) {
      switch (message.kind) {
        case 'hello':
          if (current) show(saying(current));
          return;
        case 'activity':
          if (watcher.getSnapshot().value === 'watching') noteActivity();
          return;
        case 'command':
          if (message.revision < screenSince || !current?.can.includes(message.command.type)) return;
          dispatch(message.command);
      }
    },
    refresh: schedule,
    showAnew() {
      if (current === null) return;
      revisions.last += 1;
      current = { ...current, revision: revisions.last, now: kit.clock.now() };
      show(saying(current));
    },
    idle: () => resident.getSnapshot().matches('welcome'),
    atRest() {
      const snapshot = resident.getSnapshot();
      if (stopped || !snapshot.matches('welcome')) return null;
      if (scheduled) publishNow();
      if (current === null) return null;
      const { context, children } = snapshot;
      const personal = Object.keys(NOBODY) as (keyof typeof NOBODY)[];
      const holds = [
        ...personal.filter((field) => context[field] !== null),
        ...Object.keys(children),
        ...(kit.notes.empty ? [] : ['notes']),
      ];
      return { screen: current.screen, fields: Object.keys(current), holds };
    },
    stop() {
      stopped = true;
      resident.stop();
      watcher.stop();
    },
  };
}
