import type { Place, Tile, View } from '../../src/contracts/view.ts';

/** Fictitious throughout: no such person, number or kiosk. */
export const PLACES: Place[] = [
  // As long as the longest of a pack's list.
  [
    '海口市',
    '海口市社会保障卡一卡通中心国兴服务大厅',
    '海口市美兰区大英山西二街 2 号法苑里小区农商银行二楼（政务中心北门斜对面）',
  ],
  ['海口市', '海口农商银行大同支行', '海口市龙华区大同路 12 号一楼营业厅'],
  ['海口市', '美兰区人力资源和社会保障服务中心', '海口市美兰区海府路 59 号政务服务中心二楼 C 区 12 号窗口'],
  ['海口市', '琼山区社会保险经办机构', '海口市琼山区府城镇中山南路 3 号'],
  ['海口市', '秀英区便民服务中心', '海口市秀英区秀华路 9 号'],
  ['海口市', '海甸岛便民服务站', '海口市美兰区人民大道 40 号'],
  ['三亚市', '三亚市社会保险服务中心', '三亚市吉阳区迎宾路 182 号'],
  ['儋州市', '儋州市社会保险服务中心', '儋州市那大镇伏波东路 2 号'],
  ...[
    '文昌市',
    '琼海市',
    '万宁市',
    '东方市',
    '五指山市',
    '定安县',
    '屯昌县',
    '澄迈县',
    '临高县',
    '昌江黎族自治县',
    '乐东黎族自治县',
    '陵水黎族自治县',
    '白沙黎族自治县',
    '保亭黎族苗族自治县',
    '琼中黎族苗族自治县',
    '洋浦经济开发区',
  ].map((region) => [region, `${region}社会保险服务中心`, `${region}人民路 1 号`] as const),
].map(([region = '', name = '', address = ''], at) => ({
  id: `place-${at}`,
  region,
  name,
  address,
  phones: ['0898-12345678'],
}));

export const OCCUPATIONS = [
  '国家机关、党群组织、企业、事业单位负责人',
  '专业技术人员',
  '办事人员和有关人员',
  '商业、服务业人员',
  '农、林、牧、渔、水利业生产人员',
  '生产、运输设备操作人员及有关人员',
  '军人',
  '学生',
  '退休人员',
  '无业人员',
  '不便分类的其他从业人员',
].map((label, at) => ({ value: String(at), label }));

const tile = (service: Tile['service'], more: Partial<Tile> = {}): Tile => ({
  service,
  minutes: 4,
  free: true,
  available: true,
  reason: null,
  notice: null,
  ...more,
});

const closed = (service: Tile['service']) => tile(service, { available: false, reason: 'not-at-this-kiosk' });

/** All that a kiosk with every device does. */
export const TILES: Tile[] = [
  tile('apply'),
  tile('activate', { minutes: 2 }),
  tile('loss', { minutes: 1 }),
  tile('replace', { free: false }),
  tile('swap', { notice: 'collect-later' }),
  tile('exchange', { notice: 'guide-only' }),
  ...(
    [
      'certify',
      'records',
      'progress',
      'read-card',
      'contact-data',
      'electronic-card',
      'outlets',
      'help',
    ] as const
  ).map((service) => tile(service)),
];

export const TILES_FEW: Tile[] = [
  tile('apply'),
  tile('activate', { minutes: 2 }),
  ...(['loss', 'replace', 'swap', 'exchange', 'certify', 'records'] as const).map(closed),
];

export const TILES_IN_TROUBLE: Tile[] = [
  tile('apply', { notice: 'will-be-sent-later' }),
  tile('activate', { available: false, reason: 'link-down' }),
  tile('loss', { available: false, reason: 'id-card-reader-down' }),
  tile('replace', { notice: 'no-paper' }),
  tile('swap', { available: false, reason: 'retain-bin-full' }),
  tile('exchange', { available: false, reason: 'no-stock' }),
  tile('certify', { notice: 'will-be-sent-later' }),
  tile('records', { available: false, reason: 'link-down' }),
  tile('progress', { available: false, reason: 'link-down' }),
  tile('read-card', { available: false, reason: 'social-card-reader-down' }),
  tile('contact-data', { available: false, reason: 'id-card-reader-down' }),
  closed('electronic-card'),
  tile('outlets'),
  tile('help'),
];

/** A light square: stands for a picture that is nobody's. */
export const PICTURE =
  '/9j/4AAQSkZJRgABAQEASABIAAD/2wBDAAMCAgICAgMCAgIDAwMDBAYEBAQEBAgGBgUGCQgKCgkICQkKDA8MCgsOCwkJDRENDg8QEBEQCgwSExIQEw8QEBD/yQALCAABAAEBAREA/8wABgAQEAX/2gAIAQEAAD8A0s8g/9k=';

export const CHROME = {
  revision: 1,
  kioskName: '海甸便民服务站 1 号机',
  language: 'zh-CN',
  elder: false,
  lowReach: false,
  service: null,
  progress: null,
  secondsLeft: 58,
  can: ['set-elder', 'set-language', 'set-low-reach'],
  overlay: null,
  hotlines: [
    {
      number: '12333',
      hours: { zh: '工作日 8:00-12:00，14:30-17:30', en: 'Workdays 8:00-12:00, 14:30-17:30' },
    },
    { number: '0898-96588', hours: { zh: '全天', en: 'Always' } },
  ],
  linkUp: true,
  now: Date.UTC(2026, 10, 22, 1, 41),
} satisfies Partial<View>;
