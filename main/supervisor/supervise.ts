import type { CoreMessage, ShellMessage, WatchdogNote } from '../../src/contracts/core-link.ts';
import { coreMessage } from '../../src/contracts/core-link.ts';
import type { View } from '../../src/contracts/view.ts';
import type { Timers } from '../../src/ports/clock.ts';
import { unreachable } from '../../src/result.ts';
import type { Log } from '../core/log.ts';
import type { CoreProcess } from './core-process.ts';
import {
  type Act,
  begin,
  type CoreDown,
  nextLook,
  type RestartAfter,
  type Step,
  type SupervisionEvent,
  step,
} from './supervision.ts';

export interface SupervisorOptions {
  /** Starts one core; called again for each restart. */
  readonly spawn: () => CoreProcess;
  readonly timers: Timers;
  /** The product's own rests (delays.ts) where absent; tests that kill often give others. */
  readonly restartAfter?: RestartAfter;
  /** Everything core says but `fatal`, parsed. */
  readonly onMessage: (message: CoreMessage) => void;
  /** Core is gone or going: whatever it showed must leave the screen now (INV-6). */
  readonly onDown: (why: CoreDown) => void;
  readonly log: Pick<Log, 'info' | 'warn' | 'error'>;
}

export interface Supervisor {
  /** Told to the present core once it is ready, else to the next one. */
  note(note: WatchdogNote): void;
  /** False while there is no core to take it: a touch during a restart is lost, not kept for later. */
  send(message: ShellMessage): boolean;
  /** True from the start of a core to its end: somebody hears what is sent. */
  readonly present: boolean;
  /** What core showed last, for a page that was reloaded; null as soon as core is down (INV-6). */
  readonly lastView: View | null;
  /** Ends core and starts no other; resolves when it is gone. */
  stop(): Promise<void>;
}

/** Starts core at once and keeps it running: heartbeat, kill, restart with back-off (delays.ts). */
export function supervise(options: SupervisorOptions): Supervisor {
  const { timers, log, restartAfter } = options;
  let current: CoreProcess | null = null;
  const first = begin(timers.elapsed());
  let state = first.next;
  let lastView: View | null = null;
  let ready = false;
  let notes: WatchdogNote[] = [];
  let sleeping = new AbortController();
  const { promise: gone, resolve: tellGone } = Promise.withResolvers<void>();

  const happen = (event: SupervisionEvent): void => take(step(state, event, timers.elapsed(), restartAfter));

  function take(taken: Step): void {
    state = taken.next;
    for (const act of taken.acts) carryOut(act);
    if (state.phase === 'over' && current === null) tellGone();
    void lookAgain();
  }

  async function lookAgain(): Promise<void> {
    sleeping.abort();
    const mine = new AbortController();
    sleeping = mine;
    const at = nextLook(state);
    if (at === null) return;
    await timers.sleep(Math.max(0, at - timers.elapsed()), mine.signal);
    if (!mine.signal.aborted) happen({ kind: 'look' });
  }

  function carryOut(act: Act): void {
    switch (act.act) {
      case 'start':
        startCore();
        break;
      case 'kill':
        current?.kill();
        break;
      case 'say-down':
        lastView = null;
        ready = false;
        if (act.why.kind === 'silent' || act.why.kind === 'broke-contract')
          notes.push({ kind: 'watchdog', watchdog: 'core', act: 'core-restarted', why: act.why.kind });
        logDown(act.why);
        options.onDown(act.why);
        break;
      case 'pass-on':
        if (act.message.kind === 'view') lastView = act.message.view;
        if (act.message.kind === 'ready') {
          ready = true;
          tellNotes();
        }
        options.onMessage(act.message);
        break;
      default:
        unreachable(act);
    }
  }

  function startCore(): void {
    const core = options.spawn();
    current = core;
    log.info('core-started', { pid: core.pid ?? null });
    core.onMessage((raw) => {
      if (core === current) happen(heard(raw));
    });
    core.onExit((how) => {
      if (core !== current) return;
      log.info('core-exited', { pid: core.pid ?? null, code: how ?? null });
      current = null;
      happen({ kind: 'exited' });
    });
  }

  function heard(raw: unknown): SupervisionEvent {
    const parsed = coreMessage.safeParse(raw);
    if (parsed.success) return { kind: 'said', message: parsed.data };
    // Where it is wrong, never what it says: the message may hold a resident's view.
    log.error('core-message-malformed', { reason: parsed.error.issues[0]?.path.join('.') ?? '' });
    return { kind: 'said-nonsense' };
  }

  function logDown(why: CoreDown): void {
    const pid = current?.pid ?? null;
    const failures = 'failures' in state ? state.failures : 0;
    if (why.kind === 'stopped') log.info('core-stopped', { pid });
    else log.warn('core-down', { pid, reason: why.kind, count: failures });
  }

  function tellNotes(): void {
    if (!ready) return;
    for (const note of notes) current?.send(note);
    notes = [];
  }

  const isPresent = (): boolean => state.phase === 'running' && current !== null;

  take(first);
  return {
    note(note) {
      notes.push(note);
      tellNotes();
    },
    send: (message) => {
      if (!isPresent()) return false;
      current?.send(message);
      return true;
    },
    get present() {
      return isPresent();
    },
    get lastView() {
      return lastView;
    },
    async stop() {
      happen({ kind: 'stop' });
      await gone;
    },
  };
}
