import type {
  DecisionState,
  WorkItemKind,
  WorkItemState,
} from '../../../../src/contracts/console/work-words.ts';

const kinds: Readonly<Record<WorkItemKind, string>> = {
  'dead-letter': '中心没有接受的业务',
  'unknown-act': '不知道是否办成',
  'operation-forgotten': '中心丢失了已受理的业务',
  'paid-without-delivery': '已付款没有办理',
  'refund-declined': '退款被拒',
  'audit-finding': '审计记录有缺口',
};
const states: Readonly<Record<WorkItemState, string>> = {
  open: '待决定',
  proposed: '等第二个人确认',
  decided: '正在执行',
  closed: '已办结',
};
const decisions: Readonly<Record<DecisionState, string>> = {
  proposed: '已提出',
  confirmed: '已确认',
  withdrawn: '已撤回',
  sent: '已发给自助机',
  done: '已完成',
  failed: '没有做成',
};

export const work = {
  kinds,
  states,
  decisions,
  views: { waiting: '未办结', open: '待决定', proposed: '等确认', decided: '正在执行', closed: '已办结' },
  kind: '类型',
  code: '代码',
  money: '涉及钱或卡',
  closed: '办结时间',
  empty: '没有要处理的业务。',
  open: '处理',
  title: '处理这件业务',
  facts: '已知情况',
  history: '已做的决定',
  choose: '怎么处理',
  does: '会做什么',
  card: '卡会怎样',
  moneyGoes: '钱会怎样',
  second: '涉及钱或卡：提出后要另一个人确认才执行。',
  note: '您查明了什么（会留在记录里）',
  propose: '提出',
  decide: '执行',
  proposed: '已提出，等第二个人确认',
  decided: '已交办',
  confirm: '确认执行',
  confirmText: '确认后马上执行，不能撤回。',
  withdraw: '撤回',
  own: '这是您提出的，要由另一个人确认。',
  confirmed: '已确认',
  withdrawn: '已撤回',
  by: (id: string, at: string) => `${id}，${at}`,
  result: (result: string) => `结果：${result}`,
  noChoice: '现在没有可做的决定。',
  transaction: '查看整件业务',
};
