import { assign } from 'xstate';
import type { FlowKit } from './kit.ts';
import { NOBODY, type SessionContext, sessionSetup } from './session-setup.ts';
import { endedBody, homeBody, refusalBody, troubleBody, withoutFaceBody } from './session-views.ts';

/** One resident from first touch to goodbye. The host starts a new one for the next (INV-6). */
export function session(kit: FlowKit) {
  const { policy } = kit;
  return sessionSetup(kit).createMachine({
    id: 'session',
    context: ({ input }) => ({
      ...input,
      startedAt: kit.clock.now(),
      service: null,
      ...NOBODY,
      cards: [],
      disposition: 'completed',
    }),
    initial: 'welcome',
    output: ({ context }) => ({ cardLeftBehind: context.cardLeftBehind }),
    on: {
      'set-language': { actions: 'takeLanguage' },
      'set-elder': { actions: 'takeElder' },
    },
    states: {
      welcome: {
        meta: {
          view: (context) => ({ screen: 'welcome', cardLeftBehind: context.cardLeftBehind }),
          patience: 'none',
        },
        on: { start: { target: 'journey', actions: 'begin' } },
      },
      /** Everything between the first touch and the cards going back; left from anywhere in it. */
      journey: {
        initial: 'choose',
        on: {
          left: { target: 'takeCards', actions: 'endCancelled' },
          gone: { target: 'takeCards', actions: 'endTimedOut' },
        },
        states: {
          choose: {
            meta: { view: homeBody, patience: 'screen' },
            on: {
              'choose-service': { guard: 'serviceIsOpen', target: 'identity', actions: 'chooseService' },
            },
          },
          identity: {
            entry: assign({ cards: ['id-card'] }),
            invoke: {
              src: 'presentIdCard',
              onDone: {
                target: 'identityKnown',
                actions: assign(({ event }) =>
                  event.output.kind === 'presented'
                    ? { presented: event.output.presented }
                    : { ending: event.output.ending },
                ),
              },
              onError: { target: 'ended', actions: 'failInside' },
            },
          },
          identityKnown: {
            always: [
              { guard: 'hasPortrait', target: 'consent' },
              { guard: 'presented', target: 'withoutFace', actions: assign({ withoutFace: 'no-portrait' }) },
              { target: 'ended' },
            ],
          },
          /** ID-6: a screen of its own, before any camera. */
          consent: {
            meta: { view: () => ({ screen: 'face-consent', tries: policy.face.tries }), patience: 'screen' },
            on: {
              'consent-to-face': { target: 'face', actions: 'noteConsent' },
              'decline-face': {
                target: 'withoutFace',
                actions: ['noteDeclined', assign({ withoutFace: 'declined' })],
              },
            },
          },
          face: {
            invoke: {
              src: 'verifyFace',
              input: ({ context }) => {
                const portrait = context.presented?.read.portrait;
                if (!portrait) throw new Error('face without a portrait');
                return { portrait };
              },
              onDone: {
                target: 'faceKnown',
                actions: assign(({ event }) =>
                  event.output.kind === 'accepted'
                    ? { face: event.output.evidence }
                    : { withoutFace: event.output.why },
                ),
              },
              onError: { target: 'ended', actions: 'failInside' },
            },
          },
          faceKnown: { always: [{ guard: 'faceAccepted', target: 'service' }, { target: 'withoutFace' }] },
          withoutFace: {
            meta: { view: withoutFaceBody, patience: 'screen' },
            on: {
              'print-slip': { target: 'ended', actions: 'takeSlip' },
              back: { guard: 'declined', target: 'consent' },
              finish: '#session.takeCards',
            },
          },
          service: { always: [{ guard: 'applying', target: 'applying' }, { target: 'activating' }] },
          applying: {
            invoke: {
              src: 'apply',
              input: ({ context }) => serviceInput(context),
              onDone: { target: 'ended', actions: assign({ ending: ({ event }) => event.output }) },
              onError: { target: 'ended', actions: 'failInside' },
            },
          },
          activating: {
            entry: assign({ cards: ['id-card', 'social-card'] }),
            invoke: {
              src: 'activate',
              input: ({ context }) => serviceInput(context),
              onDone: { target: 'ended', actions: assign({ ending: ({ event }) => event.output }) },
              onError: { target: 'ended', actions: 'failInside' },
            },
          },
          ended: {
            entry: 'judgeDisposition',
            always: [
              { guard: 'receipt', target: 'receipt' },
              { guard: 'refused', target: 'refused' },
              { target: 'trouble' },
            ],
          },
          receipt: {
            invoke: {
              src: 'giveReceipt',
              input: ({ context }) => {
                if (context.ending?.kind !== 'receipt') throw new Error('receipt without facts');
                return { receipt: context.ending.receipt, language: context.language };
              },
              onDone: '#session.takeCards',
              onError: '#session.takeCards',
            },
          },
          refused: {
            meta: { view: refusalBody, patience: 'screen' },
            on: {
              finish: '#session.takeCards',
              'print-slip': { target: 'ended', actions: 'takeSlip' },
              'choose-service': {
                guard: 'fitsInstead',
                target: 'service',
                actions: ['chooseService', 'forgetEnding'],
              },
            },
          },
          trouble: {
            meta: { view: troubleBody, patience: 'screen' },
            on: { finish: '#session.takeCards' },
          },
        },
      },
      /** Cards back first, then the data gone, then the start screen (experience.md). */
      takeCards: {
        entry: 'wipe',
        always: { guard: 'noCards', target: 'ended' },
        invoke: { src: 'watchCards', input: ({ context }) => context.cards },
        meta: {
          view: (context) => ({ screen: 'take-cards', readers: [...context.cards] }),
          patience: 'busy',
        },
        on: { 'card-out': { actions: 'forgetSlot' } },
        after: { CARD_REMOVAL: 'ended' },
      },
      ended: {
        entry: ['wipe', 'noteLeftBehind', 'noteEnded'],
        meta: { view: endedBody, patience: 'none' },
        on: { finish: 'over', start: 'over' },
        after: { END_SCREEN: 'over' },
      },
      over: { type: 'final' },
    },
  });
}

function serviceInput({ presented, face }: SessionContext) {
  if (!presented || !face) throw new Error('service before identity and face');
  return { identity: presented.identity, face };
}
