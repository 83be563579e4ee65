export const tables = {
  search: '在表中查找',
  export: '导出 CSV',
  again: '刷新',
  shown: (shown: number, all: number) => (shown === all ? `共 ${all} 条` : `${all} 条中的 ${shown} 条`),
  nothing: '没有记录',
  nothingFound: '没有符合条件的记录，请放宽筛选条件。',
  loading: '正在读取……',
  notRead: '没有读到，联网后自动重试。',
};
