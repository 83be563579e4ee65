import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { PaperReceipt } from '../../src/receipt/paper-receipt.ts';
import { columnsOf, printableText } from './printable-text.ts';
import { layOutReceipt, type PrintStep } from './receipt-layout.ts';

const receipt = (over: Partial<PaperReceipt> = {}): PaperReceipt => ({
  heading: '海南省社会保障卡',
  title: '申领受理回执',
  lines: [],
  qr: null,
  footer: [],
  ...over,
});
const texts = (steps: readonly PrintStep[]): string[] =>
  steps.flatMap((step) => (step.kind === 'line' ? [step.text] : []));

describe('receipt layout for 58 and 80 mm', () => {
  it.each([32, 48] as const)('aligns label and value to both edges of %i columns', (columns) => {
    const lines = [{ kind: 'pair', label: '业务编号', value: 'HN-0007' }] as const;
    const last = texts(layOutReceipt(receipt({ lines }), columns)).at(-1) ?? '';
    expect(columnsOf(last)).toBe(columns);
    expect(last.startsWith('业务编号')).toBe(true);
    expect(last.endsWith('HN-0007')).toBe(true);
  });

  it('puts a long value under its label', () => {
    const value = '测试市政务服务中心一楼社会保障卡服务专区三号窗口';
    const lines = [{ kind: 'pair', label: '领卡地点', value }] as const;
    expect(texts(layOutReceipt(receipt({ lines }), 32)).slice(-3)).toEqual([
      '领卡地点',
      '  测试市政务服务中心一楼社会保障',
      '  卡服务专区三号窗口',
    ]);
  });

  it('makes the title large, the heading and the emphasis bold, the rule full width', () => {
    const lines = [
      { kind: 'rule' },
      { kind: 'text', text: '尚未发送', emphasis: true },
      { kind: 'text', text: '请保存', emphasis: false },
    ] as const;
    const steps = layOutReceipt(receipt({ lines }), 48);
    expect(steps).toMatchObject([
      { text: '海南省社会保障卡', align: 'centre', scale: 1, bold: true },
      { text: '申领受理回执', align: 'centre', scale: 2 },
      { kind: 'feed' },
      { text: '─'.repeat(24), align: 'left' },
      { text: '尚未发送', bold: true },
      { text: '请保存', bold: false },
    ]);
  });

  it('places the code before the footer, and neither where there is none', () => {
    const kinds = layOutReceipt(receipt({ qr: 'HN-0007', footer: ['12333'] }), 48).map((step) => step.kind);
    expect(kinds).toEqual(['line', 'line', 'feed', 'feed', 'qr', 'feed', 'line']);
    expect(layOutReceipt(receipt(), 48).map((step) => step.kind)).toEqual(['line', 'line', 'feed']);
  });

  it('keeps every word and no line too long, whatever stands in it', () => {
    const word = fc.oneof(fc.string({ maxLength: 60 }), fc.constantFrom('长期有效', '𠮷', '，，，'));
    const paperLine = fc.oneof(
      fc.record({ kind: fc.constant('pair' as const), label: word, value: word }),
      fc.record({ kind: fc.constant('text' as const), text: word, emphasis: fc.boolean() }),
    );
    fc.assert(
      fc.property(fc.array(paperLine), fc.constantFrom(32, 48) as fc.Arbitrary<32 | 48>, (lines, columns) => {
        const steps = layOutReceipt(receipt({ lines }), columns);
        for (const step of steps) {
          if (step.kind === 'line') expect(columnsOf(step.text) * step.scale).toBeLessThanOrEqual(columns);
        }
        const bare = (text: string): string => printableText(text).replaceAll(' ', '');
        expect(bare(texts(steps).slice(2).join(''))).toBe(
          lines
            .map((one) => (one.kind === 'pair' ? bare(one.label) + bare(one.value) : bare(one.text)))
            .join(''),
        );
      }),
    );
  });
});
