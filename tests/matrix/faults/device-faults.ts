import type { DeviceClass } from '../../../src/flows/tiles.ts';
import { deviceTrouble } from '../../../src/ports/device-status.ts';
import type { DeviceFault } from '../world/fault-switch.ts';
import type { World } from '../world/world.ts';
import type { Fault, Step } from './fault.ts';

type Trouble = DeviceFault['trouble'];

const TIMEOUT = deviceTrouble('timeout', 'no answer in time');
const ANSWER_LOST = deviceTrouble('answer-lost', 'the outcome is not known');
const GONE = deviceTrouble('link-lost', 'the cable is out');
const JAMMED = { kind: 'jammed', code: '10' };
const CHIP = { kind: 'chip', code: '6F00' };
const CARD_ERROR = { kind: 'card-error', code: '6A82' };
const MUTE = { kind: 'mute' };
const keyService = (code: string) => ({ kind: 'key-service', code });

/** Troubles of one method: its own words, then the words of every device. `acts`: done all the same. */
interface Plan {
  readonly method: string;
  readonly troubles: readonly Trouble[];
  readonly acts?: boolean;
}
const plan = (method: string, ...troubles: readonly Trouble[]): Plan => ({ method, troubles });
const done = (method: string, trouble: Trouble): Plan => ({ method, troubles: [trouble], acts: true });

const PRINTER_TROUBLES = [
  { kind: 'paper-out' },
  { kind: 'cover-open' },
  JAMMED,
  { kind: 'job-failed', code: 'aborted-by-system' },
  TIMEOUT,
];
const READ_TROUBLES = [
  MUTE,
  { kind: 'card-removed' },
  { kind: 'not-a-social-security-card' },
  CARD_ERROR,
  keyService('link-down'),
  keyService('refused'),
  keyService('forged-card'),
  TIMEOUT,
];

/** Every kind of trouble the ports name, by the method that meets it. */
const PLANS: Readonly<Record<DeviceClass, readonly Plan[]>> = {
  'id-card-reader': [
    plan('waitForCard', TIMEOUT),
    plan(
      'read',
      { kind: 'no-card' },
      { kind: 'read-failed', code: '41' },
      { kind: 'unreadable-document', code: 'layout' },
      deviceTrouble('sam-not-authorised', 'the module refuses'),
    ),
    plan('waitForRemoval', TIMEOUT),
  ],
  'social-card-reader': [
    plan('waitForCard', MUTE, TIMEOUT),
    plan('read', ...READ_TROUBLES),
    plan('waitForRemoval', TIMEOUT),
  ],
  'pin-pad': [
    plan(
      'enterPin',
      { kind: 'cancelled-at-pad' },
      { kind: 'timed-out' },
      deviceTrouble('crypto-failed', 'the pad has no key'),
    ),
  ],
  'receipt-printer': [
    plan('print', { kind: 'paper-out' }, { kind: 'cover-open' }, { kind: 'cutter-error' }, TIMEOUT),
    done('print', ANSWER_LOST),
  ],
  'document-printer': [plan('print', ...PRINTER_TROUBLES), done('print', ANSWER_LOST)],
  'card-face-printer': [plan('printFace', ...PRINTER_TROUBLES), done('printFace', ANSWER_LOST)],
  'code-scanner': [plan('scan', deviceTrouble('code-too-long', 'no code'))],
  'card-acceptor': [
    plan('accept', TIMEOUT, JAMMED),
    done('accept', ANSWER_LOST),
    plan('read', MUTE, { kind: 'not-a-social-security-card' }, CARD_ERROR, JAMMED, TIMEOUT),
    plan('retain', { kind: 'bin-full' }, { kind: 'no-card' }, JAMMED, TIMEOUT),
    done('retain', ANSWER_LOST),
    done('retain', JAMMED),
  ],
  'card-issuer': [
    plan('takeBlank', { kind: 'stock-empty' }, { kind: 'wrong-position', position: 'ic' }, JAMMED, TIMEOUT),
    done('takeBlank', ANSWER_LOST),
    plan('powerOn', CHIP, TIMEOUT),
    plan('transmit', CHIP, TIMEOUT),
    done('transmit', ANSWER_LOST),
    plan('read', CHIP, CARD_ERROR, MUTE, keyService('link-down'), TIMEOUT),
    plan('present', JAMMED, { kind: 'wrong-position', position: 'none' }, TIMEOUT),
    done('present', ANSWER_LOST),
    plan('waitTaken', TIMEOUT, JAMMED),
  ],
};

/** One trouble of one device; how often it strikes is whoever strikes' choice. */
export interface DeviceTrouble {
  readonly device: DeviceClass;
  readonly fault: Omit<DeviceFault, 'times'>;
}

/** All of the above, and the cable that is out. */
export const DEVICE_TROUBLES: readonly DeviceTrouble[] = (Object.keys(PLANS) as DeviceClass[]).flatMap(
  (device) => [
    { device, fault: { methods: null, trouble: GONE } },
    ...PLANS[device].flatMap(({ method, troubles, acts }) =>
      troubles.map((trouble) => ({
        device,
        fault: { methods: [method], trouble, ...(acts === true && { acts }) },
      })),
    ),
  ],
);

const uses = (device: DeviceClass, { calls }: Step): boolean =>
  [...calls].some((call) => call.startsWith(`${device} `));

const troubleWord = (trouble: Trouble): string =>
  trouble.code !== undefined ? `${trouble.kind}/${trouble.code}` : trouble.kind;

/** In time to be seen: before anything was chosen, right before a use, or in the middle of one. */
const seen =
  (device: DeviceClass): Fault['strikesAt'] =>
  (step, steps) => {
    const next = steps[steps.indexOf(step) + 1];
    if (!steps.some((one) => uses(device, one))) return false;
    return step.name === 'home' || uses(device, step) || (next !== undefined && uses(device, next));
  };

/** The cable is out from a step on, until the technician comes. */
const gone = (device: DeviceClass): Fault => ({
  group: device,
  name: 'gone',
  strikesAt: seen(device),
  strike: ({ machines }) => machines.switches[device].strike({ methods: null, trouble: GONE }),
});

const unplugged = (device: DeviceClass): Fault => ({
  group: device,
  name: 'gone for one call',
  strikesAt: (step) => uses(device, step),
  strike: ({ machines }) => machines.switches[device].strike({ methods: null, trouble: GONE, times: 1 }),
});

function planned(device: DeviceClass, { method, troubles, acts = false }: Plan): Fault[] {
  return troubles.flatMap((trouble) =>
    [1, null].map(
      (times): Fault => ({
        group: device,
        name: `${method} ${troubleWord(trouble)}${acts ? ' (done)' : ''}${times === 1 ? ' once' : ' stays'}`,
        strikesAt: ({ calls }) => calls.has(`${device} ${method}`),
        strike: ({ machines }) =>
          machines.switches[device].strike({
            methods: [method],
            trouble,
            acts,
            ...(times !== null && { times }),
          }),
      }),
    ),
  );
}

const binFull = (group: 'card-issuer' | 'card-acceptor', fill: (world: World) => void): Fault => ({
  group,
  name: 'bin full',
  strikesAt: seen(group),
  strike: fill,
});

const late = (group: 'card-face-printer' | 'document-printer', begin: (world: World) => void): Fault => ({
  group,
  name: 'never finishes',
  strikesAt: (step) => uses(group, step),
  strike: begin,
});

export const DEVICE_FAULTS: readonly Fault[] = [
  ...(Object.keys(PLANS) as DeviceClass[]).flatMap((device) => [
    gone(device),
    unplugged(device),
    ...PLANS[device].flatMap((one) => planned(device, one)),
  ]),
  binFull('card-issuer', ({ machines }) => {
    machines.issuer.binFull = true;
  }),
  binFull('card-acceptor', ({ machines }) => {
    machines.acceptor.binFull = true;
  }),
  late('document-printer', ({ machines }) => {
    machines.documents.late = true;
  }),
  late('card-face-printer', ({ machines }) => {
    machines.faces.late = true;
  }),
];
