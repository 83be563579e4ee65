import { assign, fromPromise, setup } from 'xstate';
import type { ResidentCardAnswer } from '../contracts/central/queries.ts';
import type { Command } from '../contracts/command.ts';
import type { LossTerm } from '../policy/loss-term.ts';
import type { AuthorityTrouble } from '../ports/authority.ts';
import type { SocialSecurityCard } from '../ports/social-card-reader.ts';
import type { ActEnd, OpenedTransaction, QueuedProgress } from '../ports/transactions.ts';
import type { Result } from '../result.ts';
import { noteWaivers } from './card-facts.ts';
import { DELAYS } from './delays.ts';
import { type Ending, trouble } from './ending.ts';
import type { FlowKit } from './kit.ts';
import {
  acceptTemporaryLoss,
  formalLossOrder,
  type LossOption,
  lossOptions,
  lossTermOf,
  lossTermValue,
  temporaryLossReceipt,
  undoEnding,
  undoLoss,
  undoReceipt,
  whatIsLostEnding,
} from './loss-acts.ts';
import { formalNoticeBody, lossAnswersBody, lossKindBody, lossTermBody } from './loss-views.ts';
import { requestReceipt } from './request-receipt.ts';
import type { ScreenMeta } from './screen.ts';
import type { ServiceInput } from './service-input.ts';
import { carryOutRequest } from './steps/carry-out-request.ts';
import { presentSocialCard } from './steps/present-social-card.ts';
import type { CarriedOut } from './steps/request-order.ts';

export type LossKind = 'temporary' | 'formal';

export interface LossContext extends ServiceInput {
  /** null with the link down: nobody could be asked (LOSS-5). */
  readonly answer: Result<ResidentCardAnswer, AuthorityTrouble> | null;
  readonly kind: LossKind | null;
  readonly term: LossTerm | null;
  readonly found: SocialSecurityCard | null;
  readonly opened: OpenedTransaction | null;
  readonly progress: QueuedProgress | null;
  readonly carried: CarriedOut | null;
  readonly undone: (OpenedTransaction & { readonly end: ActEnd }) | null;
  readonly ending: Ending | null;
}

type LossCommand = Extract<Command, { type: 'choose' | 'confirm' | 'back' | 'submit' | 'change' }>;

/** Steps as the resident counts them. */
export const LOSS_STEPS = { what: 1, check: 2, done: 3 } as const;

/** Report a loss, temporary or formal (LOSS-1 … LOSS-5), or undo it where the pack opens that (LOSS-6). */
export function loss(kit: FlowKit) {
  const screen = (
    view: ScreenMeta<LossContext>['view'],
    step: number,
    patience: 'screen' | 'busy' = 'screen',
  ): ScreenMeta<LossContext> => ({ view, step, patience });
  const offers =
    (value: LossOption) =>
    ({ context, event }: { context: LossContext; event: LossCommand }) =>
      event.type === 'choose' && event.value === value && lossOptions(kit, context).includes(value);

  return setup({
    types: {
      context: {} as LossContext,
      input: {} as ServiceInput,
      output: {} as Ending,
      events: {} as LossCommand,
      meta: {} as ScreenMeta<LossContext>,
    },
    actors: {
      presentFoundCard: presentSocialCard(kit, LOSS_STEPS.what),
      carryOutRequest: carryOutRequest(kit, LOSS_STEPS.done),
      residentCard: fromPromise(({ input, signal }: { input: string; signal: AbortSignal }) =>
        kit.authority.residentCard(input, signal),
      ),
      progress: fromPromise(({ input, signal }: { input: OpenedTransaction; signal: AbortSignal }) =>
        kit.transactions.progress(input.transactionId, DELAYS.OFFICE_ANSWER, signal),
      ),
      undo: fromPromise(({ input, signal }: { input: LossContext; signal: AbortSignal }) =>
        undoLoss(kit, input, signal),
      ),
    },
    guards: {
      linkDown: ({ context }) =>
        !kit.linkUp() ||
        (context.answer !== null && !context.answer.ok && context.answer.error.kind === 'link-down'),
      ended: ({ context }) => context.ending !== null,
      offersTerm: ({ context, event }) =>
        event.type === 'choose' &&
        lossTermOf(kit, event.value) !== null &&
        lossOptions(kit, context).some((option) => option === event.value),
      offersFormal: offers('formal'),
      offersReplace: offers('replace'),
      offersUndo: offers('undo'),
      knownTerm: ({ event }) => event.type === 'choose' && lossTermOf(kit, event.value) !== null,
      oneTerm: () => kit.policy.loss.temporaryTerms.length === 1,
      noTerms: () => kit.policy.loss.temporaryTerms.length === 0,
      isFormal: ({ context }) => context.kind === 'formal',
      offline: ({ context }) => context.answer === null,
    },
    actions: {
      judge: assign(({ context }) => {
        noteWaivers(kit, context.answer);
        return context.answer ? { ending: whatIsLostEnding(kit, context.answer) } : {};
      }),
      noteTerm: ({ context: { kind, term } }) =>
        kit.notes.note({ lossTerm: term ? lossTermValue(term) : kind === 'formal' ? kind : null }),
      forgetAnswer: assign({ answer: null, ending: null }),
      takeOnlyTerm: assign({ term: () => kit.policy.loss.temporaryTerms[0] ?? null }),
      goOnToReplace: assign({ ending: (): Ending => ({ kind: 'go-on', service: 'replace' }) }),
      accept: assign(({ context }) => ({ opened: acceptTemporaryLoss(kit, context) })),
      giveReceipt: assign(({ context }) => ({ ending: temporaryLossReceipt(kit, context) })),
      failLink: assign({ ending: () => trouble('link-down') }),
      failInside: assign({ ending: () => trouble('internal') }),
    },
  }).createMachine({
    id: 'loss',
    context: ({ input }) => ({
      ...input,
      answer: null,
      kind: null,
      term: null,
      found: null,
      opened: null,
      progress: null,
      carried: null,
      undone: null,
      ending: null,
    }),
    initial: 'begin',
    output: ({ context }) => context.ending ?? trouble('internal'),
    states: {
      begin: { always: [{ guard: 'linkDown', target: 'notBlocked' }, { target: 'asking' }] },
      asking: {
        meta: screen(
          () => ({ screen: 'working', act: 'asking-authority', expectSeconds: 3 }),
          LOSS_STEPS.what,
          'busy',
        ),
        invoke: {
          src: 'residentCard',
          input: ({ context }) => context.identity.socialSecurityNumber,
          onDone: { target: 'judging', actions: [assign({ answer: ({ event }) => event.output }), 'judge'] },
          onError: { target: 'ended', actions: 'failInside' },
        },
      },
      judging: {
        always: [
          { guard: 'linkDown', target: 'notBlocked', actions: 'forgetAnswer' },
          { guard: 'ended', target: 'ended' },
          { target: 'what' },
        ],
      },
      /** LOSS-5, before anything is asked: the card is NOT blocked yet, and these numbers block it. */
      notBlocked: {
        always: { guard: 'noTerms', target: 'ended', actions: 'failLink' },
        entry: assign({ kind: 'temporary' }),
        meta: screen(() => ({ screen: 'notice', what: 'link-down-not-blocked', facts: {} }), LOSS_STEPS.what),
        on: { confirm: 'termOrOnly' },
      },
      what: {
        meta: screen((context) => lossKindBody(kit, context), LOSS_STEPS.what),
        on: {
          choose: [
            {
              guard: 'offersTerm',
              target: 'check',
              actions: assign({ kind: 'temporary', term: ({ event }) => lossTermOf(kit, event.value) }),
            },
            {
              guard: 'offersFormal',
              target: 'formalNotice',
              actions: assign({ kind: 'formal', term: null }),
            },
            { guard: 'offersReplace', target: 'ended', actions: 'goOnToReplace' },
            { guard: 'offersUndo', target: 'undoNotice' },
          ],
        },
      },
      termOrOnly: {
        always: [{ guard: 'oneTerm', target: 'check', actions: 'takeOnlyTerm' }, { target: 'term' }],
      },
      term: {
        meta: screen((context) => lossTermBody(kit, context), LOSS_STEPS.what),
        on: {
          choose: {
            guard: 'knownTerm',
            target: 'check',
            actions: assign({ term: ({ event }) => lossTermOf(kit, event.value) }),
          },
          back: 'notBlocked',
        },
      },
      formalNotice: {
        meta: screen((context) => formalNoticeBody(kit, context), LOSS_STEPS.what),
        on: { confirm: 'check', back: 'what' },
      },
      check: {
        entry: 'noteTerm',
        meta: screen((context) => lossAnswersBody(kit, context), LOSS_STEPS.check),
        on: {
          submit: [{ guard: 'isFormal', target: 'reportingFormally' }, { target: 'accepting' }],
          back: [{ guard: 'offline', target: 'notBlocked' }, { target: 'what' }],
        },
      },
      accepting: { entry: 'accept', always: 'sending' },
      sending: {
        meta: screen(
          () => ({ screen: 'working', act: 'reporting-loss', expectSeconds: 3 }),
          LOSS_STEPS.done,
          'busy',
        ),
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
      reportingFormally: {
        invoke: {
          src: 'carryOutRequest',
          input: ({ context }) => ({ order: formalLossOrder(kit, context) }),
          onDone: {
            target: 'ended',
            actions: assign(({ event }) => ({
              ending: requestReceipt({
                service: 'loss',
                carried: event.output,
                place: null,
                collectWithinDays: 0,
                tellPayers: false,
                ownCard: 'none',
              }),
            })),
          },
          onError: { target: 'ended', actions: 'failInside' },
        },
      },
      /** LOSS-6: the card that was found has to be there. */
      undoNotice: {
        meta: screen(() => ({ screen: 'notice', what: 'undo-loss', facts: {} }), LOSS_STEPS.what),
        on: { confirm: 'presentFound', back: 'what' },
      },
      presentFound: {
        invoke: {
          src: 'presentFoundCard',
          onDone: {
            target: 'foundJudged',
            actions: assign(({ event, context }) =>
              event.output.kind === 'read'
                ? { found: event.output.card, ending: undoEnding(kit, context.identity, event.output.card) }
                : { ending: event.output.ending },
            ),
          },
          onError: { target: 'ended', actions: 'failInside' },
        },
      },
      foundJudged: { always: [{ guard: 'ended', target: 'ended' }, { target: 'undoing' }] },
      undoing: {
        meta: screen(
          () => ({ screen: 'working', act: 'undoing-loss', expectSeconds: 3 }),
          LOSS_STEPS.done,
          'busy',
        ),
        invoke: {
          src: 'undo',
          input: ({ context }) => context,
          onDone: {
            target: 'ended',
            actions: assign(({ event }) => ({ undone: event.output, ending: undoReceipt(event.output) })),
          },
          onError: { target: 'ended', actions: 'failInside' },
        },
      },
      ended: { type: 'final' },
    },
  });
}
