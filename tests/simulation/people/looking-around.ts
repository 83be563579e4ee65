import { archetypesOf } from './archetype.ts';

/** Who looks something up and changes nothing: a third of the day. */
export const LOOKING_AROUND = archetypesOf([
  ['records of insurance', 'records', 'contact-known', 6, 'ended goodbye', ['insurance', 'pension']],
  ['records of payments', 'records', 'loss-active', 5, 'ended goodbye', ['payments', 'medical']],
  ['progress of a ready card', 'progress', 'progress-ready', 3, 'ended goodbye'],
  ['progress in production', 'progress', 'progress-production', 2, 'ended goodbye'],
  ['progress stopped by a photo', 'progress', 'progress-failed-photo', 1, 'ended goodbye'],
  ['progress of nothing', 'progress', 'apply-plain-2', 0.5, 'ended goodbye'],
  ['card looked at', 'read-card', 'loss-active', 4, 'ended goodbye', ['card']],
  ['lost card looked at', 'read-card', 'loss-temporary', 1, 'ended goodbye', ['card']],
  ['electronic card looked at', 'read-card', 'exchange-damaged', 2, 'ended goodbye', ['code']],
  ['electronic card', 'electronic-card', 'loss-active', 2.5, 'ended goodbye'],
  ['outlets', 'outlets', 'apply-plain-3', 4, 'ended goodbye'],
  ['help', 'help', 'apply-elder', 4, 'receipt go-to-counter'],
]);
