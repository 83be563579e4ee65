import { assign, fromPromise, setup } from 'xstate';
import { dayInShanghai } from '../../calendar/calendar-day.ts';
import { type AcceptedIdentity, checkDocument, type IdentityRefusal } from '../../identity/check-document.ts';
import { maskIdentityNumber, maskName } from '../../identity/masking.ts';
import type { IdCardRead, IdCardTrouble } from '../../ports/id-card-reader.ts';
import type { Result } from '../../result.ts';
import { DELAYS, READS_BEFORE_UNREADABLE } from '../delays.ts';
import { type Ending, refusal, trouble } from '../ending.ts';
import type { FlowKit } from '../kit.ts';
import type { ScreenMeta } from '../screen.ts';
import { documentFacts } from '../session-facts.ts';

/** Who stands there, from the chip (ID-1), inside the rules (ID-2, ID-3, ID-4, ID-8). */
export interface PresentedIdentity {
  readonly identity: AcceptedIdentity;
  readonly read: IdCardRead;
}

interface Context {
  readonly problem: 'lift-and-replace' | 'reader-recovering' | null;
  readonly failedReads: number;
  /** When the reader stopped answering (epoch ms), null while it is well. */
  readonly downSince: number | null;
  readonly waited: Result<void, IdCardTrouble> | null;
  readonly outcome: Result<IdCardRead, IdCardTrouble> | null;
  readonly presented: PresentedIdentity | null;
  readonly ending: Ending | null;
}

export type PresentIdCardOutput =
  | { kind: 'presented'; presented: PresentedIdentity }
  | { kind: 'ended'; ending: Ending };

/** The refusal of an identity as a sentence's facts. */
export function identityRefusal(reason: IdentityRefusal): Ending {
  switch (reason.kind) {
    case 'under-age':
      return refusal('under-age', { age: String(reason.age), turnsOn: reason.turnsOn });
    case 'document-expired':
      return refusal(reason.kind, { validTo: reason.since });
    case 'document-not-yet-valid':
      return refusal(reason.kind, { validFrom: reason.from });
    case 'document-not-accepted':
    case 'number-invalid':
    case 'birth-date-conflict':
    case 'sex-conflict':
      return refusal(reason.kind);
  }
}

export function presentIdCard(kit: FlowKit) {
  const judgeDocument = (read: IdCardRead): Partial<Context> => {
    const today = dayInShanghai(kit.clock.now());
    const checked = checkDocument(read.document, today, kit.policy.identity);
    kit.notes.note(documentFacts(read.document, kit.clock.now()));
    kit.audit.record('identity-read', {
      kind: read.document.kind,
      outcome: checked.ok ? 'accepted' : checked.error.kind,
    });
    return checked.ok
      ? { presented: { identity: checked.value, read } }
      : { ending: identityRefusal(checked.error) };
  };

  return setup({
    types: {
      context: {} as Context,
      events: {} as { type: 'confirm' },
      output: {} as PresentIdCardOutput,
      meta: {} as ScreenMeta<Context>,
    },
    actors: {
      waitForCard: fromPromise<Result<void, IdCardTrouble>>(({ signal }) =>
        kit.idCardReader.waitForCard(signal),
      ),
      read: fromPromise<Result<IdCardRead, IdCardTrouble>>(({ signal }) => kit.idCardReader.read(signal)),
      waitForRemoval: fromPromise<Result<void, IdCardTrouble>>(({ signal }) =>
        kit.idCardReader.waitForRemoval(signal),
      ),
    },
    delays: { READER_RETRY: DELAYS.READER_RETRY, READER_BACK: DELAYS.READER_BACK },
    guards: {
      cardIsThere: ({ context }) => context.waited?.ok === true,
      presented: ({ context }) => context.presented !== null,
      ended: ({ context }) => context.ending !== null,
      deviceFailed: ({ context }) =>
        context.outcome !== null && !context.outcome.ok && context.outcome.error.kind === 'device',
      readTooOften: ({ context }) => context.failedReads >= READS_BEFORE_UNREADABLE,
      wasDown: ({ context }) => context.downSince !== null,
      patienceUsedUp: ({ context }) =>
        context.downSince !== null && kit.clock.elapsed() - context.downSince >= DELAYS.DEVICE_PATIENCE,
    },
    actions: {
      judge: assign(({ context }) => (context.outcome?.ok ? judgeDocument(context.outcome.value) : {})),
      countFailedRead: assign({ failedReads: ({ context }) => context.failedReads + 1 }),
      askToLift: assign({ problem: 'lift-and-replace', outcome: null, downSince: null }),
      noteBack: assign({ problem: null, downSince: null }),
      noteDown: assign({
        problem: 'reader-recovering',
        outcome: null,
        downSince: ({ context }) => context.downSince ?? kit.clock.elapsed(),
      }),
      endUnreadable: assign({ ending: () => trouble('id-card-unreadable') }),
      endReaderDown: assign({ ending: () => trouble('id-card-reader-down') }),
    },
  }).createMachine({
    id: 'presentIdCard',
    context: {
      problem: null,
      failedReads: 0,
      downSince: null,
      waited: null,
      outcome: null,
      presented: null,
      ending: null,
    },
    initial: 'waiting',
    output: ({ context }) =>
      context.presented && !context.ending
        ? { kind: 'presented', presented: context.presented }
        : { kind: 'ended', ending: context.ending ?? trouble('internal') },
    states: {
      waiting: {
        meta: {
          view: (context) => ({ screen: 'present-id-card', phase: 'waiting', problem: context.problem }),
          patience: 'screen',
        },
        invoke: {
          src: 'waitForCard',
          onDone: { target: 'found', actions: assign({ waited: ({ event }) => event.output }) },
          onError: 'recovering',
        },
        after: { READER_BACK: { guard: 'wasDown', actions: 'noteBack' } },
      },
      found: { always: [{ guard: 'cardIsThere', target: 'reading' }, { target: 'recovering' }] },
      reading: {
        meta: {
          view: () => ({ screen: 'present-id-card', phase: 'reading', problem: null }),
          patience: 'screen',
        },
        invoke: {
          src: 'read',
          onDone: { target: 'judging', actions: [assign({ outcome: ({ event }) => event.output }), 'judge'] },
          onError: 'recovering',
        },
      },
      judging: {
        always: [
          { guard: 'ended', target: 'ended' },
          { guard: 'presented', target: 'whoAreYou' },
          { guard: 'deviceFailed', target: 'recovering' },
          { target: 'failed', actions: 'countFailedRead' },
        ],
      },
      failed: {
        always: [
          { guard: 'readTooOften', target: 'ended', actions: 'endUnreadable' },
          { target: 'lifting', actions: 'askToLift' },
        ],
      },
      /** A module reads a card again only after it left the field (protocols 2.1). */
      lifting: {
        meta: {
          view: (context) => ({ screen: 'present-id-card', phase: 'waiting', problem: context.problem }),
          patience: 'screen',
        },
        invoke: { src: 'waitForRemoval', onDone: 'waiting', onError: 'recovering' },
      },
      recovering: {
        entry: 'noteDown',
        always: { guard: 'patienceUsedUp', target: 'ended', actions: 'endReaderDown' },
        after: { READER_RETRY: 'waiting' },
        meta: {
          view: (context) => ({ screen: 'present-id-card', phase: 'waiting', problem: context.problem }),
          patience: 'screen',
        },
      },
      whoAreYou: {
        meta: {
          view: ({ presented }) => ({
            screen: 'who-you-are',
            nameMasked: presented ? maskName(presented.identity.name) : '',
            numberMasked: presented ? maskIdentityNumber(presented.identity.number) : '',
            documentKind: presented?.identity.kind ?? 'resident-id-card',
            validTo: presented?.identity.validTo ?? null,
          }),
          patience: 'screen',
        },
        on: { confirm: 'ended' },
      },
      ended: { type: 'final' },
    },
  });
}
