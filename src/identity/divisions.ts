/** A division's name for showing; never for deciding (protocols 2.8: old and unknown codes are on valid cards). */
export interface DivisionName {
  readonly zh: string;
  readonly en: string;
}

/** Hainan's divisions, GB/T 2260 (protocols 2.8), statistical codes for the islands of Sansha. */
const HAINAN: Readonly<Record<string, DivisionName>> = {
  '460000': { zh: '海南省', en: 'Hainan' },
  '460100': { zh: '海口市', en: 'Haikou' },
  '460105': { zh: '秀英区', en: 'Xiuying' },
  '460106': { zh: '龙华区', en: 'Longhua' },
  '460107': { zh: '琼山区', en: 'Qiongshan' },
  '460108': { zh: '美兰区', en: 'Meilan' },
  '460200': { zh: '三亚市', en: 'Sanya' },
  '460202': { zh: '海棠区', en: 'Haitang' },
  '460203': { zh: '吉阳区', en: 'Jiyang' },
  '460204': { zh: '天涯区', en: 'Tianya' },
  '460205': { zh: '崖州区', en: 'Yazhou' },
  '460300': { zh: '三沙市', en: 'Sansha' },
  '460321': { zh: '西沙群岛', en: 'Xisha Islands' },
  '460322': { zh: '南沙群岛', en: 'Nansha Islands' },
  '460323': { zh: '中沙群岛的岛礁及其海域', en: 'Zhongsha Islands' },
  '460400': { zh: '儋州市', en: 'Danzhou' },
  '469001': { zh: '五指山市', en: 'Wuzhishan' },
  '469002': { zh: '琼海市', en: 'Qionghai' },
  '469005': { zh: '文昌市', en: 'Wenchang' },
  '469006': { zh: '万宁市', en: 'Wanning' },
  '469007': { zh: '东方市', en: 'Dongfang' },
  '469021': { zh: '定安县', en: "Ding'an" },
  '469022': { zh: '屯昌县', en: 'Tunchang' },
  '469023': { zh: '澄迈县', en: 'Chengmai' },
  '469024': { zh: '临高县', en: 'Lingao' },
  '469025': { zh: '白沙黎族自治县', en: 'Baisha' },
  '469026': { zh: '昌江黎族自治县', en: 'Changjiang' },
  '469027': { zh: '乐东黎族自治县', en: 'Ledong' },
  '469028': { zh: '陵水黎族自治县', en: 'Lingshui' },
  '469029': { zh: '保亭黎族苗族自治县', en: 'Baoting' },
  '469030': { zh: '琼中黎族苗族自治县', en: 'Qiongzhong' },
};

/** Provinces by the first two digits, to name the place that serves a card from elsewhere (ID-10). 66: own cards. */
const PROVINCES: Readonly<Record<string, DivisionName>> = {
  '11': { zh: '北京市', en: 'Beijing' },
  '12': { zh: '天津市', en: 'Tianjin' },
  '13': { zh: '河北省', en: 'Hebei' },
  '14': { zh: '山西省', en: 'Shanxi' },
  '15': { zh: '内蒙古自治区', en: 'Inner Mongolia' },
  '21': { zh: '辽宁省', en: 'Liaoning' },
  '22': { zh: '吉林省', en: 'Jilin' },
  '23': { zh: '黑龙江省', en: 'Heilongjiang' },
  '31': { zh: '上海市', en: 'Shanghai' },
  '32': { zh: '江苏省', en: 'Jiangsu' },
  '33': { zh: '浙江省', en: 'Zhejiang' },
  '34': { zh: '安徽省', en: 'Anhui' },
  '35': { zh: '福建省', en: 'Fujian' },
  '36': { zh: '江西省', en: 'Jiangxi' },
  '37': { zh: '山东省', en: 'Shandong' },
  '41': { zh: '河南省', en: 'Henan' },
  '42': { zh: '湖北省', en: 'Hubei' },
  '43': { zh: '湖南省', en: 'Hunan' },
  '44': { zh: '广东省', en: 'Guangdong' },
  '45': { zh: '广西壮族自治区', en: 'Guangxi' },
  '46': { zh: '海南省', en: 'Hainan' },
  '50': { zh: '重庆市', en: 'Chongqing' },
  '51': { zh: '四川省', en: 'Sichuan' },
  '52': { zh: '贵州省', en: 'Guizhou' },
  '53': { zh: '云南省', en: 'Yunnan' },
  '54': { zh: '西藏自治区', en: 'Tibet' },
  '61': { zh: '陕西省', en: 'Shaanxi' },
  '62': { zh: '甘肃省', en: 'Gansu' },
  '63': { zh: '青海省', en: 'Qinghai' },
  '64': { zh: '宁夏回族自治区', en: 'Ningxia' },
  '65': { zh: '新疆维吾尔自治区', en: 'Xinjiang' },
  '66': { zh: '新疆生产建设兵团', en: 'Xinjiang Production and Construction Corps' },
};

/** The division's own name where the table has it, else its province's; null where even that is unknown. */
export function divisionName(code: string): DivisionName | null {
  return HAINAN[code] ?? PROVINCES[code.slice(0, 2)] ?? null;
}
