import { assign, fromCallback, fromPromise, setup } from 'xstate';
import type { Command } from '../../contracts/command.ts';
import type {
  CardTransaction,
  MadeCard,
  MakingPhase,
  OrderEnd,
  PaymentEnd,
  RequestActEnd,
  RequestConclusion,
} from '../../ports/card-transaction.ts';
import { DELAYS } from '../delays.ts';
import type { FlowKit } from '../kit.ts';
import type { ScreenMeta } from '../screen.ts';
import { type CarriedOut, paymentOf, type RequestOrder, totalOf } from './request-order.ts';

interface Context {
  readonly order: RequestOrder;
  readonly transaction: CardTransaction;
  readonly opened: OrderEnd | null;
  readonly payment: PaymentEnd | null;
  readonly cancel: AbortController;
  readonly act: RequestActEnd | null;
  readonly phase: MakingPhase;
  readonly blank: number;
  readonly made: MadeCard | null;
  readonly switched: boolean;
  readonly gateCloses: number;
  readonly gateTime: AbortController;
  readonly conclusion: RequestConclusion | null;
}

type Event =
  | Extract<Command, { type: 'cancel-payment' }>
  | { type: 'phase'; phase: MakingPhase; blank: number }
  | { type: 'made'; made: MadeCard };

/**
 * Money, loss, request and card, each once and in this order; whatever does not go well leaves the rest to
 * `conclude`, which says what is true. Nobody can walk away in the middle: no screen of this has a time-out.
 */
export function carryOutRequest(kit: FlowKit, step: number) {
  const busy = (view: ScreenMeta<Context>['view']): ScreenMeta<Context> => ({ view, patience: 'busy', step });
  const working = (
    act: 'creating-order' | 'reporting-loss' | 'submitting' | 'settling',
    expectSeconds: number,
  ) => busy(() => ({ screen: 'working', act, expectSeconds }));
  const pay = (phase: 'open' | 'asking') =>
    busy(({ order, opened }) => ({
      screen: 'pay',
      phase,
      items: [...order.plan.charge],
      amountFen: totalOf(order.plan),
      qr: phase === 'open' && opened?.state === 'open' ? opened.qr : null,
      expiresAt: opened?.state === 'open' ? opened.expiresAt : null,
    }));
  const { expiresAfterSeconds } = kit.policy.payment;
  const gateMs = kit.policy.issuance.takeCardSeconds * 1_000;

  return setup({
    types: {
      context: {} as Context,
      input: {} as { readonly order: RequestOrder },
      output: {} as CarriedOut,
      events: {} as Event,
      meta: {} as ScreenMeta<Context>,
    },
    actors: {
      createOrder: fromPromise(({ input, signal }: { input: Context; signal: AbortSignal }) =>
        input.transaction.createOrder(expiresAfterSeconds, signal),
      ),
      awaitPayment: fromPromise(({ input }: { input: Context }) =>
        input.transaction.awaitPayment(input.cancel.signal),
      ),
      reportLoss: fromPromise(({ input, signal }: { input: Context; signal: AbortSignal }) => {
        if (!input.order.loss) throw new Error('no loss to report');
        return input.transaction.reportLoss(input.order.loss, signal);
      }),
      submit: fromPromise(({ input, signal }: { input: Context; signal: AbortSignal }) => {
        if (!input.order.request) throw new Error('no request to submit');
        return input.transaction.submit(input.order.request, signal);
      }),
      makeCard: fromCallback<Event, Context>(({ input, sendBack }) => {
        const stop = new AbortController();
        input.transaction
          .makeCard((phase, blank) => sendBack({ type: 'phase', phase, blank }), stop.signal)
          .then(
            (made) => sendBack({ type: 'made', made }),
            () => sendBack({ type: 'made', made: { state: 'not-made', why: 'device' } }),
          );
        return () => stop.abort();
      }),
      switchOldCard: fromPromise(({ input, signal }: { input: Context; signal: AbortSignal }) =>
        input.transaction.switchOldCard(signal),
      ),
      handOver: fromPromise(({ input }: { input: Context }) =>
        input.transaction.handOver(input.gateTime.signal),
      ),
      conclude: fromPromise(({ input, signal }: { input: Context; signal: AbortSignal }) =>
        input.transaction.conclude(DELAYS.UNKNOWN_PATIENCE, signal),
      ),
    },
    delays: { GATE: gateMs },
    guards: {
      nothingToPay: ({ context }) => totalOf(context.order.plan) === 0,
      orderIsOpen: ({ context }) => context.opened?.state === 'open',
      paid: ({ context }) => context.payment === 'paid',
      hasLoss: ({ context }) => context.order.loss !== null,
      hasRequest: ({ context }) => context.order.request !== null,
      actDone: ({ context }) => context.act?.state === 'done',
      makesHere: ({ context }) => context.order.makeHere,
      bound: ({ context }) => context.made?.state === 'bound',
      keepsOldCard: ({ context }) => context.order.keepsOldCard,
      switched: ({ context }) => context.switched,
    },
    actions: {
      noteCharge: ({ context }) => kit.notes.note({ chargedFen: totalOf(context.order.plan) }),
      cancelPayment: ({ context }) => context.cancel.abort(),
      closeGate: ({ context }) => context.gateTime.abort(),
    },
  }).createMachine({
    id: 'carryOutRequest',
    context: ({ input }) => ({
      ...input,
      transaction: kit.transactions.openRequest(input.order.plan),
      opened: null,
      payment: null,
      cancel: new AbortController(),
      act: null,
      phase: 'taking-blank',
      blank: 1,
      made: null,
      switched: false,
      gateCloses: 0,
      gateTime: new AbortController(),
      conclusion: null,
    }),
    initial: 'begin',
    output: ({ context }) => outputOf(context),
    states: {
      begin: {
        entry: 'noteCharge',
        always: [{ guard: 'nothingToPay', target: 'loss' }, { target: 'ordering' }],
      },
      ordering: {
        meta: working('creating-order', 2),
        invoke: {
          src: 'createOrder',
          input: ({ context }) => context,
          onDone: { target: 'ordered', actions: assign({ opened: ({ event }) => event.output }) },
          onError: 'settling',
        },
      },
      ordered: { always: [{ guard: 'orderIsOpen', target: 'paying' }, { target: 'settling' }] },
      paying: {
        invoke: {
          src: 'awaitPayment',
          input: ({ context }) => context,
          onDone: { target: 'payEnded', actions: assign({ payment: ({ event }) => event.output }) },
          onError: 'settling',
        },
        initial: 'open',
        states: {
          open: {
            meta: pay('open'),
            on: { 'cancel-payment': { target: 'asking', actions: 'cancelPayment' } },
          },
          asking: { meta: pay('asking') },
        },
      },
      payEnded: { always: [{ guard: 'paid', target: 'loss' }, { target: 'settling' }] },
      loss: { always: [{ guard: 'hasLoss', target: 'reportingLoss' }, { target: 'request' }] },
      reportingLoss: {
        meta: working('reporting-loss', 3),
        invoke: {
          src: 'reportLoss',
          input: ({ context }) => context,
          onDone: { target: 'lossReported', actions: assign({ act: ({ event }) => event.output }) },
          onError: 'settling',
        },
      },
      lossReported: { always: [{ guard: 'actDone', target: 'request' }, { target: 'settling' }] },
      request: { always: [{ guard: 'hasRequest', target: 'submitting' }, { target: 'settling' }] },
      submitting: {
        meta: working('submitting', 3),
        invoke: {
          src: 'submit',
          input: ({ context }) => context,
          onDone: { target: 'submitted', actions: assign({ act: ({ event }) => event.output }) },
          onError: 'settling',
        },
      },
      submitted: {
        always: [
          { guard: ({ context }) => context.act?.state !== 'done', target: 'settling' },
          { guard: 'makesHere', target: 'making' },
          { target: 'settling' },
        ],
      },
      making: {
        meta: busy(({ phase, blank }) => ({ screen: 'making-card', phase, blank, expectSeconds: 40 })),
        invoke: { src: 'makeCard', input: ({ context }) => context },
        on: {
          phase: {
            actions: assign({ phase: ({ event }) => event.phase, blank: ({ event }) => event.blank }),
          },
          made: { target: 'madeOrNot', actions: assign({ made: ({ event }) => event.made }) },
        },
      },
      madeOrNot: {
        always: [
          { guard: ({ context }) => context.made?.state !== 'bound', target: 'settling' },
          { guard: 'keepsOldCard', target: 'switching' },
          { target: 'handingOver' },
        ],
      },
      switching: {
        meta: busy(({ blank }) => ({
          screen: 'making-card',
          phase: 'keeping-old-card',
          blank,
          expectSeconds: 5,
        })),
        invoke: {
          src: 'switchOldCard',
          input: ({ context }) => context,
          onDone: {
            target: 'switchedOrNot',
            actions: assign({ switched: ({ event }) => event.output === 'switched' }),
          },
          onError: 'settling',
        },
      },
      switchedOrNot: { always: [{ guard: 'switched', target: 'handingOver' }, { target: 'settling' }] },
      handingOver: {
        entry: assign({ gateCloses: () => kit.clock.elapsed() + gateMs }),
        meta: busy(({ gateCloses }) => ({
          screen: 'take-card',
          which: 'new',
          until: gateCloses,
          moving: false,
        })),
        invoke: {
          src: 'handOver',
          input: ({ context }) => context,
          onDone: 'settling',
          onError: 'settling',
        },
        after: { GATE: { actions: 'closeGate' } },
      },
      settling: {
        meta: working('settling', 5),
        invoke: {
          src: 'conclude',
          input: ({ context }) => context,
          onDone: { target: 'ended', actions: assign({ conclusion: ({ event }) => event.output }) },
        },
      },
      ended: { type: 'final' },
    },
  });
}

function outputOf({ transaction, conclusion, order, payment, switched }: Context): CarriedOut {
  if (!conclusion) throw new Error('a request ended without a conclusion');
  return {
    transaction,
    conclusion: {
      ...conclusion,
      loss: wanted(order.loss, conclusion.loss),
      request: wanted(order.request, conclusion.request),
    },
    payment: paymentOf(order, payment),
    oldCardLatched: !switched && conclusion.oldCard !== 'kept',
  };
}

/** A journal knows of no act that was never begun; the resident came for it all the same, and is told. */
const wanted = <Reached extends string>(body: object | null, reached: Reached | 'none') =>
  body !== null && reached === 'none' ? 'not-done' : reached;
