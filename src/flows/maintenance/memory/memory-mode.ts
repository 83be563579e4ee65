import type { TaskKind } from '../../../contracts/maintenance/tasks.ts';
import type { ModeKit, WantedTask } from '../mode-kit.ts';
import type { AskedPerson } from '../sign-in-door.ts';

/** Maintenance mode's collaborators in memory: what a test says, and what was asked of them. */
export interface MemoryMode {
  readonly kit: ModeKit;
  free: boolean;
  red: boolean;
  /** Nothing answers the report. */
  mute: boolean;
  /** A task that must be finished was left behind. */
  unfinished: boolean;
  shown: ReturnType<ModeKit['taskShown']>;
  /** Whom the door lets in. */
  technician: string;
  /** Whom the last sign-in asked for. */
  asked: AskedPerson | null;
  readonly did: string[];
}

const MAY_BEGIN: readonly TaskKind[] = ['set-clock', 'load-cards'];
const LEFT = { resume: 'left', kind: 'load-cards' } as const satisfies WantedTask;

export function memoryMode(): MemoryMode {
  const did: string[] = [];
  const over = (what: string) => {
    did.push(what);
    memory.shown = 'none';
  };
  const kit: ModeKit = {
    door: {
      card: (_, signal) =>
        new Promise((resolve) =>
          signal.addEventListener('abort', () =>
            resolve({ kind: 'refused', problem: 'card-not-read', waitUntil: null }),
          ),
        ),
      async code(asked) {
        memory.asked = asked;
        return { kind: 'known', technician: memory.technician, means: 'code' };
      },
      pin: async () => ({ kind: 'let-in', technician: memory.technician, roles: ['care', 'stock'] }),
    },
    now: () => 1_000,
    free: () => memory.free,
    report: async () => {
      if (memory.mute) await new Promise(() => undefined);
      return {
        kioskId: null,
        kioskName: 'test',
        madeAt: 0,
        level: memory.red ? 'stop' : 'well',
        lines: [
          {
            subject: 'paper',
            which: null,
            level: memory.red ? 'stop' : 'soon',
            state: '',
            code: null,
            since: null,
            lastSuccess: null,
            facts: {},
            next: null,
          },
        ],
      };
    },
    print: async () => 'printed',
    save: async () => 'saved',
    mustFinish: () => memory.unfinished,
    wanted(ask) {
      if ('resume' in ask) return ask.resume === LEFT.resume ? LEFT : null;
      return MAY_BEGIN.includes(ask.begin) ? { begin: ask.begin, kind: ask.begin } : null;
    },
    taskShown: () => memory.shown,
    runTask(wanted, { technician, second }) {
      memory.shown = 'other';
      did.push(`${'resume' in wanted ? wanted.resume : wanted.begin} ${technician} ${second}`);
    },
    answerTask: (step) => over(`answer ${step}`),
    taskBack: () => did.push('back'),
    leaveTask: () => over('leave'),
    pauseTask: () => over('pause'),
    entered: ({ technician }, _, called) => did.push(`entered ${technician} ${called}`),
    ended: (technician, _, disposition) => did.push(`ended ${technician} ${disposition}`),
  };
  const memory: MemoryMode = {
    kit,
    free: true,
    red: false,
    mute: false,
    unfinished: false,
    shown: 'none',
    technician: 'T-0417',
    asked: null,
    did,
  };
  return memory;
}
