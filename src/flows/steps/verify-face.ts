import { assign, setup } from 'xstate';
import type { FaceEvidence } from '../../contracts/central/identity.ts';
import type { Command, FaceResult } from '../../contracts/command.ts';
import type { Portrait } from '../../ports/id-card-reader.ts';
import { base64 } from '../base64.ts';
import type { FlowKit } from '../kit.ts';
import type { ScreenMeta } from '../screen.ts';
import { drawChallenge, type FaceVerdict, judgeFace } from './face-verdict.ts';

interface Input {
  readonly portrait: Portrait;
}

interface Context {
  readonly portrait: Portrait;
  readonly attempt: number;
  readonly challenge: readonly ('left' | 'right')[];
  readonly result: FaceResult | null;
  readonly verdict: FaceVerdict | null;
  readonly output: VerifyFaceOutput;
}

export type VerifyFaceOutput =
  | { readonly kind: 'accepted'; readonly evidence: FaceEvidence }
  | { readonly kind: 'without-face'; readonly why: 'declined' | 'failed' | 'no-portrait' | 'no-camera' };

/** 1:1 verification against the chip portrait (ID-5), three tries, then the no-face path (ID-6). */
export function verifyFace(kit: FlowKit) {
  const { face } = kit.policy;
  return setup({
    types: {
      context: {} as Context,
      input: {} as Input,
      output: {} as VerifyFaceOutput,
      events: {} as Extract<Command, { type: 'face-result' | 'decline-face' | 'try-again' }>,
      meta: {} as ScreenMeta<Context>,
    },
    guards: {
      accepted: ({ context }) => context.verdict === 'accept',
      noCamera: ({ context }) => context.verdict === 'no-camera',
      noPortrait: ({ context }) => context.verdict === 'no-portrait',
      triesLeft: ({ context }) => context.attempt < face.tries,
    },
    actions: {
      judge: assign(({ context, event }) => {
        if (event.type !== 'face-result') return {};
        const verdict = judgeFace(event.result, face);
        const measured = event.result.outcome === 'measured' ? event.result : null;
        const distance = measured ? Math.round(measured.distance * 1000) / 1000 : null;
        kit.notes.note({ faceTries: context.attempt, ...(distance !== null && { faceDistance: distance }) });
        kit.audit.record('face-verified', {
          attempt: context.attempt,
          decision: verdict,
          distance,
          liveness: measured?.liveness ?? null,
          model: event.result.model,
          durationMs: Math.round(event.result.durationMs),
        });
        const output: VerifyFaceOutput =
          verdict === 'accept' && measured
            ? {
                kind: 'accepted',
                evidence: {
                  decision: 'accept',
                  distance: measured.distance,
                  liveness: 'passed',
                  model: measured.model,
                  at: new Date(kit.clock.now()).toISOString(),
                },
              }
            : {
                kind: 'without-face',
                why: verdict === 'no-camera' || verdict === 'no-portrait' ? verdict : 'failed',
              };
        return { verdict, result: event.result, output };
      }),
      nextAttempt: assign(({ context }) => ({
        attempt: context.attempt + 1,
        challenge: drawChallenge(face.challengeTurns, kit.entropy),
        verdict: null,
        result: null,
      })),
      decline: assign({ output: { kind: 'without-face', why: 'declined' } }),
    },
  }).createMachine({
    id: 'verifyFace',
    context: ({ input }) => ({
      portrait: input.portrait,
      attempt: 1,
      challenge: drawChallenge(face.challengeTurns, kit.entropy),
      result: null,
      verdict: null,
      output: { kind: 'without-face', why: 'failed' },
    }),
    initial: 'verifying',
    output: ({ context }) => context.output,
    states: {
      verifying: {
        meta: {
          view: (context) => ({
            screen: 'face',
            attempt: context.attempt,
            of: face.tries,
            challenge: [...context.challenge],
            portrait: { mediaType: context.portrait.mediaType, base64: base64(context.portrait.bytes) },
          }),
          patience: 'typing',
        },
        on: {
          'face-result': { target: 'judging', actions: 'judge' },
          'decline-face': { target: 'ended', actions: 'decline' },
        },
      },
      judging: {
        always: [
          { guard: 'accepted', target: 'ended' },
          { guard: 'noCamera', target: 'ended' },
          { guard: 'noPortrait', target: 'ended' },
          { guard: 'triesLeft', target: 'again' },
          { target: 'ended' },
        ],
      },
      again: {
        meta: {
          view: (context) => ({
            screen: 'face-again',
            attempt: context.attempt,
            of: face.tries,
            why: whyAgain(context.verdict),
          }),
          patience: 'screen',
        },
        on: {
          'try-again': { target: 'verifying', actions: 'nextAttempt' },
          'decline-face': { target: 'ended', actions: 'decline' },
        },
      },
      ended: { type: 'final' },
    },
  });
}

function whyAgain(verdict: FaceVerdict | null): 'not-alike' | 'not-live' | 'timed-out' | 'not-measured' {
  switch (verdict) {
    case 'not-live':
    case 'timed-out':
      return verdict;
    case 'retry':
    case 'refuse':
      return 'not-alike';
    default:
      return 'not-measured';
  }
}
