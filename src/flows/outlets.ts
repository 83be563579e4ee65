import { assign, fromPromise, setup } from 'xstate';
import type { Command } from '../contracts/command.ts';
import type { OutletKind } from '../contracts/screen-words.ts';
import { regionsOf } from '../directory/outlets.ts';
import { DELAYS } from './delays.ts';
import { type Ending, trouble } from './ending.ts';
import type { FlowKit } from './kit.ts';
import { fitsOnPaper, outletsBody, outletsPaper } from './outlets-views.ts';
import { type Paper, printOut } from './print-out.ts';
import type { ScreenMeta } from './screen.ts';
import type { OpenServiceInput } from './service-input.ts';

export interface OutletsContext extends OpenServiceInput {
  readonly kind: OutletKind;
  /** null: all of them. */
  readonly region: string | null;
  readonly paper: Paper;
  readonly ending: Ending | null;
}

type OutletsCommand = Extract<
  Command,
  { type: 'choose-outlet-kind' | 'choose-region' | 'print-document' | 'finish' }
>;

/** Agencies, instant-issue outlets and hospitals by district, with what they do and on paper (FIND-1). */
export function outlets(kit: FlowKit) {
  const regions = (kind: OutletKind) => regionsOf(kit.directory.outlets, kind);
  return setup({
    types: {
      context: {} as OutletsContext,
      input: {} as OpenServiceInput,
      output: {} as Ending,
      events: {} as OutletsCommand,
      meta: {} as ScreenMeta<OutletsContext>,
    },
    actors: {
      print: fromPromise(({ input, signal }: { input: OutletsContext; signal: AbortSignal }) =>
        printOut(kit, 'outlets', outletsPaper(kit, input), signal),
      ),
    },
    delays: { DOCUMENT_PATIENCE: DELAYS.DOCUMENT_PATIENCE },
    guards: {
      knownRegion: ({ event, context }) =>
        event.type === 'choose-region' &&
        (event.region === null || regions(context.kind).includes(event.region)),
      mayPrint: ({ context }) =>
        (context.paper === 'offered' || context.paper === 'failed') && fitsOnPaper(kit, context),
    },
    actions: {
      /** The same district in another list, where that list has it. */
      takeKind: assign(({ event, context: { region } }) =>
        event.type === 'choose-outlet-kind'
          ? {
              kind: event.kind,
              region: region !== null && regions(event.kind).includes(region) ? region : null,
              paper: 'offered' as const,
            }
          : {},
      ),
      takeRegion: assign(({ event }) =>
        event.type === 'choose-region' ? { region: event.region, paper: 'offered' as const } : {},
      ),
      notePaperFailed: assign({ paper: 'failed' }),
      endSeen: assign({ ending: (): Ending => ({ kind: 'seen' }) }),
    },
  }).createMachine({
    id: 'outlets',
    context: ({ input }) => ({ ...input, kind: 'agency', region: null, paper: 'offered', ending: null }),
    initial: 'shown',
    output: ({ context }) => context.ending ?? trouble('internal'),
    states: {
      shown: {
        meta: { view: outletsBody, patience: 'screen' },
        on: {
          'choose-outlet-kind': { actions: 'takeKind' },
          'choose-region': { guard: 'knownRegion', actions: 'takeRegion' },
          'print-document': {
            guard: 'mayPrint',
            target: 'printing',
            actions: assign({ paper: 'printing' }),
          },
          finish: { target: 'ended', actions: 'endSeen' },
        },
      },
      printing: {
        meta: { view: outletsBody, patience: 'busy' },
        invoke: {
          src: 'print',
          input: ({ context }) => context,
          onDone: { target: 'shown', actions: assign({ paper: ({ event }) => event.output }) },
          onError: { target: 'shown', actions: 'notePaperFailed' },
        },
        after: { DOCUMENT_PATIENCE: { target: 'shown', actions: 'notePaperFailed' } },
      },
      ended: { type: 'final' },
    },
  });
}
