import { assign, fromPromise, setup } from 'xstate';
import type { SmsCodeAnswer, SmsVerificationAnswer } from '../../contracts/central/queries.ts';
import type { Command } from '../../contracts/command.ts';
import { maskMobile } from '../../identity/masking.ts';
import type { AuthorityTrouble } from '../../ports/authority.ts';
import type { Result } from '../../result.ts';
import { type Ending, refusal } from '../ending.ts';
import type { FlowKit } from '../kit.ts';
import type { ScreenMeta } from '../screen.ts';

/** `confirmation` is null where the link was down: the office confirms the number itself (APPLY-8). */
export interface ConfirmedMobile {
  readonly mobile: string;
  readonly confirmation: string | null;
}

export type ConfirmBySmsOutput =
  | { readonly kind: 'confirmed'; readonly mobile: ConfirmedMobile }
  | { readonly kind: 'back' }
  | { readonly kind: 'ended'; readonly ending: Ending };

interface Context {
  readonly mobile: string;
  readonly challenge: SmsCodeAnswer | null;
  /** Epoch ms from which another code may be asked for. */
  readonly resendAt: number;
  readonly triesLeft: number;
  readonly code: string;
  readonly mobileProblem: 'too-many-codes' | 'code-not-sent' | null;
  readonly codeProblem: 'wrong' | 'expired' | 'try-again' | null;
  readonly sent: Result<SmsCodeAnswer, AuthorityTrouble> | null;
  readonly verified: Result<SmsVerificationAnswer, AuthorityTrouble> | null;
  readonly output: ConfirmBySmsOutput;
}

/** A centre that is out of service refuses as well, and no number has asked too often then. */
const isRateLimited = (error: AuthorityTrouble): boolean =>
  error.kind === 'refused-to-answer' && error.code === 'rate-limited';

/** A mobile number, proven by a code sent to it (APPLY-3, INFO-2). */
export function confirmBySms(
  kit: FlowKit,
  step: number,
  purpose: 'application' | 'contact-data' = 'application',
) {
  const tries = kit.policy.mobile.codeTries;
  const note = (outcome: string) => kit.audit.record('mobile-confirmation-ended', { outcome });
  return setup({
    types: {
      context: {} as Context,
      output: {} as ConfirmBySmsOutput,
      events: {} as Extract<
        Command,
        { type: 'enter-mobile' | 'enter-sms-code' | 'resend-sms-code' | 'back' }
      >,
      meta: {} as ScreenMeta<Context>,
    },
    actors: {
      send: fromPromise(({ input, signal }: { input: string; signal: AbortSignal }) =>
        kit.authority.sendSmsCode(input, purpose, signal),
      ),
      verify: fromPromise(
        ({ input, signal }: { input: { challengeId: string; code: string }; signal: AbortSignal }) =>
          kit.authority.verifySmsCode(input.challengeId, input.code, signal),
      ),
    },
    guards: {
      sent: ({ context }) => context.sent?.ok === true,
      linkDown: ({ context }) =>
        context.sent !== null && !context.sent.ok && context.sent.error.kind === 'link-down',
      confirmed: ({ context }) =>
        context.verified?.ok === true && context.verified.value.result === 'confirmed',
      noTriesLeft: ({ context }) => context.triesLeft <= 0,
      mayResend: ({ context }) => kit.clock.elapsed() >= context.resendAt,
    },
    actions: {
      takeChallenge: assign(({ context }) =>
        context.sent?.ok
          ? {
              challenge: context.sent.value,
              resendAt: kit.clock.elapsed() + context.sent.value.resendAfterSeconds * 1_000,
              triesLeft: tries,
            }
          : {},
      ),
      acceptUnconfirmed: assign(({ context }) => {
        note('not-possible-offline');
        return {
          output: { kind: 'confirmed' as const, mobile: { mobile: context.mobile, confirmation: null } },
        };
      }),
      noteNotSent: assign(({ context }) => ({
        mobileProblem:
          context.sent?.ok === false && isRateLimited(context.sent.error)
            ? ('too-many-codes' as const)
            : ('code-not-sent' as const),
      })),
      judge: assign(({ context }) => {
        const verified = context.verified;
        if (!verified?.ok) return { codeProblem: 'try-again' as const };
        const answer = verified.value;
        switch (answer.result) {
          case 'confirmed':
            note('confirmed');
            return {
              output: {
                kind: 'confirmed' as const,
                mobile: { mobile: context.mobile, confirmation: answer.confirmation },
              },
            };
          case 'expired':
            return { codeProblem: 'expired' as const };
          case 'wrong':
            return {
              codeProblem: 'wrong' as const,
              triesLeft: Math.min(answer.triesLeft, context.triesLeft - 1),
            };
        }
      }),
      refuse: assign(() => {
        note('wrong-three-times');
        return { output: { kind: 'ended' as const, ending: refusal('code-wrong-too-often') } };
      }),
    },
  }).createMachine({
    id: 'confirmBySms',
    context: {
      mobile: '',
      challenge: null,
      resendAt: 0,
      triesLeft: tries,
      code: '',
      mobileProblem: null,
      codeProblem: null,
      sent: null,
      verified: null,
      output: { kind: 'back' },
    },
    initial: 'mobile',
    output: ({ context }) => context.output,
    states: {
      mobile: {
        meta: {
          view: (context) => ({ screen: 'mobile', problem: context.mobileProblem }),
          patience: 'typing',
          step,
        },
        on: {
          'enter-mobile': {
            target: 'sending',
            actions: assign({ mobile: ({ event }) => event.mobile, codeProblem: null, mobileProblem: null }),
          },
          back: { target: 'ended', actions: assign({ output: { kind: 'back' } }) },
        },
      },
      sending: {
        meta: {
          view: () => ({ screen: 'working', act: 'sending-code', expectSeconds: 2 }),
          patience: 'busy',
          step,
        },
        invoke: {
          src: 'send',
          input: ({ context }) => context.mobile,
          onDone: { target: 'sent', actions: assign({ sent: ({ event }) => event.output }) },
          onError: { target: 'mobile', actions: assign({ mobileProblem: 'code-not-sent' }) },
        },
      },
      sent: {
        always: [
          { guard: 'sent', target: 'code', actions: 'takeChallenge' },
          { guard: 'linkDown', target: 'ended', actions: 'acceptUnconfirmed' },
          { target: 'mobile', actions: 'noteNotSent' },
        ],
      },
      code: {
        meta: {
          view: (context) => ({
            screen: 'sms-code',
            mobileMasked: maskMobile(context.mobile),
            triesLeft: context.triesLeft,
            resendInSeconds: Math.max(0, Math.ceil((context.resendAt - kit.clock.elapsed()) / 1_000)),
            problem: context.codeProblem,
          }),
          patience: 'typing',
          step,
        },
        on: {
          'enter-sms-code': { target: 'verifying', actions: assign({ code: ({ event }) => event.code }) },
          'resend-sms-code': {
            guard: 'mayResend',
            target: 'sending',
            actions: assign({ codeProblem: null }),
          },
          back: 'mobile',
        },
      },
      verifying: {
        meta: {
          view: () => ({ screen: 'working', act: 'sending-code', expectSeconds: 1 }),
          patience: 'busy',
          step,
        },
        invoke: {
          src: 'verify',
          input: ({ context }) => ({ challengeId: context.challenge?.challengeId ?? '', code: context.code }),
          onDone: {
            target: 'judging',
            actions: [assign({ verified: ({ event }) => event.output, code: '' }), 'judge'],
          },
          onError: { target: 'code', actions: assign({ codeProblem: 'try-again', code: '' }) },
        },
      },
      judging: {
        always: [
          { guard: 'confirmed', target: 'ended' },
          { guard: 'noTriesLeft', target: 'ended', actions: 'refuse' },
          { target: 'code' },
        ],
      },
      ended: { type: 'final' },
    },
  });
}
