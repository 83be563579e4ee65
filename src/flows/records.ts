import { assign, fromPromise, setup } from 'xstate';
import type { Command } from '../contracts/command.ts';
import type { Records } from '../documents/records-document.ts';
import type { InsuranceType } from '../policy/closed-sets.ts';
import type { AuthorityTrouble } from '../ports/authority.ts';
import { ok, type Result } from '../result.ts';
import { DELAYS } from './delays.ts';
import { type Ending, trouble } from './ending.ts';
import type { FlowKit } from './kit.ts';
import { type Paper, paperFor, printOut } from './print-out.ts';
import { queryTrouble } from './query-trouble.ts';
import {
  categoryBody,
  categoryOf,
  recordsBody,
  recordsPaper,
  typeBody,
  typeOf,
  yearBody,
  yearOf,
} from './records-views.ts';
import type { ScreenMeta } from './screen.ts';
import type { ServiceInput } from './service-input.ts';

export type RecordCategory = Records['category'];

export interface RecordsContext extends ServiceInput {
  readonly category: RecordCategory | null;
  readonly type: InsuranceType | null;
  readonly year: number | null;
  readonly records: Records | null;
  readonly paper: Paper;
  readonly ending: Ending | null;
}

type RecordsCommand = Extract<Command, { type: 'choose' | 'back' | 'finish' | 'print-document' }>;

/** Steps as the resident counts them. */
export const RECORDS_STEPS = { category: 1, type: 2, year: 3, look: 4 } as const;

/** Asks for one type and year (REC-1). */
async function readRecords(
  kit: FlowKit,
  { identity, category, type, year }: RecordsContext,
  signal: AbortSignal,
): Promise<Result<Records, AuthorityTrouble>> {
  if (!category || !type || year === null) throw new Error('reading before every answer');
  const question = { socialSecurityNumber: identity.socialSecurityNumber, type, year };
  if (category === 'insurance') {
    const answer = await kit.authority.insuranceRecords(question, signal);
    return answer.ok ? ok({ category, answer: answer.value }) : answer;
  }
  const answer = await kit.authority.contributionRecords(question, signal);
  return answer.ok ? ok({ category, answer: answer.value }) : answer;
}

/** See and print own insurance and payment records (REC-1 … REC-3). Nothing stays: not here, not in a queue. */
export function records(kit: FlowKit) {
  const screen = (
    view: ScreenMeta<RecordsContext>['view'],
    step: number,
    patience: 'screen' | 'busy' = 'screen',
  ): ScreenMeta<RecordsContext> => ({ view, step, patience });
  const note = ({ category, type }: RecordsContext, outcome: string) =>
    kit.audit.record('records-shown', { category, type, outcome });

  return setup({
    types: {
      context: {} as RecordsContext,
      input: {} as ServiceInput,
      output: {} as Ending,
      events: {} as RecordsCommand,
      meta: {} as ScreenMeta<RecordsContext>,
    },
    actors: {
      read: fromPromise(({ input, signal }: { input: RecordsContext; signal: AbortSignal }) =>
        readRecords(kit, input, signal),
      ),
      print: fromPromise(({ input, signal }: { input: RecordsContext; signal: AbortSignal }) =>
        printOut(kit, 'records', recordsPaper(kit, input), signal),
      ),
    },
    delays: { DOCUMENT_PATIENCE: DELAYS.DOCUMENT_PATIENCE },
    guards: {
      linkDown: () => !kit.linkUp(),
      ended: ({ context }) => context.ending !== null,
      knownCategory: ({ event }) => event.type === 'choose' && categoryOf(event.value) !== null,
      knownType: ({ event }) => event.type === 'choose' && typeOf(kit, event.value) !== null,
      knownYear: ({ event }) => event.type === 'choose' && yearOf(kit, event.value) !== null,
      mayPrint: ({ context }) =>
        (context.paper === 'offered' || context.paper === 'failed') && paperFor(kit) !== null,
    },
    actions: {
      endLinkDown: assign({ ending: () => trouble('link-down') }),
      endSeen: assign({ ending: (): Ending => ({ kind: 'seen' }) }),
      failInside: assign({ ending: () => trouble('internal') }),
      /** REC-3 */
      forgetRecords: assign({ records: null, paper: 'offered' }),
      forgetAll: assign({ records: null, category: null, type: null, year: null }),
      notePaperFailed: assign({ paper: 'failed' }),
    },
  }).createMachine({
    id: 'records',
    context: ({ input }) => ({
      ...input,
      category: null,
      type: null,
      year: null,
      records: null,
      paper: 'offered',
      ending: null,
    }),
    initial: 'online',
    output: ({ context }) => context.ending ?? trouble('internal'),
    states: {
      /** REC-3: says before anything starts that it can't be looked up now. */
      online: {
        always: [{ guard: 'linkDown', target: 'ended', actions: 'endLinkDown' }, { target: 'category' }],
      },
      category: {
        meta: screen(categoryBody, RECORDS_STEPS.category),
        on: {
          choose: {
            guard: 'knownCategory',
            target: 'type',
            actions: assign({ category: ({ event }) => categoryOf(event.value) }),
          },
        },
      },
      type: {
        meta: screen(typeBody, RECORDS_STEPS.type),
        on: {
          choose: {
            guard: 'knownType',
            target: 'year',
            actions: assign({ type: ({ event }) => typeOf(kit, event.value) }),
          },
          back: 'category',
        },
      },
      year: {
        meta: screen(yearBody, RECORDS_STEPS.year),
        on: {
          choose: {
            guard: 'knownYear',
            target: 'reading',
            actions: assign({ year: ({ event }) => yearOf(kit, event.value) }),
          },
          back: 'type',
        },
      },
      reading: {
        meta: screen(
          () => ({ screen: 'working', act: 'reading-records', expectSeconds: 3 }),
          RECORDS_STEPS.look,
          'busy',
        ),
        invoke: {
          src: 'read',
          input: ({ context }) => context,
          onDone: {
            target: 'read',
            actions: assign(({ event, context }) => {
              const { output } = event;
              note(context, output.ok ? 'shown' : output.error.kind);
              return output.ok ? { records: output.value } : { ending: queryTrouble(output) };
            }),
          },
          onError: { target: 'ended', actions: 'failInside' },
        },
      },
      read: { always: [{ guard: 'ended', target: 'ended' }, { target: 'shown' }] },
      shown: {
        meta: screen(recordsBody, RECORDS_STEPS.look),
        on: {
          'print-document': {
            guard: 'mayPrint',
            target: 'printing',
            actions: assign({ paper: 'printing' }),
          },
          back: { target: 'year', actions: 'forgetRecords' },
          finish: { target: 'ended', actions: 'endSeen' },
        },
      },
      printing: {
        meta: screen(recordsBody, RECORDS_STEPS.look, 'busy'),
        invoke: {
          src: 'print',
          input: ({ context }) => context,
          onDone: { target: 'shown', actions: assign({ paper: ({ event }) => event.output }) },
          onError: { target: 'shown', actions: 'notePaperFailed' },
        },
        after: { DOCUMENT_PATIENCE: { target: 'shown', actions: 'notePaperFailed' } },
      },
      ended: { type: 'final', entry: 'forgetAll' },
    },
  });
}
