import { assign, fromPromise, setup } from 'xstate';
import type { FaceEvidence } from '../contracts/central/identity.ts';
import type { EligibilityAnswer } from '../contracts/central/queries.ts';
import type { Command } from '../contracts/command.ts';
import type { ResidentField } from '../contracts/resident-field.ts';
import type { AcceptedIdentity } from '../identity/check-document.ts';
import type { AuthorityTrouble } from '../ports/authority.ts';
import type { ApplicationProgress, OpenedTransaction } from '../ports/transactions.ts';
import type { Result } from '../result.ts';
import { acceptApplication, applicationReceipt, eligibilityEnding } from './apply-acts.ts';
import { addressBody, answersBody, detailsBody, occupationBody, placesBody } from './apply-views.ts';
import { DELAYS } from './delays.ts';
import { type Ending, trouble } from './ending.ts';
import type { FlowKit } from './kit.ts';
import type { ScreenMeta } from './screen.ts';
import { type ConfirmedMobile, confirmBySms } from './steps/confirm-by-sms.ts';

export interface ServiceInput {
  readonly identity: AcceptedIdentity;
  readonly face: FaceEvidence;
}

export type ApplyPhoto = { source: 'camera'; jpegBase64: string } | { source: 'authority-file' };

export interface ApplyContext extends ServiceInput {
  readonly eligibility: Result<EligibilityAnswer, AuthorityTrouble> | null;
  readonly photoOnFile: string | null;
  readonly mobile: ConfirmedMobile | null;
  readonly mobileStep: 'confirmed' | 'back' | 'ended' | null;
  readonly occupation: string | null;
  readonly address: string | null;
  readonly outlet: string | null;
  readonly taken: string | null;
  readonly photo: ApplyPhoto | null;
  /** Reached check-answers once: a change goes straight back there, nothing is asked twice. */
  readonly checking: boolean;
  readonly opened: OpenedTransaction | null;
  readonly progress: ApplicationProgress | null;
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
      | 'submit';
  }
>;

/** Steps as the resident counts them. */
export const APPLY_STEPS = { details: 1, mobile: 2, about: 3, place: 4, photo: 5, check: 6 } as const;

const changes =
  (field: ResidentField) =>
  ({ event }: { event: ApplyCommand }) =>
    event.type === 'change' && event.field === field;

/** Apply for a card (APPLY-1…9). */
export function apply(kit: FlowKit) {
  const { policy } = kit;
  const screen = (
    view: ScreenMeta<ApplyContext>['view'],
    step: number,
    patience: ScreenMeta<ApplyContext>['patience'] = 'screen',
  ): ScreenMeta<ApplyContext> => ({ view, step, patience });

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
        kit.transactions.applicationProgress(input.transactionId, DELAYS.OFFICE_ANSWER, signal),
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
    },
    actions: {
      judgeEligibility: assign(({ context }) => {
        const answer = context.eligibility;
        if (answer === null) return {};
        if (answer.ok) return { ending: eligibilityEnding(answer.value) };
        return answer.error.kind === 'link-down' ? {} : { ending: trouble('authority-refused-to-answer') };
      }),
      giveReceipt: assign(({ context }) => ({ ending: applicationReceipt(kit, context) })),
      failInside: assign({ ending: () => trouble('internal') }),
    },
  }).createMachine({
    id: 'apply',
    context: ({ input }) => ({
      ...input,
      eligibility: null,
      photoOnFile: null,
      mobile: null,
      mobileStep: null,
      occupation: null,
      address: null,
      outlet: null,
      taken: null,
      photo: null,
      checking: false,
      opened: null,
      progress: null,
      ending: null,
    }),
    initial: 'eligibility',
    output: ({ context }) => context.ending ?? trouble('internal'),
    states: {
      eligibility: {
        meta: screen(() => ({ screen: 'working', act: 'asking-authority', expectSeconds: 3 }), 1, 'busy'),
        invoke: {
          src: 'eligibility',
          input: ({ context }) => context.identity,
          onDone: {
            target: 'judgingEligibility',
            actions: [assign({ eligibility: ({ event }) => event.output }), 'judgeEligibility'],
          },
          onError: { target: 'ended', actions: 'failInside' },
        },
      },
      judgingEligibility: {
        always: [
          { guard: 'ended', target: 'ended' },
          { guard: 'photoIsOnFile', target: 'fetchingPhoto' },
          { target: 'details' },
        ],
      },
      fetchingPhoto: {
        meta: screen(() => ({ screen: 'working', act: 'asking-authority', expectSeconds: 2 }), 1, 'busy'),
        invoke: {
          src: 'photoOnFile',
          input: ({ context }) => context.identity.socialSecurityNumber,
          onDone: {
            target: 'details',
            actions: assign({ photoOnFile: ({ event }) => (event.output.ok ? event.output.value : null) }),
          },
          onError: 'details',
        },
      },
      details: {
        meta: screen(detailsBody, APPLY_STEPS.details),
        on: { confirm: 'mobile' },
      },
      mobile: {
        invoke: {
          src: 'confirmBySms',
          onDone: {
            target: 'mobileAnswered',
            actions: assign(({ event }) =>
              event.output.kind === 'confirmed'
                ? { mobileStep: 'confirmed' as const, mobile: event.output.mobile }
                : event.output.kind === 'ended'
                  ? { mobileStep: 'ended' as const, ending: event.output.ending }
                  : { mobileStep: 'back' as const },
            ),
          },
          onError: { target: 'ended', actions: 'failInside' },
        },
      },
      mobileAnswered: {
        always: [
          { guard: 'mobileEnded', target: 'ended' },
          { guard: 'checking', target: 'checkAnswers' },
          { guard: 'mobileConfirmed', target: 'occupation' },
          { target: 'details' },
        ],
      },
      occupation: {
        meta: screen(occupationBody, APPLY_STEPS.about),
        on: {
          'choose-occupation': {
            guard: 'knownOccupation',
            target: 'occupationChosen',
            actions: assign({ occupation: ({ event }) => event.occupation }),
          },
          back: 'mobile',
        },
      },
      occupationChosen: { always: [{ guard: 'checking', target: 'checkAnswers' }, { target: 'address' }] },
      address: {
        meta: screen(addressBody, APPLY_STEPS.about, 'typing'),
        on: {
          'use-chip-address': {
            target: 'addressChosen',
            actions: assign({ address: ({ context }) => context.identity.address }),
          },
          'enter-address': {
            target: 'addressChosen',
            actions: assign({ address: ({ event }) => event.address }),
          },
          back: 'occupation',
        },
      },
      addressChosen: {
        always: [{ guard: 'checking', target: 'checkAnswers' }, { target: 'collectionPlace' }],
      },
      collectionPlace: {
        meta: screen(placesBody, APPLY_STEPS.place),
        on: {
          'choose-outlet': {
            guard: 'knownOutlet',
            target: 'placeChosen',
            actions: assign({ outlet: ({ event }) => event.outlet }),
          },
          back: 'address',
        },
      },
      placeChosen: { always: [{ guard: 'checking', target: 'checkAnswers' }, { target: 'photo' }] },
      photo: {
        meta: screen(
          (context) => ({ screen: 'photo', onFileBase64: context.photoOnFile }),
          APPLY_STEPS.photo,
        ),
        on: {
          'choose-photo': [
            {
              guard: 'hasFilePhoto',
              target: 'checkAnswers',
              actions: assign({ photo: { source: 'authority-file' } }),
            },
            { guard: 'wantsCamera', target: 'photoCamera' },
          ],
          back: 'collectionPlace',
        },
      },
      photoCamera: {
        meta: screen(() => ({ screen: 'photo-camera' }), APPLY_STEPS.photo, 'typing'),
        on: {
          'photo-taken': {
            target: 'photoApprove',
            actions: assign({ taken: ({ event }) => event.jpegBase64 }),
          },
          'camera-failed': 'photo',
          back: 'photo',
        },
      },
      photoApprove: {
        meta: screen(
          (context) => ({ screen: 'photo-approve', jpegBase64: context.taken ?? '' }),
          APPLY_STEPS.photo,
        ),
        on: {
          confirm: {
            target: 'checkAnswers',
            actions: assign({
              photo: ({ context }) => ({ source: 'camera', jpegBase64: context.taken ?? '' }),
              taken: null,
            }),
          },
          'retake-photo': { target: 'photoCamera', actions: assign({ taken: null }) },
          back: { target: 'photo', actions: assign({ taken: null }) },
        },
      },
      checkAnswers: {
        entry: assign({ checking: true }),
        meta: screen(answersBody, APPLY_STEPS.check),
        on: {
          submit: 'accepting',
          change: [
            { guard: 'changesMobile', target: 'mobile' },
            { guard: 'changesOccupation', target: 'occupation' },
            { guard: 'changesAddress', target: 'address' },
            { guard: 'changesPlace', target: 'collectionPlace' },
            { guard: 'changesPhoto', target: 'photo' },
          ],
          back: 'photo',
        },
      },
      accepting: {
        meta: screen(
          () => ({ screen: 'working', act: 'submitting', expectSeconds: 3 }),
          APPLY_STEPS.check,
          'busy',
        ),
        invoke: {
          src: 'accept',
          input: ({ context }) => context,
          onDone: {
            target: 'sending',
            actions: assign({ opened: ({ event }) => event.output, photo: null }),
          },
          onError: { target: 'ended', actions: 'failInside' },
        },
      },
      sending: {
        meta: screen(
          () => ({ screen: 'working', act: 'submitting', expectSeconds: 3 }),
          APPLY_STEPS.check,
          'busy',
        ),
        invoke: {
          src: 'progress',
          input: ({ context }) => {
            if (!context.opened) throw new Error('sending before accepting');
            return context.opened;
          },
          onDone: {
            target: 'ended',
            actions: [assign({ progress: ({ event }) => event.output }), 'giveReceipt'],
          },
          /** Accepted is on disk: the receipt says what is certain. */
          onError: { target: 'ended', actions: 'giveReceipt' },
        },
      },
      ended: { type: 'final' },
    },
  });
}
