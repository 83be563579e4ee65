import { assign, setup } from 'xstate';
import type { Command } from '../contracts/command.ts';
import { reasonEnding } from './card-order-acts.ts';
import { reasonOptions } from './card-order-views.ts';
import { type Ending, trouble } from './ending.ts';
import type { FlowKit } from './kit.ts';
import type { ScreenMeta } from './screen.ts';
import type { OpenServiceInput } from './service-input.ts';

interface Context {
  readonly ending: Ending | null;
}

/** EXCH-1, EXCH-5: which reason, and then who, which papers and where; nobody has to say who they are. */
export function exchangeGuide(kit: FlowKit) {
  const { reasons } = kit.policy.exchange;
  return setup({
    types: {
      context: {} as Context,
      input: {} as OpenServiceInput,
      output: {} as Ending,
      events: {} as Extract<Command, { type: 'choose' }>,
      meta: {} as ScreenMeta<Context>,
    },
    guards: { known: ({ event }) => reasons.some(({ reason }) => reason === event.value) },
    actions: {
      judge: assign(({ event }) => {
        const found = reasons.find(({ reason }) => reason === event.value);
        return { ending: found ? reasonEnding(kit, found) : null };
      }),
    },
  }).createMachine({
    id: 'exchangeGuide',
    context: { ending: null },
    initial: 'reason',
    output: ({ context }) => context.ending ?? trouble('internal'),
    states: {
      reason: {
        meta: {
          view: () => ({
            screen: 'choose',
            question: 'exchange-reason',
            options: reasonOptions(kit),
            chosen: null,
          }),
          patience: 'screen',
        },
        on: { choose: { guard: 'known', target: 'ended', actions: 'judge' } },
      },
      ended: { type: 'final' },
    },
  });
}
