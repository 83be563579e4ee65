import { fact, type TasksWords, words } from '../task-words.ts';
import { deviceWord, serviceWord } from './tasks-values.ts';

const stopOr = { 'try-again': '再试一次', again: '再试一次', 'look-again': '再找一次', stop: '先停在这里' };

/** Paper, readers, tests, screen, single services. */
export const deviceTasks: Pick<
  TasksWords,
  'change-paper' | 'replace-device' | 'test-device' | 'set-screen' | 'close-service'
> = {
  'change-paper': {
    steps: {
      'open-cover': {
        title: '打开打印机的盖子',
        lead: '打开柜门，按一下打印机的开盖按钮，盖子会弹起来。',
        running: '正在问打印机',
        button: '打开了',
      },
      'put-roll': {
        title: '放进新的纸卷',
        lead: '取出旧纸芯。新纸卷的纸头从下面出来，朝着您，拉出一截。',
        button: '放好了',
      },
      'close-cover': { title: '合上盖子，听到咔的一声', lead: '纸头要露在外面。', button: '合上了' },
      'print-test': { title: '正在打印一张样张', lead: '请等纸出来。' },
      'printer-says': {
        title: '打印机还没有好',
        running: '正在问打印机',
        values: {
          'look-again': ['弄好了，再看一次', '先做黄条里写的'],
          stop: ['先停在这里', '凭条打印不了，居民要扫码'],
        },
      },
      'paper-right': {
        title: '样张打得好吗？',
        lead: '黑的地方要黑，字要清楚，左右不能缺。',
        values: {
          right: '很好',
          'print-again': '再打一张看看',
          'not-right': ['不好', '太淡、缺一边、有白线'],
        },
      },
      done: { title: '凭条纸换好了', lead: '请关好柜门。' },
    },
  },
  'replace-device': {
    steps: {
      'choose-device': {
        title: '要换哪一台设备？',
        running: '正在看有哪些设备',
      },
      'take-out': {
        title: (facts) => `拔下旧的${deviceWord(facts)}`,
        lead: '打开柜门。先拔线，再松开卡扣取下来。',
        button: '拔下来了',
      },
      'plug-in': {
        title: (facts) => `装上新的${deviceWord(facts)}`,
        lead: '卡扣要扣紧，线插到底。',
        button: '插好了',
      },
      'look-for': { title: '正在找新设备', lead: '机器在问每一个接口。' },
      'nothing-found': {
        title: '没有找到新设备',
        lead: '看看线插紧了没有，指示灯亮不亮，旧的拔下来了没有。',
        values: stopOr,
      },
      'choose-found': {
        title: '是这一台吗？',
        lead: '选出新装的那一台。',
        values: { 'look-again': '都不是，再找一次' },
      },
      'self-test': { title: '正在试新设备', lead: '试好了才会换上去。' },
      'test-failed': {
        title: '新设备没有试通',
        values: { ...stopOr, 'choose-other': '换一台再试' },
      },
      'write-table': { title: '正在登记新设备' },
      'not-written': { title: '没有登记成', values: stopOr },
      restart: {
        title: '正在换上新设备',
        lead: '屏幕会黑一下，一分钟左右回到检查页，不用登录。请点“接着做”。',
      },
      done: { title: '新设备已经在用了', lead: '请关好柜门，旧设备带回去。' },
    },
  },
  'test-device': {
    steps: {
      'choose-device': {
        title: '要试哪一台？',
        running: '正在看有哪些设备',
      },
      prepare: {
        title: (facts) => `准备试${deviceWord(facts)}`,
        lead: (facts) => words(facts, 'deviceClass', PREPARE) ?? '准备好了就开始。',
        button: '开始',
      },
      testing: {
        title: (facts) => `正在试${deviceWord(facts)}`,
        lead: (facts) => words(facts, 'deviceClass', PREPARE) ?? '请等一下。',
      },
      draw: { title: '用手指划过每一格', lead: '划到的格子会变颜色。' },
      'look-at-camera': { title: '画面清楚吗？', lead: '请站到机器前面，看光线和清晰度。' },
      'hear-sound': { title: '听得到声音吗？', lead: '一共三声，一声比一声高。' },
      'what-you-saw': {
        title: (facts) => words(facts, 'deviceClass', SAW) ?? '看到了吗？',
        values: { yes: '对，是好的', no: '不对' },
      },
      result: {
        title: (facts) =>
          ({ passed: '是好的', failed: '有问题', 'not-seen': '没有试成' })[fact(facts, 'outcome')] ??
          '试完了',
        running: '正在记下来',
        values: { 'test-another': '再试一台', finish: '不试了' },
      },
      done: { title: '试完了' },
    },
  },
  'set-screen': {
    steps: {
      draw: { title: '用手指划过每一格', lead: '划到的格子会变颜色。' },
      'touch-off': {
        title: '有的地方划不到',
        lead: (facts) => `有 ${fact(facts, 'missed')} 格没有反应。`,
        values: {
          calibrate: ['校准触摸屏', '跟着屏幕上的十字点一遍'],
          'draw-again': ['再划一遍', '先把屏幕擦干净'],
          'leave-it': ['先这样', '记下来，以后再修'],
        },
      },
      calibrate: { title: '正在校准', lead: '请准确地点屏幕上的每一个十字。' },
      'not-calibrated': { title: '没有校准成', button: '知道了' },
      'low-reach': {
        title: '按钮要放低一点吗？',
        lead: (facts) =>
          facts.now === 'on'
            ? '现在是放低的，坐轮椅的人够得到。'
            : '现在没有放低。放低以后，坐轮椅的人也够得到。',
        running: '正在看现在的设置',
        values: {
          on: ['放低', '竖着的屏幕，按钮都在下半部分'],
          off: ['不放低', '居民自己还可以按“放低”'],
        },
      },
      apply: { title: '正在保存' },
      done: { title: '屏幕检查好了' },
    },
  },
  'close-service': {
    steps: {
      'choose-service': {
        title: '哪一项业务？',
        lead: '要暂停，或者要恢复的，都在这里选。',
        running: '正在看现在的情况',
      },
      'choose-reason': {
        title: (facts) => `为什么暂停“${serviceWord(facts)}”？`,
        values: {
          'device-fault': ['设备有毛病', '它自己没有发现'],
          'no-supplies': ['没有耗材', '等人送来'],
          'office-asked': ['单位要求', '接到通知'],
          trial: ['正在试验', '试完再开'],
        },
      },
      sure: {
        title: (facts) =>
          facts.since !== undefined ? `恢复“${serviceWord(facts)}”吗？` : `暂停“${serviceWord(facts)}”吗？`,
        lead: '屏幕首页马上会变。正在办的人不受影响。',
        values: {
          close: '暂停',
          'keep-open': '不暂停',
          'open-again': '恢复使用',
          'keep-closed': '先不恢复',
        },
      },
      write: { title: '正在保存' },
      done: {
        title: (facts) =>
          facts.state === 'closed' ? `“${serviceWord(facts)}”暂停了` : `“${serviceWord(facts)}”可以用了`,
        lead: (facts) => (facts.state === 'closed' ? '修好以后，记得回来恢复。' : '首页上已经可以选了。'),
      },
    },
  },
};

/** What the hand does before a test. */
const PREPARE: Readonly<Record<string, string>> = {
  'id-card-reader': '把测试身份证平放在感应区上，不要动。',
  'social-card-reader': '把测试卡插进读卡口，芯片朝上，芯片这一头先进去。',
  'card-acceptor': '把测试卡放进收卡口，芯片朝上，松手。退出来就拿走。',
  'card-issuer': '机器会取一张空白卡，试完送进废卡箱，这张就用掉了。',
  'pin-pad': '在密码键盘上随便按两个数字键。',
  'receipt-printer': '会打印一张样张。',
  'document-printer': '会打印一张样张。',
  'card-face-printer': '只问它好不好，不用动手。',
  'code-scanner': '拿任意一个二维码，对着扫码口，离开一拃远。',
  'cabinet-board': '四盏灯轮流闪，补光灯也会亮。请看着机器正面。',
};

/** What a person has to see, because no sensor does. */
const SAW: Readonly<Record<string, string>> = {
  'receipt-printer': '样张打得好吗？',
  'document-printer': '样张打得好吗？',
  'cabinet-board': '四盏灯都闪了，补光灯也亮了吗？',
};
