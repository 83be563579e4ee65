import { assign } from 'xstate';
import type { ModeKit } from './mode-kit.ts';
import { firstPerson, modeSetup, reportOf, secondPerson } from './mode-setup.ts';

/** Touches that belong to the sign-in, first or second. */
const TO_SIGN_IN = {
  'use-card': { actions: 'toSignIn' },
  'use-code': { actions: 'toSignIn' },
  'enter-code': { actions: 'toSignIn' },
  'enter-pin': { actions: 'toSignIn' },
  'give-up-sign-in': { actions: 'toSignIn' },
  activity: { actions: 'toSignIn' },
} as const;

/**
 * Maintenance mode: from the call over the sign-in to the pages, and back to residents. It shows nothing itself; the
 * host makes a page of its state. A resident's session is never cut: a call waits until it is over.
 */
export function mode(kit: ModeKit) {
  return modeSetup(kit).createMachine({
    id: 'mode',
    context: ({ input: { returned, awaySince } }) => ({
      returned,
      called: 'gesture',
      since: awaySince,
      away: awaySince !== null,
      unchecked: false,
      who: null,
      wanted: null,
      second: null,
      report: null,
      paper: 'offered',
      saved: 'offered',
    }),
    initial: 'begin',
    states: {
      begin: {
        always: [
          { guard: 'returned', target: 'working', actions: 'takeReturned' },
          { guard: 'away', target: 'away' },
          { target: 'off' },
        ],
      },
      /** Residents have the screen. */
      off: {
        entry: 'giveBack',
        on: { call: { target: 'called', actions: 'takeCall' } },
      },
      /** Waits until nobody is served; nothing shows it. */
      called: {
        initial: 'waiting',
        after: { CALL_FORGOTTEN: 'rest' },
        always: { guard: 'free', target: 'signIn', actions: 'takeScreen' },
        states: {
          waiting: {
            after: { LOOK_AGAIN: { target: 'waiting', reenter: true } },
            on: { look: { target: 'waiting', reenter: true } },
          },
        },
      },
      signIn: {
        invoke: {
          id: 'signIn',
          src: 'signIn',
          input: firstPerson,
          onDone: [{ guard: 'letIn', target: 'working', actions: 'takeWho' }, { target: 'rest' }],
        },
        on: { ...TO_SIGN_IN },
      },
      working: {
        type: 'parallel',
        entry: 'noteEntered',
        on: { 'timed-out': { target: 'leftAlone', actions: ['pauseTask', 'noteTimedOut'] } },
        states: {
          patience: {
            initial: 'watching',
            states: {
              watching: {
                after: {
                  PATIENCE: [{ guard: 'actRuns', target: 'watching', reenter: true }, { actions: 'timeOut' }],
                },
                on: {
                  activity: { target: 'watching', reenter: true },
                  'task-changed': { target: 'watching', reenter: true },
                },
              },
            },
          },
          page: {
            initial: 'readiness',
            states: {
              readiness: {
                entry: 'forgetReport',
                initial: 'looking',
                on: {
                  'open-devices': 'devices',
                  'open-readiness': { target: 'readiness', reenter: true },
                  'look-again': { target: 'readiness', reenter: true },
                  'begin-task': [
                    { guard: 'alone', target: 'task', actions: 'takeWanted' },
                    { guard: 'mayHave', target: 'second', actions: 'takeWanted' },
                  ],
                  'resume-task': [
                    { guard: 'alone', target: 'task', actions: 'takeWanted' },
                    { guard: 'mayHave', target: 'second', actions: 'takeWanted' },
                  ],
                  leave: 'leaving',
                },
                states: {
                  looking: { invoke: { src: 'report', onDone: { target: 'seen', actions: 'takeReport' } } },
                  seen: { on: { 'print-report': 'printing', 'save-report': 'saving' } },
                  printing: {
                    entry: assign({ paper: 'printing' }),
                    invoke: {
                      src: 'print',
                      input: ({ context }) => reportOf(context),
                      onDone: { target: 'seen', actions: 'takePaper' },
                    },
                  },
                  saving: {
                    entry: assign({ saved: 'saving' }),
                    invoke: {
                      src: 'save',
                      input: ({ context }) => reportOf(context),
                      onDone: { target: 'seen', actions: 'takeSaved' },
                    },
                  },
                },
              },
              devices: { on: { 'open-readiness': 'readiness', leave: 'leaving' } },
              /** Stock and keys are touched by two. */
              second: {
                invoke: {
                  id: 'signIn',
                  src: 'signIn',
                  input: ({ context }) => secondPerson(context),
                  onDone: [
                    { guard: 'letIn', target: 'task', actions: 'takeSecond' },
                    { target: 'readiness' },
                  ],
                },
                on: { ...TO_SIGN_IN },
              },
              task: {
                entry: 'runTask',
                always: { guard: 'taskOver', target: 'readiness' },
                on: {
                  answer: { actions: 'answerTask' },
                  'step-back': { actions: 'taskBack' },
                  'leave-task': { actions: 'leaveTask' },
                },
              },
              /** Leaving checks readiness: nothing red, and the residents are back without another touch. */
              leaving: {
                entry: 'forgetReport',
                initial: 'checking',
                on: { stay: 'readiness', 'open-readiness': 'readiness' },
                states: {
                  checking: {
                    after: { LEAVING_CHECK: 'notReady' },
                    invoke: {
                      src: 'report',
                      onDone: [
                        { guard: 'whole', target: '#mode.off', actions: 'noteReady' },
                        { target: 'notReady', actions: 'takeReport' },
                      ],
                    },
                  },
                  notReady: {
                    on: {
                      /** Cards that were perhaps moved are not left to residents. */
                      'leave-anyway': [
                        { guard: 'mustFinish', target: '#mode.away', actions: ['noteNotReady', 'signOut'] },
                        { target: '#mode.off', actions: 'noteNotReady' },
                      ],
                    },
                  },
                },
              },
            },
          },
        },
      },
      /** Signed out already; whether residents may come back is still to be seen. */
      leftAlone: {
        entry: ['signOut', 'stayUnchecked'],
        after: { LEAVING_CHECK: 'away' },
        invoke: {
          src: 'report',
          onDone: [{ guard: 'whole', target: 'off' }, { target: 'away' }],
        },
        on: { call: { target: 'called', actions: 'takeCall' } },
      },
      /** Out of service: since when, and where to go. */
      away: {
        entry: 'stayAway',
        on: { call: { target: 'called', actions: 'takeCall' } },
      },
      rest: {
        always: [
          { guard: 'unchecked', target: 'leftAlone' },
          { guard: 'away', target: 'away' },
          { target: 'off' },
        ],
      },
    },
  });
}
