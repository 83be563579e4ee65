import type { ReadinessReport } from '../../contracts/maintenance/readiness-report.ts';
import type { TaskKind } from '../../contracts/maintenance/tasks.ts';
import type { TechnicianRole } from '../../contracts/maintenance/technician-list.ts';
import type { SignInDoor } from './sign-in-door.ts';

/** What called a technician's page. */
export type CalledBy = 'gesture' | 'door' | 'restart';

/** Why maintenance mode ended; as in the audit. */
export type MaintenanceDisposition = 'ready' | 'not-ready' | 'timed-out';

/** Who is at work. */
export interface SignedIn {
  readonly technician: string;
  readonly roles: readonly TechnicianRole[];
}

/** A task that is to be begun, or gone on with. */
export type WantedTask =
  | { readonly begin: TaskKind; readonly kind: TaskKind }
  | { readonly resume: string; readonly kind: TaskKind };

/** Everything maintenance mode may reach. */
export interface ModeKit {
  readonly door: SignInDoor;
  /** Milliseconds since the epoch. */
  now(): number;
  /** Nobody is being served, and no card is on its way to anybody. */
  free(): boolean;
  report(): Promise<ReadinessReport>;
  print(report: ReadinessReport): Promise<'printed' | 'failed' | 'not-possible'>;
  save(report: ReadinessReport): Promise<'saved' | 'no-stick' | 'failed'>;
  /** A task in which cards were perhaps moved is not finished. */
  mustFinish(): boolean;
  /** What was asked for, where this person may have it now; null where not. */
  wanted(ask: { readonly begin: TaskKind } | { readonly resume: string }, who: SignedIn): WantedTask | null;
  /** `act`: the machine works, and waits for nobody's touch. `hands`: they are in the machine. */
  taskShown(): 'none' | 'act' | 'hands' | 'other';
  runTask(wanted: WantedTask, people: { readonly technician: string; readonly second: string | null }): void;
  answerTask(step: string, value: string | number | null): void;
  taskBack(): void;
  leaveTask(): void;
  pauseTask(): void;
  /** Maintenance mode begins: from here on a power cut is known to have ended it. */
  entered(who: SignedIn, since: number, called: CalledBy): void;
  ended(technician: string, since: number, disposition: MaintenanceDisposition): void;
}
