const codes: Readonly<Record<string, string>> = {
  'invalid-request': '填写的内容有不符合要求的地方，请检查后再试。',
  'malformed-json': '发出的内容不完整，请刷新页面后再试。',
  'not-found': '没有找到，可能已经被别人改动，请刷新页面。',
  'too-large': '内容太大，中心收不下。',
  'rate-limited': '操作太频繁，请稍等再试。',
  internal: '中心出了故障，没有改动任何东西。请稍后再试，还不行就联系管理员。',
  unavailable: '中心暂时停用，请稍后再试。',
  forbidden: '您的角色不能做这件事。',
  'not-allowed': '您的角色不能做这件事。',
  'role-missing': '您的角色不能做这件事。',
  'csrf-wrong': '页面已过期，请刷新后再试。',
};

export const troubles = {
  noConnection: '连不上中心。请检查网络，页面会自动再试。',
  signedOut: '登录已到期，请重新登录。',
  notUnderstood: '页面与中心的版本不一致，请刷新页面。',
  refused: (code: string, retryAfterSeconds: number | null) =>
    `${codes[code] ?? `中心没有接受这次操作（${code}）。`}${retryAfterSeconds === null ? '' : `请在 ${retryAfterSeconds} 秒后再试。`}`,
  old: '下面是之前读到的内容，可能已经过时。',
};
