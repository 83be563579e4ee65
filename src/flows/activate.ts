import { assign, fromPromise, setup } from 'xstate';
import type { CardStatusAnswer } from '../contracts/central/queries.ts';
import type { Command } from '../contracts/command.ts';
import type { ResidentField } from '../contracts/resident-field.ts';
import type { AuthorityTrouble } from '../ports/authority.ts';
import type { PinBlock } from '../ports/pin-pad.ts';
import type { SocialSecurityCard } from '../ports/social-card-reader.ts';
import type { ActEnd, OpenedTransaction } from '../ports/transactions.ts';
import type { Result } from '../result.ts';
import { activateCard, activationReceipt, cardEnding, statusEnding } from './activate-acts.ts';
import { activationAnswersBody, olderCardBody } from './activate-views.ts';
import { type Ending, trouble } from './ending.ts';
import type { FlowKit } from './kit.ts';
import type { ScreenMeta } from './screen.ts';
import type { ServiceInput } from './service-input.ts';
import { enterPin } from './steps/enter-pin.ts';
import { presentSocialCard } from './steps/present-social-card.ts';

export interface ActivateContext extends ServiceInput {
  readonly card: SocialSecurityCard | null;
  readonly status: Result<CardStatusAnswer, AuthorityTrouble> | null;
  readonly entries: [PinBlock, PinBlock] | null;
  readonly balanceSms: boolean | null;
  readonly done: (OpenedTransaction & { readonly end: ActEnd }) | null;
  readonly ending: Ending | null;
}

type ActivateCommand = Extract<
  Command,
  { type: 'choose-balance-sms' | 'change' | 'confirm' | 'submit' | 'back' }
>;

/** Steps as the resident counts them. */
export const ACTIVATE_STEPS = { card: 1, pin: 2, balanceSms: 3, check: 4 } as const;

const changes =
  (field: ResidentField) =>
  ({ event }: { event: ActivateCommand }) =>
    event.type === 'change' && event.field === field;

/** Activate the financial side of a card (ACT-1…7). Online only (ACT-6). */
export function activate(kit: FlowKit) {
  return setup({
    types: {
      context: {} as ActivateContext,
      input: {} as ServiceInput,
      output: {} as Ending,
      events: {} as ActivateCommand,
      meta: {} as ScreenMeta<ActivateContext>,
    },
    actors: {
      presentSocialCard: presentSocialCard(kit, ACTIVATE_STEPS.card),
      enterPin: enterPin(kit, ACTIVATE_STEPS.pin),
      cardStatus: fromPromise(({ input, signal }: { input: SocialSecurityCard; signal: AbortSignal }) =>
        kit.authority.cardStatus(
          {
            cardId: input.cardId,
            cardNumber: input.cardNumber ?? '',
            socialSecurityNumber: input.socialSecurityNumber ?? '',
          },
          signal,
        ),
      ),
      activate: fromPromise(({ input, signal }: { input: ActivateContext; signal: AbortSignal }) =>
        activateCard(kit, input, signal),
      ),
    },
    guards: {
      linkDown: () => !kit.linkUp(),
      ended: ({ context }) => context.ending !== null,
      entered: ({ context }) => context.entries !== null,
      asked: ({ context }) => context.balanceSms !== null,
      endsNothing: () => kit.policy.electronicCard.endsOlderCard === null,
      changesPin: changes('pin'),
      changesBalanceSms: changes('balance-sms'),
    },
    actions: {
      endLinkDown: assign({ ending: () => trouble('link-down') }),
      judgeCard: assign(({ context }) =>
        context.card ? { ending: cardEnding(kit, context.identity, context.card) } : {},
      ),
      judgeStatus: assign(({ context }) =>
        context.status && context.card ? { ending: statusEnding(kit, context.card, context.status) } : {},
      ),
      giveReceipt: assign(({ context }) => ({ ending: activationReceipt(context.done) })),
      failInside: assign({ ending: () => trouble('internal') }),
    },
  }).createMachine({
    id: 'activate',
    context: ({ input }) => ({
      ...input,
      card: null,
      status: null,
      entries: null,
      balanceSms: null,
      done: null,
      ending: null,
    }),
    initial: 'online',
    output: ({ context }) => context.ending ?? trouble('internal'),
    states: {
      /** ACT-6: says before anything starts that it can't be done now. */
      online: {
        always: [{ guard: 'linkDown', target: 'ended', actions: 'endLinkDown' }, { target: 'presentCard' }],
      },
      presentCard: {
        invoke: {
          src: 'presentSocialCard',
          onDone: {
            target: 'judgingCard',
            actions: [
              assign(({ event }) =>
                event.output.kind === 'read' ? { card: event.output.card } : { ending: event.output.ending },
              ),
              'judgeCard',
            ],
          },
          onError: { target: 'ended', actions: 'failInside' },
        },
      },
      judgingCard: { always: [{ guard: 'ended', target: 'ended' }, { target: 'asking' }] },
      asking: {
        meta: {
          view: () => ({ screen: 'working', act: 'asking-authority', expectSeconds: 2 }),
          patience: 'busy',
          step: ACTIVATE_STEPS.card,
        },
        invoke: {
          src: 'cardStatus',
          input: ({ context }) => {
            if (!context.card) throw new Error('asking without a card');
            return context.card;
          },
          onDone: {
            target: 'judgingStatus',
            actions: [assign({ status: ({ event }) => event.output }), 'judgeStatus'],
          },
          onError: { target: 'ended', actions: 'failInside' },
        },
      },
      judgingStatus: { always: [{ guard: 'ended', target: 'ended' }, { target: 'pin' }] },
      pin: {
        invoke: {
          src: 'enterPin',
          input: ({ context }) => ({
            accountNumber: context.card?.accountNumber ?? '',
            socialSecurityNumber: context.identity.socialSecurityNumber,
          }),
          onDone: {
            target: 'pinAnswered',
            actions: assign(({ event }) =>
              event.output.kind === 'entered'
                ? { entries: event.output.entries }
                : { ending: event.output.ending },
            ),
          },
          onError: { target: 'ended', actions: 'failInside' },
        },
      },
      pinAnswered: {
        always: [
          { guard: 'ended', target: 'ended' },
          { guard: 'asked', target: 'checkAnswers' },
          { target: 'balanceSms' },
        ],
      },
      /** ACT-7 */
      balanceSms: {
        meta: {
          view: (context) => ({
            screen: 'balance-sms',
            mobileMasked:
              context.status?.ok && context.status.value.known ? context.status.value.mobileMasked : null,
          }),
          patience: 'screen',
          step: ACTIVATE_STEPS.balanceSms,
        },
        on: {
          'choose-balance-sms': {
            target: 'olderCard',
            actions: assign({ balanceSms: ({ event }) => event.wanted }),
          },
        },
      },
      /** J 2.3.2: what else ends with the activation, before it is confirmed. */
      olderCard: {
        always: { guard: 'endsNothing', target: 'checkAnswers' },
        meta: { view: olderCardBody, patience: 'screen', step: ACTIVATE_STEPS.balanceSms },
        on: { confirm: 'checkAnswers', back: 'balanceSms' },
      },
      checkAnswers: {
        meta: { view: activationAnswersBody, patience: 'screen', step: ACTIVATE_STEPS.check },
        on: {
          submit: [{ guard: 'linkDown', target: 'ended', actions: 'endLinkDown' }, { target: 'activating' }],
          change: [
            { guard: 'changesPin', target: 'pin', actions: assign({ entries: null }) },
            { guard: 'changesBalanceSms', target: 'balanceSms' },
          ],
          back: 'balanceSms',
        },
      },
      activating: {
        meta: {
          view: () => ({ screen: 'working', act: 'activating', expectSeconds: 5 }),
          patience: 'busy',
          step: ACTIVATE_STEPS.check,
        },
        invoke: {
          src: 'activate',
          input: ({ context }) => context,
          onDone: {
            target: 'ended',
            actions: [assign({ done: ({ event }) => event.output, entries: null }), 'giveReceipt'],
          },
          onError: { target: 'ended', actions: 'failInside' },
        },
      },
      ended: { type: 'final' },
    },
  });
}
