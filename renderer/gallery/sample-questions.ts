import { NOTICES, type Question } from '../../src/contracts/screen-words.ts';
import type { ServiceId } from '../../src/contracts/service.ts';
import type { ViewOf } from '../../src/contracts/view.ts';
import { EXCHANGE_REASONS, INSURANCE_TYPES } from '../../src/policy/closed-sets.ts';
import { type Around, add } from './sample-book.ts';
import { CHROME } from './sample-parts.ts';

type Option = ViewOf<'choose'>['options'][number];
const inService = (service: ServiceId, step: number): Around => ({ service, progress: { step, of: 6 } });
const option = (value: string, more: Partial<Option> = {}): Option => ({
  value,
  label: null,
  note: null,
  feeFen: null,
  ...more,
});

const ASKED: Record<Question, { service: ServiceId; options: Option[]; chosen: string | null }> = {
  'what-about-the-lost-card': {
    service: 'loss',
    options: [
      option('days-15', { note: '15', feeFen: 0 }),
      option('long-term', { feeFen: 0 }),
      option('formal', { feeFen: 1000 }),
      option('replace', { feeFen: 2500 }),
    ],
    chosen: null,
  },
  'loss-term': {
    service: 'loss',
    options: [option('days-15', { note: '15' }), option('long-term')],
    chosen: 'long-term',
  },
  'account-number': { service: 'replace', options: [option('same'), option('new')], chosen: null },
  'exchange-reason': {
    service: 'exchange',
    options: EXCHANGE_REASONS.map((reason) =>
      reason === 'generation' ? option(reason, { feeFen: 0 }) : option(reason, { note: 'counter' }),
    ),
    chosen: null,
  },
  'record-category': { service: 'records', options: [option('insurance'), option('payments')], chosen: null },
  'insurance-type': {
    service: 'records',
    options: INSURANCE_TYPES.map((type) => option(type)),
    chosen: 'pension',
  },
  'record-year': {
    service: 'records',
    options: Array.from({ length: 10 }, (_, back) => option(String(2026 - back))),
    chosen: null,
  },
  'how-to-get-it': { service: 'apply', options: [option('now'), option('outlet')], chosen: null },
  'card-or-code': { service: 'read-card', options: [option('card'), option('code')], chosen: null },
  'id-card-or-receipt': {
    service: 'progress',
    options: [option('id-card'), option('receipt')],
    chosen: null,
  },
};
for (const [question, { service, options, chosen }] of Object.entries(ASKED))
  add(
    'choose',
    question,
    ['choose'],
    { question: question as Question, options, chosen },
    inService(service, 2),
  );
add(
  'choose',
  'exchange-fees',
  ['choose'],
  {
    question: 'exchange-reason',
    options: EXCHANGE_REASONS.map((reason) => option(reason, { feeFen: 1500 })),
    chosen: 'expiry',
  },
  inService('exchange', 2),
);

for (const what of NOTICES)
  add(
    'notice',
    what,
    ['confirm'],
    {
      what,
      facts: {
        days: what === 'temporary-loss' ? '15' : '30',
        until: '2026-12-07',
        feeFen: '1000',
        place: '美兰区人力资源和社会保障服务中心',
        count: '4',
        cardNumberMasked: 'A12＊＊＊＊89',
      },
    },
    {
      ...inService(what === 'old-card-is-kept' ? 'swap' : 'loss', 3),
      linkUp: what !== 'link-down-not-blocked',
    },
  );
add('notice', 'bare-loss', ['confirm'], { what: 'formal-loss', facts: {} }, inService('loss', 3));

const items: ViewOf<'pay'>['items'] = [
  { what: 'loss', fen: 1000 },
  { what: 'card', fen: 1500 },
];
const busy = (service: ServiceId): Around => ({
  ...inService(service, 5),
  can: [...CHROME.can],
  secondsLeft: null,
});
add(
  'pay',
  '',
  ['cancel-payment'],
  {
    phase: 'open',
    items,
    amountFen: 2500,
    qr: 'https://pay.example/q/8F3A6C1D90B24E57',
    expiresAt: CHROME.now + 172_000,
  },
  { ...busy('replace'), can: [...CHROME.can, 'cancel-payment'] },
);
add(
  'pay',
  'asking',
  [],
  { phase: 'asking', items, amountFen: 2500, qr: null, expiresAt: null },
  busy('replace'),
);
for (const phase of [
  'taking-blank',
  'writing',
  'printing-face',
  'checking',
  'binding',
  'rejecting',
  'keeping-old-card',
] as const)
  add(
    'making-card',
    phase,
    [],
    { phase, blank: phase === 'rejecting' ? 2 : 1, expectSeconds: 40 },
    busy('replace'),
  );
for (const which of ['new', 'own'] as const)
  for (const moving of [true, false])
    add(
      'take-card',
      `${which}${moving ? '-moving' : ''}`,
      [],
      { which, moving, until: CHROME.now + 52_000 },
      busy(which === 'new' ? 'replace' : 'swap'),
    );
add(
  'contact-data',
  '',
  ['change', 'submit'],
  {
    lines: [
      { field: 'mobile', value: '138 ＊＊＊＊ 5620', changed: true },
      { field: 'occupation', value: '农、林、牧、渔、水利业生产人员', changed: false },
      {
        field: 'residential-address',
        value: '海南省琼中黎族苗族自治县营根镇国兴大道南二巷 17 号',
        changed: false,
      },
    ],
  },
  inService('contact-data', 4),
);
add(
  'contact-data',
  'unchanged',
  ['change', 'submit'],
  { lines: [{ field: 'mobile', value: '', changed: false }] },
  inService('contact-data', 4),
);
