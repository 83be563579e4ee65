import { timeInShanghai } from '../calendar/time-in-shanghai.ts';
import type { PlainWords } from '../contracts/console/plain-words.ts';
import type { MemberReasonCode } from '../contracts/console/rollout-reasons.ts';
import { both } from '../releases/plain-words.ts';
import type { Reason } from './reasons.ts';
import { TROUBLE_WORDS } from './trouble-words.ts';

/** Sentences; `{at}` is a time in Shanghai, `{why}` a configuration trouble. */
const REASON_WORDS: Readonly<Record<MemberReasonCode, PlainWords>> = {
  'not-started': both('推送还没有启动', 'Nobody has started the rollout'),
  'waits-for-schedule': both('等待预定时间 {at}', 'Waits for its time, {at}'),
  'quiet-hours': both('静默时段，{at} 以后继续', 'Quiet hours, goes on after {at}'),
  'not-its-wave': both('还没有轮到它的批次', 'Its wave has not come yet'),
  paused: both('推送已暂停', 'The rollout is paused'),
  stopped: both('推送已停止扩大，保持原配置', 'The rollout widens no more; it keeps what it has'),
  'on-its-way': both('已下发，等待自助机接收', 'Given out; the kiosk has not taken it in yet'),
  'waits-for-resident': both('已接收，等办理人离开后生效', 'Taken in; waits for the resident to leave'),
  'waits-for-day': both('已接收，到生效日期生效', 'Taken in; waits for the day it takes effect'),
  'on-trial': both('已生效，正在观察最初几次办理', 'Runs it; its first journeys are being watched'),
  returned: both('自行退回了上一个正常的配置：{why}', 'Went back to its last good one by itself: {why}'),
  refused: both('拒收：{why}', 'Refused: {why}'),
  'going-back': both('已要求退回，等待自助机确认', 'Told to go back; the kiosk has not said that it did'),
  'not-heard': both('{at} 起没有上报配置情况', 'Nothing heard of its configuration since {at}'),
  'link-down': both('{at} 起断线', 'No link since {at}'),
  'in-maintenance': both('{at} 起正在维护', 'A technician is at work since {at}'),
  'given-up': both('自助机已撤机', 'The kiosk was given up'),
  revoked: both('自助机已吊销', 'The kiosk was revoked'),
  superseded: both('后来的推送决定它的配置', 'A later rollout decides what it runs'),
  'other-line': both(
    '它用的是另一条配置线，此发布不适用',
    'It runs another line; this release is not for it',
  ),
  'not-concerned': both(
    '此发布不适用于它现在的地区或型号',
    'Nothing of the release is meant for the region or model it has now',
  ),
};

const UNKNOWN = both('未知原因', 'reason unknown');

/** A reason as operators read it. */
export function reasonWords({ code, at, detail }: Reason): PlainWords {
  const words = REASON_WORDS[code];
  const why = TROUBLE_WORDS.find(({ trouble }) => trouble === detail)?.says ?? UNKNOWN;
  const put = (sentence: string, never: string, because: string): string =>
    sentence.replace('{at}', at === null ? never : timeInShanghai(at)).replace('{why}', because);
  return both(put(words.zh, '一开始', why.zh), put(words.en, 'ever', why.en));
}
