import type { Catalogue } from '../catalogue.ts';

export const alarms: Catalogue['alarms'] = {
  views: { standing: 'Standing', quiet: 'Acknowledged', history: 'Over' },
  kind: 'Alarm',
  which: 'Part',
  detail: 'Detail',
  lasts: 'For',
  over: 'Over at',
  acknowledged: 'Acknowledged',
  acknowledge: 'Acknowledge',
  acknowledgeTitle: 'Acknowledge this alarm',
  acknowledgeText: 'It leaves the standing ones until it is over and happens anew.',
  note: 'What is done about it (kept in the record)',
  done: 'Acknowledged',
  by: (id, at) => `${id}, ${at}`,
  empty: 'No alarms.',
};
