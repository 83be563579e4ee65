import { assign, fromPromise, setup } from 'xstate';
import type { ResidentCardAnswer } from '../contracts/central/queries.ts';
import type { Command } from '../contracts/command.ts';
import type { ResidentField } from '../contracts/resident-field.ts';
import type { Notice } from '../contracts/screen-words.ts';
import type { AccountChoice, ExchangeReason } from '../policy/closed-sets.ts';
import type { AuthorityTrouble } from '../ports/authority.ts';
import type { SocialSecurityCard } from '../ports/social-card-reader.ts';
import type { Result } from '../result.ts';
import { makesHere, noteWaivers } from './card-facts.ts';
import {
  accountChoices,
  cardOrderReceipt,
  noticesOf,
  orderEnding,
  orderOf,
  presentedEnding,
  reasonEnding,
} from './card-order-acts.ts';
import {
  accountBody,
  noticeBody,
  orderAnswersBody,
  orderPlacesBody,
  reasonBody,
} from './card-order-views.ts';
import { type Ending, trouble } from './ending.ts';
import type { FlowKit } from './kit.ts';
import type { ScreenMeta } from './screen.ts';
import type { ServiceInput } from './service-input.ts';
import { carryOutRequest } from './steps/carry-out-request.ts';
import { type GivenBack, giveOwnCardBack } from './steps/give-own-card-back.ts';
import { presentSocialCard } from './steps/present-social-card.ts';
import type { CarriedOut } from './steps/request-order.ts';

export type OrderedService = 'replace' | 'swap' | 'exchange';

export interface CardOrderContext extends ServiceInput {
  readonly service: OrderedService;
  readonly reason: ExchangeReason | null;
  /** The old card as it was read in the acceptor (SWAP-1, EXCH-5). */
  readonly oldCard: SocialSecurityCard | null;
  readonly answer: Result<ResidentCardAnswer, AuthorityTrouble> | null;
  readonly account: AccountChoice | null;
  readonly notices: readonly Notice[];
  readonly noticeAt: number;
  readonly outlet: string | null;
  /** Decided once, before the resident is told what will happen. */
  readonly here: boolean;
  readonly carried: CarriedOut | null;
  readonly givenBack: GivenBack;
  readonly ending: Ending | null;
}

type OrderCommand = Extract<
  Command,
  { type: 'choose' | 'choose-outlet' | 'confirm' | 'back' | 'submit' | 'change' }
>;

/** Steps as the resident counts them. */
export const ORDER_STEPS = { card: 1, account: 2, check: 3, make: 4 } as const;

const changes =
  (field: ResidentField) =>
  ({ event }: { event: OrderCommand }) =>
    event.type === 'change' && event.field === field;

/**
 * A new card for an old one: replacement after loss (REPL), generation swap (SWAP), exchange for another reason (EXCH).
 * One row of questions; what differs is in `card-order-acts.ts`.
 */
export function cardOrder(kit: FlowKit, service: OrderedService) {
  const screen = (
    view: ScreenMeta<CardOrderContext>['view'],
    step: number,
    patience: 'screen' | 'busy' = 'screen',
  ): ScreenMeta<CardOrderContext> => ({ view, step, patience });

  return setup({
    types: {
      context: {} as CardOrderContext,
      input: {} as ServiceInput,
      output: {} as Ending,
      events: {} as OrderCommand,
      meta: {} as ScreenMeta<CardOrderContext>,
    },
    actors: {
      presentOldCard: presentSocialCard(kit, ORDER_STEPS.card, 'acceptor'),
      carryOutRequest: carryOutRequest(kit, ORDER_STEPS.make),
      giveOwnCardBack: giveOwnCardBack(kit, ORDER_STEPS.make),
      residentCard: fromPromise(({ input, signal }: { input: string; signal: AbortSignal }) =>
        kit.authority.residentCard(input, signal),
      ),
    },
    guards: {
      linkDown: () => !kit.linkUp(),
      asksReason: () => service === 'exchange',
      asksCard: () => service !== 'replace',
      ended: ({ context }) => context.ending !== null,
      reasonKnown: ({ event }) =>
        event.type === 'choose' && kit.policy.exchange.reasons.some(({ reason }) => reason === event.value),
      oneAccount: () => accountChoices(kit, service).length === 1,
      accountKnown: ({ event }) =>
        event.type === 'choose' && accountChoices(kit, service).some((choice) => choice === event.value),
      hasNotice: ({ context }) => context.noticeAt < context.notices.length,
      madeHere: ({ context }) => context.here,
      placeKnown: ({ context }) => context.outlet !== null,
      knownOutlet: ({ event }) =>
        event.type === 'choose-outlet' &&
        kit.policy.application.collectionOutlets.some(({ id }) => id === event.outlet),
      changesAccount: changes('account-choice'),
      changesPlace: changes('collection-place'),
      cardIsInside: ({ context }) => context.carried?.oldCardLatched === true && kit.ownCard.inside(),
    },
    actions: {
      takeReason: assign(({ event }) => {
        if (event.type !== 'choose') return {};
        const found = kit.policy.exchange.reasons.find(({ reason }) => reason === event.value);
        if (!found) return {};
        kit.notes.note({ exchangeReason: found.reason });
        return { reason: found.reason, ending: reasonEnding(kit, found) };
      }),
      takeAccount: assign(({ event, context }) => {
        const account = accountChoices(kit, service).find(
          (choice) => event.type !== 'choose' || choice === event.value,
        );
        return { account: account ?? context.account };
      }),
      judge: assign(({ context }) => {
        noteWaivers(kit, context.answer);
        return { ending: orderEnding(kit, context) };
      }),
      listNotices: assign(({ context }) => ({ notices: noticesOf(kit, context), noticeAt: 0 })),
      nextNotice: assign({ noticeAt: ({ context }) => context.noticeAt + 1 }),
      giveReceipt: assign(({ context }) => ({ ending: cardOrderReceipt(kit, context) })),
      failLink: assign({ ending: () => trouble('link-down') }),
      failInside: assign({ ending: () => trouble('internal') }),
    },
  }).createMachine({
    id: 'cardOrder',
    context: ({ input }) => ({
      ...input,
      service,
      reason: null,
      oldCard: null,
      answer: null,
      account: null,
      notices: [],
      noticeAt: 0,
      outlet: null,
      here: makesHere(kit, service),
      carried: null,
      givenBack: 'none',
      ending: null,
    }),
    initial: 'begin',
    output: ({ context }) => context.ending ?? trouble('internal'),
    states: {
      begin: {
        always: [
          { guard: 'linkDown', target: 'ended', actions: 'failLink' },
          { guard: 'asksReason', target: 'reason' },
          { target: 'card' },
        ],
      },
      /** EXCH-1 */
      reason: {
        meta: screen((context) => reasonBody(kit, context), ORDER_STEPS.card),
        on: { choose: { guard: 'reasonKnown', target: 'reasonTaken', actions: 'takeReason' } },
      },
      reasonTaken: { always: [{ guard: 'ended', target: 'ended' }, { target: 'card' }] },
      card: { always: [{ guard: 'asksCard', target: 'presentOld' }, { target: 'asking' }] },
      presentOld: {
        invoke: {
          src: 'presentOldCard',
          onDone: {
            target: 'presented',
            actions: assign(({ event, context }) =>
              event.output.kind === 'read'
                ? {
                    oldCard: event.output.card,
                    ending: presentedEnding(kit, service, context.identity, event.output.card),
                  }
                : { ending: event.output.ending },
            ),
          },
          onError: { target: 'ended', actions: 'failInside' },
        },
      },
      presented: { always: [{ guard: 'ended', target: 'ended' }, { target: 'asking' }] },
      asking: {
        meta: screen(
          () => ({ screen: 'working', act: 'asking-authority', expectSeconds: 3 }),
          ORDER_STEPS.card,
          'busy',
        ),
        invoke: {
          src: 'residentCard',
          input: ({ context }) => context.identity.socialSecurityNumber,
          onDone: { target: 'judged', actions: [assign({ answer: ({ event }) => event.output }), 'judge'] },
          onError: { target: 'ended', actions: 'failInside' },
        },
      },
      judged: { always: [{ guard: 'ended', target: 'ended' }, { target: 'account' }] },
      /** REPL-2, SWAP-2 */
      account: {
        always: { guard: 'oneAccount', target: 'notices', actions: 'takeAccount' },
        meta: screen((context) => accountBody(kit, context), ORDER_STEPS.account),
        on: { choose: { guard: 'accountKnown', target: 'notices', actions: 'takeAccount' } },
      },
      notices: { entry: 'listNotices', always: 'notice' },
      notice: {
        always: [
          { guard: 'hasNotice', target: 'showing' },
          { guard: 'madeHere', target: 'check' },
          { guard: 'placeKnown', target: 'check' },
          { target: 'place' },
        ],
      },
      showing: {
        meta: screen((context) => noticeBody(kit, context), ORDER_STEPS.account),
        on: { confirm: { target: 'notice', actions: 'nextNotice' }, back: 'account' },
      },
      place: {
        meta: screen((context) => orderPlacesBody(kit, context), ORDER_STEPS.account),
        on: {
          'choose-outlet': {
            guard: 'knownOutlet',
            target: 'check',
            actions: assign({ outlet: ({ event }) => event.outlet }),
          },
          back: 'account',
        },
      },
      check: {
        meta: screen((context) => orderAnswersBody(kit, context), ORDER_STEPS.check),
        on: {
          submit: [{ guard: 'linkDown', target: 'ended', actions: 'failLink' }, { target: 'carrying' }],
          change: [
            { guard: 'changesAccount', target: 'account' },
            { guard: 'changesPlace', target: 'place' },
          ],
          back: 'account',
        },
      },
      carrying: {
        invoke: {
          src: 'carryOutRequest',
          input: ({ context }) => ({ order: orderOf(kit, context) }),
          onDone: { target: 'carried', actions: assign({ carried: ({ event }) => event.output }) },
          onError: { target: 'ended', actions: 'failInside' },
        },
      },
      /** INV-5: offered back first, before anything is said on paper. */
      carried: {
        always: [
          { guard: 'cardIsInside', target: 'givingBack' },
          { target: 'ended', actions: 'giveReceipt' },
        ],
      },
      givingBack: {
        invoke: {
          src: 'giveOwnCardBack',
          onDone: {
            target: 'ended',
            actions: [assign({ givenBack: ({ event }) => event.output }), 'giveReceipt'],
          },
          onError: { target: 'ended', actions: 'giveReceipt' },
        },
      },
      ended: { type: 'final' },
    },
  });
}
