import type { TaskCatalogue } from '../task-words.ts';
import { cardTasks } from './tasks-cards.ts';
import { cardReasons, taskCodes } from './tasks-codes.ts';
import { deviceTasks } from './tasks-devices.ts';
import { taskFrame } from './tasks-frame.ts';
import { systemTasks } from './tasks-system.ts';
import { taskFacts, taskValues } from './tasks-values.ts';

/** Everything a technician reads while a task leads them. */
export const tasks: TaskCatalogue = {
  frame: taskFrame,
  tasks: { ...cardTasks, ...deviceTasks, ...systemTasks },
  pictures: {
    'open-cabinet': '打开下面的柜门',
    'close-cabinet': '关上下面的柜门',
    'look-inside': '用手电照柜里，找一张卡',
    'machine-works': '机器正在做',
    restart: '机器重新启动',
    'pack-label': '看包装封条上的张数',
    'count-first': '一个人数卡',
    'count-second': '另一个人再数卡',
    'fill-stack': '空白卡从上面放进空白卡箱',
    'empty-stack': '空白卡从空白卡箱往上取出来',
    'retain-bin': '旧卡箱从收卡机下面拉出来',
    'reject-bin': '废卡箱从发卡机下面拉出来',
    'sealed-bag': '封口袋正面的编号',
    'seal-bag': '撕开胶条，封好袋子',
    'open-cover': '打印机的盖子向上打开',
    'close-cover': '打印机的盖子向下合上',
    'paper-roll': '纸卷从上面放进去，纸头从下面出来',
    'test-print': '样张：黑的黑，字清楚，不缺边',
    'cable-out': '把设备的线拔出来',
    'cable-in': '把设备的线插进去',
    'stick-in': '优盘插进柜门里的接口',
    'stick-out': '优盘拔出来',
    'touch-grid': '手指划过屏幕上的每一格',
    'network-plug': '网线插进网口',
    'test-device': '单独检查一台设备',
    speaker: '喇叭发出声音',
    'two-clocks': '本机的钟和中心的钟',
    'enrolment-code': '写着登记码的纸',
    'end-of-keys': '密钥作废',
    'service-tile': '首页上的一项业务',
    unlock: '打开锁',
    'what-is-left': '还剩下什么的清单',
    'lay-id-card': '身份证平放在感应区上',
    'insert-card': '卡芯片朝上，芯片这一头插进读卡口',
    'card-into-acceptor': '卡芯片朝上，放进收卡口',
    'code-to-scanner': '二维码对着扫码口',
    'press-keys': '在密码键盘上按两个数字键',
    lamps: '机器正面的四盏灯和补光灯',
    'low-reach': '坐轮椅的人按得到下半部分的按钮',
  },
  values: taskValues,
  codes: taskCodes,
  unknownCode: (code) => `没有见过的代码，请告诉中心：${code}`,
  reasons: cardReasons,
  reasonOther: { blank: '没有做好', resident: '留在机器里' },
  reasonCode: (reason) => `原因代码 ${reason}`,
  facts: taskFacts,
};
