import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { day } from '../calendar/calendar-day.ts';
import type { ReplayedFact } from '../contracts/console/replay.ts';
import { SERVICES } from '../contracts/service.ts';
import { EXCHANGE_REASONS } from '../policy/closed-sets.ts';
import { type PolicyPack, policyPack } from '../policy/policy-pack.ts';
import type { PastOutcome } from './past-outcome.ts';
import { replay } from './replay.ts';

const PACKS = ['hainan', 'henan', 'jiangsu-suzhou'].map((name) =>
  policyPack.parse(
    JSON.parse(readFileSync(new URL(`../../assets/policy/${name}.json`, import.meta.url), 'utf8')),
  ),
);
const [HAINAN] = PACKS;
if (!HAINAN) throw new Error('no pack');

const PAST: PastOutcome = {
  day: day('2026-11-01'),
  pack: 'hainan 1',
  service: 'replace',
  document: 'resident-id-card',
  age: 40,
  region: '46',
  generation: 3,
  faceDistance: 0.4,
  faceTries: 1,
  lossTerm: null,
  exchangeReason: null,
  waivers: '',
  chargedFen: 2500,
  disposition: 'completed',
  outcome: 'done-here',
  seconds: 200,
};
const past = (change: Partial<PastOutcome> = {}): PastOutcome => ({ ...PAST, ...change });
function draft(change: (pack: PolicyPack) => void): PolicyPack {
  const pack = structuredClone(HAINAN as PolicyPack);
  change(pack);
  return pack;
}

const anyPast: fc.Arbitrary<PastOutcome> = fc.record({
  day: fc.constantFrom(day('2022-02-01'), day('2026-11-01'), day('2027-03-01')),
  pack: fc.constant('hainan 1'),
  service: fc.constantFrom(...SERVICES),
  document: fc.constantFrom(null, 'resident-id-card', 'hmt-residence-permit', 'passport'),
  age: fc.option(fc.integer({ min: 0, max: 110 })),
  region: fc.constantFrom(null, '46', '32', '41', '4601'),
  generation: fc.constantFrom(null, 2, 3),
  faceDistance: fc.option(fc.double({ min: 0, max: 1.2, noNaN: true })),
  faceTries: fc.option(fc.integer({ min: 1, max: 5 })),
  lossTerm: fc.constantFrom(null, 'days-15', 'days-10', 'long-term', 'formal'),
  exchangeReason: fc.constantFrom(null, ...EXCHANGE_REASONS),
  waivers: fc.constantFrom('', 'hardship', 'never-activated,hardship'),
  chargedFen: fc.option(fc.integer({ min: 0, max: 5000 })),
  disposition: fc.constantFrom('completed', 'cancelled', 'timed-out', 'refused', 'trouble'),
  outcome: fc.constant(null),
  seconds: fc.nat(600),
});

describe('a draft against past sessions', () => {
  it('differs nowhere from itself, whatever was done', () => {
    fc.assert(
      fc.property(fc.constantFrom(...PACKS), fc.array(anyPast, { maxLength: 40 }), (pack, outcomes) => {
        const report = replay(pack, structuredClone(pack), outcomes);
        expect(report).toMatchObject({ of: outcomes.length, differ: 0, byFact: [], examples: [] });
      }),
    );
  });

  it.each<[string, (pack: PolicyPack) => void, ReplayedFact, PastOutcome, PastOutcome, string]>([
    [
      'a closed service',
      (pack) => {
        for (const entry of pack.services) if (entry.service === 'replace') entry.enabled = false;
      },
      'service-open',
      past(),
      past({ service: 'loss' }),
      '补卡 · 业务是否开放：开放 → 关闭',
    ],
    [
      'ID-8 another document',
      (pack) => pack.identity.acceptedDocuments.push('hmt-residence-permit'),
      'document-accepted',
      past({ document: 'hmt-residence-permit' }),
      past(),
      '港澳台居民居住证 · 证件是否受理：不受理 → 受理',
    ],
    [
      'ID-2 another age',
      (pack) => {
        pack.identity.selfServiceAge = 18;
      },
      'old-enough',
      past({ age: 17 }),
      past({ age: 18 }),
      '17 周岁 · 年龄是否够：够 → 不够',
    ],
    [
      'ID-10 another province',
      (pack) => pack.servedRegions.push('32'),
      'region-served',
      past({ region: '32' }),
      past(),
      '地区 32 · 发卡地区是否受理：不受理 → 受理',
    ],
    [
      'ID-5 a stricter face',
      (pack) => {
        pack.face.acceptAtMost = 0.42;
      },
      'face',
      past({ faceDistance: 0.45 }),
      past({ faceDistance: 0.41 }),
      '距离 0.45 · 人脸比对：通过 → 再试一次',
    ],
    [
      'ID-6 fewer tries',
      (pack) => {
        pack.face.tries = 2;
      },
      'face',
      past({ faceTries: 3 }),
      past({ faceTries: 2 }),
      '距离 0.4 · 人脸比对：通过 → 次数已用完',
    ],
    [
      'LOSS-2 another term',
      (pack) => {
        pack.loss.temporaryTerms = [{ kind: 'long-term' }];
      },
      'loss-term-offered',
      past({ service: 'loss', lossTerm: 'days-15' }),
      past({ service: 'loss', lossTerm: 'long-term' }),
      '挂失 · 挂失期限是否提供：提供 → 不提供',
    ],
    [
      'EXCH-1 another place',
      (pack) => {
        for (const entry of pack.exchange.reasons) if (entry.reason === 'expiry') entry.where = 'kiosk';
      },
      'exchange-place',
      past({ service: 'exchange', exchangeReason: 'expiry' }),
      past({ service: 'exchange', exchangeReason: 'other' }),
      '到期 · 换卡在哪里办：窗口 → 本机',
    ],
    [
      'REPL-7 another fee, but not for whom it was waived',
      (pack) => {
        pack.effectiveFrom = day('2026-12-01');
        pack.replacement.fee = [
          { from: day('2022-01-01'), until: day('2026-12-01'), fen: 1500 },
          { from: day('2026-12-01'), until: null, fen: 1000 },
        ];
      },
      'fee',
      past(),
      past({ waivers: 'never-activated' }),
      '补卡 · 费用：25.00 元 → 20.00 元',
    ],
  ])('finds exactly those whom %s concerns', (_title, change, fact, concerned, others, words) => {
    const report = replay(HAINAN, draft(change), [others, concerned, others, concerned, others]);
    expect(report).toMatchObject({ of: 5, differ: 2 });
    expect(report.byFact.map((entry) => [entry.fact, entry.differ])).toEqual([[fact, 2]]);
    expect(report.examples[0]?.changes.map(({ says }) => says.zh)).toEqual([words]);
  });

  it('says it in one sentence, with fifty examples at most', () => {
    const closed = draft((pack) => {
      for (const entry of pack.services) entry.enabled = false;
    });
    const report = replay(
      HAINAN,
      closed,
      Array.from({ length: 12_000 }, () => past()),
    );
    expect(report.says).toEqual({
      zh: '过去 12,000 次办理中，有 12,000 次结果会不同',
      en: '12,000 of 12,000 past outcomes would differ',
    });
    expect(report.examples).toHaveLength(50);
  });
});
