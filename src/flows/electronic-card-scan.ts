import { assign, fromPromise, setup } from 'xstate';
import type { ElectronicCardAnswer } from '../contracts/central/queries.ts';
import type { Command } from '../contracts/command.ts';
import type { ViewOf } from '../contracts/view.ts';
import type { AuthorityTrouble } from '../ports/authority.ts';
import type { ScannedCode } from '../ports/code-scanner.ts';
import type { Aborted, DeviceTrouble } from '../ports/device-status.ts';
import type { Result } from '../result.ts';
import { type Ending, trouble } from './ending.ts';
import type { FlowKit } from './kit.ts';
import { queryTrouble } from './query-trouble.ts';
import type { ValidElectronicCard } from './read-card-views.ts';
import type { ScreenMeta } from './screen.ts';

/** No field for the code: it goes from the event to the question and nowhere else (ECARD-2). */
interface Context {
  /** What was wrong with the last code. */
  readonly problem: ViewOf<'scan-code'>['problem'];
  readonly cameraDown: boolean;
  readonly output: ScanOutput;
}

export type ScanOutput =
  | { readonly kind: 'valid'; readonly card: ValidElectronicCard }
  | { readonly kind: 'back' }
  | { readonly kind: 'ended'; readonly ending: Ending };

type Scanned = Result<ScannedCode, DeviceTrouble | Aborted>;
type Answer = Result<ElectronicCardAnswer, AuthorityTrouble>;

const FAILED = { output: { kind: 'ended', ending: trouble('internal') } } as const;

/** The text of the code that brought us here: from the camera as a command, or from the scanner's own answer. */
function codeOf(event: { readonly type: string }): string {
  if ('code' in event && typeof event.code === 'string') return event.code;
  const output: unknown = 'output' in event ? event.output : null;
  if (typeof output === 'object' && output !== null && 'value' in output) return String(output.value);
  throw new Error('checking without a code');
}

/** Shows the code of an electronic card to camera or scanner, whichever sees it first (ECARD-2). */
export function scanElectronicCard(kit: FlowKit) {
  const judge = (answer: Answer): Partial<Context> => {
    kit.audit.record('electronic-card-checked', {
      outcome: answer.ok ? answer.value.result : answer.error.kind,
    });
    if (!answer.ok) return { output: { kind: 'ended', ending: queryTrouble(answer) } };
    return answer.value.result === 'valid'
      ? { output: { kind: 'valid', card: answer.value } }
      : { problem: answer.value.result };
  };
  return setup({
    types: {
      context: {} as Context,
      output: {} as ScanOutput,
      events: {} as Extract<Command, { type: 'code-scanned' | 'camera-failed' | 'back' }>,
      meta: {} as ScreenMeta<Context>,
    },
    actors: {
      scan: fromPromise<Scanned>(({ signal }) => kit.codeScanner.scan(signal)),
      check: fromPromise<Answer, string>(({ input, signal }) =>
        kit.authority.checkElectronicCard(input, signal),
      ),
    },
    guards: {
      noScanner: () => !kit.machines().canScanCodes,
      answered: ({ context }) => context.output.kind !== 'back',
    },
  }).createMachine({
    id: 'scanElectronicCard',
    context: { problem: null, cameraDown: false, output: { kind: 'back' } },
    initial: 'scanning',
    output: ({ context }) => context.output,
    states: {
      scanning: {
        meta: {
          // A camera that is down is nobody's trouble while a scanner sees the code.
          view: ({ problem, cameraDown }) => ({
            screen: 'scan-code',
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
                { guard: ({ event }) => event.output.ok, target: '#scanElectronicCard.checking' },
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
          onError: { target: 'ended', actions: assign(FAILED) },
        },
      },
      judged: { always: [{ guard: 'answered', target: 'ended' }, { target: 'scanning' }] },
      ended: { type: 'final' },
    },
  });
}
