import { type ActorOptions, createActor } from 'xstate';
import type { ScreenMessage } from '../../../../src/contracts/command.ts';
import type { MaintenanceAct } from '../../../../src/contracts/maintenance/maintenance-act.ts';
import type { TaskKind } from '../../../../src/contracts/maintenance/tasks.ts';
import type { Language, View } from '../../../../src/contracts/view.ts';
import { MAINTENANCE_DELAYS } from '../../../../src/flows/maintenance/delays.ts';
import { mode } from '../../../../src/flows/maintenance/mode.ts';
import type { ActEvent } from '../../../../src/flows/maintenance/sign-in.ts';
import type { PolicyPack } from '../../../../src/policy/policy-pack.ts';
import type { Clock, Entropy, Stopwatch } from '../../../../src/ports/clock.ts';
import type { TechnicianCardReader } from '../../../../src/ports/technician-card.ts';
import type { Revisions } from '../../session/revisions.ts';
import { sameView } from '../../session/same-view.ts';
import type { Store } from '../../store/open-store.ts';
import type { ReadinessDesk } from '../readiness-desk.ts';
import type { TaskDesk } from '../task-desk.ts';
import { MaintenanceOnDisk } from './maintenance-on-disk.ts';
import { pageOf, signInOf } from './maintenance-page.ts';
import { maintenanceView } from './maintenance-view.ts';
import { modeKit, taskShown } from './mode-kit-of-core.ts';
import type { TaskGround } from './task-choices.ts';
import { TechnicianDoor } from './technician-door.ts';
import type { TechnicianListSource } from './technician-list-file.ts';

export interface MaintenanceHostOptions {
  readonly kioskName: string;
  readonly policy: Pick<PolicyPack, 'counters' | 'hotlines'>;
  readonly store: Pick<Store, 'settings' | 'audit' | 'identity' | 'technicianTries' | 'transaction'>;
  readonly technicians: TechnicianListSource;
  readonly tasks: TaskDesk;
  /** Whether there is a script for it, and the machine it is about. */
  readonly fitted: (kind: TaskKind) => boolean;
  readonly readiness: ReadinessDesk;
  /** Null where the kiosk has no reader for technicians' cards. */
  readonly cardReader: () => TechnicianCardReader | null;
  /** Nobody is being served, and no card is on its way to anybody. */
  readonly free: () => boolean;
  readonly linkUp: () => boolean;
  /** The centre knows this kiosk no more. */
  readonly revoked: () => boolean;
  readonly timers: Clock & Stopwatch;
  readonly entropy: Entropy;
  readonly revisions: Revisions;
  /** XState's clock: real timers in the kiosk, a simulated one in tests. */
  readonly clock?: NonNullable<ActorOptions<ReturnType<typeof mode>>['clock']>;
  readonly show: (view: View) => void;
  /** Residents have the screen again. */
  readonly released: () => void;
  readonly crash: (error: unknown) => void;
}

/** Maintenance mode on the screen. While it has the screen the session host gets no message and shows nothing. */
export interface MaintenanceHost {
  /** Takes a call at any time; everything else only while it has the screen. */
  receive(message: ScreenMessage): void;
  /** The cabinet's door was opened: a technician would like to be let in. */
  doorOpened(): void;
  /** Something outside changed: a session, a card in motion, a device, the link. */
  refresh(): void;
  /** Whether the screen is a technician's. */
  hasScreen(): boolean;
  /** A technician is signed in or is signing in: nothing restarts beside them. */
  atWork(): boolean;
  /** Nobody is served since; null while residents are. Milliseconds since the epoch. */
  since(): number | null;
  /** Who is signed in, by id; null while nobody is. */
  technician(): string | null;
  /** Technicians whom wrong tries locked out, by id. */
  lockedOut(): string[];
  /** A supervisor lets somebody in again. */
  unlock(technician: string, by: string): void;
  /** Called before a restart that a technician asked for: the same person is back on their page after it. */
  prepareReturn(): void;
  stop(): void;
}

/** Runs maintenance mode over core's desks, and makes views of it. */
export function createMaintenanceHost(options: MaintenanceHostOptions): MaintenanceHost {
  const { kioskName, policy, store, tasks, readiness, timers, revisions, crash } = options;
  const disk = new MaintenanceOnDisk(store.settings);
  const door = new TechnicianDoor({
    technicians: options.technicians,
    store,
    reader: options.cardReader,
    revoked: options.revoked,
    now: () => timers.now(),
    entropy: options.entropy,
  });
  const ground: TaskGround = {
    fitted: options.fitted,
    revoked: options.revoked,
    enrolled: () => store.identity.load().kioskId !== null,
    unfinished: () => tasks.unfinished(),
  };
  const kit = modeKit({ ...options, door, ground, disk });
  let language: Language = 'zh-CN';
  let elder = false;
  /** null: nobody chose, the technician's setting holds. */
  let lowReach: boolean | null = null;
  let current: View | null = null;
  let screenKey = '';
  let screenSince = 0;
  let touchedAt = timers.elapsed();
  let scheduled = false;
  let stopped = false;

  const schedule = () => {
    if (scheduled || stopped) return;
    scheduled = true;
    queueMicrotask(() => {
      scheduled = false;
      if (!stopped) publish();
    });
  };

  const actor = createActor(mode(kit), {
    ...(options.clock && { clock: options.clock }),
    inspect: schedule,
    input: kit.start(),
  });
  actor.subscribe({ error: crash });
  const hasScreen = () => actor.getSnapshot().context.since !== null;

  /** Milliseconds this page waits for a touch; null where it waits for the machine. */
  const patience = (): number | null => {
    const snapshot = actor.getSnapshot();
    const signIn = signInOf(snapshot);
    if (signIn)
      return signIn.matches('checkingPin') || signIn.matches('checkingCode')
        ? null
        : MAINTENANCE_DELAYS.SIGN_IN;
    if (!snapshot.matches('working')) return null;
    const shown = taskShown(tasks.page());
    if (shown === 'act') return null;
    return shown === 'hands' ? MAINTENANCE_DELAYS.HANDS : MAINTENANCE_DELAYS.WORKING;
  };

  function publish() {
    const snapshot = actor.getSnapshot();
    const { since } = snapshot.context;
    if (since === null) {
      if (current === null) return;
      current = null;
      screenKey = '';
      language = 'zh-CN';
      elder = false;
      lowReach = null;
      options.released();
      return;
    }
    const page = pageOf(snapshot, { tasks, readiness, ground });
    const step = page?.page === 'task' ? page.step : '';
    // A report that comes is no other page: a touch that was on its way means the same after it.
    const at = page?.page === 'readiness' ? 'readiness' : snapshot.value;
    const key = JSON.stringify([at, signInOf(snapshot)?.value ?? '', step]);
    if (key !== screenKey) {
      screenKey = key;
      screenSince = revisions.last + 1;
      touchedAt = timers.elapsed();
    }
    const limit = patience();
    const view = maintenanceView({
      kioskName,
      policy,
      language,
      elder,
      lowReach: lowReach ?? store.settings.get('low-reach') === 'on',
      linkUp: options.linkUp(),
      now: timers.now(),
      revision: revisions.last + 1,
      secondsLeft: limit === null ? null : Math.max(0, (limit - (timers.elapsed() - touchedAt)) / 1_000),
      since,
      page,
    });
    if (current && sameView(current, view)) return;
    revisions.last += 1;
    current = view;
    options.show(view);
  }

  const touched = () => {
    touchedAt = timers.elapsed();
    actor.send({ type: 'activity' });
  };

  const take = ({ act, ...rest }: MaintenanceAct) => {
    if (act === 'camera-measured') {
      const { light, focus, width, height } = rest as Extract<MaintenanceAct, { act: 'camera-measured' }>;
      readiness.cameraLooked({ light, focus, width, height });
      return;
    }
    touched();
    actor.send({ type: act, ...rest } as ActEvent);
  };

  const unsubscribe = tasks.subscribe(() => {
    touchedAt = timers.elapsed();
    actor.send({ type: 'task-changed' });
    schedule();
  });
  actor.start();
  publish();

  return {
    receive(message) {
      if (message.kind === 'call-technician') {
        actor.send({ type: 'call', by: 'gesture' });
        return;
      }
      if (!hasScreen()) return;
      switch (message.kind) {
        case 'hello':
          if (current) options.show(current);
          return;
        case 'activity':
          touched();
          return;
        case 'maintain':
          if (message.revision >= screenSince && current?.screen === 'maintenance') take(message.act);
          return;
        case 'command':
          if (message.command.type === 'set-language') language = message.command.language;
          else if (message.command.type === 'set-elder') elder = message.command.elder;
          else if (message.command.type === 'set-low-reach') lowReach = message.command.lowReach;
          else return;
          schedule();
          return;
        case 'page-alive':
      }
    },
    doorOpened: () => actor.send({ type: 'call', by: 'door' }),
    refresh() {
      actor.send({ type: 'look' });
      schedule();
    },
    hasScreen,
    atWork: () => {
      const snapshot = actor.getSnapshot();
      return snapshot.matches('signIn') || snapshot.matches('working');
    },
    since: () => actor.getSnapshot().context.since,
    technician: () => actor.getSnapshot().context.who?.technician ?? null,
    lockedOut: () => door.lockedOut(),
    unlock: (technician, by) => door.unlock(technician, by),
    prepareReturn() {
      const { who } = actor.getSnapshot().context;
      if (who) disk.willReturn(who.technician, timers.now());
    },
    stop() {
      stopped = true;
      unsubscribe();
      actor.stop();
    },
  };
}
