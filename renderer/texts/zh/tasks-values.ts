import type { TaskFacts } from '../../../src/contracts/maintenance/page.ts';
import type { ServiceId } from '../../../src/contracts/service.ts';
import { fact } from '../task-words.ts';
import { conditions } from './conditions.ts';
import { home } from './home.ts';

/** By class of the device table, and what the screen itself tests. */
const devices: Record<string, string> = {
  ...conditions.deviceClasses,
  camera: '摄像头',
  speaker: '喇叭',
  'touch-screen': '触摸屏',
};

/** Words for values and facts that several steps use. */
export const taskValues: Record<string, string> = {
  ...devices,
  ...conditions.states.device,
  ...Object.fromEntries(Object.entries(home.services).map(([id, { name }]) => [id, name])),
  open: '正在用',
  closed: '已暂停',
  'device-fault': '已暂停：设备有毛病',
  'no-supplies': '已暂停：没有耗材',
  'office-asked': '已暂停：单位要求',
  trial: '已暂停：正在试验',
  full: '够用',
  low: '快用完了',
  out: '用完了',
  unknown: '不知道',
  ok: '正常',
  error: '有问题',
  on: '放低',
  off: '不放低',
  yes: '是',
  no: '不是',
  passed: '是好的',
  failed: '有问题',
  'not-seen': '没有看到卡或者按键',
  automatic: '自动',
  fixed: '手动填',
  centre: '照中心的时间',
  'by-hand': '自己填的',
  left: '没有改',
  kept: '在用新的',
  'taken-back': '用回原来的',
  stock: '卡箱',
  transport: '机器中间',
  'chip-station': '写卡位',
  gate: '出口',
  latched: '收卡口里',
  'handed-over': '本人拿走了',
  'given-back': '还给本人了',
  retained: '旧卡箱',
  rejected: '废卡箱',
  emptied: '已取出装袋',
  missing: '找不到，已登记',
  issuer: '发卡机',
  acceptor: '收卡机',
  'to-be-counted': '要清点空白卡',
  nobody: '没有人',
  // Unknowns of settlement.md.
  'blank-in-unknown-place': '一张空白卡不知在哪里',
  'card-not-in-bin': '一张卡没有进卡箱',
  'old-card-in-unknown-place': '群众的旧卡不知在哪里',
  'refund-not-taken': '退款没有退成',
  'switch-not-taken': '换卡没有登记成',
  'delivery-not-taken': '卡的去处没有报上去',
  'card-maybe-taken': '不知道卡被拿走没有',
  'card-in-unknown-place': '一张卡不知在哪里',
  'payment-unknown': '不知道钱付了没有',
  'authority-silent': '社保部门一直没有答复',
  'issuer-silent': '发卡机没有答复',
  'acceptor-silent': '收卡机没有答复',
  'order-forgotten': '收款单找不到了',
  'journal-contradictory': '记录前后不一致',
};

/** The device a step is about, by its class. */
export const deviceWord = (facts: TaskFacts): string =>
  devices[fact(facts, 'deviceClass')] ?? devices[fact(facts, 'device')] ?? '设备';

/** The service a step is about. */
export const serviceWord = (facts: TaskFacts): string =>
  home.services[fact(facts, 'service') as ServiceId]?.name ?? '这项业务';

/** Names of what a step or an end lists; what is not here is not listed. */
export const taskFacts: Record<string, string> = {
  counted: '数到',
  ledger: '账上',
  before: '账上原来有',
  after: '账上现在有',
  left: '没有装的',
  machine: '机器',
  bag: '封口袋',
  place: '登记的位置',
  reference: '回执编号',
  paper: '纸',
  cover: '盖子',
  cutter: '切刀',
  device: '设备',
  deviceClass: '设备',
  identity: '它的编号',
  driver: '驱动',
  outcome: '结果',
  layout: '读到的证件',
  portrait: '照片读到没有',
  chip: '卡的代数',
  keys: '按了几下',
  length: '扫到几个字',
  missed: '没有反应的格子',
  passed: '好的',
  failed: '有问题的',
  service: '业务',
  state: '现在',
  reason: '原因',
  lowReach: '按钮高低',
  file: '文件',
  megabytes: '大小（兆）',
  digest: '校验码',
  how: '怎么改的',
  bySeconds: '改了几秒',
  interface: '网口',
  kioskId: '机器编号',
  technician: '工号',
  told: '中心知道没有',
  openTransactions: '没有办完的业务',
  outbox: '没有发出的业务',
  deadLetters: '发不出去的业务',
  residentCards: '机器里群众的卡',
  newCards: '机器里做好的新卡',
  blanks: '空白卡',
  unsentAudit: '没有上报的记录',
};
