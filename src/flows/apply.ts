import { assign } from 'xstate';
import { howToGetItBody, instantOrder } from './apply-instant.ts';
import { APPLY_STEPS, type ApplyContext, applySetup } from './apply-setup.ts';
import { addressBody, answersBody, detailsBody, occupationBody, placesBody } from './apply-views.ts';
import { trouble } from './ending.ts';
import type { FlowKit } from './kit.ts';
import type { ScreenMeta } from './screen.ts';

const screen = (
  view: ScreenMeta<ApplyContext>['view'],
  step: number,
  patience: ScreenMeta<ApplyContext>['patience'] = 'screen',
): ScreenMeta<ApplyContext> => ({ view, step, patience });

/** Apply for a card (APPLY-1…9). */
export function apply(kit: FlowKit) {
  return applySetup(kit).createMachine({
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
      getIt: 'outlet',
      taken: null,
      photo: null,
      checking: false,
      opened: null,
      progress: null,
      carried: null,
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
        always: [
          { guard: 'checking', target: 'checkAnswers' },
          { guard: 'canBeMadeHere', target: 'howToGetIt' },
          { target: 'collectionPlace' },
        ],
      },
      /** APPLY-6: at once, where the kiosk can make it. */
      howToGetIt: {
        meta: screen(howToGetItBody, APPLY_STEPS.place),
        on: {
          choose: [
            { guard: 'wantsItNow', target: 'placeChosen', actions: assign({ getIt: 'now' }) },
            { target: 'collectionPlace', actions: assign({ getIt: 'outlet' }) },
          ],
          back: 'address',
        },
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
          submit: [
            { guard: 'madeHere', target: 'carrying' },
            { guard: 'placeKnown', target: 'accepting' },
            // Wanted at once, and the link went down since: then it is collected, and somebody has to say where.
            { target: 'collectionPlace', actions: assign({ getIt: 'outlet' }) },
          ],
          change: [
            { guard: 'changesMobile', target: 'mobile' },
            { guard: 'changesOccupation', target: 'occupation' },
            { guard: 'changesAddress', target: 'address' },
            { guard: 'changesPlace', target: 'collectionPlace' },
            { guard: 'changesHow', target: 'howToGetIt' },
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
      /** Accepted at the authority and made on the spot; what can't be made is owed at the outlet. */
      carrying: {
        invoke: {
          src: 'carryOutRequest',
          input: ({ context }) => ({ order: instantOrder(kit, context) }),
          onDone: {
            target: 'ended',
            actions: [assign({ carried: ({ event }) => event.output, photo: null }), 'giveInstantReceipt'],
          },
          onError: { target: 'ended', actions: 'failInside' },
        },
      },
      ended: { type: 'final' },
    },
  });
}
