import { WORKING_ACTS } from '../../src/contracts/screen-words.ts';
import { REFUSALS, type RefusalFacts, TROUBLES } from '../../src/contracts/trouble.ts';
import { add, alone, inActivate, inApply } from './sample-book.ts';
import { CHROME, PLACES } from './sample-parts.ts';

for (const act of WORKING_ACTS)
  add(
    'working',
    act,
    [],
    { act, expectSeconds: 8 },
    { ...inActivate(6), can: [...CHROME.can], secondsLeft: null },
  );

const FACTS: Partial<Record<(typeof REFUSALS)[number], RefusalFacts>> = {
  'under-age': { age: '15', turnsOn: '2026-11-23' },
  'document-expired': { validTo: '2024-03-08' },
  'document-not-yet-valid': { validFrom: '2026-12-01' },
  'other-province': { region: '广东省' },
  'has-card': { cardNumberMasked: 'A12＊＊＊＊89' },
  'temporarily-lost': { cardNumberMasked: 'A12＊＊＊＊89', lostUntil: '2026-12-07' },
  'counter-only': { topic: '姓名、号码或照片变了' },
  'request-pending': { reference: 'YKT-3ND9-KZKJ-G', readyBy: '2026-12-31' },
  'application-pending': { reference: 'YKT-3ND9-KZKJ-G', readyBy: '2026-12-31' },
};
for (const reason of REFUSALS)
  add(
    'refusal',
    reason,
    ['finish', 'choose-service', 'print-slip'],
    {
      reason,
      facts: FACTS[reason] ?? {},
      papers:
        reason === 'under-age'
          ? ['监护人的身份证原件', '孩子的户口本或者身份证原件', '能证明监护关系的材料，比如出生医学证明']
          : [],
      counters: PLACES.slice(0, 3),
      instead:
        reason === 'has-card'
          ? ['activate', 'loss', 'replace', 'read-card']
          : reason === 'request-pending'
            ? ['progress']
            : [],
    },
    alone(['finish', 'choose-service', 'print-slip']),
  );
for (const what of TROUBLES)
  for (const card of what === 'internal'
    ? (['none', 'with-you', 'take-it-back'] as const)
    : (['with-you'] as const))
    add(
      'trouble',
      `${what}/${card}`,
      [],
      { what, card, nothingChanged: card !== 'take-it-back', counters: PLACES.slice(0, 3) },
      { ...alone(['finish', 'try-again']), linkUp: what !== 'link-down' },
    );
for (const readers of [['id-card'], ['social-card'], ['id-card', 'social-card'], ['own-card']] as const)
  add('take-cards', readers.join('+'), [], { readers: [...readers] }, { ...alone([]), secondsLeft: null });
for (const why of ['goodbye', 'timed-out', 'cancelled'] as const)
  add('ended', why, [], { why }, { ...alone(['finish']), secondsLeft: 12 });
add(
  'mobile',
  'time-out',
  ['stay', 'leave', 'enter-mobile'],
  { problem: null },
  { ...inApply(4), overlay: { kind: 'time-out', secondsLeft: 30 }, can: [...CHROME.can, 'stay', 'leave'] },
);
add(
  'mobile',
  'leave',
  [],
  { problem: null },
  { ...inApply(4), overlay: { kind: 'leave' }, can: [...CHROME.can, 'stay', 'leave'] },
);
