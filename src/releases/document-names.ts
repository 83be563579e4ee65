import type { DocumentKind } from '../contracts/configuration/document.ts';
import type { PlainWords } from '../contracts/console/plain-words.ts';
import { PACK_NAMES } from './pack-names.ts';
import { both, type Names } from './plain-words.ts';

/** What operators call the kinds of configuration. */
export const KIND_NAMES: Readonly<Record<DocumentKind, PlainWords>> = {
  'policy-pack': both('政策包', 'Policy pack'),
  technicians: both('维护人员名单', 'Technician list'),
  directory: both('网点和咨询目录', 'Places and answers'),
  texts: both('界面文字', 'Screen texts'),
  notices: both('公告', 'Notices'),
  thresholds: both('告警门槛', 'Alarm thresholds'),
  'device-defaults': both('设备默认参数', 'Device defaults'),
};

const PLACE: Names = {
  id: both('编码', 'Code'),
  name: both('名称', 'Name'),
  region: both('市县', 'District'),
  address: both('地址', 'Address'),
  phones: both('电话', 'Telephone'),
};
const placesAt = (path: string): Names =>
  Object.fromEntries(Object.entries(PLACE).map(([field, name]) => [`${path}.*.${field}`, name]));

const FEES = ['application', 'activation', 'loss', 'replacement', 'swap', 'exchange'];
const FEE_NAMES: Names = Object.fromEntries(
  FEES.flatMap((service) => [
    [`${service}.fee.*.from`, both('第一天', 'First day')],
    [`${service}.fee.*.until`, both('到哪一天前', 'Until before')],
    [`${service}.fee.*.fen`, both('金额', 'Amount')],
  ]),
);

const SMALL_NAMES: Readonly<Record<Exclude<DocumentKind, 'policy-pack'>, Names>> = {
  technicians: {
    version: both('版本', 'Version'),
    issuedAt: both('签发时间', 'Issued at'),
    technicians: both('维护人员', 'Technicians'),
    'technicians.*.id': both('工号', 'Number'),
    'technicians.*.roles': both('权限', 'Roles'),
    'technicians.*.validFrom': both('起始日期', 'First day'),
    'technicians.*.validTo': both('截止日期', 'Last day'),
    'technicians.*.pin': both('密码', 'PIN'),
    'technicians.*.totpSecret': both('动态口令密钥', 'Secret of one-time codes'),
    'technicians.*.cardKey': both('工作卡公钥', 'Key of the work card'),
  },
  directory: {
    outlets: both('网点目录', 'Lists of places'),
    'outlets.*.kind': both('类别', 'Kind'),
    'outlets.*.partial': both('只列出一部分', 'Names only some'),
    'outlets.*.source': both('来源', 'Source'),
    'outlets.*.asOf': both('来源月份', 'Month of the source'),
    'outlets.*.items': both('网点', 'Places'),
    ...placesAt('outlets.*.items'),
    'outlets.*.items.*.level': both('层级', 'Level'),
    'outlets.*.items.*.services': both('当场制卡', 'Cards on the spot'),
    'outlets.*.items.*.services.newCard': both('当场申领', 'First cards on the spot'),
    'outlets.*.items.*.services.replacement': both('当场补换', 'Replacements on the spot'),
    help: both('业务咨询', 'Answers'),
    'help.topics': both('咨询问题', 'Questions'),
    'help.topics.*.id': both('编码', 'Code'),
    'help.topics.*.sources': both('出处', 'Sources'),
    'help.topics.*.service': both('可办的业务', 'Service that settles it'),
    'help.topics.*.question': both('问题', 'Question'),
    'help.topics.*.answer': both('回答', 'Answer'),
    'help.topics.*.answer.zh': both('中文回答', 'Answer in Chinese'),
    'help.topics.*.answer.en': both('英文回答', 'Answer in English'),
    'help.topics.*.initials': both('拼音首字母', 'Initials'),
  },
  texts: { zh: both('中文界面文字', 'Chinese texts'), en: both('英文界面文字', 'English texts') },
  notices: {
    notices: both('公告', 'Notices'),
    'notices.*.id': both('编码', 'Code'),
    'notices.*.title': both('标题', 'Title'),
    'notices.*.text': both('正文', 'Text'),
    'notices.*.level': both('级别', 'Level'),
    'notices.*.from': both('开始时间', 'From'),
    'notices.*.until': both('结束时间', 'Until'),
    'notices.*.services': both('显示在哪些业务里', 'Shown with these services'),
  },
  thresholds: {
    stockLow: both('空白卡偏少（张）', 'Few blank cards'),
    stockLowOver: both('空白卡不再偏少（张）', 'Enough blank cards again'),
    binNearlyFull: both('回收箱将满（比例）', 'Bin nearly full (share)'),
    binNearlyFullOver: both('回收箱不再将满（比例）', 'Bin no longer nearly full (share)'),
    oldestWaitingMs: both('业务滞留告警（毫秒）', 'Oldest waiting request (ms)'),
    maintenanceTooLongMs: both('维护时间过长（毫秒）', 'Maintenance too long (ms)'),
    deviceDownMs: both('设备故障多久告警（毫秒）', 'Device down (ms)'),
  },
  'device-defaults': {
    defaults: both('设备默认参数', 'Device defaults'),
    'defaults.*.deviceClass': both('设备类别', 'Class of device'),
    'defaults.*.driver': both('驱动', 'Driver'),
    'defaults.*.options': both('参数', 'Options'),
  },
};

/** Every name of a kind's fields, by pattern. */
export const NAMES_OF_KIND: Readonly<Record<DocumentKind, Names>> = {
  ...SMALL_NAMES,
  'policy-pack': {
    ...PACK_NAMES,
    ...FEE_NAMES,
    ...placesAt('application.collectionOutlets'),
    ...placesAt('counters'),
  },
};

/** Objects whose names are data, not fields: `*` in a pattern. */
export const RECORDS_OF_KIND: Readonly<Record<DocumentKind, readonly string[]>> = {
  'policy-pack': ['sources'],
  technicians: [],
  directory: ['outlets'],
  texts: ['zh', 'en'],
  notices: [],
  thresholds: [],
  'device-defaults': ['defaults.*.options'],
};
