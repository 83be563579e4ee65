import { assign, fromPromise, setup } from 'xstate';
import type { Command } from '../../contracts/command.ts';
import type { ServiceId } from '../../contracts/service.ts';
import type { Language } from '../../contracts/view.ts';
import type { PrintTrouble } from '../../ports/receipt-printer.ts';
import { composeReceipt } from '../../receipt/compose-receipt.ts';
import type { ReceiptFacts } from '../../receipt/receipt-facts.ts';
import type { Result } from '../../result.ts';
import type { FlowKit } from '../kit.ts';
import type { ScreenMeta } from '../screen.ts';

interface Input {
  readonly receipt: ReceiptFacts;
  /** Services that fit next and are open now. */
  readonly next: readonly ServiceId[];
  readonly language: Language;
}

interface Context extends Input {
  /** Signed once: paper, second paper and screen say the same. */
  readonly qr: string;
  readonly paper: 'printing' | 'printed' | 'no-paper' | 'printer-down';
  readonly printed: Result<void, PrintTrouble> | null;
  readonly goOn: ServiceId | null;
}

/** What the resident does after the receipt. */
export type GiveReceiptOutput =
  | { readonly kind: 'finished' }
  | { readonly kind: 'go-on'; readonly service: ServiceId };

const paperAfter = (printed: Result<void, PrintTrouble>): Context['paper'] => {
  if (printed.ok) return 'printed';
  return printed.error.kind === 'paper-out' ? 'no-paper' : 'printer-down';
};

/**
 * The end of every service is a receipt (APPLY-7): on screen with reference and QR at once, on paper when the
 * printer can. Paper that fails changes nothing about what was done; the screen says how to keep the reference.
 */
export function giveReceipt(kit: FlowKit) {
  const afterReceipt = {
    finish: '#giveReceipt.ended',
    'print-slip': '#giveReceipt.printing',
    'choose-service': { guard: 'fitsNext', target: '#giveReceipt.ended', actions: 'takeNext' },
  } as const;
  return setup({
    types: {
      context: {} as Context,
      input: {} as Input,
      events: {} as Extract<Command, { type: 'finish' | 'print-slip' | 'choose-service' }>,
      output: {} as GiveReceiptOutput,
      meta: {} as ScreenMeta<Context>,
    },
    actors: {
      print: fromPromise(({ input }: { input: Context }) =>
        kit.receiptPrinter.print(
          composeReceipt(input.receipt, input.language, kit.policy, kit.clock.now(), input.qr),
        ),
      ),
    },
    guards: {
      printed: ({ context }) => context.paper === 'printed',
      fitsNext: ({ context, event }) =>
        event.type === 'choose-service' && context.next.includes(event.service),
    },
    actions: {
      judge: assign(({ context }) => (context.printed ? { paper: paperAfter(context.printed) } : {})),
      takeNext: assign(({ event }) => (event.type === 'choose-service' ? { goOn: event.service } : {})),
      noteOffered: ({ context }) => {
        kit.audit.record('receipt-printed', {
          reference: context.receipt.reference,
          state: context.receipt.state,
          outcome: context.paper,
        });
        if (context.receipt.transactionId) {
          kit.transactions.receiptOffered(context.receipt.transactionId, context.paper);
        }
      },
    },
  }).createMachine({
    id: 'giveReceipt',
    context: ({ input }) => ({
      ...input,
      qr: kit.receiptCodes.codeOf(input.receipt, `${kit.policy.id} ${kit.policy.version}`),
      paper: 'printing',
      printed: null,
      goOn: null,
    }),
    initial: 'printing',
    output: ({ context }) =>
      context.goOn === null ? { kind: 'finished' } : { kind: 'go-on', service: context.goOn },
    states: {
      printing: {
        meta: { view: (context) => receiptBody(context), patience: 'busy' },
        invoke: {
          src: 'print',
          input: ({ context }) => context,
          onDone: {
            target: 'shown',
            actions: [assign({ printed: ({ event }) => event.output }), 'judge', 'noteOffered'],
          },
          onError: { target: 'shown', actions: [assign({ paper: 'printer-down' }), 'noteOffered'] },
        },
      },
      shown: {
        initial: 'settled',
        states: {
          settled: {
            always: { guard: 'printed', target: 'printed' },
            meta: { view: (context) => receiptBody(context), patience: 'screen' },
            on: afterReceipt,
          },
          printed: {
            meta: { view: (context) => receiptBody(context), patience: 'end' },
            on: afterReceipt,
          },
        },
      },
      ended: { type: 'final' },
    },
  });
}

function receiptBody({ receipt, qr, paper, next }: Context) {
  return {
    screen: 'receipt' as const,
    state: receipt.state,
    reference: receipt.reference,
    qr,
    paper,
    applicationNumber: receipt.applicationNumber,
    readyBy: receipt.readyBy,
    collectWithinDays: receipt.collectWithinDays,
    place: receipt.place,
    refusal: receipt.refusal,
    mobileUnconfirmed: receipt.mobileUnconfirmed,
    validUntil: receipt.validUntil,
    lostUntil: receipt.lostUntil,
    notBlockedYet: receipt.notBlockedYet,
    money: receipt.money,
    parts: [...receipt.parts],
    next: [...next],
  };
}
