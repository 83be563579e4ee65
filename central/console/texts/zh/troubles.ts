const codes: Readonly<Record<string, string>> = {
  'invalid-request': '填写的内容有不符合要求的地方，请检查后再试。',
  'malformed-json': '发出的内容不完整，请刷新页面后再试。',
  'not-found': '没有找到，可能已经被别人改动，请刷新页面。',
  'too-large': '内容太大，中心收不下。',
  'rate-limited': '操作太频繁，请稍等再试。',
  internal: '中心出了故障，没有改动任何东西。请稍后再试，还不行就联系管理员。',
  unavailable: '中心暂时停用，请稍后再试。',
  'not-allowed': '您的角色不能做这件事。',
  'invitation-invalid': '邀请码无效或已过期。',
  'not-from-this-page': '页面已过期，请刷新后再试。',
  'operator-unknown': '没有这个人员。',
  'login-taken': '这个用户名或单位账号已有人用。',
  'own-account': '不能改自己的账号，请另一位管理员来改。',
  'last-administrator': '至少要留一位管理员。',
  'signs-in-elsewhere': '他用单位账号登录，请在单位重设。',
  'not-now': '现在的情况下不能这样做，请刷新看看最新状态。',
  'own-proposal': '这是您自己提出的，要由另一个人确认。',
  'code-wrong': '验证码不对，请等下一个再试。',
  'password-wrong': '密码不对。',
  'password-too-easy': '这个密码太容易被猜到，请换一个。',
  'no-root': '还没有信任根，不能签章和下发。',
};

export const troubles = {
  noConnection: '连不上中心。请检查网络，页面会自动再试。',
  signedOut: '登录已到期，请重新登录。',
  notUnderstood: '页面与中心的版本不一致，请刷新页面。',
  refused: (code: string, retryAfterSeconds: number | null) =>
    `${codes[code] ?? `中心没有接受这次操作（${code}）。`}${retryAfterSeconds === null ? '' : `请在 ${retryAfterSeconds} 秒后再试。`}`,
  old: '下面是之前读到的内容，可能已经过时。',
};
