import type { ConfigurationTrouble } from '../contracts/configuration/poll.ts';
import type { PlainWords } from '../contracts/console/plain-words.ts';
import { both } from '../releases/plain-words.ts';

const WORDS: Readonly<Record<ConfigurationTrouble, PlainWords>> = {
  damaged: both('文件损坏', 'it is damaged'),
  'signatures-missing': both('签章不足', 'signatures are missing'),
  'signature-wrong': both('签章不正确', 'a signature is wrong'),
  'root-not-followed': both('根证书不衔接', 'the root of trust does not follow the one before'),
  'root-expired': both('根证书已过期', 'the root of trust is over'),
  'assignment-expired': both('下发指令已过期', 'what the centre said is out of date'),
  'assignment-older': both('下发指令比已有的旧', 'what the centre said is older than what it has'),
  'not-for-this-kiosk': both('不是给这台自助机的', 'it is for another kiosk'),
  'not-for-this-region-or-model': both('不适用于它的地区或型号', 'it is for another region or model'),
  'version-older': both('版本比已有的旧', 'its version is older than the one it has'),
  'version-or-line-differs': both('版本或配置线与下发指令不符', 'version or line differ from what was said'),
  'document-expired': both('文件已过有效期', 'the document is over'),
  incomplete: both('没有取全', 'not all of it could be fetched'),
  'content-invalid': both('内容不合格式', 'its content is not as agreed'),
  'does-not-fit': both('与这台自助机不匹配', 'it does not go with this kiosk'),
  'crashed-core': both('使程序崩溃', 'it crashed the program'),
  'journeys-failed': both('办理接连失败', 'journeys failed'),
  'refused-before': both('以前已拒收', 'it was refused before'),
  'disk-trouble': both('磁盘故障', 'its disk has trouble'),
};

/** Why a kiosk does not run something, for operators. */
export const TROUBLE_WORDS = Object.entries(WORDS).map(([trouble, says]) => ({ trouble, says }));
