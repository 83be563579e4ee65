import { APPLICATION_FAILURES, APPLICATION_STEPS } from '../../src/contracts/central/queries.ts';
import { OUTLET_KINDS } from '../../src/contracts/screen-words.ts';
import type { ViewOf } from '../../src/contracts/view.ts';
import { type Around, add } from './sample-book.ts';
import { CHANNELS, COUNTER_TOPICS, OUTLETS, QUESTIONS } from './sample-lists.ts';
import { PLACES } from './sample-parts.ts';

const inside = (service: NonNullable<Around['service']>): Around => ({ service });
const PAPERS = ['offered', 'printing', 'printed', 'failed', 'not-possible'] as const;

const card = {
  from: 'card',
  generation: 3,
  cardNumberMasked: 'A12＊＊＊＊89',
  nameMasked: '符＊＊',
  region: '海南省',
  issuedOn: '2024-05-01',
  expiresOn: '2034-05-01',
  socialSecurity: null,
  financial: null,
  next: [],
} satisfies Parameters<typeof add<'card-view'>>[3];
add('card-view', '', ['show-state', 'finish'], card, inside('read-card'));
add(
  'card-view',
  'state',
  ['finish', 'choose-service'],
  { ...card, socialSecurity: 'normal', financial: 'pin-locked', next: ['activate', 'loss', 'swap'] },
  inside('read-card'),
);
add(
  'card-view',
  'electronic',
  ['finish'],
  {
    ...card,
    from: 'electronic-card',
    generation: null,
    socialSecurity: 'temporarily-lost',
    financial: 'locked',
  },
  inside('read-card'),
);
for (const problem of [null, 'expired', 'unknown', 'camera-down'] as const)
  add(
    'scan-code',
    problem ?? '',
    ['code-scanned'],
    { wanted: 'electronic-card', problem },
    inside('read-card'),
  );
for (const problem of [null, 'camera-down'] as const)
  add(
    'scan-code',
    `receipt-${problem ?? 'wanted'}`,
    ['code-scanned'],
    { wanted: 'receipt', problem },
    inside('progress'),
  );

const facts: ViewOf<'records'>['facts'] = [
  { fact: 'status', value: 'insured' },
  { fact: 'place', value: '海口市' },
  { fact: 'insured-since', value: '2009-07-01' },
  { fact: 'employer', value: '海口某某物业服务有限公司' },
  { fact: 'months-in-year', value: '10' },
  { fact: 'months-in-all', value: '196' },
];
const months: ViewOf<'records'>['months'] = Array.from({ length: 12 }, (_, at) => ({
  month: `2026-${String(at + 1).padStart(2, '0')}`,
  baseFen: 521_300,
  personalFen: 41_704,
  employerFen: 83_408,
  paid: at !== 9,
}));
const payments: ViewOf<'records'>['facts'] = [
  { fact: 'months-in-year', value: '11' },
  { fact: 'paid-in-year', value: '458744' },
];
for (const paper of PAPERS)
  add(
    'records',
    `insurance-${paper}`,
    ['print-document', 'finish'],
    { category: 'insurance', type: 'pension', year: 2026, facts, months: [], paper },
    inside('records'),
  );
for (const paper of ['offered', 'failed'] as const)
  add(
    'records',
    `payments-${paper}`,
    ['print-document', 'finish'],
    { category: 'payments', type: 'pension', year: 2026, facts: payments, months, paper },
    inside('records'),
  );
add(
  'records',
  'nothing',
  ['finish'],
  { category: 'payments', type: 'maternity', year: 2019, facts: [], months: [], paper: 'not-possible' },
  inside('records'),
);

const application = {
  number: 'SQ20261122-C16AD7B1',
  purpose: 'replacement',
  acceptedOn: '2026-11-02',
  step: 'production',
  failure: null,
  readyBy: '2027-01-05',
  collectBy: null,
  place: PLACES[2]?.name ?? null,
} satisfies ViewOf<'applications'>['applications'][number];
for (const step of APPLICATION_STEPS)
  add(
    'applications',
    step,
    ['finish'],
    { applications: [{ ...application, step, collectBy: step === 'ready' ? '2027-06-30' : null }] },
    inside('progress'),
  );
for (const failure of APPLICATION_FAILURES)
  add(
    'applications',
    failure,
    ['finish'],
    {
      applications: [
        { ...application, step: 'identity-check', failure },
        { ...application, purpose: 'application' },
      ],
    },
    inside('progress'),
  );
add('applications', 'none', ['finish'], { applications: [] }, inside('progress'));

add(
  'electronic-card',
  '',
  ['finish', 'scan-code'],
  { channels: CHANNELS, canScan: true },
  inside('electronic-card'),
);
add(
  'electronic-card',
  'two',
  ['finish'],
  { channels: CHANNELS.slice(0, 2), canScan: false },
  inside('electronic-card'),
);

const regions = [...new Set(OUTLETS.map(({ region }) => region))];
for (const kind of OUTLET_KINDS)
  add(
    'outlets',
    kind,
    ['choose-outlet-kind', 'choose-region', 'print-document', 'finish'],
    { kind, region: null, regions, places: OUTLETS, paper: 'offered', list: null },
    inside('outlets'),
  );
for (const paper of PAPERS)
  add(
    'outlets',
    `in-a-region-${paper}`,
    ['choose-outlet-kind', 'choose-region', 'print-document', 'finish'],
    {
      kind: 'instant-issue',
      region: '海口',
      regions,
      places: OUTLETS.slice(0, 9),
      paper,
      list: { partial: paper === 'offered', asOf: '2020-10' },
    },
    inside('outlets'),
  );
add(
  'outlets',
  'empty',
  ['choose-outlet-kind', 'choose-region', 'finish'],
  {
    kind: 'hospital',
    region: '洋浦',
    regions,
    places: [],
    paper: 'not-possible',
    list: { partial: true, asOf: '2020-10' },
  },
  inside('outlets'),
);

const helping = ['search', 'open-topic', 'open-counter-topic', 'finish'] as const;
add(
  'help',
  '',
  [...helping],
  { query: '', topics: QUESTIONS, counterTopics: COUNTER_TOPICS },
  inside('help'),
);
add(
  'help',
  'found',
  [...helping],
  { query: 'gs', topics: QUESTIONS.slice(0, 3), counterTopics: COUNTER_TOPICS },
  inside('help'),
);
add(
  'help',
  'nothing',
  [...helping],
  { query: 'xq', topics: [], counterTopics: COUNTER_TOPICS },
  inside('help'),
);
const ANSWER = [
  '可以。在这台机器上选“挂失”，带上身份证，刷脸以后马上停用，不用等。',
  '找不到卡又怕别人用，先打电话挂失也可以，电话挂失以后请在有效期内再来办书面挂失。',
  '挂失期间，账户里的钱不受影响，养老金照常进账，只是不能用这张卡取。',
];
add(
  'help-topic',
  '',
  ['choose-service'],
  { question: '卡丢了怎么办，可以在机器上挂失吗？', answer: ANSWER, settledBy: 'loss' },
  inside('help'),
);
add(
  'help-topic',
  'long',
  ['choose-service'],
  {
    question: '换了市县，或有外省的卡，要重新办吗？',
    answer: [...ANSWER, ...ANSWER.map((one) => `${one} `)],
    settledBy: null,
  },
  inside('help'),
);
add(
  'counter-topic',
  '',
  ['print-slip'],
  {
    title: '未满 16 岁的孩子办卡、用卡',
    who: '由监护人带材料去办；激活时同一户口簿上的成年人也可以代办，但要当场填写承诺书。',
    papers: [
      '双方有效身份证件原件（孩子可以用户口簿）',
      '能证明监护关系的材料，例如户口簿或出生证',
      '申领时：孩子的社保卡标准照片一张（不满 7 岁可以不交，卡上就没有照片）',
      '激活、挂失后找回、换卡、改密码时：孩子的社会保障卡',
    ],
    where: '申领：一卡通服务机构或即时制卡网点；激活、挂失、补换卡、密码：银行柜台',
    howLong: '即时制卡网点当场领卡，其他网点最长 30 个工作日；其余业务当场办好',
    counters: PLACES.slice(0, 3),
  },
  inside('help'),
);
