import { assign } from 'xstate';
import type { FlowKit } from './kit.ts';
import { open, personal, serving } from './service-states.ts';
import { NOBODY, sessionSetup } from './session-setup.ts';
import {
  endedBody,
  homeBody,
  openOnly,
  refusalBody,
  troubleBody,
  welcomeBody,
  withoutFaceBody,
} from './session-views.ts';

/** One resident from first touch to goodbye. The host starts a new one for the next (INV-6). */
export function session(kit: FlowKit) {
  const { policy } = kit;
  return sessionSetup(kit).createMachine({
    id: 'session',
    context: ({ input }) => ({
      ...input,
      startedAt: kit.clock.elapsed(),
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
      'set-low-reach': { actions: 'takeLowReach' },
    },
    states: {
      welcome: {
        meta: {
          view: welcomeBody,
          patience: 'none',
        },
        on: { start: { target: 'journey', actions: 'begin' }, gone: { actions: 'forgetChoice' } },
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
              'choose-service': [
                { guard: 'opensForAll', target: 'service', actions: 'chooseService' },
                { guard: 'serviceIsOpen', target: 'identity', actions: 'chooseService' },
              ],
            },
          },
          identity: {
            entry: assign(({ context }) => ({ cards: [...new Set([...context.cards, 'id-card' as const])] })),
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
          /** One state a service; which one follows from the tile that was touched. */
          service: {
            entry: 'expectCards',
            initial: 'choosing',
            states: {
              choosing: {
                always: [
                  { guard: 'unknownPerson', target: '#session.journey.identity' },
                  { guard: 'guides', target: 'exchangeGuide' },
                  { guard: serving('apply'), target: 'apply' },
                  { guard: serving('activate'), target: 'activate' },
                  { guard: serving('loss'), target: 'loss' },
                  { guard: serving('replace'), target: 'replace' },
                  { guard: serving('swap'), target: 'swap' },
                  { guard: serving('exchange'), target: 'exchange' },
                  { guard: serving('certify'), target: 'certify' },
                  { guard: serving('records'), target: 'records' },
                  { guard: serving('progress'), target: 'progress' },
                  { guard: serving('contact-data'), target: 'contact-data' },
                  { guard: serving('read-card'), target: 'read-card' },
                  { guard: serving('electronic-card'), target: 'electronic-card' },
                  { guard: serving('outlets'), target: 'outlets' },
                  { guard: serving('help'), target: 'help' },
                ],
              },
              apply: personal('apply'),
              activate: personal('activate'),
              loss: personal('loss'),
              replace: personal('replace'),
              swap: personal('swap'),
              exchange: personal('exchange'),
              certify: personal('certify'),
              records: personal('records'),
              progress: open('progress'),
              'contact-data': personal('contact-data'),
              'read-card': open('read-card'),
              'electronic-card': open('electronic-card'),
              outlets: open('outlets'),
              help: open('help'),
              exchangeGuide: open('exchangeGuide'),
            },
          },
          ended: {
            entry: 'judgeDisposition',
            always: [
              { guard: 'receipt', target: 'receipt' },
              { guard: 'refused', target: 'refused' },
              { guard: 'identifies', target: 'identity', actions: 'keepCard' },
              { guard: 'goesOn', target: 'service', actions: 'goOn' },
              { guard: 'seen', target: '#session.takeCards' },
              { target: 'trouble' },
            ],
          },
          receipt: {
            invoke: {
              src: 'giveReceipt',
              input: ({ context }) => {
                if (context.ending?.kind !== 'receipt') throw new Error('receipt without facts');
                const { receipt, next = [] } = context.ending;
                return { receipt, next: openOnly(next, kit), language: context.language };
              },
              onDone: [
                { guard: 'goesOnAfterReceipt', target: 'service', actions: 'goOnAfterReceipt' },
                { target: '#session.takeCards' },
              ],
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
        entry: ['noteFacts', 'wipe', 'noteOwnCard'],
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
