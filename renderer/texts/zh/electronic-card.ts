export const electronicCard = {
  title: '电子社保卡在手机上领',
  lead: '用手机扫码，或者在手机里找下面的名字。',
  call: '电话',
  scan: '给我看手机上的码',
  scanLine: '用电子社保卡的码，可以看自己的卡',
  qrLabel: (name: string) => `${name}的二维码`,
  finish: '看好了',
  picture: '手机上的电子社保卡',
};
