import { fact, type TasksWords } from '../task-words.ts';

const againOr = { again: '再试一次', 'give-up': '不做了' };
const sure = { yes: '是的', no: '不，回去' };

/** Logs, clock, network, restarts, enrolment, the end of a kiosk. */
export const systemTasks: Pick<
  TasksWords,
  | 'export-logs'
  | 'set-clock'
  | 'set-network'
  | 'restart-core'
  | 'restart-machine'
  | 'enrol'
  | 'decommission'
  | 'unlock-technician'
> = {
  'export-logs': {
    steps: {
      'put-stick': {
        title: '打开柜门，插进优盘',
        lead: '接口在柜门里面。文件会加密，只有中心能打开。',
        button: '插好了',
      },
      'find-stick': { title: '正在找优盘' },
      'no-stick': { title: '没有找到优盘', lead: '请拔下来，再插一次。', values: againOr },
      'choose-stick': { title: '写到哪一个优盘？', lead: '每个下面写着还空多少。' },
      write: { title: '正在写到优盘', lead: '写好以前不要拔。' },
      'not-written': { title: '没有写成', values: againOr },
      'take-stick': {
        title: '写好了，请拔下优盘',
        lead: (facts) => `文件 ${fact(facts, 'file')}，${fact(facts, 'megabytes')} 兆。`,
        button: '拔下来了',
      },
      done: { title: '日志导出好了', lead: '请关好柜门，把优盘交给中心。' },
    },
  },
  'set-clock': {
    steps: {
      compare: { title: '正在和中心对时间' },
      'choose-how': {
        title: '时间要不要改？',
        lead: (facts) =>
          facts.centreTime !== undefined
            ? `本机 ${fact(facts, 'kioskTime')}，中心 ${fact(facts, 'centreTime')}。${offset(Number(facts.offsetSeconds))}`
            : `本机 ${fact(facts, 'kioskTime')}。现在连不上中心，只能自己填。`,
        values: {
          centre: ['照中心的时间改', '最准'],
          'by-hand': ['自己填', '请看手机上的时间'],
          leave: '不改',
        },
      },
      'enter-time': { title: '现在是几点几分？', lead: '年、月、日、时、分，按顺序填。' },
      set: { title: '正在改时间' },
      'not-set': { title: '时间没有改成', values: againOr },
      done: {
        title: (facts) => (facts.how === 'left' ? '时间没有改' : '时间改好了'),
        lead: (facts) => (facts.how === 'left' ? '还是原来的时间。' : moved(Number(facts.bySeconds))),
      },
    },
  },
  'set-network': {
    steps: {
      look: { title: '正在看网络' },
      'choose-interface': { title: '设置哪一个网口？' },
      'choose-how': {
        title: '怎么上网？',
        lead: (facts) =>
          facts.address === '' || facts.address === undefined
            ? '现在没有地址。请先看看网线插好了没有。'
            : `现在的地址是 ${fact(facts, 'address')}。`,
        values: {
          automatic: ['自动', '地址由网络自己给，一般选这个'],
          fixed: ['手动填', '要有单位给的地址'],
          leave: '不改',
        },
      },
      'enter-address': { title: '填本机地址', lead: '照单位给的填，后面带斜线和位数，例如 10.1.2.3/24。' },
      'enter-gateway': { title: '填网关地址', lead: '照单位给的填，例如 10.1.2.1。' },
      'enter-name-server': { title: '填域名服务器地址', lead: '照单位给的填，例如 10.1.2.1。' },
      try: { title: '正在试新的网络', lead: '连不上中心，会自己换回原来的。' },
      'not-reached': {
        title: '连不上中心',
        lead: '已经换回原来的网络，没有断。',
        values: {
          again: '改一改，再试',
          'keep-anyway': ['还是用新的', '确定中心那边还没有通，才选这个'],
          'give-up': '用原来的',
        },
      },
      keep: { title: '正在换成新的网络' },
      done: {
        title: (facts) =>
          ({ kept: '网络设置好了', 'taken-back': '用的还是原来的网络', left: '网络没有改' })[
            fact(facts, 'outcome')
          ] ?? '网络看过了',
      },
    },
  },
  'restart-core': {
    steps: {
      sure: {
        title: '重启服务程序吗？',
        lead: '屏幕黑一下，十几秒回到检查页，不用重新登录。',
        values: { yes: '重启', no: '不重启' },
      },
      restart: { title: '正在重启服务程序', lead: '回到检查页以后，请点“接着做”。' },
      done: { title: '服务程序重启好了' },
    },
  },
  'restart-machine': {
    steps: {
      sure: {
        title: '重启整机吗？',
        lead: '大约三分钟。先看看出卡口有没有卡。',
        values: { yes: '重启', no: '不重启' },
      },
      restart: { title: '正在重启整机', lead: '不要关电源。回来请登录，在检查页点“接着做”。' },
      'not-restarted': { title: '没有重启成', button: '知道了' },
      done: { title: '整机重启好了' },
    },
  },
  enrol: {
    steps: {
      how: {
        title: '登记码怎么输？',
        lead: '登记码是中心给的，只能用一次。',
        running: '正在看本机的情况',
        values: { scan: ['扫二维码', '纸上的方块码'], type: ['自己填', '十六个字母和数字'] },
      },
      'scan-code': { title: '把二维码对着扫码口', lead: '离开一拃远，不要晃。' },
      'enter-code': { title: '填登记码', lead: '十六个字母和数字，横线不用管。' },
      enrol: { title: '正在向中心登记' },
      'not-enrolled': { title: '没有登记成', values: againOr },
      done: { title: '登记好了', lead: '中心已经认得这台机器。' },
    },
  },
  decommission: {
    steps: {
      'what-is-left': {
        title: (facts) => (Number(facts.stops) > 0 ? '现在还不能停用' : '可以停用了'),
        lead: (facts) =>
          Number(facts.stops) > 0
            ? '先清箱，等业务办完、发完，再来停用。下面列着还剩什么。'
            : '空白卡要带走。停用以后，这台机器不能再用。',
        running: '正在看还剩什么',
        values: { 'go-on': '接着停用', 'look-again': '再看一次', 'give-up': '不停用了' },
      },
      sure: {
        title: '真的要停用吗？',
        lead: '密钥和全部数据都会销毁，再也找不回来。',
        values: { ...sure, yes: '停用，全部销毁' },
      },
      'enter-kiosk-name': {
        title: '请把机器的名称打一遍',
        lead: (facts) => `照着打：${fact(facts, 'kioskName')}。键盘上没有的不用打。`,
      },
      'tell-centre': { title: '正在告诉中心' },
      'not-told': {
        title: '中心还不知道',
        lead: '可以接着停用，销毁证明上会写明中心没有收到。',
        values: { ...againOr, 'go-on': '不等了，接着停用', 'give-up': '不停用了' },
      },
      destroy: {
        title: '正在销毁密钥和数据',
        lead: '不要断电。完成后会打印一张销毁证明。',
      },
      done: { title: '这台机器已经停用' },
    },
  },
  'unlock-technician': {
    steps: {
      'choose-technician': {
        title: '给谁解锁？',
        lead: '请先确认是本人。',
        running: '正在看谁被锁了',
      },
      'nobody-locked': { title: '没有人被锁', button: '知道了' },
      unlock: { title: '正在解锁' },
      done: {
        title: (facts) =>
          facts.technician === 'nobody' ? '没有人被锁' : `${fact(facts, 'technician')} 可以登录了`,
        lead: '连错十五次还会再锁。',
      },
    },
  },
};

/** By how much it was set. Seconds; more than nought: forwards. */
function moved(seconds: number): string {
  if (!Number.isFinite(seconds) || seconds === 0) return '本来就是准的。';
  return `往${seconds > 0 ? '前' : '回'}拨了 ${Math.abs(seconds)} 秒。`;
}

/** How far the clock is off, as people say it. Seconds; more than nought: the kiosk is slow. */
function offset(seconds: number): string {
  if (!Number.isFinite(seconds)) return '';
  if (seconds === 0) return '两个一样。';
  return `本机${seconds > 0 ? '慢' : '快'} ${Math.abs(seconds)} 秒。`;
}
