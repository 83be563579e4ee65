import type { ViewOf } from '../../src/contracts/view.ts';
import { PLACES } from './sample-parts.ts';

/** Lists as long as a pack's; addresses and codes are made up. */
export const CHANNELS: ViewOf<'electronic-card'>['channels'] = [
  '一卡通 APP',
  '电子社保卡（支付宝小程序）',
  '人社 APP',
  '手机银行 APP',
  '一卡通（微信小程序）',
  '掌上社保 APP',
  '国家政务服务平台、国务院客户端、云闪付、微信、支付宝',
].map((name, at) => ({
  name,
  note:
    at % 2 === 0
      ? '领到或补换第三代实体卡后，电子社保卡会自动出现在这里，实名登录就能用。'
      : '先实名登录，再点“电子社保卡”图标自己申领一次。',
  url: at === 1 ? 'https://card.example/get' : null,
  hotline: at === 0 ? '0898-12345678' : null,
}));

const REGIONS = [
  '海口',
  '三亚',
  '儋州',
  '文昌',
  '琼海',
  '万宁',
  '东方',
  '五指山',
  '定安',
  '屯昌',
  '澄迈',
  '临高',
  '昌江',
  '乐东',
  '陵水',
  '白沙',
  '保亭',
  '琼中',
  '洋浦',
] as const;

export const OUTLETS: ViewOf<'outlets'>['places'] = [
  ...PLACES.slice(0, 9).map((place) => ({ ...place, region: '海口' })),
  ...REGIONS.map((region) => ({
    id: `outlet-${region}`,
    region,
    name: `${region}社会保障卡管理中心（服务大厅）`,
    address: `${region}人民路 1 号商铺银行二楼`,
    phones: [] as string[],
  })),
].map((place, at) => ({ ...place, newCard: true, replacement: at % 2 === 0, adultsOnly: at % 3 === 1 }));

export const QUESTIONS: ViewOf<'help'>['topics'] = [
  '挂失有几种，有什么不一样？',
  '挂失要不要钱？',
  '挂失以后卡找到了怎么办？',
  '社保卡是什么？',
  '“一卡通”是什么意思？',
  '换了市县，或有外省的卡，要重新办吗？',
  '社保密码的初始密码是多少？能不改吗？',
  '补卡要多少钱，谁不用交？',
  '卡做好要多久，怎么领？',
  '电子社保卡怎么领，丢了手机怎么办？',
  '老人行动不便，可以请人代办吗？',
  '银行密码忘了怎么办？',
].map((question, at) => ({ id: `question-${at}`, question }));

export const COUNTER_TOPICS: ViewOf<'help'>['counterTopics'] = [
  '未满 16 岁的孩子办卡、用卡',
  '请人代办，或替行动不便的人办',
  '注销社会保障卡',
  '忘记密码',
  '姓名、号码或照片变了',
  '外国人、港澳台居民办卡',
  '卡上印错了',
  '想换一家银行',
].map((title, at) => ({ id: `counter-${at}`, title }));
