import { assign, fromPromise, setup } from 'xstate';
import type { EligibilityAnswer } from '../contracts/central/queries.ts';
import type { Command } from '../contracts/command.ts';
import type { ResidentField } from '../contracts/resident-field.ts';
import type { AcceptedIdentity } from '../identity/check-document.ts';
import type { AuthorityTrouble } from '../ports/authority.ts';
import type { OpenedTransaction, QueuedProgress } from '../ports/transactions.ts';
import type { Result } from '../result.ts';
import { acceptApplication, applicationReceipt, eligibilityEnding } from './apply-acts.ts';
import { instantReceipt } from './apply-instant.ts';
import { makesHere } from './card-facts.ts';
import { DELAYS } from './delays.ts';
import { type Ending, trouble } from './ending.ts';
import type { FlowKit } from './kit.ts';
import type { ScreenMeta } from './screen.ts';
import type { ServiceInput } from './service-input.ts';
import { carryOutRequest } from './steps/carry-out-request.ts';
import { type ConfirmedMobile, confirmBySms } from './steps/confirm-by-sms.ts';
import type { CarriedOut } from './steps/request-order.ts';

export type ApplyPhoto = { source: 'camera'; jpegBase64: string } | { source: 'authority-file' };

export interface ApplyContext extends ServiceInput {
  readonly eligibility: Result<EligibilityAnswer, AuthorityTrouble> | null;
  readonly photoOnFile: string | null;
  readonly mobile: ConfirmedMobile | null;
  readonly mobileStep: 'confirmed' | 'back' | 'ended' | null;
  readonly occupation: string | null;
  readonly address: string | null;
  readonly outlet: string | null;
  /** APPLY-6 */
  readonly getIt: 'now' | 'outlet';
  readonly taken: string | null;
  readonly photo: ApplyPhoto | null;
  /** Reached check-answers once: a change goes straight back there, nothing is asked twice. */
  readonly checking: boolean;
  readonly opened: OpenedTransaction | null;
  readonly progress: QueuedProgress | null;
  readonly carried: CarriedOut | null;
  readonly ending: Ending | null;
}

type ApplyCommand = Extract<
  Command,
  {
    type:
      | 'confirm'
      | 'back'
      | 'choose-occupation'
      | 'use-chip-address'
      | 'enter-address'
      | 'choose-outlet'
      | 'choose-photo'
      | 'photo-taken'
      | 'camera-failed'
      | 'retake-photo'
      | 'change'
      | 'choose'
      | 'submit';
  }
>;

/** Steps as the resident counts them. */
export const APPLY_STEPS = { details: 1, mobile: 2, about: 3, place: 4, photo: 5, check: 6 } as const;

const changes =
  (field: ResidentField) =>
  ({ event }: { event: ApplyCommand }) =>
    event.type === 'change' && event.field === field;

/** Collaborators, guards and acts of the application, before the states that use them. */
export function applySetup(kit: FlowKit) {
  const { policy } = kit;
  return setup({
    types: {
      context: {} as ApplyContext,
      input: {} as ServiceInput,
      output: {} as Ending,
      events: {} as ApplyCommand,
      meta: {} as ScreenMeta<ApplyContext>,
    },
    actors: {
      confirmBySms: confirmBySms(kit, APPLY_STEPS.mobile),
      carryOutRequest: carryOutRequest(kit, APPLY_STEPS.check),
      eligibility: fromPromise(({ input, signal }: { input: AcceptedIdentity; signal: AbortSignal }) =>
        kit.authority.eligibility({ ...input }, signal),
      ),
      photoOnFile: fromPromise(({ input, signal }: { input: string; signal: AbortSignal }) =>
        kit.authority.photoOnFile(input, signal),
      ),
      accept: fromPromise(({ input }: { input: ApplyContext }) =>
        Promise.resolve(acceptApplication(kit, input)),
      ),
      progress: fromPromise(({ input, signal }: { input: OpenedTransaction; signal: AbortSignal }) =>
        kit.transactions.progress(input.transactionId, DELAYS.OFFICE_ANSWER, signal),
      ),
    },
    guards: {
      ended: ({ context }) => context.ending !== null,
      photoIsOnFile: ({ context }) =>
        context.eligibility?.ok === true &&
        context.eligibility.value.decision === 'eligible' &&
        context.eligibility.value.photoOnFile,
      checking: ({ context }) => context.checking,
      mobileConfirmed: ({ context }) => context.mobileStep === 'confirmed',
      mobileEnded: ({ context }) => context.mobileStep === 'ended',
      knownOccupation: ({ event }) =>
        event.type === 'choose-occupation' &&
        policy.application.occupations.some(({ code }) => code === event.occupation),
      knownOutlet: ({ event }) =>
        event.type === 'choose-outlet' &&
        policy.application.collectionOutlets.some(({ id }) => id === event.outlet),
      hasFilePhoto: ({ event, context }) =>
        event.type === 'choose-photo' && event.source === 'authority-file' && context.photoOnFile !== null,
      wantsCamera: ({ event }) => event.type === 'choose-photo' && event.source === 'camera',
      changesMobile: changes('mobile'),
      changesOccupation: changes('occupation'),
      changesAddress: changes('residential-address'),
      changesPlace: changes('collection-place'),
      changesPhoto: changes('photo'),
      changesHow: changes('how-to-get-it'),
      canBeMadeHere: ({ context }) =>
        kit.linkUp() && context.eligibility?.ok === true && makesHere(kit, 'apply'),
      wantsItNow: ({ event }) => event.type === 'choose' && event.value === 'now',
      madeHere: ({ context }) => context.getIt === 'now' && kit.linkUp(),
      placeKnown: ({ context }) => context.outlet !== null,
    },
    actions: {
      judgeEligibility: assign(({ context }) => {
        const answer = context.eligibility;
        if (answer === null) return {};
        if (answer.ok) return { ending: eligibilityEnding(answer.value) };
        return answer.error.kind === 'link-down' ? {} : { ending: trouble('authority-refused-to-answer') };
      }),
      giveReceipt: assign(({ context }) => ({ ending: applicationReceipt(kit, context) })),
      giveInstantReceipt: assign(({ context }) => ({ ending: instantReceipt(kit, context) })),
      failInside: assign({ ending: () => trouble('internal') }),
    },
  });
}
