import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { TransactionId } from '../brand.ts';
import { LANGUAGES } from '../contracts/view.ts';
import { parsePolicyPack } from '../policy/policy-pack.ts';
import { composeReceipt } from './compose-receipt.ts';
import type { ReceiptFacts } from './receipt-facts.ts';
import { RECEIPT_STATES } from './receipt-state.ts';

const loaded = parsePolicyPack(readFileSync('assets/policy/hainan.json', 'utf8'));
if (!loaded.ok) throw new Error(JSON.stringify(loaded.error));
const POLICY = loaded.value;
/** 09:41 in Shanghai. */
const NOW = Date.UTC(2026, 10, 22, 1, 41);

const facts = (changes: Partial<ReceiptFacts> = {}): ReceiptFacts => ({
  state: 'sent-waiting-for-office',
  service: 'apply',
  reference: 'YKT-3ND9-KZKJ-G',
  transactionId: 'transaction' as TransactionId,
  applicationNumber: 'A-20261122-7',
  readyBy: '2027-01-04',
  collectWithinDays: 180,
  place: POLICY.application.collectionOutlets[0] ?? null,
  refusal: null,
  mobileUnconfirmed: false,
  carried: [],
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

  it('a refusal has its reason, known or not', () => {
    expect(words({ state: 'refused', refusal: 'has-card' })).toContain('您已经有社会保障卡');
    expect(words({ state: 'refused', refusal: 'forged-card' })).toContain('经办机构没有受理');
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

  it('English paper has no Chinese but names of places and the heading the pack gives', () => {
    const { title, lines } = composeReceipt(facts({ place: null }), 'en', POLICY, NOW);
    expect(JSON.stringify([title, lines])).not.toMatch(/\p{Script=Han}/u);
  });
});
