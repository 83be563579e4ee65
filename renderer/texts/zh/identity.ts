import type { ViewOf } from '../../../src/contracts/view.ts';
import type { FaceStep } from '../../../src/face/challenge-progress.ts';
import type { FaceHint } from '../../../src/face/quality-gates.ts';

const idCardProblems: Record<NonNullable<ViewOf<'present-id-card'>['problem']>, string> = {
  'lift-and-replace': '没有读到。请把身份证拿起来，等一下，再重新放好。',
  'reader-recovering': '读卡器正在恢复，请等一会儿。您的身份证没有问题。',
};

export const documents: Record<ViewOf<'who-you-are'>['documentKind'], string> = {
  'resident-id-card': '居民身份证',
  'hmt-residence-permit': '港澳台居民居住证',
  'foreigner-permit-2017': '外国人永久居留身份证',
  'foreigner-permit-2023': '外国人永久居留身份证（新版）',
};

export const identity = {
  presentTitle: '请把身份证放在感应区',
  presentLead: '照片朝上，放好后先不要拿开。',
  presentPicture: '把身份证平放到有波纹标记的感应区上',
  readingTitle: '正在读身份证',
  readingLead: '请不要拿开，大约 3 秒。',
  chipOnly: '只从身份证芯片读取信息，不用您自己输入身份证号。',
  problems: idCardProblems,
  documents,
  whoTitle: '是您本人吗？',
  whoLead: '为了保护隐私，只显示一部分。',
  whoKeepCard: '现在可以拿起身份证，收好。',
  longTerm: '长期有效',
  validTo: (day: string) => `到 ${day}`,
  document: '证件',
  name: '姓名',
  number: '证件号码',
  validity: '有效期',
};

const hints: Record<FaceHint, string> = {
  'no-face': '没看到您的脸，请站到机器正前方',
  'one-person': '请只让一个人在画面里',
  'come-closer': '请靠近一点',
  'move-back': '请退后一点',
  'look-straight': '请看正前方',
  'more-light': '光线太暗，请面向亮的地方',
  'too-bright': '光线太亮，请避开强光',
  'hold-still': '请站稳，不要动',
};

const faceAgain: Record<ViewOf<'face-again'>['why'], { what: string; now: string }> = {
  'not-alike': {
    what: '刚才的样子和身份证照片不太像。',
    now: '请摘下帽子、口罩和墨镜，把头发拨开，正对着摄像头再试。',
  },
  'not-live': { what: '没有看到您按提示转头。', now: '请看清箭头，慢慢转头，再慢慢转回来。' },
  'timed-out': { what: '时间到了，没有做完。', now: '不着急，准备好了再试一次。' },
  'not-measured': { what: '没有拍清楚。', now: '请站近一点，让脸在圆圈中间，不要背对亮光。' },
};

const withoutFace: Record<ViewOf<'without-face'>['why'], string> = {
  declined: '您选择了不刷脸，这没有关系。',
  failed: '刷脸没有通过，可能是光线或者照片太旧。您的卡没有变化。',
  'no-portrait': '身份证芯片里没有读到照片，没法对比。您的卡没有变化。',
  'no-camera': '摄像头现在用不了。您的卡没有变化。',
};

export const face = {
  consentTitle: '接下来要刷脸，可以吗？',
  consentLead: '为了防止别人冒用您的身份证。',
  consentPoints: [
    '用摄像头看一看您的脸，和身份证里的照片比一比。',
    '只在这台机器里比，照片不保存，也不发送到任何地方。',
    '只记下结果、分数和时间。',
    '不愿意刷脸也能办：可以改到窗口去办。',
  ],
  consentTries: (tries: number) => `最多可以试 ${tries} 次。`,
  consentYes: '同意，开始刷脸',
  consentNo: '不刷脸，换个办法',
  title: '请看着摄像头',
  attempt: (attempt: number, of: number) => `第 ${attempt} 次，共 ${of} 次`,
  notStored: '照片不保存，比完就没有了。',
  starting: '正在准备，请看着屏幕',
  hints,
  steps: {
    'look-straight': '请看正前方',
    'turn-left': '请慢慢向左转头',
    'turn-right': '请慢慢向右转头',
  } as Record<FaceStep, string>,
  stepOf: (step: number, of: number) => `做到第 ${step} 个动作，共 ${of} 个`,
  again: faceAgain,
  againTitle: '没有通过，再试一次',
  againLeft: (left: number) => `还可以试 ${left} 次。试完也不要紧，可以改到窗口办。`,
  againSafe: '您的卡和钱都没有变化。',
  without: withoutFace,
  withoutTitle: '不刷脸，可以到窗口办',
  withoutLead: '请带身份证原件到下面的窗口，工作人员会帮您核对。',
  withoutSlip: '凭条上印着窗口地址，还有您的姓名和证件号的一部分。',
  withoutStaff: '也可以请工作人员在远程帮您核对。',
  withoutPrint: '打印凭条',
  withoutStaffAsk: '请工作人员核对',
  counters: '可以去的窗口',
};
