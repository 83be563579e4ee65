import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DOCUMENT_KINDS } from '../contracts/configuration/document.ts';
import type { PolicyPack } from '../policy/policy-pack.ts';
import { contentFaults, documentFaults } from './faults.ts';

const hainan = (): PolicyPack =>
  JSON.parse(readFileSync(new URL('../../assets/policy/hainan.json', import.meta.url), 'utf8'));
const NOW = Date.parse('2026-11-22T04:00:00Z');
const HEADER = {
  effectiveFrom: '2026-12-01T00:00:00Z',
  expiresAt: '2027-12-01T00:00:00Z',
  regions: null,
  models: null,
};

/** The faults of the pack of Hainan after one change. */
function faultsAfter(change: (pack: PolicyPack & Record<string, unknown>) => void) {
  const pack = hainan() as PolicyPack & Record<string, unknown>;
  change(pack);
  return contentFaults('policy-pack', pack).map(({ says }) => says);
}
const fees = (...spans: readonly (readonly [string, string | null, number])[]) =>
  spans.map(([from, until, fen]) => ({ from, until, fen })) as unknown as PolicyPack['exchange']['fee'];

describe('INV-7 what is wrong with a document, in an operator’s words', () => {
  it.each<[string, (pack: PolicyPack & Record<string, unknown>) => void, string]>([
    [
      'a day without a fee',
      (pack) => {
        pack.exchange.fee = fees(['2022-01-01', '2026-12-31', 1500], ['2027-01-01', null, 1000]);
      },
      '更换费：中间一天没有价格（2026-12-31 起，到 2027-01-01 前）',
    ],
    [
      'days without a fee',
      (pack) => {
        pack.swap.fee = fees(['2022-01-01', '2026-12-01', 0], ['2027-01-01', null, 0]);
      },
      '二代换三代工本费：中间 31 天没有价格（2026-12-01 起，到 2027-01-01 前）',
    ],
    [
      'fees that run out',
      (pack) => {
        pack.loss.fee = fees(['2022-01-01', '2027-01-01', 1000]);
      },
      '正式挂失手续费：从 2027-01-01 起没有价格',
    ],
    [
      'two fees on one day',
      (pack) => {
        pack.loss.fee = fees(['2022-01-01', '2027-02-01', 1000], ['2027-01-01', null, 900]);
      },
      '正式挂失手续费：从 2027-01-01 起有两个价格，前一段还没有结束',
    ],
    [
      'a fee that is no whole number',
      (pack) => {
        pack.exchange.fee = fees(['2022-01-01', null, 12.5]);
      },
      '更换费 · 第 1 段（从 2022-01-01 起） · 金额：应当是整数',
    ],
    [
      'thresholds the wrong way round',
      (pack) => {
        pack.face.acceptAtMost = 0.9;
      },
      '人脸比对门槛：必须小于人脸不符门槛',
    ],
    [
      'a service twice',
      (pack) => {
        pack.services.push({ service: 'help', enabled: true, minutes: 1, free: true });
      },
      '业务：“业务咨询”出现了两次',
    ],
    [
      'a field that nobody knows',
      (pack) => {
        pack.discount = 5;
      },
      'discount：系统不认识这一项',
    ],
    [
      'a field that is missing',
      (pack) => {
        Reflect.deleteProperty(pack.face, 'tries');
      },
      '人脸比对次数：没有填',
    ],
    [
      'an outlet without a name',
      (pack) => {
        const [first] = pack.counters;
        if (first) first.name = '';
      },
      '人工窗口 · agency-01 · 名称：至少 1 个字',
    ],
    [
      'a choice that there is not',
      (pack) => {
        for (const one of pack.exchange.reasons) if (one.reason === 'expiry') one.where = 'home' as 'kiosk';
      },
      '换卡原因 · 到期 · 在哪里办：只能是：本机、窗口',
    ],
  ])('says %s', (_title, change, expected) => {
    expect(faultsAfter(change).map(({ zh }) => zh)).toContain(expected);
  });

  it('has a sentence for every rule between fields', () => {
    const faults = faultsAfter((pack) => {
      pack.face.acceptAtMost = 9;
      pack.timeouts.typingScreenSeconds = 1;
      pack.loss.fee = fees(['2030-01-01', '2029-01-01', 1]);
      pack.loss.formalAtKiosk = false;
      pack.loss.temporaryTerms = [];
      pack.sources.nothing = { says: 'x', confirmed: true };
      for (const one of pack.exchange.reasons) {
        if (one.reason === 'expiry') one.topic = 'gone';
        if (one.reason === 'other') one.topic = null;
      }
      pack.hotlines.push(...pack.hotlines);
    });
    expect(faults.length).toBeGreaterThanOrEqual(9);
    for (const { zh } of faults) expect(zh).toMatch(/：[^a-z]*[\u4e00-\u9fff]/);
  });

  it('refuses a pack in another one’s line, and a document that is over before it begins', () => {
    const draft = { ...HEADER, expiresAt: '2026-11-30T00:00:00Z', content: hainan() };
    expect(documentFaults('policy-pack', 'henan', draft, NOW).map(({ says }) => says.zh)).toEqual([
      '失效时间：要晚于生效时间',
      '政策包名称：应当是“henan”',
    ]);
    const late = { ...HEADER, effectiveFrom: '2020-01-01T00:00:00Z', expiresAt: '2021-01-01T00:00:00Z' };
    expect(documentFaults('texts', 'hainan', { ...late, content: { zh: {}, en: {} } }, NOW)).toHaveLength(1);
  });

  it('answers any JSON with faults or none, and throws nothing', () => {
    fc.assert(
      fc.property(fc.constantFrom(...DOCUMENT_KINDS), fc.jsonValue(), (kind, content) => {
        for (const { says } of contentFaults(kind, content)) {
          expect(says.zh.length).toBeGreaterThan(1);
          expect(says.en.length).toBeGreaterThan(1);
        }
      }),
    );
  });
});
