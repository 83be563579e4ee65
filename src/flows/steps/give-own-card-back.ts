import { assign, fromPromise, setup } from 'xstate';
import type { FlowKit } from '../kit.ts';
import type { ScreenMeta } from '../screen.ts';

export type GivenBack = 'taken' | 'retained' | 'stuck' | 'none';

interface Context {
  readonly gateCloses: number;
  readonly gateTime: AbortController;
  readonly given: GivenBack;
}

/** INV-5: the resident's card to the gate; one that nobody takes is drawn in and kept, and custody says why. */
export function giveOwnCardBack(kit: FlowKit, step: number) {
  const gateMs = kit.policy.issuance.takeCardSeconds * 1_000;
  return setup({
    types: { context: {} as Context, output: {} as GivenBack, meta: {} as ScreenMeta<Context> },
    actors: {
      giveBack: fromPromise(({ input }: { input: AbortSignal }) => kit.ownCard.giveBack(input)),
    },
    delays: { GATE: gateMs },
    actions: { closeGate: ({ context }) => context.gateTime.abort() },
  }).createMachine({
    id: 'giveOwnCardBack',
    context: () => ({
      gateCloses: kit.clock.elapsed() + gateMs,
      gateTime: new AbortController(),
      given: 'none',
    }),
    initial: 'giving',
    output: ({ context }) => context.given,
    states: {
      giving: {
        meta: {
          view: ({ gateCloses }) => ({ screen: 'take-card', which: 'own', until: gateCloses, moving: false }),
          patience: 'busy',
          step,
        },
        invoke: {
          src: 'giveBack',
          input: ({ context }) => context.gateTime.signal,
          onDone: { target: 'ended', actions: assign({ given: ({ event }) => event.output }) },
          onError: { target: 'ended', actions: assign({ given: 'stuck' }) },
        },
        after: { GATE: { actions: 'closeGate' } },
      },
      ended: { type: 'final' },
    },
  });
}
