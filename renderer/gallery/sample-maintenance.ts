import type { Alarm } from '../../src/contracts/maintenance/alarm.ts';
import type { DeviceCare, MaintenancePage } from '../../src/contracts/maintenance/page.ts';
import { SIGN_IN_PROBLEMS } from '../../src/contracts/maintenance/page.ts';
import { TASK_KINDS } from '../../src/contracts/maintenance/tasks.ts';
import { type Around, add } from './sample-book.ts';
import { CHROME } from './sample-parts.ts';
import { NEEDS, REPORT_SOON, REPORT_STOP, REPORT_WELL } from './sample-readiness.ts';

const NOW = CHROME.now;
const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;

/** As long as names and addresses in a pack's list are. */
const LONG_PLACE = {
  id: 'long',
  name: '海口市社会保障卡一卡通中心国兴服务大厅',
  region: '海口市',
  address: '海口市美兰区大英山西二街 2 号法苑里小区农商银行二楼（政务中心北门斜对面）',
  phones: ['0898-00000000'],
};

/** A technician's page as the core shows it: no elder mode, no service, none of the residents' commands. */
export function addPage(variant: string, page: MaintenancePage, around: Around = {}): void {
  add(
    'maintenance',
    variant,
    [],
    { page, since: NOW - 7 * MINUTE_MS, counters: [LONG_PLACE] },
    { can: ['set-language'], secondsLeft: 274, ...around },
  );
}

type SignIn = Extract<MaintenancePage, { page: 'sign-in' }>;
const signIn = (variant: string, own: Partial<SignIn>): void =>
  addPage(
    `sign-in-${variant}`,
    {
      page: 'sign-in',
      step: 'how',
      person: 'first',
      technician: null,
      problem: null,
      waitUntil: null,
      checking: false,
      ...own,
    },
    { secondsLeft: 52 },
  );
signIn('how', {});
signIn('how-second', { person: 'second' });
for (const problem of SIGN_IN_PROBLEMS)
  signIn(`how-${problem}`, {
    problem,
    waitUntil: problem === 'wait' ? NOW + 68 * MINUTE_MS + 12_000 : null,
  });
signIn('card', { step: 'card' });
signIn('card-not-read', { step: 'card', problem: 'card-not-read' });
signIn('code', { step: 'code' });
signIn('code-wait', { step: 'code', problem: 'wait', waitUntil: NOW + 8_000 });
signIn('pin', { step: 'pin', technician: 'T-0417' });
signIn('pin-wrong', { step: 'pin', technician: 'T-0417', problem: 'wrong' });
signIn('pin-wait', {
  step: 'pin',
  technician: 'T-0981',
  person: 'second',
  problem: 'wait',
  waitUntil: NOW + 64_000,
});
signIn('checking', { step: 'pin', technician: 'T-0417', checking: true });

type Readiness = Extract<MaintenancePage, { page: 'readiness' }>;
const readiness = (variant: string, own: Partial<Readiness>, around: Around = {}): void =>
  addPage(
    `readiness-${variant}`,
    {
      page: 'readiness',
      technician: 'T-0417',
      report: REPORT_WELL,
      tasks: TASK_KINDS.map((kind) => ({
        kind,
        why: kind === 'unlock-technician' ? 'not-this-role' : kind === 'enrol' ? 'enrolled-already' : null,
      })),
      unfinished: [],
      paper: 'offered',
      saved: 'offered',
      ...own,
    },
    around,
  );
readiness('looking', { report: null });
readiness('well', {});
readiness('soon', { report: REPORT_SOON, paper: 'printed', saved: 'saved' });
readiness('stop', {
  report: REPORT_STOP,
  paper: 'not-possible',
  saved: 'no-stick',
  unfinished: [
    {
      id: 'task-7',
      kind: 'load-cards',
      step: 'put-in',
      technician: 'T-0981',
      startedAt: NOW - 26 * HOUR_MS,
      mustFinish: true,
    },
  ],
});
readiness(
  'may-nothing',
  {
    report: REPORT_STOP,
    paper: 'printing',
    saved: 'saving',
    tasks: TASK_KINDS.map((kind) => ({ kind, why: 'unfinished-first' as const })),
  },
  { linkUp: false },
);

const care = (device: string, own: Partial<DeviceCare> = {}): DeviceCare => ({
  device,
  deviceClass: device,
  state: 'online',
  code: null,
  ladder: null,
  operations: 4_812,
  retries: 9,
  faults: [
    { code: 'timeout', count: 3 },
    { code: 'link-lost', count: 1 },
  ],
  meanTimeBetweenFaultsMs: 9.4 * 24 * HOUR_MS,
  countingSince: NOW - 61 * 24 * HOUR_MS,
  lastSuccess: NOW - 4 * MINUTE_MS,
  failing: false,
  ...own,
});
const DEVICES: DeviceCare[] = [
  care('id-card-reader', {
    state: 'noDevice',
    code: 'link-lost',
    ladder: { act: 'out-of-service-retry', nextAt: NOW + 42_000, failures: 11 },
    lastSuccess: NOW - 52 * MINUTE_MS,
  }),
  care('social-card-reader', { failing: true, retries: 402, meanTimeBetweenFaultsMs: 5 * HOUR_MS }),
  care('receipt-printer', { faults: [], meanTimeBetweenFaultsMs: null, operations: 12_006 }),
  care('card-issuer', {
    state: 'starting',
    ladder: { act: 'soft-reset', nextAt: null, failures: 6 },
    lastSuccess: null,
    operations: 0,
    retries: 0,
    faults: [],
    meanTimeBetweenFaultsMs: null,
  }),
  care('card-acceptor'),
  care('pin-pad'),
  care('document-printer'),
  care('code-scanner'),
  care('cabinet-board'),
];
const ALARMS: Alarm[] = [
  { kind: 'stock-low', which: null, since: NOW - 3 * HOUR_MS, detail: 'blanks 9 of 20' },
  { kind: 'device-down', which: 'id-card-reader', since: NOW - 52 * MINUTE_MS, detail: 'noDevice link-lost' },
  { kind: 'device-failing', which: 'social-card-reader', since: NOW - 30 * HOUR_MS, detail: null },
  { kind: 'clock-off', which: null, since: NOW - 7 * HOUR_MS, detail: 'off 78400 ms' },
];
addPage('devices', { page: 'devices', technician: 'T-0417', devices: DEVICES, alarms: ALARMS });
addPage('devices-calm', {
  page: 'devices',
  technician: 'T-0417',
  devices: DEVICES.slice(4, 7),
  alarms: [],
});

addPage('leaving-checking', { page: 'leaving', technician: 'T-0417', checking: true, report: null });
addPage('leaving-stop', { page: 'leaving', technician: 'T-0417', checking: false, report: REPORT_STOP });
addPage('leaving-one', {
  page: 'leaving',
  technician: 'T-0417',
  checking: false,
  report: { ...REPORT_STOP, lines: NEEDS.slice(0, 1) },
});
addPage('leaving-unknown', { page: 'leaving', technician: 'T-0417', checking: false, report: null });
addPage(
  'time-out',
  { page: 'leaving', technician: 'T-0417', checking: true, report: null },
  { overlay: { kind: 'time-out', secondsLeft: 30 }, can: ['stay', 'leave'] },
);
