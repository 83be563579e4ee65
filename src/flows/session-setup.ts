import { assign, fromCallback, setup } from 'xstate';
import type { FaceEvidence } from '../contracts/central/identity.ts';
import type { Command } from '../contracts/command.ts';
import type { ServiceId } from '../contracts/service.ts';
import type { Language } from '../contracts/view.ts';
import type { SocialSecurityCard } from '../ports/social-card-reader.ts';
import { counterSlip } from './counter-slip.ts';
import { type Ending, trouble } from './ending.ts';
import type { FlowKit } from './kit.ts';
import type { ScreenMeta } from './screen.ts';
import { serviceActors } from './service-actors.ts';
import { guidesOnly, isOpen } from './services.ts';
import { type NotedFacts, sessionFacts } from './session-facts.ts';
import { type GiveReceiptOutput, giveReceipt } from './steps/give-receipt.ts';
import { type PresentedIdentity, presentIdCard } from './steps/present-id-card.ts';
import { type VerifyFaceOutput, verifyFace } from './steps/verify-face.ts';

export type CardSlot = 'id-card' | 'social-card' | 'own-card';
export type Disposition = 'completed' | 'cancelled' | 'timed-out' | 'refused' | 'trouble';

export interface SessionInput {
  readonly language: Language;
  readonly elder: boolean;
  /** null: nothing chosen, the technician's setting holds. */
  readonly lowReach: boolean | null;
  /** The person before left a card in a reader. */
  readonly cardLeftBehind: boolean;
}

/** How the screen stands for somebody who has chosen nothing. */
export const NO_CHOICE = { language: 'zh-CN', elder: false, lowReach: null } as const;

/** INV-6: language, letters or height are one person's choice; the next one finds none of it. */
export const hasChosen = (context: Pick<SessionContext, keyof typeof NO_CHOICE>): boolean =>
  context.language !== NO_CHOICE.language || context.elder || context.lowReach !== NO_CHOICE.lowReach;

export interface SessionContext extends SessionInput {
  readonly startedAt: number;
  readonly service: ServiceId | null;
  readonly presented: PresentedIdentity | null;
  readonly face: FaceEvidence | null;
  readonly withoutFace: Exclude<VerifyFaceOutput, { kind: 'accepted' }>['why'] | null;
  /** READ-1: a card that was read before anybody was known. */
  readonly card: SocialSecurityCard | null;
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
          | 'set-low-reach'
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
export const NOBODY = { presented: null, face: null, withoutFace: null, card: null, ending: null } as const;

/** Collaborators, guards and acts of the session, before the states that use them. */
export function sessionSetup(kit: FlowKit) {
  const { policy } = kit;
  const isAvailable = (wanted: ServiceId): boolean =>
    kit.tiles().some(({ service, available }) => service === wanted && available);
  const recordFacts = (context: SessionContext, disposition: Disposition, noted: NotedFacts): void => {
    const { service, ending, withoutFace, startedAt } = context;
    if (service === null) return;
    kit.audit.record('session-facts', {
      assignment: kit.assignment(),
      ...sessionFacts({
        service,
        disposition,
        ending,
        withoutFace: withoutFace !== null,
        noted,
        policy,
        now: kit.clock.now(),
        seconds: (kit.clock.elapsed() - startedAt) / 1_000,
      }),
    });
  };
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
      ...serviceActors(kit),
      giveReceipt: giveReceipt(kit),
      /** Cards back first: says for each slot when it is empty. */
      watchCards: fromCallback<{ type: 'none' }, readonly CardSlot[]>(({ input, sendBack }) => {
        const stop = new AbortController();
        for (const slot of input) {
          const out = () => {
            if (!stop.signal.aborted) sendBack({ type: 'card-out', slot });
          };
          // A reader that fails here can't tell; its slot counts as empty rather than holding the kiosk up.
          cardLeaves(kit, slot, stop.signal).then(out, out);
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
      /** FIND, HELP, READ, ECARD: nobody has to say who they are. */
      opensForAll: ({ event }) =>
        event.type === 'choose-service' &&
        isOpen(event.service, policy) &&
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
      /** ID-5 */
      unknownPerson: ({ context }) =>
        context.service === null ||
        (!isOpen(context.service, policy) && context.face === null) ||
        (context.card !== null && context.face === null),
      guides: ({ context }) => context.service !== null && guidesOnly(context.service, policy),
      identifies: ({ context }) => context.ending?.kind === 'identify',
      goesOn: ({ context }) => context.ending?.kind === 'go-on' && isAvailable(context.ending.service),
      seen: ({ context }) => context.ending?.kind === 'seen' || context.ending?.kind === 'go-on',
      goesOnAfterReceipt: ({ event }) =>
        'output' in event && isGoOn(event.output) && isAvailable(event.output.service),
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
      takeLowReach: assign({
        lowReach: ({ event, context }) =>
          event.type === 'set-low-reach' ? event.lowReach : context.lowReach,
      }),
      forgetChoice: assign({ ...NO_CHOICE }),
      begin: assign(({ context }) => {
        kit.audit.record('session-started', { language: context.language, elder: context.elder });
        return { startedAt: kit.clock.elapsed(), cardLeftBehind: false };
      }),
      /** APPLY-1: a refusal may lead to another service; each is on record as what it was. */
      chooseService: assign(({ event, context }) => {
        if (event.type !== 'choose-service') return {};
        if (context.ending?.kind === 'refusal') recordFacts(context, 'refused', kit.notes.takeService());
        kit.audit.record('service-chosen', { service: event.service });
        return { service: event.service };
      }),
      /** Before anything of the person is gone; what was noted goes with it, whether a service was chosen or not. */
      noteFacts: ({ context }) => recordFacts(context, context.disposition, kit.notes.take()),
      wipe: assign({ ...NOBODY }),
      forgetEnding: assign({ ending: null }),
      takeEnding: assign(({ event }) => ({
        ending: 'output' in event && isEnding(event.output) ? event.output : trouble('internal'),
      })),
      /** READ-1: the same service again, now knowing whose card it should be. */
      keepCard: assign(({ context }) =>
        context.ending?.kind === 'identify' ? { card: context.ending.card, ending: null } : {},
      ),
      goOn: assign(({ context }) => {
        if (context.ending?.kind !== 'go-on') return {};
        kit.audit.record('service-chosen', { service: context.ending.service });
        return { service: context.ending.service, ending: null };
      }),
      goOnAfterReceipt: assign(({ event, context }) => {
        if (!('output' in event) || !isGoOn(event.output)) return {};
        recordFacts(context, 'completed', kit.notes.takeService());
        kit.audit.record('service-chosen', { service: event.output.service });
        return { service: event.output.service, ending: null };
      }),
      /** Cards that may lie in a reader when this service ends. */
      expectCards: assign(({ context }) => ({ cards: slotsOf(context.cards, context.service) })),
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
      noteOwnCard: assign(({ context }) => ({
        cards: kit.ownCard.inside() ? [...new Set([...context.cards, 'own-card' as const])] : context.cards,
      })),
      forgetSlot: assign(({ context, event }) =>
        event.type === 'card-out' ? { cards: context.cards.filter((slot) => slot !== event.slot) } : {},
      ),
      noteLeftBehind: assign(({ context }) => {
        const left = context.cards.filter((slot) => slot !== 'own-card');
        for (const reader of left) kit.audit.record('card-left-behind', { reader });
        return { cardLeftBehind: left.length > 0 };
      }),
      noteConsent: () => kit.audit.record('face-consent-given', {}),
      noteDeclined: () => kit.audit.record('face-consent-declined', {}),
      noteEnded: ({ context }) =>
        kit.audit.record('session-ended', {
          disposition: context.disposition,
          service: context.service,
          seconds: Math.round((kit.clock.elapsed() - context.startedAt) / 1_000),
        }),
      takeSlip: assign(({ context }) => ({ ending: counterSlip(kit, context) })),
    },
  });
}

const isEnding = (output: unknown): output is Ending =>
  typeof output === 'object' && output !== null && 'kind' in output;

const isGoOn = (output: unknown): output is Extract<GiveReceiptOutput, { kind: 'go-on' }> =>
  typeof output === 'object' && output !== null && 'kind' in output && output.kind === 'go-on';

/** Services that read a card in the plain reader. */
const READS_A_CARD: readonly ServiceId[] = ['activate', 'read-card', 'loss'];

const slotsOf = (present: readonly CardSlot[], service: ServiceId | null): readonly CardSlot[] =>
  service !== null && READS_A_CARD.includes(service)
    ? [...new Set([...present, 'social-card' as const])]
    : present;

/** Resolves when the slot is empty; a card in the acceptor is given back by the machine (INV-5). */
async function cardLeaves(kit: FlowKit, slot: CardSlot, signal: AbortSignal): Promise<void> {
  switch (slot) {
    case 'id-card':
      await kit.idCardReader.waitForRemoval(signal);
      return;
    case 'social-card':
      await kit.socialCardReader.waitForRemoval(signal);
      return;
    case 'own-card':
      await kit.ownCard.giveBack(signal);
  }
}
