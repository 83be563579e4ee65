import type { SnapshotFrom } from 'xstate';
import type { MaintenancePage } from '../../../../src/contracts/maintenance/page.ts';
import type { mode } from '../../../../src/flows/maintenance/mode.ts';
import type { signIn } from '../../../../src/flows/maintenance/sign-in.ts';
import type { ReadinessDesk } from '../readiness-desk.ts';
import type { TaskDesk } from '../task-desk.ts';
import { type TaskGround, taskChoices } from './task-choices.ts';

export type ModeSnapshot = SnapshotFrom<ReturnType<typeof mode>>;
type SignInSnapshot = SnapshotFrom<ReturnType<typeof signIn>>;

export interface PageDesks {
  readonly tasks: Pick<TaskDesk, 'page'>;
  readonly readiness: Pick<ReadinessDesk, 'devices' | 'alarms'>;
  readonly ground: TaskGround;
}

/** What a technician sees; null where nobody is at work and nobody signs in. */
export function pageOf(snapshot: ModeSnapshot, desks: PageDesks): MaintenancePage | null {
  const signIn = signInOf(snapshot);
  if (signIn) return signInPage(signIn);
  const { who, second, report, paper, saved } = snapshot.context;
  if (!snapshot.matches('working') || who === null) return null;
  const { technician } = who;
  if (snapshot.matches({ working: { page: 'devices' } })) {
    const { readiness } = desks;
    return {
      page: 'devices',
      technician,
      devices: [...readiness.devices()],
      alarms: [...readiness.alarms()],
    };
  }
  if (snapshot.matches({ working: { page: 'leaving' } })) {
    const checking = snapshot.matches({ working: { page: { leaving: 'checking' } } });
    return { page: 'leaving', technician, checking, report };
  }
  const task = snapshot.matches({ working: { page: 'task' } }) ? desks.tasks.page() : null;
  if (task) return { page: 'task', technician, second, ...task };
  return {
    page: 'readiness',
    technician,
    report,
    tasks: taskChoices(desks.ground, who),
    unfinished: [...desks.ground.unfinished()],
    paper,
    saved,
  };
}

/** The sign-in that is on the screen, of the first person or the second. */
export function signInOf(snapshot: ModeSnapshot): SignInSnapshot | null {
  const present = snapshot.matches('signIn') || snapshot.matches({ working: { page: 'second' } });
  const child = present ? snapshot.children.signIn?.getSnapshot() : undefined;
  return child ? (child as SignInSnapshot) : null;
}

const STEP_OF = {
  how: 'how',
  card: 'card',
  code: 'code',
  checkingCode: 'code',
  pin: 'pin',
  checkingPin: 'pin',
  over: 'pin',
} as const;

/** Numbers of the sign-in are nowhere in it: neither code nor PIN is ever shown. */
function signInPage({ value, context }: SignInSnapshot): MaintenancePage {
  const { person, known, problem, waitUntil } = context;
  return {
    page: 'sign-in',
    step: STEP_OF[value],
    person,
    technician: known?.technician ?? null,
    problem,
    waitUntil,
    checking: value === 'checkingCode' || value === 'checkingPin' || value === 'over',
  };
}
