import { assign, fromCallback, setup } from 'xstate';
import type { FaceEvidence } from '../contracts/central/identity.ts';
import type { Command } from '../contracts/command.ts';
import type { ServiceId } from '../contracts/service.ts';
import type { Language } from '../contracts/view.ts';
import { activate } from './activate.ts';
import { apply } from './apply.ts';
import { counterSlip } from './counter-slip.ts';
import { type Ending, trouble } from './ending.ts';
import type { FlowKit } from './kit.ts';
import type { ScreenMeta } from './screen.ts';
import { giveReceipt } from './steps/give-receipt.ts';
import { type PresentedIdentity, presentIdCard } from './steps/present-id-card.ts';
import { type VerifyFaceOutput, verifyFace } from './steps/verify-face.ts';

export type CardSlot = 'id-card' | 'social-card';
export type Disposition = 'completed' | 'cancelled' | 'timed-out' | 'refused' | 'trouble';

export interface SessionInput {
  readonly language: Language;
  readonly elder: boolean;
  /** The person before left a card in a reader. */
  readonly cardLeftBehind: boolean;
}

export interface SessionContext extends SessionInput {
  readonly startedAt: number;
  readonly service: ServiceId | null;
  readonly presented: PresentedIdentity | null;
  readonly face: FaceEvidence | null;
  readonly withoutFace: Exclude<VerifyFaceOutput, { kind: 'accepted' }>['why'] | null;
  readonly ending: Ending | null;
  /** Cards that may still lie in a reader. */
  readonly cards: readonly CardSlot[];
  readonly disposition: Disposition;
}

type SessionEvent =
  | Extract<
      Command,
      {
        type:
          | 'start'
          | 'set-language'
          | 'set-elder'
          | 'choose-service'
          | 'consent-to-face'
          | 'decline-face'
          | 'print-slip'
          | 'back'
          | 'finish';
      }
    >
  /** From attention: the resident chose to leave, or nobody answered. */
  | { type: 'left' }
  | { type: 'gone' }
  | { type: 'card-out'; slot: CardSlot };

export interface SessionOutput {
  readonly cardLeftBehind: boolean;
}

/** Everything that belongs to the person; gone when this is assigned (INV-6). */
export const NOBODY = { presented: null, face: null, withoutFace: null, ending: null } as const;

/** Collaborators, guards and acts of the session, before the states that use them. */
export function sessionSetup(kit: FlowKit) {
  const { policy } = kit;
  return setup({
    types: {
      context: {} as SessionContext,
      input: {} as SessionInput,
      output: {} as SessionOutput,
      events: {} as SessionEvent,
      meta: {} as ScreenMeta<SessionContext>,
    },
    actors: {
      presentIdCard: presentIdCard(kit),
      verifyFace: verifyFace(kit),
      apply: apply(kit),
      activate: activate(kit),
      giveReceipt: giveReceipt(kit),
      /** Cards back first: says for each slot when it is empty. */
      watchCards: fromCallback<{ type: 'none' }, readonly CardSlot[]>(({ input, sendBack }) => {
        const stop = new AbortController();
        for (const slot of input) {
          const reader = slot === 'id-card' ? kit.idCardReader : kit.socialCardReader;
          const out = () => {
            if (!stop.signal.aborted) sendBack({ type: 'card-out', slot });
          };
          // A reader that fails here can't tell; its slot counts as empty rather than holding the kiosk up.
          reader.waitForRemoval(stop.signal).then(out, out);
        }
        return () => stop.abort();
      }),
    },
    delays: {
      CARD_REMOVAL: () => policy.timeouts.cardRemovalSeconds * 1_000,
      END_SCREEN: () => policy.timeouts.endScreenSeconds * 1_000,
    },
    guards: {
      serviceIsOpen: ({ event }) =>
        event.type === 'choose-service' &&
        kit.tiles().some(({ service, available }) => service === event.service && available),
      /** APPLY-1: "shown what fits instead"; identity and face stand, nothing is asked twice. */
      fitsInstead: ({ event, context }) =>
        event.type === 'choose-service' &&
        context.face !== null &&
        context.ending?.kind === 'refusal' &&
        (context.ending.instead ?? []).includes(event.service) &&
        kit.tiles().some(({ service, available }) => service === event.service && available),
      presented: ({ context }) => context.presented !== null,
      hasPortrait: ({ context }) => context.presented?.read.portrait != null,
      faceAccepted: ({ context }) => context.face !== null,
      declined: ({ context }) => context.withoutFace === 'declined',
      applying: ({ context }) => context.service === 'apply',
      activating: ({ context }) => context.service === 'activate',
      receipt: ({ context }) => context.ending?.kind === 'receipt',
      refused: ({ context }) => context.ending?.kind === 'refusal',
      noCards: ({ context }) => context.cards.length === 0,
    },
    actions: {
      takeLanguage: assign({
        language: ({ event, context }) => (event.type === 'set-language' ? event.language : context.language),
      }),
      takeElder: assign({
        elder: ({ event, context }) => (event.type === 'set-elder' ? event.elder : context.elder),
      }),
      begin: assign(({ context }) => {
        kit.audit.record('session-started', { language: context.language, elder: context.elder });
        return { startedAt: kit.clock.now(), cardLeftBehind: false };
      }),
      chooseService: assign(({ event }) => {
        if (event.type !== 'choose-service') return {};
        kit.audit.record('service-chosen', { service: event.service });
        return { service: event.service };
      }),
      wipe: assign({ ...NOBODY }),
      forgetEnding: assign({ ending: null }),
      failInside: assign({ ending: () => trouble('internal') }),
      endCancelled: assign({ disposition: 'cancelled' }),
      endTimedOut: assign({ disposition: 'timed-out' }),
      judgeDisposition: assign(({ context }) => ({
        disposition:
          context.ending?.kind === 'refusal'
            ? ('refused' as const)
            : context.ending?.kind === 'trouble'
              ? ('trouble' as const)
              : ('completed' as const),
      })),
      forgetSlot: assign(({ context, event }) =>
        event.type === 'card-out' ? { cards: context.cards.filter((slot) => slot !== event.slot) } : {},
      ),
      noteLeftBehind: assign(({ context }) => {
        for (const reader of context.cards) kit.audit.record('card-left-behind', { reader });
        return { cardLeftBehind: context.cards.length > 0 };
      }),
      noteConsent: () => kit.audit.record('face-consent-given', {}),
      noteDeclined: () => kit.audit.record('face-consent-declined', {}),
      noteEnded: ({ context }) =>
        kit.audit.record('session-ended', {
          disposition: context.disposition,
          service: context.service,
          seconds: Math.round((kit.clock.now() - context.startedAt) / 1_000),
        }),
      takeSlip: assign(({ context }) => ({ ending: counterSlip(kit, context) })),
    },
  });
}
