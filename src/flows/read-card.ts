import { assign, fromPromise, setup } from 'xstate';
import type { CardStates } from '../card/usable.ts';
import type { Command } from '../contracts/command.ts';
import { scanElectronicCard } from './electronic-card-scan.ts';
import { type Ending, trouble } from './ending.ts';
import type { FlowKit } from './kit.ts';
import { askStatus, canShowState, holderEnding, judgeStatus, takesCodes } from './read-card-acts.ts';
import {
  cardOrCodeBody,
  chipCardBody,
  electronicCardBody,
  nextServices,
  type ValidElectronicCard,
} from './read-card-views.ts';
import type { ScreenMeta } from './screen.ts';
import type { OpenServiceInput } from './service-input.ts';
import { giveOwnCardBack } from './steps/give-own-card-back.ts';
import { presentSocialCard } from './steps/present-social-card.ts';

export interface ReadCardContext extends OpenServiceInput {
  /** Both sides of the card, told to its holder alone. */
  readonly states: CardStates | null;
  readonly electronic: ValidElectronicCard | null;
  readonly ending: Ending | null;
}

type ReadCardCommand = Extract<
  Command,
  { type: 'choose' | 'show-state' | 'choose-service' | 'finish' | 'back' }
>;

/** Steps as the resident counts them. */
export const READ_CARD_STEPS = { card: 1, look: 2 } as const;

const chooses =
  (value: 'card' | 'code') =>
  ({ event }: { event: ReadCardCommand }) =>
    event.type === 'choose' && event.value === value;

/** What stands on a card, for anybody; its state, for its holder (READ-1). Where the pack allows, a code (ECARD-2). */
export function readCard(kit: FlowKit) {
  const nextOf = ({ states, electronic, card }: ReadCardContext) => {
    if (electronic) return nextServices(kit, electronic, null);
    return states ? nextServices(kit, states, card?.generation ?? null) : [];
  };
  return setup({
    types: {
      context: {} as ReadCardContext,
      input: {} as OpenServiceInput,
      output: {} as Ending,
      events: {} as ReadCardCommand,
      meta: {} as ScreenMeta<ReadCardContext>,
    },
    actors: {
      presentInReader: presentSocialCard(kit, READ_CARD_STEPS.card),
      presentInAcceptor: presentSocialCard(kit, READ_CARD_STEPS.card, 'acceptor'),
      giveBack: giveOwnCardBack(kit, READ_CARD_STEPS.card),
      scan: scanElectronicCard(kit),
      cardStatus: fromPromise(({ input, signal }: { input: ReadCardContext; signal: AbortSignal }) =>
        askStatus(kit, input.card, signal),
      ),
    },
    guards: {
      ended: ({ context }) => context.ending !== null,
      identified: ({ context }) => context.identity !== null && context.card !== null,
      takesCodes: () => takesCodes(kit),
      hasReader: () => kit.machines().canReadCards,
      hasAcceptor: () => kit.machines().canAcceptCards,
      cardIsInside: () => kit.ownCard.inside(),
      scanned: ({ context }) => context.electronic !== null,
      choosesCard: chooses('card'),
      choosesCode: chooses('code'),
      canShowState: ({ context }) => context.states === null && canShowState(kit, context.card),
      fits: ({ context, event }) =>
        event.type === 'choose-service' && nextOf(context).includes(event.service),
    },
    actions: {
      judgeHolder: assign(({ context: { identity, card } }) =>
        identity && card ? { ending: holderEnding(kit, identity, card) } : {},
      ),
      identify: assign(({ context: { card } }) =>
        card ? { ending: { kind: 'identify' as const, card } } : {},
      ),
      goOn: assign(({ event }) =>
        event.type === 'choose-service' ? { ending: { kind: 'go-on' as const, service: event.service } } : {},
      ),
      endSeen: assign({ ending: (): Ending => ({ kind: 'seen' }) }),
      failInside: assign({ ending: () => trouble('internal') }),
      forget: assign({ card: null, states: null, electronic: null }),
    },
  }).createMachine({
    id: 'readCard',
    context: ({ input }) => ({ ...input, states: null, electronic: null, ending: null }),
    initial: 'begin',
    output: ({ context }) => context.ending ?? trouble('internal'),
    states: {
      begin: {
        always: [
          { guard: 'identified', target: 'holder', actions: 'judgeHolder' },
          { guard: 'takesCodes', target: 'cardOrCode' },
          { target: 'card' },
        ],
      },
      cardOrCode: {
        meta: { view: cardOrCodeBody, patience: 'screen', step: READ_CARD_STEPS.card },
        on: {
          choose: [
            { guard: 'choosesCard', target: 'card' },
            { guard: 'choosesCode', target: 'scanning' },
          ],
        },
      },
      /** A reader leaves the card in the hand; where there is none, the acceptor draws it in and gives it back. */
      card: {
        always: [
          { guard: 'hasReader', target: 'inReader' },
          { guard: 'hasAcceptor', target: 'inAcceptor' },
          { target: 'inReader' },
        ],
      },
      inReader: {
        invoke: {
          src: 'presentInReader',
          onDone: {
            target: 'presented',
            actions: assign(({ event: { output } }) =>
              output.kind === 'read' ? { card: output.card } : { ending: output.ending },
            ),
          },
          onError: { target: 'ended', actions: 'failInside' },
        },
      },
      inAcceptor: {
        invoke: {
          src: 'presentInAcceptor',
          onDone: {
            target: 'presented',
            actions: assign(({ event: { output } }) =>
              output.kind === 'read' ? { card: output.card } : { ending: output.ending },
            ),
          },
          onError: { target: 'ended', actions: 'failInside' },
        },
      },
      presented: {
        always: [
          { guard: 'cardIsInside', target: 'givingBack' },
          { guard: 'ended', target: 'ended' },
          { target: 'shown' },
        ],
      },
      /** INV-5: looked at, so it goes back before anything else. */
      givingBack: {
        invoke: {
          src: 'giveBack',
          onDone: 'givenBack',
          onError: 'givenBack',
        },
      },
      givenBack: { always: [{ guard: 'ended', target: 'ended' }, { target: 'shown' }] },
      scanning: {
        invoke: {
          src: 'scan',
          onDone: {
            target: 'scanned',
            actions: assign(({ event: { output } }) => {
              switch (output.kind) {
                case 'found':
                  return { electronic: output.found };
                case 'ended':
                  return { ending: output.ending };
                case 'back':
                  return {};
              }
            }),
          },
          onError: { target: 'ended', actions: 'failInside' },
        },
      },
      scanned: {
        always: [
          { guard: 'ended', target: 'ended' },
          { guard: 'scanned', target: 'shown' },
          { target: 'cardOrCode' },
        ],
      },
      holder: { always: [{ guard: 'ended', target: 'ended' }, { target: 'asking' }] },
      asking: {
        meta: {
          view: () => ({ screen: 'working', act: 'asking-authority', expectSeconds: 2 }),
          patience: 'busy',
          step: READ_CARD_STEPS.look,
        },
        invoke: {
          src: 'cardStatus',
          input: ({ context }) => context,
          onDone: {
            target: 'answered',
            actions: assign(({ context, event }) => judgeStatus(kit, context.card, event.output)),
          },
          onError: { target: 'ended', actions: 'failInside' },
        },
      },
      answered: { always: [{ guard: 'ended', target: 'ended' }, { target: 'shown' }] },
      shown: {
        meta: {
          view: ({ card, states, electronic }, { language }) => {
            if (electronic) return electronicCardBody(kit, electronic);
            if (!card) throw new Error('showing a card that was not read');
            return chipCardBody(kit, card, states, language);
          },
          patience: 'screen',
          step: READ_CARD_STEPS.look,
        },
        on: {
          'show-state': { guard: 'canShowState', target: 'ended', actions: 'identify' },
          'choose-service': { guard: 'fits', target: 'ended', actions: 'goOn' },
          finish: { target: 'ended', actions: 'endSeen' },
        },
      },
      ended: { type: 'final', entry: 'forget' },
    },
  });
}
