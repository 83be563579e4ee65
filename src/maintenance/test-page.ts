import { timeInShanghai } from '../calendar/time-in-shanghai.ts';
import type { PrintedDocument } from '../ports/document-printer.ts';
import type { PaperLine, PaperReceipt } from '../receipt/paper-receipt.ts';

/** Opens nothing: it only shows that a code comes out sharp. */
const TEST_CODE = 'YIKATONG-TEST-0123456789';

interface Titled {
  readonly kioskName: string;
  /** Milliseconds since the epoch. */
  readonly at: number;
}

const text = (line: string, emphasis = false): PaperLine => ({ kind: 'text', text: line, emphasis });
const RULE: PaperLine = { kind: 'rule' };

/**
 * A page that shows what can be wrong with head and roll: black areas show dead dots as white lines, thin and thick
 * lines an uneven head, both weights and sizes the darkness, rare characters the font, a code whether it can be read.
 */
export function testReceipt({ kioskName, at }: Titled): PaperReceipt {
  return {
    heading: kioskName,
    title: '打印测试',
    lines: [
      { kind: 'pair', label: '时间', value: timeInShanghai(at) },
      { kind: 'pair', label: 'ABCabc', value: '0123456789' },
      RULE,
      text('正常:社会保障卡一卡通 罐囊矗鼎'),
      text('加粗:社会保障卡一卡通 罐囊矗鼎', true),
      RULE,
      text('■■■■■■■■■■■■■■■■'),
      text('■□■□■□■□■□■□■□■□'),
      text('━━━━━━━━━━━━━━━━'),
      text('────────────────'),
      RULE,
      text('字要黑而清楚,横线不断,黑块没有白道,两边不缺。'),
    ],
    qr: TEST_CODE,
    footer: ['用手机扫码,应看到', TEST_CODE],
  };
}

/** The same for A4. */
export function testDocument({ kioskName, at }: Titled): PrintedDocument {
  return {
    heading: kioskName,
    title: '打印测试',
    facts: [{ label: '时间', value: timeInShanghai(at) }],
    tables: [
      {
        heading: ['字', '线', '数'],
        widths: [2, 2, 1],
        rows: [
          ['社会保障卡一卡通', '━━━━────', '01234'],
          ['罐囊矗鼎', '■□■□■□', '56789'],
        ],
      },
    ],
    notes: ['字要黑而清楚，四边不缺，没有白道和黑道。'],
    footer: '打印测试，不是凭证',
  };
}
