import { assign, emit, setup } from 'xstate';

/**
 * Is somebody there? Runs beside the journey: warns before a screen gives up, asks before leaving, and says `gone`
 * or `left`. It knows no screens: the session host tells it how long the present one may take.
 */
interface AttentionContext {
  readonly seconds: number;
  readonly warningSeconds: number;
  /** False on end screens: they close by themselves without asking. */
  readonly asks: boolean;
}

type AttentionEvent =
  | { type: 'screen'; seconds: number | null; warningSeconds: number; asks: boolean }
  | { type: 'activity' }
  | { type: 'cancel' }
  | { type: 'stay' }
  | { type: 'leave' };

export const attention = setup({
  types: {
    context: {} as AttentionContext,
    events: {} as AttentionEvent,
    emitted: {} as { type: 'gone' } | { type: 'left' },
  },
  delays: {
    UNTIL_WARNING: ({ context }) => context.seconds * 1_000,
    UNTIL_GONE: ({ context }) => context.warningSeconds * 1_000,
  },
  guards: {
    asks: ({ context }) => context.asks,
    hasLimit: ({ event }) => event.type === 'screen' && event.seconds !== null,
  },
  actions: {
    take: assign(({ event, context }) =>
      event.type === 'screen'
        ? { seconds: event.seconds ?? 0, warningSeconds: event.warningSeconds, asks: event.asks }
        : context,
    ),
    sayGone: emit({ type: 'gone' }),
    sayLeft: emit({ type: 'left' }),
  },
}).createMachine({
  id: 'attention',
  context: { seconds: 0, warningSeconds: 30, asks: true },
  initial: 'off',
  on: {
    screen: [
      { guard: 'hasLimit', target: '.watching', actions: 'take' },
      { target: '.off', actions: 'take' },
    ],
  },
  states: {
    off: { on: { activity: {}, stay: {}, cancel: 'asked', leave: { actions: 'sayLeft' } } },
    watching: {
      after: {
        UNTIL_WARNING: [
          { guard: 'asks', target: 'warned' },
          { target: 'off', actions: 'sayGone' },
        ],
      },
      on: {
        activity: { target: 'watching', reenter: true },
        stay: { target: 'watching', reenter: true },
        cancel: 'asked',
        leave: { actions: 'sayLeft' },
      },
    },
    /** ≥ 30 s to answer (experience.md); touching anything is an answer. */
    warned: {
      after: { UNTIL_GONE: { target: 'off', actions: 'sayGone' } },
      on: {
        activity: 'watching',
        stay: 'watching',
        cancel: 'asked',
        leave: { target: 'off', actions: 'sayLeft' },
      },
    },
    asked: {
      after: { UNTIL_GONE: { target: 'off', actions: 'sayGone' } },
      on: { activity: {}, stay: 'watching', cancel: {}, leave: { target: 'off', actions: 'sayLeft' } },
    },
  },
});
