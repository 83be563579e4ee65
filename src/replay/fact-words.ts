import type { PlainWords } from '../contracts/console/plain-words.ts';
import type { ReplayedFact } from '../contracts/console/replay.ts';
import { codeWords, serviceWords } from '../releases/coded-values.ts';
import { both } from '../releases/plain-words.ts';
import { yuan } from '../releases/shown-value.ts';
import type { PastOutcome } from './past-outcome.ts';

/** What operators call the facts that a pack decides. */
export const FACT_NAMES: Readonly<Record<ReplayedFact, PlainWords>> = {
  'service-open': both('业务是否开放', 'Service open'),
  'document-accepted': both('证件是否受理', 'Document taken'),
  'old-enough': both('年龄是否够', 'Old enough'),
  'region-served': both('发卡地区是否受理', 'Region served'),
  face: both('人脸比对', 'Face comparison'),
  'loss-term-offered': both('挂失期限是否提供', 'Loss term offered'),
  'exchange-place': both('换卡在哪里办', 'Where the exchange is done'),
  fee: both('费用', 'Fee'),
};

const DECISIONS: Readonly<Record<string, PlainWords>> = {
  open: both('开放', 'open'),
  closed: both('关闭', 'closed'),
  accepted: both('受理', 'taken'),
  'not-accepted': both('不受理', 'not taken'),
  yes: both('够', 'yes'),
  no: both('不够', 'no'),
  served: both('受理', 'served'),
  some: both('部分受理', 'in part'),
  'not-served': both('不受理', 'not served'),
  accept: both('通过', 'accepted'),
  retry: both('再试一次', 'another try'),
  refuse: both('不通过', 'refused'),
  'no-tries-left': both('次数已用完', 'no tries left'),
  offered: both('提供', 'offered'),
  'not-offered': both('不提供', 'not offered'),
  kiosk: both('本机', 'at the kiosk'),
  counter: both('窗口', 'at a counter'),
  'no-fee': both('没有价格', 'no fee'),
};

const decision = (value: string | number | null): PlainWords => {
  if (value === null) return both('无', 'none');
  return typeof value === 'number' ? yuan(value) : (DECISIONS[value] ?? both(value, value));
};

/** `补卡 · 费用：15.00 元 → 10.00 元` */
export function factWords(
  fact: ReplayedFact,
  past: PastOutcome,
  before: string | number | null,
  after: string | number | null,
): PlainWords {
  const name = FACT_NAMES[fact];
  const about = aboutWords(fact, past);
  const were = decision(before);
  const are = decision(after);
  return both(
    `${about.zh} · ${name.zh}：${were.zh} → ${are.zh}`,
    `${about.en} · ${name.en}: ${were.en} → ${are.en}`,
  );
}

function aboutWords(fact: ReplayedFact, past: PastOutcome): PlainWords {
  switch (fact) {
    case 'document-accepted':
      return codeWords(past.document ?? '');
    case 'old-enough':
      return both(`${past.age ?? 0} 周岁`, `${past.age ?? 0} years old`);
    case 'region-served':
      return both(`地区 ${past.region ?? ''}`, `region ${past.region ?? ''}`);
    case 'face':
      return both(`距离 ${past.faceDistance ?? ''}`, `distance ${past.faceDistance ?? ''}`);
    case 'exchange-place':
      return codeWords(past.exchangeReason ?? '');
    default:
      return serviceWords(past.service);
  }
}
