import { assign, fromCallback, fromPromise, setup } from 'xstate';
import type { PinCheckAnswer, PinRefusal } from '../../contracts/central/queries.ts';
import type { AuthorityTrouble } from '../../ports/authority.ts';
import type { PinBlock, PinTrouble } from '../../ports/pin-pad.ts';
import type { Result } from '../../result.ts';
import { DELAYS } from '../delays.ts';
import { type Ending, refusal, trouble } from '../ending.ts';
import type { FlowKit } from '../kit.ts';
import type { ScreenMeta } from '../screen.ts';

type Problem = PinRefusal | 'cancelled-at-pad' | 'timed-out' | 'pad-recovering';

interface Input {
  readonly accountNumber: string;
  readonly socialSecurityNumber: string;
}

interface Context extends Input {
  readonly digits: number;
  readonly problem: Problem | null;
  readonly triesLeft: number;
  readonly downSince: number | null;
  readonly first: PinBlock | null;
  readonly second: PinBlock | null;
  readonly checked: Result<PinCheckAnswer, AuthorityTrouble> | null;
  readonly ending: Ending | null;
}

type Event =
  | { type: 'digits'; count: number }
  | { type: 'entered'; result: Result<PinBlock, PinTrouble> }
  | { type: 'try-again' };

export type EnterPinOutput =
  | { readonly kind: 'entered'; readonly entries: [PinBlock, PinBlock] }
  | { readonly kind: 'ended'; readonly ending: Ending };

/**
 * A new PIN, twice, at the pad (ACT-3, ACT-4). Here it is two enciphered blocks and a count of key strokes; the
 * bank opens and compares them where the digits may be seen.
 */
export function enterPin(kit: FlowKit, step: number) {
  const { pinDigits, pinTries } = kit.policy.activation;
  const meta = (round: 'first' | 'again'): ScreenMeta<Context> => ({
    view: (context) => ({
      screen: 'pin',
      round,
      digits: context.digits,
      of: pinDigits,
      problem: context.problem,
      triesLeft: context.triesLeft,
    }),
    patience: 'typing',
    step,
  });
  const note = (outcome: string) => kit.audit.record('pin-entered', { outcome });

  const machine = setup({
    types: {
      context: {} as Context,
      input: {} as Input,
      output: {} as EnterPinOutput,
      events: {} as Event,
      meta: {} as ScreenMeta<Context>,
    },
    actors: {
      /** One entry at the pad; stopped with its state, which cancels at the pad. */
      entry: fromCallback<{ type: 'none' }, { accountNumber: string }>(({ input, sendBack }) => {
        const stop = new AbortController();
        kit.pinPad
          .enterPin(
            {
              minDigits: pinDigits,
              maxDigits: pinDigits,
              accountNumber: input.accountNumber,
              onKey: (count) => sendBack({ type: 'digits', count }),
            },
            stop.signal,
          )
          .then(
            (result) => {
              if (!stop.signal.aborted) sendBack({ type: 'entered', result });
            },
            (error: unknown) =>
              sendBack({
                type: 'entered',
                result: { ok: false, error: { kind: 'device', code: 'crashed', message: String(error) } },
              }),
          );
        return () => stop.abort();
      }),
      check: fromPromise(
        ({ input, signal }: { input: Input & { entries: [PinBlock, PinBlock] }; signal: AbortSignal }) =>
          kit.authority.checkPin(input, signal),
      ),
    },
    delays: { READER_RETRY: DELAYS.READER_RETRY },
    guards: {
      entered: ({ event }) => event.type === 'entered' && event.result.ok,
      givenUp: ({ event }) =>
        event.type === 'entered' &&
        !event.result.ok &&
        (event.result.error.kind === 'cancelled-at-pad' || event.result.error.kind === 'timed-out'),
      patienceUsedUp: ({ context }) =>
        context.downSince !== null && kit.clock.elapsed() - context.downSince >= DELAYS.DEVICE_PATIENCE,
      good: ({ context }) => context.checked?.ok === true && context.checked.value.result === 'ok',
      refused: ({ context }) => context.checked?.ok === true && context.checked.value.result === 'refused',
      triesLeft: ({ context }) => context.triesLeft > 0,
      ended: ({ context }) => context.ending !== null,
    },
    actions: {
      startOver: assign({ digits: 0, first: null, second: null, checked: null }),
      showDigits: assign({
        digits: ({ event, context }) => (event.type === 'digits' ? event.count : context.digits),
      }),
      keepFirst: assign({
        first: ({ event }) => (event.type === 'entered' && event.result.ok ? event.result.value : null),
        digits: 0,
        problem: null,
        downSince: null,
      }),
      keepSecond: assign({
        second: ({ event }) => (event.type === 'entered' && event.result.ok ? event.result.value : null),
        digits: 0,
      }),
      noteGivenUp: assign(({ event }) => {
        if (event.type !== 'entered' || event.result.ok) return {};
        const kind = event.result.error.kind === 'timed-out' ? 'timed-out' : 'cancelled-at-pad';
        note(kind);
        return { problem: kind, digits: 0, first: null, second: null } as const;
      }),
      noteDown: assign({
        problem: 'pad-recovering',
        digits: 0,
        first: null,
        second: null,
        downSince: ({ context }) => context.downSince ?? kit.clock.elapsed(),
      }),
      judge: assign(({ context }) => {
        const checked = context.checked;
        if (checked === null) return {};
        if (!checked.ok) {
          return {
            ending: trouble(checked.error.kind === 'link-down' ? 'link-down' : 'authority-refused-to-answer'),
          };
        }
        const answer = checked.value;
        kit.audit.record('pin-checked', { outcome: answer.result === 'ok' ? 'ok' : answer.reason });
        if (answer.result === 'ok') return {};
        const triesLeft = context.triesLeft - 1;
        return {
          triesLeft,
          problem: answer.reason,
          first: null,
          second: null,
          ...(triesLeft <= 0 && { ending: refusal('pin-tries-used-up') }),
        };
      }),
      noteEntered: () => note('entered'),
      endPadDown: assign(() => {
        note('pad-failed');
        return { ending: trouble('pin-pad-down') };
      }),
    },
  });

  return machine.createMachine({
    id: 'enterPin',
    context: ({ input }) => ({
      ...input,
      digits: 0,
      problem: null,
      triesLeft: pinTries,
      downSince: null,
      first: null,
      second: null,
      checked: null,
      ending: null,
    }),
    initial: 'first',
    output: ({ context }) =>
      context.first && context.second && !context.ending
        ? { kind: 'entered', entries: [context.first, context.second] }
        : { kind: 'ended', ending: context.ending ?? trouble('internal') },
    states: {
      first: {
        meta: meta('first'),
        invoke: { src: 'entry', input: ({ context }) => ({ accountNumber: context.accountNumber }) },
        on: {
          digits: { actions: 'showDigits' },
          entered: [
            { guard: 'entered', target: 'again', actions: 'keepFirst' },
            { guard: 'givenUp', target: 'stopped', actions: 'noteGivenUp' },
            { target: 'recovering' },
          ],
        },
      },
      again: {
        meta: meta('again'),
        invoke: { src: 'entry', input: ({ context }) => ({ accountNumber: context.accountNumber }) },
        on: {
          digits: { actions: 'showDigits' },
          entered: [
            { guard: 'entered', target: 'checking', actions: ['keepSecond', 'noteEntered'] },
            { guard: 'givenUp', target: 'stopped', actions: 'noteGivenUp' },
            { target: 'recovering' },
          ],
        },
      },
      /** Cancelled or timed out at the pad: the resident says when to begin again. */
      stopped: {
        meta: meta('first'),
        on: { 'try-again': { target: 'first', actions: 'startOver' } },
      },
      recovering: {
        entry: 'noteDown',
        always: { guard: 'patienceUsedUp', target: 'ended', actions: 'endPadDown' },
        after: { READER_RETRY: 'first' },
        meta: meta('first'),
      },
      checking: {
        meta: {
          view: () => ({ screen: 'working', act: 'checking-pin', expectSeconds: 2 }),
          patience: 'busy',
          step,
        },
        invoke: {
          src: 'check',
          input: ({ context }) => {
            if (!context.first || !context.second) throw new Error('checking needs both entries');
            return {
              accountNumber: context.accountNumber,
              socialSecurityNumber: context.socialSecurityNumber,
              entries: [context.first, context.second],
            };
          },
          onDone: { target: 'judging', actions: [assign({ checked: ({ event }) => event.output }), 'judge'] },
          onError: { target: 'ended', actions: assign({ ending: () => trouble('link-down') }) },
        },
      },
      judging: {
        always: [
          { guard: 'ended', target: 'ended' },
          { guard: 'good', target: 'ended' },
          { target: 'first', actions: assign({ digits: 0, checked: null }) },
        ],
      },
      ended: { type: 'final' },
    },
  });
}
