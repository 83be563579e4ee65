import { addDays, type CalendarDay, dayInShanghai } from '../../../src/calendar/calendar-day.ts';
import type { ReleaseDesk } from '../../releases/release-desk.ts';
import { BIG_TOWNS, CANARY_TAG, type MadeUpKiosk } from './halls.ts';
import type { RanAt } from './past-days.ts';
import {
  abandoned,
  approved,
  type DeskPeople,
  draftOf,
  type FeeChange,
  packWithFees,
  signedByNobody,
  submitted,
} from './releases.ts';
import { everybodyTakesIn, planByRegions, QUICK_PLAN, startedRollout } from './rollouts.ts';
import type { TakesIn } from './take-in.ts';

const HOUR_MS = 3_600_000;
const DAY_HOURS = 24;
/** When the first rollout was, and when canary and first wave of the present one opened. */
const FIRST_HOURS = 9 * DAY_HOURS;
/** Evenings in Shanghai, when nothing is quiet: canary two days ago, first wave yesterday. */
const CANARY_EVENING = [2, 18] as const;
const WAVE_EVENING = [1, 19] as const;
const SHANGHAI_AHEAD_HOURS = 8;

/** Hours since an evening so many days ago. */
function hoursSince(now: number, [days, hour]: readonly [number, number]): number {
  const midnight = Date.parse(`${addDays(dayInShanghai(now), -days)}T00:00:00Z`);
  return (now - midnight) / HOUR_MS - hour + SHANGHAI_AHEAD_HOURS;
}

/** The desk as it was so many hours ago. */
export type DeskAgo = (hours: number) => ReleaseDesk;

const townsOf = (kiosks: readonly MadeUpKiosk[]): string[] =>
  [...new Set(kiosks.map(({ region }) => region))].slice(0, BIG_TOWNS);

/** In the canary and the biggest towns the second pack came with the second assignment. */
export function ranSince(now: number, kiosks: readonly MadeUpKiosk[]): RanAt {
  const towns = townsOf(kiosks);
  const hours = (kiosk: MadeUpKiosk): number => {
    if (kiosk.tags.includes(CANARY_TAG)) return hoursSince(now, CANARY_EVENING);
    const runs = towns.includes(kiosk.region) && mannerOf(kiosk) !== 'waits-for-resident';
    return runs ? hoursSince(now, WAVE_EVENING) : 0;
  };
  const since = new Map(kiosks.map((kiosk): [string, number] => [kiosk.kioskId, hours(kiosk)]));
  return (kioskId, at) => {
    const own = since.get(kioskId) ?? 0;
    if (own > 0 && at >= now - own * HOUR_MS) return { assignment: 2, pack: 2 };
    return { assignment: at < now - FIRST_HOURS * HOUR_MS ? 0 : 1, pack: 1 };
  };
}

const dayIn = (ago: DeskAgo, days: number): CalendarDay =>
  addDays(dayInShanghai(ago(0).foundations.clock.now()), days);
const lowerFee = (ago: DeskAgo): FeeChange => [1_200, dayIn(ago, 0)];
const lowestFee = (ago: DeskAgo): FeeChange => [1_000, dayIn(ago, 9)];

/** null: it is out of hearing and takes in nothing. */
function mannerOf({ plight }: MadeUpKiosk): TakesIn | null {
  if (plight === 'went-back') return 'goes-back';
  if (plight === 'stock-low') return 'waits-for-resident';
  return plight === 'link-down' || plight === 'given-up' || plight === 'revoked' ? null : 'runs-it';
}

const signed = async (
  desk: ReleaseDesk,
  people: DeskPeople,
  draft: Parameters<typeof draftOf>[2],
): Promise<string> =>
  signedByNobody(
    desk,
    await approved(desk, people, await submitted(desk, people, await draftOf(desk, people, draft))),
  );

/** A notice that everybody has shown for days. */
export async function firstRollout(
  ago: DeskAgo,
  kiosks: readonly MadeUpKiosk[],
  people: DeskPeople,
): Promise<void> {
  const desk = ago(FIRST_HOURS);
  const releaseId = await signed(desk, people, {
    title: '医保集中缴费期公告',
    reason: '集中缴费期开始，首页公告提醒居民',
    kind: 'notices',
    fromDay: 0,
    content: notice(desk, 'medical-insurance-season', {
      title: { zh: '城乡居民医保集中缴费已经开始', en: 'The payment season of medical insurance has begun' },
      text: { zh: '可到合作银行网点或用手机缴费。', en: 'Pay at an outlet of a partner bank or by phone.' },
    }),
  });
  const rolloutId = await startedRollout(desk.foundations, releaseId, QUICK_PLAN, people.approver);
  for (const _wave of ['canary', 'everybody'])
    await everybodyTakesIn(desk.foundations, rolloutId, kiosks, () => 'runs-it');
}

/** A lower fee: its canary went well, its first wave is open, and one kiosk went back by itself. */
export async function presentRollout(
  ago: DeskAgo,
  kiosks: readonly MadeUpKiosk[],
  people: DeskPeople,
): Promise<void> {
  const now = ago(0).foundations.clock.now();
  const drafted = ago(hoursSince(now, CANARY_EVENING) + 3);
  const releaseId = await signed(drafted, people, {
    title: '补卡工本费调整',
    reason: '按新的收费标准下调补卡工本费',
    kind: 'policy-pack',
    fromDay: 1,
    content: packWithFees(drafted, [lowerFee(ago)]),
  });
  const plan = planByRegions(townsOf(kiosks));
  const canary = ago(hoursSince(now, CANARY_EVENING)).foundations;
  const rolloutId = await startedRollout(canary, releaseId, plan, people.approver);
  await everybodyTakesIn(canary, rolloutId, kiosks, () => 'runs-it');
  // The canary is watched for half a day, and nothing widens while halls are open.
  const wave = ago(hoursSince(now, WAVE_EVENING)).foundations;
  await everybodyTakesIn(wave, rolloutId, kiosks, mannerOf);
  await everybodyTakesIn(wave, rolloutId, kiosks, mannerOf);
}

/** One in review, one that waits for the offices, one in the making, one that was given up. */
export async function releasesOnTheWay(ago: DeskAgo, people: DeskPeople): Promise<void> {
  const first = await draftOf(ago(30), people, {
    title: '空白卡告警提前',
    reason: '偏远乡镇补货要两天，告警要早些',
    kind: 'thresholds',
    fromDay: 1,
    content: { stockLow: 30, stockLowOver: 45 },
  });
  await abandoned(ago(29), people, first, '门槛定得太高，重新起草');
  const second = await draftOf(ago(28), people, {
    title: '空白卡告警门槛',
    reason: '偏远乡镇补货要两天，告警要早些',
    kind: 'thresholds',
    fromDay: 1,
    content: { stockLow: 24, stockLowOver: 36, binNearlyFull: 0.8 },
  });
  await approved(ago(25), people, await submitted(ago(26), people, second));
  const review = await draftOf(ago(5), people, {
    title: '补卡工本费再调整',
    reason: '与省内其他渠道的收费保持一致',
    kind: 'policy-pack',
    fromDay: 9,
    content: packWithFees(ago(5), [lowerFee(ago), lowestFee(ago)]),
  });
  await submitted(ago(4), people, review);
  await draftOf(ago(2), people, {
    title: '系统维护公告',
    reason: '周末夜间主机房检修',
    kind: 'notices',
    fromDay: 3,
    content: notice(ago(2), 'maintenance-weekend', {
      title: { zh: '周六夜间系统维护', en: 'Maintenance on Saturday night' },
      text: {
        zh: '周六 22:00 至周日 6:00 暂停办理，请错开时间。',
        en: 'Closed from Saturday 22:00 to Sunday 6:00.',
      },
    }),
  });
}

type Words = Readonly<Record<'zh' | 'en', string>>;

function notice(
  desk: ReleaseDesk,
  id: string,
  words: { readonly title: Words; readonly text: Words },
): unknown {
  const now = desk.foundations.clock.now();
  const from = new Date(now).toISOString();
  const until = new Date(now + 2 * 30 * DAY_HOURS * HOUR_MS).toISOString();
  return { notices: [{ id, ...words, level: 'notice', from, until, services: [] }] };
}
