import { assign, fromPromise, raise, sendTo, setup } from 'xstate';
import type { MaintenancePageOf } from '../../contracts/maintenance/page.ts';
import type { ReadinessReport } from '../../contracts/maintenance/readiness-report.ts';
import { TASKS } from '../../contracts/maintenance/tasks.ts';
import { MAINTENANCE_DELAYS } from './delays.ts';
import type { CalledBy, ModeKit, SignedIn, WantedTask } from './mode-kit.ts';
import { type ActEvent, type SignInOutput, signIn } from './sign-in.ts';
import type { AskedPerson } from './sign-in-door.ts';

/** How core finds the kiosk at its start. */
export interface ModeInput {
  /** A technician asked for the restart, and is still there. */
  readonly returned: SignedIn | null;
  /** A task was left behind that must be finished: since when nobody is served. */
  readonly awaySince: number | null;
}

export interface ModeContext {
  readonly returned: SignedIn | null;
  readonly called: CalledBy;
  /** Nobody is served since; null while residents have the screen. */
  readonly since: number | null;
  /** Left behind with something unfinished or not ready. */
  readonly away: boolean;
  /** Left alone, and somebody called before it was seen whether residents may come back. */
  readonly unchecked: boolean;
  readonly who: SignedIn | null;
  /** The second person's sign-in is for this. */
  readonly wanted: WantedTask | null;
  readonly second: string | null;
  readonly report: ReadinessReport | null;
  readonly paper: MaintenancePageOf<'readiness'>['paper'];
  readonly saved: MaintenancePageOf<'readiness'>['saved'];
}

export type ModeEvent =
  | ActEvent
  | { readonly type: 'call'; readonly by: 'gesture' | 'door' }
  /** Something outside changed: a session ended, a card is out. */
  | { readonly type: 'look' }
  | { readonly type: 'activity' }
  | { readonly type: 'task-changed' }
  | { readonly type: 'timed-out' };

const RESIDENTS = {
  since: null,
  away: false,
  unchecked: false,
  who: null,
  wanted: null,
  second: null,
  report: null,
} as const;

const outputOf = (event: object): unknown => ('output' in event ? event.output : undefined);
const signInOf = (event: object): SignInOutput => (outputOf(event) ?? null) as SignInOutput;

const somebody = ({ who }: ModeContext): SignedIn => {
  if (who === null) throw new Error('a technician is at work and nobody is signed in');
  return who;
};

/** The report that stands on the page. */
export const reportOf = ({ report }: ModeContext): ReadinessReport => {
  if (report === null) throw new Error('a report is to be given that was not made');
  return report;
};

const isWhole = (kit: ModeKit, report: ReadinessReport): boolean =>
  report.lines.every(({ level }) => level !== 'stop') && !kit.mustFinish();

/** Collaborators, guards and acts of maintenance mode, before the states that use them. */
export function modeSetup(kit: ModeKit) {
  const wantedBy = (context: ModeContext, event: ModeEvent): WantedTask | null => {
    if (context.who === null) return null;
    if (event.type === 'begin-task') return kit.wanted({ begin: event.task }, context.who);
    return event.type === 'resume-task' ? kit.wanted({ resume: event.id }, context.who) : null;
  };
  const run = ({ who, wanted }: ModeContext, second: string | null) => {
    if (who && wanted) kit.runTask(wanted, { technician: who.technician, second });
  };
  const end = (context: ModeContext, disposition: Parameters<ModeKit['ended']>[2]) =>
    kit.ended(somebody(context).technician, context.since ?? kit.now(), disposition);
  return setup({
    types: {
      context: {} as ModeContext,
      input: {} as ModeInput,
      events: {} as ModeEvent,
    },
    actors: {
      signIn: signIn(kit.door),
      report: fromPromise<ReadinessReport>(() => kit.report()),
      print: fromPromise<ModeContext['paper'], ReadinessReport>(({ input }) => kit.print(input)),
      save: fromPromise<ModeContext['saved'], ReadinessReport>(({ input }) => kit.save(input)),
    },
    delays: {
      CALL_FORGOTTEN: MAINTENANCE_DELAYS.CALL_FORGOTTEN,
      LEAVING_CHECK: MAINTENANCE_DELAYS.LEAVING_CHECK,
      LOOK_AGAIN: MAINTENANCE_DELAYS.LOOK_AGAIN,
      PATIENCE: () => (kit.taskShown() === 'hands' ? MAINTENANCE_DELAYS.HANDS : MAINTENANCE_DELAYS.WORKING),
    },
    guards: {
      returned: ({ context }) => context.returned !== null,
      away: ({ context }) => context.away,
      unchecked: ({ context }) => context.unchecked,
      free: () => kit.free(),
      letIn: ({ event }) => signInOf(event) !== null,
      mayHave: ({ context, event }) => wantedBy(context, event) !== null,
      alone: ({ context, event }) => {
        const wanted = wantedBy(context, event);
        return wanted !== null && !TASKS[wanted.kind].secondPerson;
      },
      actRuns: () => kit.taskShown() === 'act',
      taskOver: () => kit.taskShown() === 'none',
      whole: ({ event }) => isWhole(kit, outputOf(event) as ReadinessReport),
      mustFinish: () => kit.mustFinish(),
    },
    actions: {
      takeCall: assign(({ event }) => (event.type === 'call' ? { called: event.by } : {})),
      takeScreen: assign(({ context }) => ({ since: context.since ?? kit.now() })),
      takeWho: assign(({ event }) => {
        const letIn = signInOf(event);
        return letIn === null
          ? {}
          : { who: { technician: letIn.technician, roles: letIn.roles }, away: false, unchecked: false };
      }),
      takeReturned: assign(({ context }) => ({
        who: context.returned,
        returned: null,
        away: false,
        called: 'restart' as const,
        since: context.since ?? kit.now(),
      })),
      takeWanted: assign(({ context, event }) => ({ wanted: wantedBy(context, event), second: null })),
      takeSecond: assign(({ event }) => ({ second: signInOf(event)?.technician ?? null })),
      takeReport: assign(({ event }) => ({ report: outputOf(event) as ReadinessReport })),
      takePaper: assign(({ event }) => ({ paper: outputOf(event) as ModeContext['paper'] })),
      takeSaved: assign(({ event }) => ({ saved: outputOf(event) as ModeContext['saved'] })),
      forgetReport: assign({ report: null, paper: 'offered', saved: 'offered' }),
      signOut: assign({ who: null, wanted: null, second: null, report: null }),
      stayAway: assign({ away: true, unchecked: false }),
      stayUnchecked: assign({ unchecked: true }),
      giveBack: assign({ ...RESIDENTS }),
      runTask: ({ context }) => run(context, context.second),
      answerTask: ({ event }) => {
        if (event.type === 'answer') kit.answerTask(event.step, event.value);
      },
      taskBack: () => kit.taskBack(),
      leaveTask: () => kit.leaveTask(),
      pauseTask: () => kit.pauseTask(),
      noteEntered: ({ context }) =>
        kit.entered(somebody(context), context.since ?? kit.now(), context.called),
      noteReady: ({ context }) => end(context, 'ready'),
      noteNotReady: ({ context }) => end(context, 'not-ready'),
      noteTimedOut: ({ context }) => end(context, 'timed-out'),
      timeOut: raise({ type: 'timed-out' }),
      toSignIn: sendTo('signIn', ({ event }) => event),
    },
  });
}

/** Any technician of the list. */
export const firstPerson: AskedPerson = { person: 'first', besides: null };

/** Somebody else with the role that the task asks for. */
export function secondPerson({ who, wanted }: ModeContext): AskedPerson {
  if (who === null || wanted === null) throw new Error('a second person is asked for without a task');
  return { person: 'second', besides: { technician: who.technician, role: TASKS[wanted.kind].role } };
}
