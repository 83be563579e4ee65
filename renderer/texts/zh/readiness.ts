import type { MaintenancePageOf } from '../../../src/contracts/maintenance/page.ts';

type Readiness = MaintenancePageOf<'readiness'>;
type Why = NonNullable<Readiness['tasks'][number]['why']>;

const next = {
  'check-cable': '检查电源线和数据线',
  'call-centre': '联系中心',
  wait: '等它自己恢复',
  'clean-camera': '擦干净镜头',
  'more-light': '把灯打开，或者挡住背光',
};
const paper: Record<Readiness['paper'], string> = {
  offered: '打印报告',
  printing: '正在打印',
  printed: '已打印，再打',
  failed: '没打成，再试',
  'not-possible': '打印不了',
};
const saved: Record<Readiness['saved'], string> = {
  offered: '存到优盘',
  saving: '正在存',
  saved: '已存好，再存',
  'no-stick': '没有优盘，再试',
  failed: '没存成，再试',
};
const why: Record<Why, string> = {
  'not-this-role': '您没有这个权限',
  'not-fitted': '本机没有这个设备',
  'enrolled-already': '本机已经登记过',
  'unfinished-first': '先做完没做完的',
  revoked: '本机已吊销',
};

/** The readiness page: can people be served, what is wrong, what to do next. */
export const readiness = {
  verdict: {
    stop: (lines: number) => `有 ${lines} 项现在就要处理`,
    soon: (lines: number) => `可以服务，有 ${lines} 项要留意`,
    well: '一切正常，可以服务',
  },
  verdictLine: {
    stop: '处理好之前，有些业务办不了。',
    soon: '居民现在能办，再拖就会停。',
    well: '可以离开，恢复服务。',
  },
  levels: { stop: '要处理', soon: '要留意', well: '正常' },
  looking: '正在检查，几秒钟就好',
  lookAgain: '再查一次',
  madeAt: (time: string) => `${time} 查的`,
  since: (moment: string) => `${moment} 起`,
  lastSuccess: (moment: string) => `上次正常 ${moment}`,
  code: (code: string) => `代码 ${code}`,
  wellFolded: (lines: number) => `${lines} 项正常`,
  wellTitle: (lines: number) => `${lines} 项正常`,
  backToNeeds: '回到检查结果',
  nothingToDo: '没有要处理的',
  nothingToDoLine: '可以离开，恢复服务；也可以看看全部任务。',
  next,
  unfinished: {
    title: (task: string) => `${task}没有做完`,
    begun: (technician: string, moment: string) => `${technician}，${moment} 开始`,
    mustFinish: '卡可能动过了，一定要做完',
    goOn: '接着做',
  },
  groups: { cards: '卡', devices: '纸和设备', system: '系统', ends: '启用和停用' },
  tasks: '全部任务',
  tasksTitle: '要做什么？',
  why,
  paper,
  saved,
  devices: '设备记录',
  leave: '离开',
  camera: {
    title: '摄像头画面',
    light: { dark: '太暗', right: '光线合适', bright: '太亮' },
    focus: { blurred: '不清楚', right: '清楚' },
    measuring: '正在看光线和清晰度',
    none: '没有画面',
    stays: '画面只在这里，不保存',
  },
};
