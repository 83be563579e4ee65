import type { ViewOf } from '../../src/contracts/view.ts';
import { add, alone, inActivate, inApply } from './sample-book.ts';
import { NOTICES, TILES_CLOSED, TILES_SAYING } from './sample-notices.ts';
import { CHROME, OCCUPATIONS, PICTURE, PLACES, TILES, TILES_FEW, TILES_IN_TROUBLE } from './sample-parts.ts';

add('welcome', '', [], { cardLeftBehind: false, notices: [] }, { ...alone(['start']), secondsLeft: null });
add(
  'welcome',
  'card-left',
  [],
  { cardLeftBehind: true, notices: [] },
  { ...alone(['start']), secondsLeft: null },
);
add(
  'welcome',
  'notices',
  [],
  { cardLeftBehind: false, notices: NOTICES },
  { ...alone(['start']), secondsLeft: null },
);
add(
  'out-of-service',
  '',
  [],
  { reasons: ['id-card-reader-down', 'link-down'], since: null, counters: [] },
  { ...alone([]), secondsLeft: null, linkUp: false },
);
for (const reason of [
  'maintenance',
  'closed-by-technician',
  'closed-by-centre',
  'decommissioned',
  'revoked',
  'invariant-violated',
] as const)
  add(
    'out-of-service',
    reason,
    [],
    { reasons: [reason], since: CHROME.now - 9 * 3_600_000, counters: PLACES.slice(0, 3) },
    { ...alone([]), secondsLeft: null },
  );
add('home', '', ['choose-service'], { tiles: TILES, selfServiceAge: 16, notices: [] });
add('home', 'few', ['choose-service'], { tiles: TILES_FEW, selfServiceAge: 16, notices: [] });
add(
  'home',
  'in-trouble',
  ['choose-service'],
  { tiles: TILES_IN_TROUBLE, selfServiceAge: 16, notices: [] },
  { linkUp: false },
);
add('home', 'notices', ['choose-service'], { tiles: TILES_SAYING, selfServiceAge: 16, notices: NOTICES });
add('home', 'few-notices', ['choose-service'], {
  tiles: TILES_FEW,
  selfServiceAge: 16,
  notices: NOTICES.slice(0, 1),
});
add('home', 'closed-by-centre', ['choose-service'], {
  tiles: TILES_CLOSED,
  selfServiceAge: 16,
  notices: [],
});
for (const problem of [null, 'lift-and-replace', 'reader-recovering'] as const)
  add('present-id-card', problem ?? '', [], { phase: 'waiting', problem }, inActivate(1));
add('present-id-card', 'reading', [], { phase: 'reading', problem: null }, inApply(1));
for (const documentKind of [
  'resident-id-card',
  'hmt-residence-permit',
  'foreigner-permit-2017',
  'foreigner-permit-2023',
] as const)
  add(
    'who-you-are',
    documentKind,
    ['confirm'],
    {
      nameMasked: '符＊＊',
      numberMasked: '4690 ＊＊＊＊ ＊＊＊＊ 742X',
      documentKind,
      validTo: documentKind === 'resident-id-card' ? null : '2034-05-01',
    },
    inApply(2),
  );
add('face-consent', '', ['consent-to-face', 'decline-face'], { tries: 3 }, inApply(3));
const portrait = { mediaType: 'image/jpeg', base64: PICTURE };
add(
  'face',
  '',
  ['face-result', 'decline-face'],
  { attempt: 1, of: 3, challenge: ['left', 'right'], portrait },
  inApply(3),
);
for (const why of ['not-alike', 'not-live', 'timed-out', 'not-measured'] as const)
  add('face-again', why, ['try-again', 'decline-face'], { attempt: 1, of: 3, why }, inApply(3));
for (const why of ['declined', 'failed', 'no-portrait', 'no-camera'] as const)
  add(
    'without-face',
    why,
    ['print-slip', 'finish'],
    { why, staffCheck: why === 'failed', counters: PLACES.slice(0, 4) },
    inApply(3),
  );

add(
  'details',
  '',
  ['confirm'],
  {
    rows: [
      { field: 'name', value: '符＊＊' },
      { field: 'sex', value: 'female' },
      { field: 'ethnic-group', value: '黎族' },
      { field: 'birth-date', value: '1951-03-08' },
      { field: 'country', value: 'CHN' },
      { field: 'document-kind', value: 'resident-id-card' },
      { field: 'document-number', value: '4690 ＊＊＊＊ ＊＊＊＊ 742X' },
      { field: 'document-validity', value: '长期' },
      {
        field: 'chip-address',
        value: '海南省琼中黎族苗族自治县营根镇国兴大道南二巷 17 号 3 栋 2 单元 501 室',
      },
    ],
  },
  inApply(4),
);
for (const problem of [null, 'too-many-codes', 'code-not-sent'] as const)
  add('mobile', problem ?? '', ['enter-mobile'], { problem }, inApply(4));
for (const problem of [null, 'wrong', 'expired', 'try-again'] as const)
  add(
    'sms-code',
    problem ?? '',
    ['enter-sms-code', 'resend-sms-code'],
    {
      mobileMasked: '138 ＊＊＊＊ 5620',
      triesLeft: 2,
      resendInSeconds: problem === null ? 45 : 0,
      problem,
    },
    inApply(4),
  );
add('occupation', '', ['choose-occupation'], { options: OCCUPATIONS, chosen: null }, inApply(5));
add('occupation', 'chosen', ['choose-occupation'], { options: OCCUPATIONS, chosen: '4' }, inApply(5));
const chipAddress = '海南省琼中黎族苗族自治县营根镇国兴大道南二巷 17 号 3 栋 2 单元 501 室';
add('address', '', ['use-chip-address', 'enter-address'], { chipAddress, chosen: null }, inApply(5));
add(
  'address',
  'changed',
  ['use-chip-address', 'enter-address'],
  { chipAddress, chosen: '海口市美兰区人民大道 40 号' },
  inApply(5),
);
add('collection-place', '', ['choose-outlet'], { places: PLACES, chosen: null }, inApply(6));
add('collection-place', 'chosen', ['choose-outlet'], { places: PLACES, chosen: 'place-2' }, inApply(6));
add('photo', '', ['choose-photo'], { onFileBase64: PICTURE }, inApply(7));
add('photo', 'none-on-file', ['choose-photo'], { onFileBase64: null }, inApply(7));
add('photo-camera', '', ['photo-taken', 'camera-failed'], {}, inApply(7));
add('photo-approve', '', ['confirm', 'retake-photo'], { jpegBase64: PICTURE }, inApply(7));

for (const problem of [
  null,
  'mute',
  'card-removed',
  'not-a-social-security-card',
  'read-failed',
  'reader-recovering',
] as const)
  add('present-social-card', problem ?? '', [], { phase: 'waiting', slot: 'reader', problem }, inActivate(3));
add('present-social-card', 'reading', [], { phase: 'reading', slot: 'reader', problem: null }, inActivate(3));
for (const phase of ['waiting', 'reading'] as const)
  add(
    'present-social-card',
    `acceptor-${phase}`,
    [],
    { phase, slot: 'acceptor', problem: null },
    { service: 'swap', progress: { step: 3, of: 6 } },
  );
for (const problem of [
  null,
  'pins-differ',
  'same-as-initial',
  'one-digit-repeated',
  'run-up-or-down',
  'from-birth-date',
  'from-id-number',
  'from-mobile',
  'cancelled-at-pad',
  'timed-out',
  'pad-recovering',
] as const)
  add(
    'pin',
    problem ?? '',
    problem === null ? [] : ['try-again'],
    { round: 'first', digits: problem === null ? 3 : 0, of: 6, problem, triesLeft: 2 },
    inActivate(4),
  );
add(
  'pin',
  'second-round',
  [],
  { round: 'again', digits: 6, of: 6, problem: null, triesLeft: 3 },
  inActivate(4),
);
add('balance-sms', '', ['choose-balance-sms'], { mobileMasked: '138 ＊＊＊＊ 5620' }, inActivate(5));
add('balance-sms', 'no-mobile', ['choose-balance-sms'], { mobileMasked: null }, inActivate(5));

const line = (field: ViewOf<'check-answers'>['lines'][number]['field'], value: string, change = true) => ({
  field,
  value,
  fromChip: !change,
  change,
});
const applyLines = [
  line('name', '符＊＊', false),
  line('document-number', '4690 ＊＊＊＊ ＊＊＊＊ 742X', false),
  line('document-validity', '长期', false),
  line('mobile', '138 ＊＊＊＊ 5620'),
  line('occupation', '农、林、牧、渔、水利业生产人员'),
  line('residential-address', chipAddress),
  line('collection-place', '美兰区人力资源和社会保障服务中心'),
  line('photo', 'camera'),
];
add('check-answers', '', ['submit', 'change'], { lines: applyLines, feeFen: 0, queued: false }, inApply(8));
add(
  'check-answers',
  'queued',
  ['submit', 'change'],
  { lines: applyLines, feeFen: 0, queued: true },
  { ...inApply(8), linkUp: false },
);
add(
  'check-answers',
  'activate',
  ['submit', 'change'],
  {
    lines: [
      line('name', '符＊＊', false),
      line('card-number', 'A12＊＊＊＊89', false),
      line('account-number', '6217 ＊＊＊＊ 0123', false),
      line('pin', 'set'),
      line('balance-sms', 'yes'),
    ],
    feeFen: 1505,
    queued: false,
  },
  inActivate(6),
);
