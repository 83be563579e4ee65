import { assign, fromPromise, setup } from 'xstate';
import { issuerRegion } from '../../card/activation-answer.ts';
import { isServed } from '../../policy/served-region.ts';
import type {
  CardKeyService,
  SocialCardTrouble,
  SocialSecurityCard,
} from '../../ports/social-card-reader.ts';
import { err, type Result, unreachable } from '../../result.ts';
import { DELAYS, READS_BEFORE_UNREADABLE } from '../delays.ts';
import { type Ending, refusal, trouble } from '../ending.ts';
import type { FlowKit } from '../kit.ts';
import type { ScreenMeta } from '../screen.ts';
import { cardFacts } from '../session-facts.ts';
import { acceptorAsReader, type CardSlotReader } from './acceptor-as-reader.ts';

type Problem = 'mute' | 'card-removed' | 'not-a-social-security-card' | 'read-failed' | 'reader-recovering';

interface Context {
  readonly problem: Problem | null;
  readonly failedReads: number;
  readonly downSince: number | null;
  readonly waited: Result<void, SocialCardTrouble> | null;
  readonly outcome: Result<SocialSecurityCard, SocialCardTrouble> | null;
  /** Region of a card whose keys are not ours to ask for. */
  readonly foreignRegion: string | null;
  readonly ending: Ending | null;
}

export type PresentSocialCardOutput =
  | { readonly kind: 'read'; readonly card: SocialSecurityCard }
  | { readonly kind: 'ended'; readonly ending: Ending };

/** What a read that gave no card does: say it and wait for the card again, or end the service. */
function judgeTrouble(error: SocialCardTrouble, failedReads: number): Partial<Context> {
  const count = failedReads + 1;
  switch (error.kind) {
    case 'mute':
    case 'card-error':
      return count >= READS_BEFORE_UNREADABLE
        ? { failedReads: count, ending: trouble('social-card-unreadable') }
        : { failedReads: count, problem: error.kind === 'mute' ? 'mute' : 'read-failed' };
    case 'card-removed':
    case 'no-card':
      return { problem: 'card-removed' };
    case 'not-a-social-security-card':
      return count >= READS_BEFORE_UNREADABLE
        ? { failedReads: count, ending: refusal('not-a-social-security-card') }
        : { failedReads: count, problem: 'not-a-social-security-card' };
    case 'key-service':
      if (error.code === 'link-down') return { ending: trouble('link-down') };
      return error.code === 'forged-card'
        ? { ending: refusal('forged-card') }
        : { ending: trouble('authority-refused-to-answer') };
    case 'device':
    case 'aborted':
      return {};
    default:
      return unreachable(error);
  }
}

/**
 * Reads the card; keys are asked for only where this province issued it (ID-10): another province's 3.0 card keeps
 * its holder to itself, and its region is all we need to say where it is served.
 */
async function readHere(
  kit: FlowKit,
  reader: CardSlotReader,
  signal: AbortSignal,
): Promise<Pick<Context, 'outcome' | 'foreignRegion'>> {
  let foreignRegion: string | null = null;
  const keys: CardKeyService = {
    authenticate: (request, during) => {
      if (isServed(kit.policy.servedRegions, request.region))
        return kit.cardKeys.authenticate(request, during);
      foreignRegion = request.region;
      return Promise.resolve(err({ code: 'refused' }));
    },
  };
  return { outcome: await reader.read(keys, signal), foreignRegion };
}

/** Insert the social security card, chip up; read it; every trouble is named and the card stays the resident's. */
export function presentSocialCard(kit: FlowKit, step: number, slot: 'reader' | 'acceptor' = 'reader') {
  const reader = slot === 'reader' ? kit.socialCardReader : acceptorAsReader(kit.ownCard);
  const waitingMeta: ScreenMeta<Context> = {
    view: (context) => ({
      screen: 'present-social-card',
      phase: 'waiting',
      slot,
      problem: context.problem,
    }),
    patience: 'screen',
    step,
  };
  return setup({
    types: {
      context: {} as Context,
      output: {} as PresentSocialCardOutput,
      meta: {} as ScreenMeta<Context>,
    },
    actors: {
      waitForCard: fromPromise<Result<void, SocialCardTrouble>>(({ signal }) => reader.waitForCard(signal)),
      read: fromPromise<Pick<Context, 'outcome' | 'foreignRegion'>>(({ signal }) =>
        readHere(kit, reader, signal),
      ),
      waitForRemoval: fromPromise<Result<void, SocialCardTrouble>>(({ signal }) =>
        reader.waitForRemoval(signal),
      ),
    },
    delays: { READER_RETRY: DELAYS.READER_RETRY, READER_BACK: DELAYS.READER_BACK },
    guards: {
      cardIsThere: ({ context }) => context.waited?.ok === true,
      mute: ({ context }) =>
        context.waited !== null && !context.waited.ok && context.waited.error.kind === 'mute',
      read: ({ context }) => context.outcome?.ok === true,
      ended: ({ context }) => context.ending !== null,
      deviceFailed: ({ context }) =>
        context.outcome !== null && !context.outcome.ok && context.outcome.error.kind === 'device',
      wasDown: ({ context }) => context.downSince !== null,
      patienceUsedUp: ({ context }) =>
        context.downSince !== null && kit.clock.elapsed() - context.downSince >= DELAYS.DEVICE_PATIENCE,
    },
    actions: {
      judge: assign(({ context }) => {
        const outcome = context.outcome;
        if (outcome === null) return {};
        kit.audit.record('social-card-read', {
          outcome: outcome.ok ? 'read' : outcome.error.kind,
          specVersion: outcome.ok ? outcome.value.specVersion : null,
          generation: outcome.ok ? outcome.value.generation : null,
        });
        if (outcome.ok) {
          kit.notes.note(cardFacts(issuerRegion(outcome.value.cardId), outcome.value.generation));
        }
        if (context.foreignRegion !== null) {
          // Only a card of the third generation has its keys asked for (protocols 1.6).
          kit.notes.note(cardFacts(context.foreignRegion, 3));
          return { ending: refusal('other-province', { region: context.foreignRegion }) };
        }
        return outcome.ok ? {} : judgeTrouble(outcome.error, context.failedReads);
      }),
      judgeMute: assign(({ context }) => judgeTrouble({ kind: 'mute' }, context.failedReads)),
      noteBack: assign({ problem: null, downSince: null }),
      noteDown: assign({
        problem: 'reader-recovering',
        outcome: null,
        downSince: ({ context }) => context.downSince ?? kit.clock.elapsed(),
      }),
      endReaderDown: assign({
        ending: () => trouble(slot === 'reader' ? 'social-card-reader-down' : 'card-acceptor-down'),
      }),
    },
  }).createMachine({
    id: 'presentSocialCard',
    context: {
      problem: null,
      failedReads: 0,
      downSince: null,
      waited: null,
      outcome: null,
      foreignRegion: null,
      ending: null,
    },
    initial: 'waiting',
    output: ({ context }) =>
      context.outcome?.ok && !context.ending
        ? { kind: 'read', card: context.outcome.value }
        : { kind: 'ended', ending: context.ending ?? trouble('internal') },
    states: {
      waiting: {
        meta: waitingMeta,
        invoke: {
          src: 'waitForCard',
          onDone: { target: 'found', actions: assign({ waited: ({ event }) => event.output }) },
          onError: 'recovering',
        },
        after: { READER_BACK: { guard: 'wasDown', actions: 'noteBack' } },
      },
      found: {
        always: [
          { guard: 'cardIsThere', target: 'reading' },
          { guard: 'mute', target: 'judging', actions: 'judgeMute' },
          { target: 'recovering' },
        ],
      },
      reading: {
        meta: {
          view: () => ({ screen: 'present-social-card', phase: 'reading', slot, problem: null }),
          patience: 'screen',
          step,
        },
        invoke: {
          src: 'read',
          onDone: { target: 'judging', actions: [assign(({ event }) => event.output), 'judge'] },
          onError: 'recovering',
        },
      },
      judging: {
        always: [
          { guard: 'ended', target: 'ended' },
          { guard: 'read', target: 'ended' },
          { guard: 'deviceFailed', target: 'recovering' },
          { target: 'takingOut' },
        ],
      },
      /** The card must be out before it is tried again; one that was pulled is out already. */
      takingOut: {
        meta: waitingMeta,
        invoke: { src: 'waitForRemoval', onDone: 'waiting', onError: 'recovering' },
      },
      recovering: {
        entry: 'noteDown',
        always: { guard: 'patienceUsedUp', target: 'ended', actions: 'endReaderDown' },
        after: { READER_RETRY: 'waiting' },
        meta: waitingMeta,
      },
      ended: { type: 'final' },
    },
  });
}
