import { assign, fromPromise, setup } from 'xstate';
import type { ContactDataAnswer } from '../contracts/central/queries.ts';
import type { Command } from '../contracts/command.ts';
import type { ResidentField } from '../contracts/resident-field.ts';
import type { AuthorityTrouble } from '../ports/authority.ts';
import type { ActEnd, OpenedTransaction } from '../ports/transactions.ts';
import type { Result } from '../result.ts';
import {
  anythingChanged,
  changeContactData,
  contactAnswersBody,
  contactDataBody,
  contactDataReceipt,
  newOccupationBody,
} from './contact-data-acts.ts';
import { type Ending, trouble } from './ending.ts';
import type { FlowKit } from './kit.ts';
import { queryTrouble } from './query-trouble.ts';
import type { ScreenMeta } from './screen.ts';
import type { ServiceInput } from './service-input.ts';
import { type ConfirmBySmsOutput, type ConfirmedMobile, confirmBySms } from './steps/confirm-by-sms.ts';

export interface ContactDataContext extends ServiceInput {
  readonly answer: Result<ContactDataAnswer, AuthorityTrouble> | null;
  /** null: stays as it is. */
  readonly mobile: ConfirmedMobile | null;
  readonly occupation: string | null;
  readonly address: string | null;
  /** Reached check-answers once: a change goes straight back there, nothing is asked twice. */
  readonly checking: boolean;
  readonly done: (OpenedTransaction & { readonly end: ActEnd }) | null;
  readonly ending: Ending | null;
}

type ContactDataCommand = Extract<
  Command,
  {
    type:
      | 'change'
      | 'submit'
      | 'back'
      | 'finish'
      | 'choose-occupation'
      | 'use-chip-address'
      | 'enter-address';
  }
>;

/** Steps as the resident counts them. */
export const CONTACT_DATA_STEPS = { change: 1, check: 2 } as const;

const changes =
  (field: ResidentField) =>
  ({ event }: { event: ContactDataCommand }) =>
    event.type === 'change' && event.field === field;

/** INFO-2: with the link down no code is sent, and a number without one is not taken. */
function mobileAnswered(output: ConfirmBySmsOutput): Partial<ContactDataContext> {
  switch (output.kind) {
    case 'confirmed':
      return output.mobile.confirmation === null
        ? { ending: trouble('link-down') }
        : { mobile: output.mobile };
    case 'ended':
      return { ending: output.ending };
    case 'back':
      return {};
  }
}

/** Change mobile number, occupation or residential address, and nothing else (INFO-1). */
export function contactData(kit: FlowKit) {
  const screen = (
    view: ScreenMeta<ContactDataContext>['view'],
    step: number = CONTACT_DATA_STEPS.change,
    patience: ScreenMeta<ContactDataContext>['patience'] = 'screen',
  ): ScreenMeta<ContactDataContext> => ({ view, step, patience });
  const change = [
    { guard: 'changesMobile', target: 'mobile' },
    { guard: 'changesOccupation', target: 'occupation' },
    { guard: 'changesAddress', target: 'address' },
  ] as const;

  return setup({
    types: {
      context: {} as ContactDataContext,
      input: {} as ServiceInput,
      output: {} as Ending,
      events: {} as ContactDataCommand,
      meta: {} as ScreenMeta<ContactDataContext>,
    },
    actors: {
      confirmBySms: confirmBySms(kit, CONTACT_DATA_STEPS.change, 'contact-data'),
      contactData: fromPromise(({ input, signal }: { input: string; signal: AbortSignal }) =>
        kit.authority.contactData(input, signal),
      ),
      save: fromPromise(({ input, signal }: { input: ContactDataContext; signal: AbortSignal }) =>
        changeContactData(kit, input, signal),
      ),
    },
    guards: {
      linkDown: () => !kit.linkUp(),
      answered: ({ context }) => context.answer?.ok === true,
      ended: ({ context }) => context.ending !== null,
      checking: ({ context }) => context.checking,
      anythingChanged: ({ context }) => anythingChanged(context),
      knownOccupation: ({ event }) =>
        event.type === 'choose-occupation' &&
        kit.policy.application.occupations.some(({ code }) => code === event.occupation),
      changesMobile: changes('mobile'),
      changesOccupation: changes('occupation'),
      changesAddress: changes('residential-address'),
    },
    actions: {
      endTrouble: assign(({ context }) => ({ ending: queryTrouble(context.answer) })),
      endLinkDown: assign({ ending: () => trouble('link-down') }),
      endSeen: assign({ ending: (): Ending => ({ kind: 'seen' }) }),
      failInside: assign({ ending: () => trouble('internal') }),
      forget: assign({ answer: null, mobile: null, occupation: null, address: null }),
    },
  }).createMachine({
    id: 'contactData',
    context: ({ input }) => ({
      ...input,
      answer: null,
      mobile: null,
      occupation: null,
      address: null,
      checking: false,
      done: null,
      ending: null,
    }),
    initial: 'asking',
    output: ({ context }) => context.ending ?? trouble('internal'),
    states: {
      asking: {
        meta: screen(
          () => ({ screen: 'working', act: 'asking-authority', expectSeconds: 2 }),
          CONTACT_DATA_STEPS.change,
          'busy',
        ),
        invoke: {
          src: 'contactData',
          input: ({ context }) => context.identity.socialSecurityNumber,
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
        meta: screen(contactDataBody),
        on: {
          change: [...change],
          submit: { guard: 'anythingChanged', target: 'checkAnswers' },
          finish: { target: 'ended', actions: 'endSeen' },
        },
      },
      mobile: {
        invoke: {
          src: 'confirmBySms',
          onDone: { target: 'changed', actions: assign(({ event }) => mobileAnswered(event.output)) },
          onError: { target: 'ended', actions: 'failInside' },
        },
      },
      occupation: {
        meta: screen(newOccupationBody),
        on: {
          'choose-occupation': {
            guard: 'knownOccupation',
            target: 'changed',
            actions: assign({ occupation: ({ event }) => event.occupation }),
          },
          back: 'changed',
        },
      },
      address: {
        meta: screen(
          ({ identity, address }) => ({ screen: 'address', chipAddress: identity.address, chosen: address }),
          CONTACT_DATA_STEPS.change,
          'typing',
        ),
        on: {
          'use-chip-address': {
            target: 'changed',
            actions: assign({ address: ({ context }) => context.identity.address }),
          },
          'enter-address': {
            target: 'changed',
            actions: assign({ address: ({ event }) => event.address }),
          },
          back: 'changed',
        },
      },
      changed: {
        always: [
          { guard: 'ended', target: 'ended' },
          { guard: 'checking', target: 'checkAnswers' },
          { target: 'shown' },
        ],
      },
      checkAnswers: {
        entry: assign({ checking: true }),
        meta: screen(contactAnswersBody, CONTACT_DATA_STEPS.check),
        on: {
          submit: [{ guard: 'linkDown', target: 'ended', actions: 'endLinkDown' }, { target: 'saving' }],
          change: [...change],
          back: { target: 'shown', actions: assign({ checking: false }) },
        },
      },
      saving: {
        meta: screen(
          () => ({ screen: 'working', act: 'saving-contact-data', expectSeconds: 3 }),
          CONTACT_DATA_STEPS.check,
          'busy',
        ),
        invoke: {
          src: 'save',
          input: ({ context }) => context,
          onDone: {
            target: 'ended',
            actions: assign({
              done: ({ event }) => event.output,
              ending: ({ event }) => contactDataReceipt(event.output),
            }),
          },
          onError: { target: 'ended', actions: 'failInside' },
        },
      },
      ended: { type: 'final', entry: 'forget' },
    },
  });
}
