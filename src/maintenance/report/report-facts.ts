import { timeInShanghai } from '../../calendar/time-in-shanghai.ts';
import type { ReadinessLine } from '../../contracts/maintenance/readiness-report.ts';

type Fact = NonNullable<ReadinessLine['facts'][string]>;

const MEGABYTE = 1024 * 1024;
const GIGABYTE = 1024 * MEGABYTE;

const bytes = (value: number): string =>
  Math.abs(value) < GIGABYTE ? `${(value / MEGABYTE).toFixed(1)} MB` : `${(value / GIGABYTE).toFixed(1)} GB`;
const plain = (value: number): string => String(Math.round(value * 100) / 100);
const cards = (value: number): string => `${value} 张`;
const pieces = (value: number): string => `${value} 件`;
const ahead = (ms: number): string => `${ms < 0 ? '慢' : '快'} ${(Math.abs(ms) / 1_000).toFixed(1)} 秒`;

/** What paper tells of a line, by the fact's name, in this order; what is not here is for the screen and the centre. */
const FACTS: Readonly<Record<string, readonly [string, (value: number) => string]>> = {
  ledger: ['账面', cards],
  sensor: ['传感器', plain],
  capacity: ['能装', cards],
  waiting: ['', pieces],
  deadLetters: ['', pieces],
  open: ['', pieces],
  transactions: ['', pieces],
  cards: ['', cards],
  offsetMs: ['', ahead],
  validTo: ['到期', timeInShanghai],
  freeBytes: ['空闲', bytes],
  totalBytes: ['一共', bytes],
  coreBytes: ['程序用了', bytes],
  growth: ['每小时多', bytes],
  faults: ['损坏', (value) => `${value} 处`],
  sizeBytes: ['大小', bytes],
  journalMode: ['日志方式', plain],
  schemaVersion: ['结构第', (value) => `${value} 版`],
  software: ['软件', plain],
  node: ['Node', plain],
  policy: ['政策包', plain],
  policyAt: ['政策包', timeInShanghai],
  devicesAt: ['设备清单', timeInShanghai],
  light: ['光线', plain],
  focus: ['清晰度', plain],
  address: ['', plain],
  batteryPercent: ['电池', (value) => `${value} %`],
  version: ['第', (value) => `${value} 版`],
};

/** Words of sensors, as on the screen. */
const VALUES: Readonly<Record<string, string>> = {
  enough: '够',
  low: '少',
  empty: '空',
  room: '有地方',
  full: '满',
  'no-answer': '没回答',
};

/** `账面 19 张，传感器 够`: what helps a person with the paper in the hand. */
export const factWords = ({ facts }: ReadinessLine): string =>
  Object.entries(FACTS)
    .flatMap(([name, [label, write]]) => {
      const value = facts[name];
      return value === null || value === undefined ? [] : [`${label} ${written(value, write)}`.trim()];
    })
    .join('，');

function written(value: Fact, write: (value: number) => string): string {
  if (typeof value === 'number') return write(value);
  return VALUES[String(value)] ?? String(value);
}
