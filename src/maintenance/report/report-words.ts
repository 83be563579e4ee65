import type {
  ReadinessLevel,
  ReadinessLine,
  ReadinessSubject,
} from '../../contracts/maintenance/readiness-report.ts';
import type { LINE_STATES } from '../readiness/line-states.ts';

type StateWords = { readonly [S in ReadinessSubject]: Record<(typeof LINE_STATES)[S][number], string> };
type Next = NonNullable<ReadinessLine['next']>;

/** What a line is about, on the screen and in the report alike. */
export const SUBJECT_WORDS: Readonly<Record<ReadinessSubject, string>> = {
  device: '设备',
  stack: '空白卡',
  bin: '卡箱',
  paper: '凭条纸',
  link: '和中心的连接',
  queue: '等着发出的业务',
  'dead-letters': '发不出去的业务',
  'open-transactions': '没办完的业务',
  'unknown-transactions': '结果不明的业务',
  'cards-out-of-sight': '不知在哪里的卡',
  invariants: '卡和钱的账',
  clock: '时间',
  certificate: '中心的证书',
  enrolment: '登记',
  'technician-list': '技术人员名单',
  disk: '存储空间',
  memory: '内存',
  database: '数据库',
  backup: '备份',
  versions: '版本',
  configuration: '配置',
  camera: '摄像头',
  touch: '触摸屏',
  network: '网络',
  power: '电源',
  door: '机柜门',
  'services-closed': '暂停的业务',
  'unfinished-task': '没做完的任务',
};

/** How it is, on the screen and in the report alike. */
export const STATE_WORDS: StateWords = {
  device: {
    starting: '正在启动',
    online: '正常工作',
    failing: '还能用，可是越来越常要重试',
    offline: '没有连上',
    noDevice: '找不到这个设备',
    powerOff: '没有通电',
    hardwareError: '坏了',
    userError: '要人来处理',
    deviceBusy: '正忙',
    fraudAttempt: '像是有人动过手脚',
  },
  stack: { enough: '够用', low: '不多了', empty: '用完了', disagrees: '账面和传感器对不上' },
  bin: { room: '还有地方', 'nearly-full': '快满了', full: '满了', 'look-into': '传感器说满了，账上却是空的' },
  paper: {
    full: '够用',
    low: '快用完了',
    out: '用完了',
    'cover-open': '打印机的盖没有关好',
    'cutter-error': '切刀卡住了',
  },
  link: { up: '通的', asking: '刚启动，正在连', down: '断了' },
  queue: { empty: '没有', waiting: '在等，马上发出', old: '等得太久了' },
  'dead-letters': { none: '没有', some: '中心不收，要人来查' },
  'open-transactions': { none: '没有', some: '机器正在自己办完' },
  'unknown-transactions': { none: '没有', unknown: '要人去看一看' },
  'cards-out-of-sight': { none: '没有', some: '要找到，再登记' },
  invariants: { held: '对得上', violated: '对不上，本机已自己停下' },
  clock: { right: '准', off: '不太准', 'far-off': '差得太多', 'not-compared': '还没有和中心比过' },
  certificate: {
    valid: '有效',
    'ends-soon': '快到期了',
    'not-in-force': '不在有效期内',
    'not-trusted': '不可信',
    'plain-http': '没有用加密连接',
  },
  enrolment: { enrolled: '已登记', 'not-enrolled': '还没有登记' },
  'technician-list': { 'in-force': '有效', old: '太旧了', missing: '没有', broken: '坏了' },
  disk: { room: '够用', low: '不多了', 'nearly-full': '快满了' },
  memory: { steady: '平稳', growing: '一直在涨', high: '用得太多' },
  database: { sound: '完好', damaged: '有损坏' },
  backup: { fresh: '是新的', old: '太久没有备份', missing: '还没有' },
  versions: { running: '正在运行' },
  configuration: {
    read: '已读入',
    'changed-since': '文件改过，还没有读入',
    waiting: '新配置等待启用',
    'as-assigned': '就是中心指定的',
    'on-trial': '新配置试运行中',
    refused: '新配置没有采用，仍用原来的',
    returned: '新配置出错，已退回上一版',
    frozen: '联网正常，但很久没有新的配置指令',
  },
  camera: {
    good: '清楚',
    'too-dark': '太暗',
    'too-bright': '太亮',
    blurred: '不清楚',
    'not-measured': '还没有量过',
    'no-camera': '没有画面',
  },
  touch: {
    touched: '有人点过',
    'silent-long': '好久没有人点过',
    'page-silent': '屏幕没有反应',
    'not-told': '还没有人点过',
  },
  network: { connected: '已连上', 'not-connected': '没有连上' },
  power: { mains: '市电', battery: '停电了，用电池', 'battery-low': '电池快用完了' },
  door: { closed: '关着', open: '开着' },
  'services-closed': { none: '没有', some: '已暂停' },
  'unfinished-task': { left: '留着以后做', 'must-finish': '一定要做完' },
};

export const LEVEL_WORDS: Readonly<Record<ReadinessLevel, string>> = {
  stop: '处理',
  soon: '留意',
  well: '正常',
};

/** The report as a whole. */
export const VERDICT_WORDS: Readonly<Record<ReadinessLevel, string>> = {
  stop: '有要处理的，有些业务办不了',
  soon: '可以服务，有要留意的',
  well: '一切正常，可以服务',
};

const NEXT_WORDS: Readonly<Record<Next, string>> = {
  'check-cable': '检查电源线和数据线',
  'call-centre': '联系中心',
  wait: '等它自己恢复',
  'clean-camera': '擦干净镜头',
  'more-light': '把灯打开，或者挡住背光',
  'load-cards': '装空白卡',
  'count-stack': '清点空白卡',
  'empty-retain-bin': '清旧卡箱',
  'empty-reject-bin': '清废卡箱',
  'settle-unknown': '核对不明业务',
  'change-paper': '换凭条纸',
  'replace-device': '换设备',
  'test-device': '测试设备',
  'export-logs': '导出日志',
  'set-clock': '校对时间',
  'set-network': '设置网络',
  'set-screen': '检查触摸屏',
  'close-service': '暂停一项业务',
  'restart-core': '重启服务程序',
  'restart-machine': '重启整机',
  enrol: '登记新机器',
  decommission: '停用这台机器',
  'unlock-technician': '解锁技术人员',
};

/** How a line is, in the words of the screen. A report of newer software may have a word this one has not. */
export function stateWords({ subject, state }: ReadinessLine): string {
  if (state === 'no-answer') return '问了没有回答';
  const words: Readonly<Record<string, string>> = STATE_WORDS[subject];
  return words[state] ?? state;
}

export const nextWords = ({ next }: ReadinessLine): string => (next === null ? '' : NEXT_WORDS[next]);
