import type { DocumentFault, PlainWords } from '../contracts/console/plain-words.ts';
import type { RefusedAct, ReleaseRefusal } from '../contracts/console/releases.ts';
import { both } from './plain-words.ts';

/** Why a release stays as it is, as operators read it. */
export const REFUSAL_WORDS: Readonly<Record<ReleaseRefusal, PlainWords>> = {
  'no-such-release': both('没有这个发布。', 'There is no such release.'),
  'not-now': both('这个发布现在不在这一步。', 'The release is not at this step.'),
  'changed-meanwhile': both(
    '有人在您查看之后改过这个发布，请重新看一遍。',
    'Somebody changed the release after you looked: look again.',
  ),
  'no-such-document': both('这个发布里没有这份内容。', 'The release has no such document.'),
  'no-documents': both('这个发布里还没有内容。', 'There is nothing in the release yet.'),
  'document-faulty': both('内容有错，改好才能继续。', 'Something in the document is wrong: mend it first.'),
  'own-draft': both('自己起草的发布要由另一个人复核。', 'Somebody else has to approve what you drafted.'),
  'newer-meanwhile': both(
    '同类内容刚有更新的版本，请退回重看差异。',
    'A newer version of this document came meanwhile: send it back and look at the differences.',
  ),
  'payload-differs': both(
    '签的不是复核通过的内容，请重新取待签文件。',
    'This signs something else than what was approved: fetch the payload again.',
  ),
  'signature-malformed': both('签章文件格式不对。', 'This is no signature of the agreed form.'),
  'key-unknown': both('这把钥匙不在信任名单里。', 'The root names no such key.'),
  'key-of-another-role': both('这把钥匙不能签这类内容。', 'This key does not sign documents of this kind.'),
  'office-signed-already': both(
    '这把钥匙已经签过了，要由另一家签。',
    'This key has signed already: another office has to.',
  ),
  'signature-wrong': both('签章和内容不符。', 'The signature does not fit the document.'),
  'no-root': both('还没有信任根，不能签章。', 'There is no root of trust yet: nothing can be signed.'),
  'root-not-followed': both(
    '这份信任根不是现有信任根的下一版，或者签名不够。',
    'This root does not follow the present one, or too few have signed it.',
  ),
  'root-over': both('信任根已过期，先换新的信任根。', 'The root of trust is over: add the next one first.'),
};

/** The answer that leaves everything as it is. */
export const refused = (refusal: ReleaseRefusal, faults: readonly DocumentFault[] = []): RefusedAct => ({
  done: false,
  refusal,
  says: REFUSAL_WORDS[refusal],
  faults: [...faults],
});
