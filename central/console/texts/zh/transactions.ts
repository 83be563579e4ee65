import type { TransactionPlace } from '../../../../src/contracts/console/transactions.ts';

const places: Readonly<Record<TransactionPlace, string>> = {
  kiosk: '自助机',
  queue: '待送队列',
  centre: '中心',
  authority: '经办机构',
  bank: '银行',
  acquirer: '收单方',
};

export const transactions = {
  places,
  label: '回执编号',
  hint: '在居民的凭条上。大小写、空格、少了横线都没关系；也可以扫凭条上的码，同时核对真假。',
  find: '查询',
  'wrong-form': '这不是回执编号，请对照凭条再输一次。',
  mistyped: '这个编号有一位看错或输错了，请对照凭条再输一次。',
  nothing: (reference: string) =>
    `没有找到 ${reference} 的任何记录。可能自助机还没有联网上报，请过一会儿再查。`,
  standing: '现在的情况',
  money: '钱',
  paid: '已付',
  refunded: '已退',
  yuan: (yuan: string) => `${yuan} 元`,
  orders: '订单',
  amount: '金额',
  timeline: '经过',
  where: '在哪里',
  what: '什么事',
  state: '结果',
  at: '时间',
  detail: '详情',
  held: '自助机里还存着',
  heldKinds: { 'dead-letter': '送不出去', unknown: '不知道是否办成' },
  work: '相关待办',
  noMoney: '没有收钱。',
  kiosks: '自助机',
};
