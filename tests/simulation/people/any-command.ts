import type { Command, CommandType, FaceResult } from '../../../src/contracts/command.ts';
import { RESIDENT_FIELDS } from '../../../src/contracts/resident-field.ts';
import { OUTLET_KINDS } from '../../../src/contracts/screen-words.ts';
import { SERVICES } from '../../../src/contracts/service.ts';
import type { View } from '../../../src/contracts/view.ts';
import type { Chance } from '../chance.ts';
import { wrongMobile } from './own-numbers.ts';

/** What is on the screen to be touched by mistake. */
interface Moment {
  readonly view: View;
  readonly chance: Chance;
  /** False where the portrait on the screen is somebody else's: then no face is ever measured as alike. */
  readonly ownPortrait: boolean;
}

/** How often somebody who errs names something that is not on the screen at all. */
const NONSENSE = 0.15;
/** The smallest thing that is a JPEG to whoever does not open it. */
const JPEG = '/9j/2Q==';
const MOBILES = 100_000_000;

/** One of what is offered; now and then something that is not. */
function offered(chance: Chance, values: readonly string[]): string {
  return values.length === 0 || chance.happens(NONSENSE)
    ? `nonsense-${chance.below(1_000)}`
    : chance.pick(values);
}

/** Everything on the screen that has a value to choose. */
function valuesOn(view: View): readonly string[] {
  switch (view.screen) {
    case 'occupation':
    case 'choose':
      return view.options.map(({ value }) => value);
    case 'collection-place':
      return view.places.map(({ id }) => id);
    case 'outlets':
      return view.regions;
    case 'help':
      return [...view.topics, ...view.counterTopics].map(({ id }) => id);
    default:
      return [];
  }
}

function servicesOn(view: View) {
  switch (view.screen) {
    case 'home':
      return view.tiles.map(({ service }) => service);
    case 'receipt':
    case 'card-view':
      return view.next;
    case 'refusal':
      return view.instead;
    default:
      return [];
  }
}

/** ID-5: somebody else's portrait is never alike, whatever else goes wrong before the camera. */
function anyFace({ chance, ownPortrait }: Moment): FaceResult {
  const numbers = { model: 'test', durationMs: chance.between(300, 9_000) };
  if (chance.happens(0.3)) {
    const outcome = chance.pick(['no-camera', 'no-face-in-reference', 'timed-out', 'worker-failed'] as const);
    return { outcome, ...numbers };
  }
  return {
    outcome: 'measured',
    distance: (ownPortrait ? 0.2 : 0.7) + chance.fraction() / 2,
    liveness: chance.happens(0.6) ? 'passed' : 'failed',
    frames: chance.between(1, 30),
    ...numbers,
  };
}

/** Any command of this type that the screen's program could send, whether or not it makes sense here. */
export function anyCommand(type: CommandType, moment: Moment): Command {
  const { view, chance } = moment;
  switch (type) {
    case 'set-language':
      return { type, language: chance.pick(['zh-CN', 'en'] as const) };
    case 'set-elder':
      return { type, elder: chance.happens(0.5) };
    case 'set-low-reach':
      return { type, lowReach: chance.happens(0.5) };
    case 'choose-service': {
      const there = servicesOn(view);
      return {
        type,
        service: chance.pick(there.length === 0 || chance.happens(NONSENSE) ? SERVICES : there),
      };
    }
    case 'face-result':
      return { type, result: anyFace(moment) };
    case 'enter-mobile':
      return { type, mobile: wrongMobile(chance.below(MOBILES)) };
    case 'enter-sms-code':
      return { type, code: String(chance.below(1_000_000)).padStart(6, '0') };
    case 'choose-occupation':
      return { type, occupation: offered(chance, valuesOn(view)) };
    case 'enter-address':
      return { type, address: `虚构路${'长'.repeat(chance.between(1, 50))}${chance.below(999)}号` };
    case 'choose-outlet':
      return { type, outlet: offered(chance, valuesOn(view)) };
    case 'choose-photo':
      return { type, source: chance.pick(['camera', 'authority-file'] as const) };
    case 'photo-taken':
      return { type, jpegBase64: JPEG };
    case 'choose-balance-sms':
      return { type, wanted: chance.happens(0.5) };
    case 'change':
      return { type, field: chance.pick(RESIDENT_FIELDS) };
    case 'choose':
      return { type, value: offered(chance, valuesOn(view)) };
    case 'code-scanned':
      return { type, code: `scanned-${chance.below(1_000_000)}` };
    case 'choose-outlet-kind':
      return { type, kind: chance.pick(OUTLET_KINDS) };
    case 'choose-region':
      return { type, region: chance.happens(0.3) ? null : offered(chance, valuesOn(view)) };
    case 'search':
      return { type, text: chance.pick(['', 'gs', 'mima', '挂失', 'x'.repeat(40)]) };
    case 'open-topic':
      return { type, topic: offered(chance, valuesOn(view)) };
    case 'open-counter-topic':
      return { type, topic: offered(chance, valuesOn(view)) };
    default:
      return { type };
  }
}
