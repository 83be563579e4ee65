import { timeInShanghai } from '../calendar/time-in-shanghai.ts';
import type { PaperLine, PaperReceipt } from '../receipt/paper-receipt.ts';

/** What the proof says: ids, times and digests, never a person. */
export interface DecommissionFacts {
  readonly kioskId: string | null;
  readonly kioskName: string;
  readonly technician: string;
  readonly second: string | null;
  readonly told: boolean;
  readonly at: number;
  readonly destroyedAt: number;
  readonly destroyed: readonly { readonly file: string; readonly bytes: number; readonly digest: string }[];
}

/** Digits of a digest on a line of paper; the whole of it is with the centre's operator in the marker. */
const DIGEST_ON_PAPER = 16;

/** The paper that technicians take along: this kiosk's keys and data are destroyed. In Chinese, as all of their work. */
export function decommissionProof(facts: DecommissionFacts): PaperReceipt {
  const pair = (label: string, value: string): PaperLine => ({ kind: 'pair', label, value });
  const rule: PaperLine = { kind: 'rule' };
  const kept = facts.destroyed.filter(({ file }) => !file.includes('/'));
  const logs = facts.destroyed.length - kept.length;
  return {
    heading: facts.kioskName,
    title: '终端停用证明',
    lines: [
      pair('终端编号', facts.kioskId ?? '未登记'),
      pair('停用时间', timeInShanghai(facts.at)),
      pair('销毁完成', timeInShanghai(facts.destroyedAt)),
      pair('技师', facts.technician),
      pair('复核技师', facts.second ?? '无'),
      pair('中心', facts.told ? '已通知，密钥已吊销' : '未能通知，请尽快报告中心'),
      rule,
      { kind: 'text', text: '密钥和数据已销毁', emphasis: true },
      ...kept.map(({ file, digest }) => pair(file, digest.slice(0, DIGEST_ON_PAPER))),
      ...(logs > 0 ? [pair('日志文件', `${logs} 个`)] : []),
    ],
    qr: null,
    footer: ['文件名后为销毁前内容的 SHA-256 前 16 位', '请随停用记录存档'],
  };
}
