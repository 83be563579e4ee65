import type { FittedDevice, TestBench, TestOutcome } from '../../ports/maintenance/device-bench.ts';
import { type Guide, type TaskScript, taskDone } from '../guide.ts';
import { DRAWING_COLUMNS, DRAWING_ROWS } from './drawing.ts';

type Testing = Guide<'test-device'>;

/** Longest time a test waits for a hand, and a little more; in seconds. */
const TEST_SECONDS = 40;
const LOOK_SECONDS = 1;

/** Only a person sees whether it came out, or lit up. */
const SEEN_BY_PEOPLE = ['receipt-printer', 'document-printer', 'cabinet-board'];

const passed: TestOutcome = { outcome: 'passed', code: null, facts: {} };
const failed = (code: string): TestOutcome => ({ outcome: 'failed', code, facts: {} });

/**
 * test-device: each device alone, as many as wanted. `choose-device`: values are device ids and camera, speaker,
 * touch-screen (labels null); its facts say the class of each id, a note its state. Then by class:
 * - touch-screen: `draw`; camera: `look-at-camera`; speaker: `hear-sound`.
 * - all others: `prepare` (facts `device`, `deviceClass`: id-card-reader = lay a test card, social-card-reader and
 *   card-acceptor = put a test card in, card-issuer = one blank from the stack goes to the bin, pin-pad = two keys,
 *   receipt-printer and document-printer = a test page, card-face-printer = only asked how it is, code-scanner = hold
 *   any code to it, cabinet-board = lamps blink), `testing`, and where only a person sees it
 *   `what-you-saw`: `yes`, `no`.
 * `result`: facts `device`, `deviceClass`, `outcome` (passed, failed, not-seen), `code` ('' for none) and what was seen:
 * layout, portrait (yes, no), chip (generation), keys, length, atr, paper, missed; options `test-another`, `finish`.
 * Codes beside those of the devices: stock-empty, card-inside, nothing-typed, picture-not-right, not-heard,
 * not-seen-by-technician, fields-missed. End: `passed`, `failed` (numbers of tests).
 */
export const testDevice =
  (bench: TestBench): TaskScript<'test-device'> =>
  async (guide) => {
    let well = 0;
    let ill = 0;
    for (;;) {
      const fitted = await guide.look('choose-device', LOOK_SECONDS, async () => [...bench.fitted()]);
      const device = await guide.choose(
        'choose-device',
        fitted.map((one) => ({
          value: one.device,
          label: one.device === one.deviceClass ? null : one.device,
          note: one.code ?? one.state,
        })),
        Object.fromEntries(fitted.map((one) => [one.device, one.deviceClass])),
      );
      const deviceClass = fitted.find((one) => one.device === device)?.deviceClass ?? '';
      const result = await tried(guide, bench, { device, deviceClass });
      // Written down by a look: told twice after a power cut is truer than not at all.
      await guide.look('result', LOOK_SECONDS, async () => {
        bench.note(device, result, guide.technician);
        return null;
      });
      if (result.outcome === 'passed') well += 1;
      else ill += 1;
      const next = await guide.choose('result', ['test-another', 'finish'], {
        ...result.facts,
        device,
        deviceClass,
        outcome: result.outcome,
        code: result.code ?? '',
      });
      if (next === 'finish') return taskDone({ passed: well, failed: ill });
    }
  };

async function tried(
  guide: Testing,
  bench: TestBench,
  { device, deviceClass }: Pick<FittedDevice, 'device' | 'deviceClass'>,
): Promise<TestOutcome> {
  switch (deviceClass) {
    case 'touch-screen': {
      const missed = await guide.draw('draw', DRAWING_COLUMNS, DRAWING_ROWS);
      return missed === 0 ? passed : { ...failed('fields-missed'), facts: { missed } };
    }
    case 'camera':
      return (await guide.camera('look-at-camera')) === 'right' ? passed : failed('picture-not-right');
    case 'speaker':
      return (await guide.sound('hear-sound')) === 'heard' ? passed : failed('not-heard');
    default:
      return byItself(guide, bench, { device, deviceClass });
  }
}

async function byItself(
  guide: Testing,
  bench: TestBench,
  { device, deviceClass }: Pick<FittedDevice, 'device' | 'deviceClass'>,
): Promise<TestOutcome> {
  const facts = { device, deviceClass };
  const { technician } = guide;
  await guide.do('prepare', facts);
  // A blank leaves the stack for good (INV-3); everything else may be tested twice.
  const result =
    deviceClass === 'card-issuer'
      ? await guide.act(
          'testing',
          TEST_SECONDS,
          ({ act, again, signal }) => bench.test(device, { act, again, technician, signal }),
          facts,
        )
      : await guide.look('testing', TEST_SECONDS, (signal) =>
          bench.test(device, { act: guide.task, again: false, technician, signal }),
        );
  if (result.outcome !== 'passed' || !SEEN_BY_PEOPLE.includes(deviceClass)) return result;
  const saw = await guide.choose('what-you-saw', ['yes', 'no'], facts);
  return saw === 'yes' ? result : { ...result, outcome: 'failed', code: 'not-seen-by-technician' };
}
