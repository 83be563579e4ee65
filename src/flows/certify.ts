import { assign, fromPromise, setup } from 'xstate';
import type { Command } from '../contracts/command.ts';
import type { OpenedTransaction, QueuedProgress } from '../ports/transactions.ts';
import { acceptCertification, certificationReceipt, certifyAnswersBody } from './certify-acts.ts';
import { DELAYS } from './delays.ts';
import { type Ending, trouble } from './ending.ts';
import type { FlowKit } from './kit.ts';
import type { ScreenMeta } from './screen.ts';
import type { ServiceInput } from './service-input.ts';

export interface CertifyContext extends ServiceInput {
  readonly opened: OpenedTransaction | null;
  readonly progress: QueuedProgress | null;
  readonly ending: Ending | null;
}

/** Steps as the resident counts them. */
export const CERTIFY_STEPS = { check: 1 } as const;

/** Certify entitlement to benefits: the face was verified on the way here (CERT-1), the rest is one touch. */
export function certify(kit: FlowKit) {
  const certifying: ScreenMeta<CertifyContext> = {
    view: () => ({ screen: 'working', act: 'certifying', expectSeconds: 3 }),
    patience: 'busy',
    step: CERTIFY_STEPS.check,
  };
  return setup({
    types: {
      context: {} as CertifyContext,
      input: {} as ServiceInput,
      output: {} as Ending,
      events: {} as Extract<Command, { type: 'submit' }>,
      meta: {} as ScreenMeta<CertifyContext>,
    },
    actors: {
      accept: fromPromise(({ input }: { input: CertifyContext }) =>
        Promise.resolve(acceptCertification(kit, input)),
      ),
      progress: fromPromise(({ input, signal }: { input: OpenedTransaction; signal: AbortSignal }) =>
        kit.transactions.progress(input.transactionId, DELAYS.OFFICE_ANSWER, signal),
      ),
    },
    guards: {
      /** CERT-2 is the pack's to allow. */
      notPossibleNow: () => !kit.linkUp() && !kit.policy.certification.acceptedOffline,
    },
    actions: {
      giveReceipt: assign(({ context }) => ({ ending: certificationReceipt(context) })),
      endLinkDown: assign({ ending: () => trouble('link-down') }),
      failInside: assign({ ending: () => trouble('internal') }),
    },
  }).createMachine({
    id: 'certify',
    context: ({ input }) => ({ ...input, opened: null, progress: null, ending: null }),
    initial: 'begin',
    output: ({ context }) => context.ending ?? trouble('internal'),
    states: {
      begin: {
        always: [
          { guard: 'notPossibleNow', target: 'ended', actions: 'endLinkDown' },
          { target: 'checkAnswers' },
        ],
      },
      checkAnswers: {
        meta: { view: certifyAnswersBody, patience: 'screen', step: CERTIFY_STEPS.check },
        on: {
          submit: [
            { guard: 'notPossibleNow', target: 'ended', actions: 'endLinkDown' },
            { target: 'accepting' },
          ],
        },
      },
      accepting: {
        meta: certifying,
        invoke: {
          src: 'accept',
          input: ({ context }) => context,
          onDone: { target: 'sending', actions: assign({ opened: ({ event }) => event.output }) },
          onError: { target: 'ended', actions: 'failInside' },
        },
      },
      sending: {
        meta: certifying,
        invoke: {
          src: 'progress',
          input: ({ context }) => {
            if (!context.opened) throw new Error('sending before accepting');
            return context.opened;
          },
          onDone: {
            target: 'ended',
            actions: [assign({ progress: ({ event }) => event.output }), 'giveReceipt'],
          },
          /** Accepted is on disk: the receipt says what is certain. */
          onError: { target: 'ended', actions: 'giveReceipt' },
        },
      },
      ended: { type: 'final' },
    },
  });
}
