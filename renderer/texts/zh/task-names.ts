import type { TaskKind } from '../../../src/contracts/maintenance/tasks.ts';

/** Every guided task by name, the same in the list, on buttons and above its steps. `line`: what it is for. */
export const taskNames: Record<TaskKind, { readonly name: string; readonly line: string }> = {
  'load-cards': { name: '装空白卡', line: '两人各数一遍' },
  'count-stack': { name: '清点空白卡', line: '两人，取出来再数' },
  'empty-retain-bin': { name: '清旧卡箱', line: '两人，旧卡装袋封好' },
  'empty-reject-bin': { name: '清废卡箱', line: '两人，废卡装袋封好' },
  'settle-unknown': { name: '核对不明业务', line: '看看卡在哪里' },
  'change-paper': { name: '换凭条纸', line: '换完打一张试试' },
  'replace-device': { name: '换设备', line: '拔下旧的，插上新的' },
  'test-device': { name: '测试设备', line: '一个一个单独测' },
  'export-logs': { name: '导出日志', line: '存到优盘，已加密' },
  'set-clock': { name: '校对时间', line: '和中心的时间比一比' },
  'set-network': { name: '设置网络', line: '地址、网关' },
  'set-screen': { name: '检查触摸屏', line: '画格子，设低位模式' },
  'close-service': { name: '暂停一项业务', line: '写明原因，也可以恢复' },
  'restart-core': { name: '重启服务程序', line: '十几秒' },
  'restart-machine': { name: '重启整机', line: '大约三分钟' },
  enrol: { name: '登记新机器', line: '两人，用中心给的码' },
  decommission: { name: '停用这台机器', line: '两人，销毁密钥和数据' },
  'unlock-technician': { name: '解锁技术人员', line: '主管才能做' },
};
