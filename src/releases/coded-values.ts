import type { PlainWords } from '../contracts/console/plain-words.ts';
import { SERVICES, type ServiceId } from '../contracts/service.ts';
import type { ExchangeReason } from '../policy/closed-sets.ts';
import { both, type Names } from './plain-words.ts';

/** What operators call the services of the home screen. */
export const SERVICE_NAMES: Readonly<Record<ServiceId, PlainWords>> = {
  apply: both('申领', 'application'),
  activate: both('激活', 'activation'),
  loss: both('挂失', 'loss report'),
  replace: both('补卡', 'replacement'),
  swap: both('二代换三代', 'generation swap'),
  exchange: both('换发', 'exchange'),
  certify: both('待遇资格认证', 'certification'),
  records: both('参保记录', 'insurance records'),
  progress: both('进度查询', 'progress'),
  'contact-data': both('联系信息变更', 'contact data'),
  'read-card': both('读卡', 'reading a card'),
  'electronic-card': both('电子社保卡', 'electronic card'),
  outlets: both('服务网点', 'places'),
  help: both('业务咨询', 'help'),
};
const DOCUMENTS: Names = {
  'resident-id-card': both('居民身份证', 'resident ID card'),
  'hmt-residence-permit': both('港澳台居民居住证', 'residence permit for Hong Kong, Macao and Taiwan'),
  'foreigner-permit-2017': both('外国人永久居留身份证（2017 版）', 'foreigner’s permit (2017)'),
  'foreigner-permit-2023': both('外国人永久居留身份证（2023 版）', 'foreigner’s permit (2023)'),
};
const REASONS: Readonly<Record<ExchangeReason, PlainWords>> = {
  expiry: both('到期', 'expiry'),
  'face-damaged': both('卡面损坏', 'damaged face'),
  'chip-unreadable': both('芯片读不出', 'unreadable chip'),
  'data-changed': both('关键信息变更', 'changed data'),
  generation: both('二代换三代', 'older generation'),
  'own-wish': both('本人要求', 'own wish'),
  'printing-error': both('印制错误', 'printing error'),
  'change-of-bank': both('更换合作银行', 'change of bank'),
  other: both('其他', 'another reason'),
};
const WAIVERS: Names = {
  'never-activated': both('从未激活', 'never activated'),
  hardship: both('困难群体', 'hardship'),
};
const ACCOUNTS: Names = {
  same: both('账号不变', 'same account'),
  new: both('换新账号', 'new account'),
};
const WHERE: Names = { kiosk: both('本机', 'kiosk'), counter: both('窗口', 'counter') };
const INSURANCE: Names = {
  pension: both('养老', 'pension'),
  medical: both('医疗', 'medical'),
  unemployment: both('失业', 'unemployment'),
  injury: both('工伤', 'injury'),
  maternity: both('生育', 'maternity'),
};
const ROLES: Names = {
  care: both('日常维护', 'care'),
  stock: both('卡片管理', 'stock'),
  keys: both('密钥管理', 'keys'),
  supervisor: both('主管', 'supervisor'),
};
const LEVELS: Names = { notice: both('一般', 'notice'), warning: both('重要', 'warning') };

const CODED: Readonly<Record<string, Names>> = {
  'services.*.service': SERVICE_NAMES,
  'issuance.instantFor.*': SERVICE_NAMES,
  'notices.*.services.*': SERVICE_NAMES,
  'help.topics.*.service': SERVICE_NAMES,
  'identity.acceptedDocuments.*': DOCUMENTS,
  'exchange.reasons.*.reason': REASONS,
  'exchange.reasons.*.where': WHERE,
  'loss.waivers.*': WAIVERS,
  'replacement.waivers.*': WAIVERS,
  'exchange.waivers.*': WAIVERS,
  'replacement.accountChoices.*': ACCOUNTS,
  'swap.accountChoices.*': ACCOUNTS,
  'exchange.accountChoices.*': ACCOUNTS,
  'records.types.*': INSURANCE,
  'technicians.*.roles.*': ROLES,
  'notices.*.level': LEVELS,
};

/** The words for a code at such a place of a document; undefined where it is no code. */
export function codedWords(pattern: string, value: string): PlainWords | undefined {
  const names = CODED[pattern];
  return names !== undefined && Object.hasOwn(names, value) ? names[value] : undefined;
}

/** A word for a service, or the code itself. */
export const serviceWords = (service: string): PlainWords =>
  SERVICES.find((one) => one === service) === undefined
    ? both(service, service)
    : SERVICE_NAMES[service as ServiceId];

/** A word for a service, an exchange reason, a document or a waiver wherever it stands; the code itself where there is none. */
export const codeWords = (code: string): PlainWords =>
  [SERVICE_NAMES, REASONS, DOCUMENTS, WAIVERS]
    .map((names: Names) => (Object.hasOwn(names, code) ? names[code] : undefined))
    .find((name) => name !== undefined) ?? both(code, code);
