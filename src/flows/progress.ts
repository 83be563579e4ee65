import { assign, fromPromise, setup } from 'xstate';
import type { ResidentApplicationsAnswer } from '../contracts/central/queries.ts';
import type { Command } from '../contracts/command.ts';
import type { AuthorityTrouble } from '../ports/authority.ts';
import type { Result } from '../result.ts';
import { type Ending, trouble } from './ending.ts';
import type { FlowKit } from './kit.ts';
import { queryTrouble } from './query-trouble.ts';
import { type CheckedReceipt, receiptCheckBody, scanReceipt } from './receipt-check.ts';
import type { ScreenBody, ScreenMeta } from './screen.ts';
import type { OpenServiceInput } from './service-input.ts';

interface ProgressContext extends OpenServiceInput {
  readonly answer: Result<ResidentApplicationsAnswer, AuthorityTrouble> | null;
  readonly receipt: CheckedReceipt | null;
  readonly ending: Ending | null;
}

type ProgressCommand = Extract<Command, { type: 'choose' | 'scan-code' | 'back' | 'finish' }>;

/** Steps as the resident counts them. */
export const PROGRESS_STEPS = { look: 1 } as const;

const chooses =
  (value: 'id-card' | 'receipt') =>
  ({ event }: { event: ProgressCommand }) =>
    event.type === 'choose' && event.value === value;

const idCardOrReceiptBody = (): ScreenBody => ({
  screen: 'choose',
  question: 'id-card-or-receipt',
  options: ['id-card', 'receipt'].map((value) => ({ value, label: null, note: null, feeFen: null })),
  chosen: null,
});

/**
 * How far each application is (PROG-1), and what stopped it (PROG-2); or, without anybody's identity, whether a receipt
 * is genuine and where its request stands. Looked at, nothing kept.
 */
export function progress(kit: FlowKit) {
  return setup({
    types: {
      context: {} as ProgressContext,
      input: {} as OpenServiceInput,
      output: {} as Ending,
      events: {} as ProgressCommand,
      meta: {} as ScreenMeta<ProgressContext>,
    },
    actors: {
      applications: fromPromise(({ input, signal }: { input: string; signal: AbortSignal }) =>
        kit.authority.applications(input, signal),
      ),
      scan: scanReceipt(kit),
    },
    guards: {
      answered: ({ context }) => context.answer?.ok === true,
      identified: ({ context }) => context.identity !== null,
      checksReceipts: () => kit.receiptCodes.canCheck(),
      /** The tile said so before anybody began. */
      receiptsOnly: () =>
        kit.tiles().some(({ service, notice }) => service === 'progress' && notice === 'receipts-only'),
      choosesIdCard: chooses('id-card'),
      choosesReceipt: chooses('receipt'),
      ended: ({ context }) => context.ending !== null,
      checked: ({ context }) => context.receipt !== null,
    },
    actions: {
      endTrouble: assign(({ context }) => ({ ending: queryTrouble(context.answer) })),
      endSeen: assign({ ending: (): Ending => ({ kind: 'seen' }) }),
      identify: assign({ ending: (): Ending => ({ kind: 'identify', card: null }) }),
      failInside: assign({ ending: () => trouble('internal') }),
      forget: assign({ answer: null, receipt: null }),
    },
  }).createMachine({
    id: 'progress',
    context: ({ input }) => ({ ...input, answer: null, receipt: null, ending: null }),
    initial: 'begin',
    output: ({ context }) => context.ending ?? trouble('internal'),
    states: {
      begin: {
        entry: 'forget',
        always: [
          { guard: 'identified', target: 'asking' },
          { guard: 'receiptsOnly', target: 'scanning' },
          { guard: 'checksReceipts', target: 'idCardOrReceipt' },
          { target: 'ended', actions: 'identify' },
        ],
      },
      idCardOrReceipt: {
        meta: { view: idCardOrReceiptBody, patience: 'screen' },
        on: {
          choose: [
            { guard: 'choosesIdCard', target: 'ended', actions: 'identify' },
            { guard: 'choosesReceipt', target: 'scanning' },
          ],
        },
      },
      scanning: {
        invoke: {
          src: 'scan',
          onDone: {
            target: 'scanned',
            actions: assign(({ event: { output } }) => {
              switch (output.kind) {
                case 'found':
                  return { receipt: output.found };
                case 'ended':
                  return { ending: output.ending };
                case 'back':
                  return { receipt: null };
              }
            }),
          },
          onError: { target: 'ended', actions: 'failInside' },
        },
      },
      scanned: {
        always: [
          { guard: 'ended', target: 'ended' },
          { guard: 'checked', target: 'receipt' },
          { guard: 'receiptsOnly', target: 'ended', actions: 'endSeen' },
          { target: 'begin' },
        ],
      },
      receipt: {
        meta: {
          view: ({ receipt }) => {
            if (!receipt) throw new Error('showing a receipt that was not scanned');
            return receiptCheckBody(receipt);
          },
          patience: 'screen',
        },
        on: {
          'scan-code': { target: 'scanning', actions: 'forget' },
          back: { target: 'begin' },
          finish: { target: 'ended', actions: 'endSeen' },
        },
      },
      asking: {
        meta: {
          view: () => ({ screen: 'working', act: 'asking-authority', expectSeconds: 2 }),
          patience: 'busy',
          step: PROGRESS_STEPS.look,
        },
        invoke: {
          src: 'applications',
          input: ({ context }) => {
            if (!context.identity) throw new Error('asking for applications of nobody');
            return context.identity.socialSecurityNumber;
          },
          onDone: { target: 'answered', actions: assign({ answer: ({ event }) => event.output }) },
          onError: { target: 'ended', actions: 'failInside' },
        },
      },
      answered: {
        always: [
          { guard: 'answered', target: 'shown' },
          { target: 'ended', actions: 'endTrouble' },
        ],
      },
      shown: {
        meta: {
          view: ({ answer }, { kit: { policy } }) => ({
            screen: 'applications',
            applications: (answer?.ok ? answer.value.applications : []).map(({ outlet, ...application }) => ({
              ...application,
              place: placeName(policy.application.collectionOutlets, outlet),
            })),
          }),
          patience: 'screen',
          step: PROGRESS_STEPS.look,
        },
        on: { finish: { target: 'ended', actions: 'endSeen' } },
      },
      ended: { type: 'final', entry: 'forget' },
    },
  });
}

/** The authority names an outlet by its id; one the pack does not know is shown as it came. */
const placeName = (outlets: readonly { id: string; name: string }[], outlet: string | null) =>
  outlets.find(({ id }) => id === outlet)?.name ?? outlet;
