import { assign, fromPromise, setup } from 'xstate';
import type { Command } from '../contracts/command.ts';
import type { ViewOf } from '../contracts/view.ts';
import type { ScannedCode } from '../ports/code-scanner.ts';
import type { Aborted, DeviceTrouble } from '../ports/device-status.ts';
import type { Result } from '../result.ts';
import { type Ending, trouble } from './ending.ts';
import type { FlowKit } from './kit.ts';
import type { ScreenMeta } from './screen.ts';

type Problem = NonNullable<ViewOf<'scan-code'>['problem']>;

/** What came of a code; a problem is said on the same screen, and the code may be shown again. */
export type CodeJudgement<Found> =
  | { readonly kind: 'found'; readonly found: Found }
  | { readonly kind: 'problem'; readonly problem: Problem }
  | { readonly kind: 'ended'; readonly ending: Ending };

export type ScanOutput<Found> =
  | Exclude<CodeJudgement<Found>, { readonly kind: 'problem' }>
  | { readonly kind: 'back' };

/** No field for the code: it goes from the event to the check and nowhere else (ECARD-2). */
interface Context<Found> {
  /** What was wrong with the last code. */
  readonly problem: Problem | null;
  readonly cameraDown: boolean;
  readonly output: ScanOutput<Found>;
}

export interface WantedCode<Found> {
  readonly wanted: ViewOf<'scan-code'>['wanted'];
  readonly check: (code: string, signal: AbortSignal) => Promise<CodeJudgement<Found>>;
}

type Scanned = Result<ScannedCode, DeviceTrouble | Aborted>;

/** The text of the code that brought us here: from the camera as a command, or from the scanner's own answer. */
function codeOf(event: { readonly type: string }): string {
  if ('code' in event && typeof event.code === 'string') return event.code;
  const output: unknown = 'output' in event ? event.output : null;
  if (typeof output === 'object' && output !== null && 'value' in output) return String(output.value);
  throw new Error('checking without a code');
}

/** Waits until a code is shown to camera or scanner, whichever sees it first, and has it checked. */
export function scanCode<Found>(kit: FlowKit, { wanted, check }: WantedCode<Found>) {
  const judge = (judgement: CodeJudgement<Found>): Partial<Context<Found>> =>
    judgement.kind === 'problem' ? { problem: judgement.problem } : { output: judgement };
  return setup({
    types: {
      context: {} as Context<Found>,
      output: {} as ScanOutput<Found>,
      events: {} as Extract<Command, { type: 'code-scanned' | 'camera-failed' | 'back' }>,
      meta: {} as ScreenMeta<Context<Found>>,
    },
    actors: {
      scan: fromPromise<Scanned>(({ signal }) => kit.codeScanner.scan(signal)),
      check: fromPromise<CodeJudgement<Found>, string>(({ input, signal }) => check(input, signal)),
    },
    guards: {
      noScanner: () => !kit.machines().canScanCodes,
      answered: ({ context }) => context.output.kind !== 'back',
    },
  }).createMachine({
    id: 'scanCode',
    context: { problem: null, cameraDown: false, output: { kind: 'back' } },
    initial: 'scanning',
    output: ({ context }) => context.output,
    states: {
      scanning: {
        meta: {
          // A camera that is down is nobody's trouble while a scanner sees the code.
          view: ({ problem, cameraDown }) => ({
            screen: 'scan-code',
            wanted,
            problem: cameraDown && !kit.machines().canScanCodes ? 'camera-down' : problem,
          }),
          patience: 'typing',
        },
        on: {
          'code-scanned': 'checking',
          'camera-failed': { actions: assign({ cameraDown: true }) },
          back: 'ended',
        },
        initial: 'withScanner',
        states: {
          withScanner: {
            always: { guard: 'noScanner', target: 'withCamera' },
            invoke: {
              src: 'scan',
              onDone: [
                { guard: ({ event }) => event.output.ok, target: '#scanCode.checking' },
                { target: 'withCamera' },
              ],
              onError: 'withCamera',
            },
          },
          withCamera: {},
        },
      },
      checking: {
        meta: {
          view: () => ({ screen: 'working', act: 'asking-authority', expectSeconds: 2 }),
          patience: 'busy',
        },
        invoke: {
          src: 'check',
          input: ({ event }) => codeOf(event),
          onDone: { target: 'judged', actions: assign(({ event }) => judge(event.output)) },
          onError: {
            target: 'ended',
            actions: assign({ output: () => ({ kind: 'ended' as const, ending: trouble('internal') }) }),
          },
        },
      },
      judged: { always: [{ guard: 'answered', target: 'ended' }, { target: 'scanning' }] },
      ended: { type: 'final' },
    },
  });
}
