const dispositions: Readonly<Record<string, string>> = {
  completed: '办成',
  cancelled: '居民取消',
  'timed-out': '无人操作',
  refused: '不符合条件',
  trouble: '故障没办成',
};

export const figures = {
  dispositions,
  days: '日期',
  by: '按什么看',
  groups: {
    day: '按天',
    service: '按业务',
    region: '按地区',
    'day-service': '按天和业务',
    'day-region': '按天和地区',
    'service-region': '按业务和地区',
    'day-service-region': '按天、业务和地区',
  },
  day: '日期',
  sessions: '办理次数',
  mean: '平均用时（秒）',
  completedShare: '办成率',
  chart: '每天办了多少，有多少没办成？',
  empty: '这段时间没有办理记录。',
};
