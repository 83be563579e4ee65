import type { PlainWords } from '../contracts/console/plain-words.ts';
import type { RolloutRefusal } from '../contracts/console/rollouts.ts';
import { both } from '../releases/plain-words.ts';

/** Why nothing was changed, for whoever clicked. */
export const ROLLOUT_REFUSAL_WORDS: Readonly<Record<RolloutRefusal, PlainWords>> = {
  'no-such-rollout': both('没有这个推送', 'There is no such rollout'),
  'no-such-release': both('没有这个发布', 'There is no such release'),
  'release-not-signed': both('发布还没有签章', 'The release is not signed yet'),
  'own-draft': both('起草人不能推送自己的发布，请由另一人推送', 'Whoever drafted it does not roll it out'),
  'plan-faulty': both('计划有问题，请先改正', 'The plan has faults: put them right first'),
  'one-at-a-time': both(
    '同一种配置的另一个推送还没有结束',
    'Another rollout of the same kind and line is not over yet',
  ),
  'not-now': both('推送目前的状态不允许这样做', 'This cannot be done while the rollout is as it is'),
  'changed-meanwhile': both('推送刚才变了，请再看一遍', 'The rollout changed meanwhile: look again'),
  'gate-not-passed': both('这一批还没有通过观察', 'The open wave has not passed its gate'),
  'quiet-hours': both('静默时段内不扩大', 'Nothing widens in quiet hours'),
};
