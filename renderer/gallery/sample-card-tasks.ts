import { act, addStep, choose, count, end, MUST, option, PAIR } from './sample-steps.ts';

addStep('load-cards', 'pack-label', count, { ...PAIR, back: false });
addStep('load-cards', 'count-second', count, PAIR);
addStep('load-cards', 'counts-differ', act, { ...PAIR, facts: { first: 100, second: 99 } });
addStep(
  'load-cards',
  'explain-difference',
  choose('pack-was-short', 'cards-damaged', 'label-wrong', 'count-again'),
  { ...PAIR, facts: { label: 100, counted: 98 } },
);
addStep('load-cards', 'put-in', choose('all-in', 'not-all-in'), { ...MUST, facts: { blanks: 98 } });
addStep('load-cards', 'not-booked', act, { ...MUST, back: false, facts: { code: 'busy' } });
addStep('load-cards', 'done', end('done'), {
  second: 'T-0981',
  leave: 'no',
  facts: { blanks: 98, before: 12, after: 110, left: 0 },
});
addStep('count-stack', 'take-out', act, PAIR);
addStep('empty-retain-bin', 'open-bin', act, { ...PAIR, back: false });
addStep('empty-reject-bin', 'open-bin', act, { ...PAIR, back: false });
addStep('empty-retain-bin', 'explain-difference', choose('card-missing', 'reason-unknown', 'count-again'), {
  ...MUST,
  facts: { ledger: 2, counted: 1 },
});
addStep(
  'empty-retain-bin',
  'bag-number',
  { kind: 'enter', what: 'bag-number', longest: 20, value: '', problem: true },
  MUST,
);
addStep('empty-retain-bin', 'seal-bag', act, { ...MUST, facts: { counted: 2, bag: 'HN-208417' } });
addStep(
  'settle-unknown',
  'choose-unknown',
  choose(
    option('r-1', 'YKT-K7Q2-9M4X-P', 'card-not-in-bin'),
    option('r-2', 'YKT-B3TT-2GVA-7', 'issuer-silent'),
    option('o-000017', 'o-000017', 'card-in-unknown-place'),
  ),
);
/** The one with the longest advice. */
const unknown = {
  unknown: 'card-not-in-bin',
  machine: 'issuer',
  reference: 'YKT-K7Q2-9M4X-P',
  reason: 'bin',
};
addStep('settle-unknown', 'advice', act, { facts: unknown, back: true });
addStep('settle-unknown', 'where-found', choose('in-bin', 'in-path', 'in-stack', 'in-bag', 'not-here'), {
  facts: unknown,
  back: true,
});

const SINCE = Date.parse('2026-03-09T01:20:00Z');
const HOUR_MS = 3_600_000;
const REASONS = [
  'not-taken',
  'swap',
  'swap',
  'left-behind',
  'exchange',
  'not-taken',
  'found',
  'swap',
  'sw-6A82',
] as const;
addStep(
  'empty-retain-bin',
  'list-cards',
  {
    kind: 'cards',
    cards: REASONS.map((reason, at) => ({
      card: `o-00001${at}`,
      origin: 'resident',
      reason,
      since: SINCE - (9 - at) * 7 * HOUR_MS,
      ownerMasked: at % 3 === 1 ? null : '符＊＊ 4690 ＊＊＊＊ ＊＊＊＊ 742X',
      reference: at % 4 === 3 ? null : 'YKT-3ND9-KZKJ-G',
    })),
  },
  MUST,
);
