import { assign, fromPromise, setup } from 'xstate';
import type { ResidentApplicationsAnswer } from '../contracts/central/queries.ts';
import type { Command } from '../contracts/command.ts';
import type { AuthorityTrouble } from '../ports/authority.ts';
import type { Result } from '../result.ts';
import { type Ending, trouble } from './ending.ts';
import type { FlowKit } from './kit.ts';
import { queryTrouble } from './query-trouble.ts';
import type { ScreenMeta } from './screen.ts';
import type { ServiceInput } from './service-input.ts';

interface ProgressContext extends ServiceInput {
  readonly answer: Result<ResidentApplicationsAnswer, AuthorityTrouble> | null;
  readonly ending: Ending | null;
}

/** Steps as the resident counts them. */
export const PROGRESS_STEPS = { look: 1 } as const;

/** How far each application is (PROG-1), and what stopped it (PROG-2). Looked at, nothing kept. */
export function progress(kit: FlowKit) {
  return setup({
    types: {
      context: {} as ProgressContext,
      input: {} as ServiceInput,
      output: {} as Ending,
      events: {} as Extract<Command, { type: 'finish' }>,
      meta: {} as ScreenMeta<ProgressContext>,
    },
    actors: {
      applications: fromPromise(({ input, signal }: { input: string; signal: AbortSignal }) =>
        kit.authority.applications(input, signal),
      ),
    },
    guards: { answered: ({ context }) => context.answer?.ok === true },
    actions: {
      endTrouble: assign(({ context }) => ({ ending: queryTrouble(context.answer) })),
      endSeen: assign({ answer: null, ending: (): Ending => ({ kind: 'seen' }) }),
      failInside: assign({ ending: () => trouble('internal') }),
    },
  }).createMachine({
    id: 'progress',
    context: ({ input }) => ({ ...input, answer: null, ending: null }),
    initial: 'asking',
    output: ({ context }) => context.ending ?? trouble('internal'),
    states: {
      asking: {
        meta: {
          view: () => ({ screen: 'working', act: 'asking-authority', expectSeconds: 2 }),
          patience: 'busy',
          step: PROGRESS_STEPS.look,
        },
        invoke: {
          src: 'applications',
          input: ({ context }) => context.identity.socialSecurityNumber,
          onDone: { target: 'answered', actions: assign({ answer: ({ event }) => event.output }) },
          onError: { target: 'ended', actions: 'failInside' },
        },
      },
      answered: {
        always: [
          { guard: 'answered', target: 'shown' },
          { target: 'ended', actions: 'endTrouble' },
        ],
      },
      shown: {
        meta: {
          view: ({ answer }, { kit: { policy } }) => ({
            screen: 'applications',
            applications: (answer?.ok ? answer.value.applications : []).map(({ outlet, ...application }) => ({
              ...application,
              place: placeName(policy.application.collectionOutlets, outlet),
            })),
          }),
          patience: 'screen',
          step: PROGRESS_STEPS.look,
        },
        on: { finish: { target: 'ended', actions: 'endSeen' } },
      },
      ended: { type: 'final' },
    },
  });
}

/** The authority names an outlet by its id; one the pack does not know is shown as it came. */
const placeName = (outlets: readonly { id: string; name: string }[], outlet: string | null) =>
  outlets.find(({ id }) => id === outlet)?.name ?? outlet;
