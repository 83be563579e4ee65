import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { TransactionId } from '../brand.ts';
import { RESIDENT_FIELDS } from '../contracts/resident-field.ts';
import { SERVICES } from '../contracts/service.ts';
import { REFUSALS } from '../contracts/trouble.ts';
import { LANGUAGES } from '../contracts/view.ts';
import { parsePolicyPack } from '../policy/policy-pack.ts';
import { composeReceipt } from './compose-receipt.ts';
import { type MoneyFacts, NOTHING_MORE, RECEIPT_PARTS, type ReceiptFacts } from './receipt-facts.ts';
import { RECEIPT_STATES } from './receipt-state.ts';

const loaded = parsePolicyPack(readFileSync('assets/policy/hainan.json', 'utf8'));
if (!loaded.ok) throw new Error(JSON.stringify(loaded.error));
const POLICY = loaded.value;
/** 09:41 in Shanghai. */
const NOW = Date.UTC(2026, 10, 22, 1, 41);

const facts = (changes: Partial<ReceiptFacts> = {}): ReceiptFacts => ({
  ...NOTHING_MORE,
  state: 'sent-waiting-for-office',
  service: 'apply',
  reference: 'YKT-3ND9-KZKJ-G',
  transactionId: 'transaction' as TransactionId,
  applicationNumber: 'A-20261122-7',
  readyBy: '2027-01-04',
  collectWithinDays: 180,
  place: POLICY.application.collectionOutlets[0] ?? null,
  ...changes,
});

const words = (changes?: Partial<ReceiptFacts>, language: (typeof LANGUAGES)[number] = 'zh-CN') =>
  JSON.stringify(composeReceipt(facts(changes), language, POLICY, NOW));

describe('the paper receipt', () => {
  it('APPLY-7 states reference, what happens next, by when, where and whom to call', () => {
    const paper = words();
    for (const told of [
      'YKT-3ND9-KZKJ-G',
      '2026-11-22 09:41',
      'A-20261122-7',
      '2027-01-04',
      '180',
      '12333',
      '0898-96588',
    ]) {
      expect(paper).toContain(told);
    }
    expect(paper).toContain(POLICY.application.collectionOutlets[0]?.address);
    expect(composeReceipt(facts(), 'zh-CN', POLICY, NOW).qr).toBe('YKT-3ND9-KZKJ-G');
  });

  it.each([
    ['zh-CN', '依据', '海南省社会保障卡一卡通 第 1 版'],
    ['en', 'Rules', 'Hainan one-card service, version 1'],
  ] as const)('INV-7 names the pack the session ran under, in %s', (language, label, value) => {
    const policy = { ...POLICY, version: 1 };
    const { lines } = composeReceipt(facts(), language, policy, NOW);
    expect(lines).toContainEqual({ kind: 'pair', label, value });
    const later = composeReceipt(facts(), language, { ...policy, version: 12 }, NOW);
    expect(JSON.stringify(later.lines)).toContain('12');
  });

  it.each(LANGUAGES.flatMap((language) => RECEIPT_STATES.map((state) => [language, state] as const)))(
    'APPLY-7 says exactly the row reached in %s: %s',
    (language, state) => {
      const others = RECEIPT_STATES.filter((other) => other !== state);
      const emphasised = (one: (typeof RECEIPT_STATES)[number]) =>
        composeReceipt(facts({ state: one }), language, POLICY, NOW).lines.find(
          (line) => line.kind === 'text' && line.emphasis,
        );
      expect(emphasised(state)).toBeDefined();
      for (const other of others) expect(emphasised(other)).not.toEqual(emphasised(state));
    },
  );

  it('APPLY-8 an unconfirmed number is said', () => {
    expect(words({ mobileUnconfirmed: true })).toContain('手机号还没有用短信核对');
  });

  it('APPLY-9 the electronic card follows by itself, where a card is owed and nowhere else', () => {
    expect(words()).toContain('电子社保卡会跟着新卡自动更新');
    expect(words({ state: 'refused' })).not.toContain('电子社保卡');
    expect(words({ service: 'activate', state: 'done-here' })).not.toContain('电子社保卡');
  });

  it('a refusal has its reason', () => {
    expect(words({ state: 'refused', refusal: 'has-card' })).toContain('您已经有社会保障卡');
    expect(words({ state: 'refused', refusal: 'office-says-no' })).toContain('经办机构没有受理');
  });

  it('ID-6 a slip carries what was given, masked', () => {
    const slip = words({ state: 'go-to-counter', carried: [{ field: 'name', value: '符＊' }] });
    expect(slip).toContain('符＊');
  });

  it('ID-6 a slip names the counter as a counter, not as where a card is collected', () => {
    expect(words({ state: 'go-to-counter' })).toContain('可去的窗口');
    expect(words({ state: 'go-to-counter' })).not.toContain('领卡地点');
    expect(words()).toContain('领卡地点');
  });

  it('LOSS-5 not blocked yet stands in the largest letters, with both hotlines', () => {
    const loud = (notBlockedYet: boolean) =>
      composeReceipt(
        facts({ service: 'loss', state: 'accepted-not-yet-sent', notBlockedYet }),
        'zh-CN',
        POLICY,
        NOW,
      ).lines.flatMap((line) => (line.kind === 'text' && line.emphasis ? [line.text] : []));
    expect(loud(true).join()).toMatch(/卡还没有停用.*12333.*0898-96588/);
    expect(loud(false)).toHaveLength(1);
  });

  it('CERT-1 a certification says until when, LOSS-2 a temporary report until when', () => {
    expect(words({ service: 'certify', state: 'done-here', validUntil: '2027-11-21' })).toContain(
      '认证有效到","value":"2027-11-21',
    );
    expect(words({ service: 'loss', state: 'done-here', lostUntil: '2026-12-07' })).toContain(
      '临时挂失到","value":"2026-12-07',
    );
  });

  it('REPL-4 REPL-6 says what became of each thing, in order', () => {
    const paper = words({
      service: 'replace',
      state: 'partly-done',
      parts: ['loss-reported', 'new-card-not-made', 'old-card-void'],
    });
    expect(paper).toMatch(/挂失办好了.*新卡没有办成.*旧卡已经作废/);
  });

  it('APPLY-9 the electronic card is said once', () => {
    const paper = words({ parts: ['new-card-to-collect', 'electronic-card-follows'] });
    expect(paper.match(/电子社保卡/g)).toHaveLength(1);
  });

  describe('INV-1 money on paper, in yuan', () => {
    const money = (changes: Partial<MoneyFacts>) =>
      words({
        service: 'replace',
        money: { state: 'taken', paidFen: 2500, keptFen: 2500, returnFen: 0, ...changes },
      });
    it('taken: what was paid and what for', () => {
      expect(money({})).toContain('付款","value":"25.00 元');
      expect(money({})).not.toContain('退款');
    });
    it('coming back: how much of it, to where', () => {
      const paper = money({ state: 'coming-back', keptFen: 1000, returnFen: 1500 });
      for (const told of ['收费","value":"10.00 元', '退款","value":"15.00 元', '退到您付款的账户'])
        expect(paper).toContain(told);
    });
    it('unknown: no amount is claimed, and nobody pays twice', () => {
      const paper = money({ state: 'unknown' });
      expect(paper).not.toContain('25.00');
      expect(paper).toContain('先不要再付');
    });
    it('not taken: said, without amounts', () => {
      expect(money({ state: 'not-taken', paidFen: 0, keptFen: 0 })).toContain('没有收钱');
    });
  });

  it('services.md 13 a counter topic goes along with who, papers, where and how long', () => {
    const topic = POLICY.counterTopics[0];
    if (!topic) throw new Error('no counter topic');
    const paper = words({ service: 'help', state: 'go-to-counter', counterTopic: topic });
    for (const told of [topic.title, topic.who, topic.where, topic.howLong, ...topic.papers])
      expect(paper).toContain(told.zh);
  });

  const everyMoney = [null, 'not-taken', 'taken', 'coming-back', 'unknown'] as const;
  it.each(LANGUAGES)(
    'every service, state and money has words in %s, and none of them is empty',
    (language) => {
      const { title: english } = composeReceipt(facts(), 'en', POLICY, NOW);
      expect(english).not.toBe('');
      for (const service of SERVICES) {
        for (const state of RECEIPT_STATES) {
          for (const of of everyMoney) {
            const money = of === null ? null : { state: of, paidFen: 2500, keptFen: 1000, returnFen: 1500 };
            const paper = composeReceipt(
              facts({ service, state, money, place: null, refusal: 'office-says-no', parts: RECEIPT_PARTS }),
              language,
              POLICY,
              NOW,
            );
            for (const line of paper.lines) {
              if (line.kind === 'text') expect(line.text.length).toBeGreaterThan(2);
              if (line.kind === 'pair') expect(line.label && line.value).not.toBe('');
            }
            const said = [paper.title, ...paper.lines.map((line) => Object.values(line).join(' '))].join(
              '\n',
            );
            if (language === 'en') expect(said).not.toMatch(/\p{Script=Han}/u);
            else expect(said.replace(/\b(pair|text|rule|true|false|YKT-\S+)/g, '')).not.toMatch(/[a-z]{3}/i);
          }
        }
      }
    },
  );

  it.each(LANGUAGES)('every part, refusal and carried field has a sentence of its own in %s', (language) => {
    const of = (changes: Partial<ReceiptFacts>) =>
      JSON.stringify(composeReceipt(facts({ state: 'refused', ...changes }), language, POLICY, NOW));
    expect(new Set(RECEIPT_PARTS.map((part) => of({ parts: [part] }))).size).toBe(RECEIPT_PARTS.length);
    expect(new Set(REFUSALS.map((refusal) => of({ refusal }))).size).toBe(REFUSALS.length);
    for (const field of RESIDENT_FIELDS) {
      expect(of({ carried: [{ field, value: '＊' }] })).toMatch(/"label":"[^"]+","value":"＊"/);
    }
  });

  it('ID-6 codes among what was given are put into words', () => {
    expect(words({ carried: [{ field: 'loss-kind', value: 'temporary' }] })).toContain('临时挂失');
    expect(words({ carried: [{ field: 'loss-term', value: 'days-15' }] })).toContain('15 天');
  });

  it('English paper has no Chinese but names of places and the heading the pack gives', () => {
    const { title, lines } = composeReceipt(facts({ place: null }), 'en', POLICY, NOW);
    expect(JSON.stringify([title, lines])).not.toMatch(/\p{Script=Han}/u);
  });
});
