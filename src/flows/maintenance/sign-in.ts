import { assign, fromPromise, setup } from 'xstate';
import type { MaintenanceAct } from '../../contracts/maintenance/maintenance-act.ts';
import { MAINTENANCE_DELAYS } from './delays.ts';
import type {
  AskedPerson,
  KnownTechnician,
  LetIn,
  SignInDoor,
  SignInProblem,
  SignInRefusal,
} from './sign-in-door.ts';

/** What a technician touches, as an event. */
export type ActEvent<A extends MaintenanceAct = MaintenanceAct> = A extends { act: infer T }
  ? { readonly type: T } & Omit<A, 'act'>
  : never;

export type SignInEvent =
  | Extract<ActEvent, { type: 'use-card' | 'use-code' | 'enter-code' | 'enter-pin' | 'give-up-sign-in' }>
  | { type: 'activity' };

interface SignInContext extends AskedPerson {
  readonly known: KnownTechnician | null;
  readonly letIn: LetIn | null;
  readonly problem: SignInProblem | null;
  readonly waitUntil: number | null;
}

/** Null: nobody was let in. */
export type SignInOutput = (LetIn & { readonly means: KnownTechnician['means'] }) | null;

type Checked = KnownTechnician | LetIn | SignInRefusal;
interface CodeInput {
  readonly asked: AskedPerson;
  readonly technician: string;
  readonly code: string;
}
interface PinInput {
  readonly asked: AskedPerson;
  readonly known: KnownTechnician;
  readonly pin: string;
}

/** Refused in such a way that another code or PIN helps: the same page asks once more. */
const ASKS_AGAIN: readonly SignInProblem[] = ['wrong', 'wait'];

const checkedOf = (event: object): Checked | null => ('output' in event ? (event.output as Checked) : null);

/** One person's way in: card or one-time code, then the PIN. The PIN is in no context, only on its way to the door. */
export function signIn(door: SignInDoor) {
  return setup({
    types: {
      context: {} as SignInContext,
      input: {} as AskedPerson,
      output: {} as SignInOutput,
      events: {} as SignInEvent,
    },
    actors: {
      card: fromPromise<KnownTechnician | SignInRefusal, AskedPerson>(({ input, signal }) =>
        door.card(input, signal),
      ),
      code: fromPromise<KnownTechnician | SignInRefusal, CodeInput>(({ input }) =>
        door.code(input.asked, input.technician, input.code),
      ),
      pin: fromPromise<LetIn | SignInRefusal, PinInput>(({ input }) =>
        door.pin(input.asked, input.known, input.pin),
      ),
    },
    delays: { SIGN_IN: MAINTENANCE_DELAYS.SIGN_IN },
    guards: {
      known: ({ event }) => checkedOf(event)?.kind === 'known',
      letIn: ({ event }) => checkedOf(event)?.kind === 'let-in',
      asksAgain: ({ event }) => {
        const checked = checkedOf(event);
        return checked?.kind === 'refused' && ASKS_AGAIN.includes(checked.problem);
      },
    },
    actions: {
      takeKnown: assign(({ event }) => {
        const checked = checkedOf(event);
        return checked?.kind === 'known' ? { known: checked, problem: null, waitUntil: null } : {};
      }),
      takeLetIn: assign(({ event }) => {
        const checked = checkedOf(event);
        return checked?.kind === 'let-in' ? { letIn: checked, problem: null, waitUntil: null } : {};
      }),
      takeProblem: assign(({ event }) => {
        const checked = checkedOf(event);
        return checked?.kind === 'refused' ? { problem: checked.problem, waitUntil: checked.waitUntil } : {};
      }),
      forgetProblem: assign({ problem: null, waitUntil: null, known: null }),
    },
  }).createMachine({
    id: 'sign-in',
    context: ({ input }) => ({ ...input, known: null, letIn: null, problem: null, waitUntil: null }),
    output: ({ context: { letIn, known } }) => (letIn && known ? { ...letIn, means: known.means } : null),
    initial: 'how',
    on: { 'give-up-sign-in': '.over' },
    states: {
      how: {
        after: { SIGN_IN: 'over' },
        on: {
          activity: { target: 'how', reenter: true },
          'use-card': { target: 'card', actions: 'forgetProblem' },
          'use-code': { target: 'code', actions: 'forgetProblem' },
        },
      },
      card: {
        after: { SIGN_IN: 'over' },
        invoke: {
          src: 'card',
          input: ({ context: { person, besides } }) => ({ person, besides }),
          onDone: [
            { guard: 'known', target: 'pin', actions: 'takeKnown' },
            { target: 'how', actions: 'takeProblem' },
          ],
        },
        on: { 'use-code': 'code' },
      },
      code: {
        after: { SIGN_IN: 'over' },
        on: {
          activity: { target: 'code', reenter: true },
          'use-card': { target: 'card', actions: 'forgetProblem' },
          'enter-code': 'checkingCode',
        },
      },
      /** Nobody gives up in here: a try that is counted is checked. */
      checkingCode: {
        invoke: {
          src: 'code',
          input: ({ context: { person, besides }, event }) => {
            if (event.type !== 'enter-code') throw new Error('a code is checked that nobody entered');
            return { asked: { person, besides }, technician: event.technician, code: event.code };
          },
          onDone: [
            { guard: 'known', target: 'pin', actions: 'takeKnown' },
            { guard: 'asksAgain', target: 'code', actions: 'takeProblem' },
            { target: 'how', actions: 'takeProblem' },
          ],
        },
        on: { 'give-up-sign-in': {} },
      },
      pin: {
        after: { SIGN_IN: 'over' },
        on: {
          activity: { target: 'pin', reenter: true },
          'use-card': { target: 'card', actions: 'forgetProblem' },
          'use-code': { target: 'code', actions: 'forgetProblem' },
          'enter-pin': 'checkingPin',
        },
      },
      checkingPin: {
        invoke: {
          src: 'pin',
          input: ({ context: { person, besides, known }, event }) => {
            if (event.type !== 'enter-pin' || known === null) throw new Error('a PIN is checked of nobody');
            return { asked: { person, besides }, known, pin: event.pin };
          },
          onDone: [
            { guard: 'letIn', target: 'over', actions: 'takeLetIn' },
            { guard: 'asksAgain', target: 'pin', actions: 'takeProblem' },
            { target: 'how', actions: 'takeProblem' },
          ],
        },
        on: { 'give-up-sign-in': {} },
      },
      over: { type: 'final' },
    },
  });
}
