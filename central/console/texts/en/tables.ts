import type { Catalogue } from '../catalogue.ts';

export const tables: Catalogue['tables'] = {
  search: 'Find in this table',
  export: 'Export CSV',
  again: 'Refresh',
  shown: (shown, all) => (shown === all ? `${all} lines` : `${shown} of ${all} lines`),
  nothing: 'Nothing here',
  nothingFound: 'Nothing matches: widen the filter.',
  loading: 'Reading …',
  notRead: 'Could not be read; it is tried again by itself.',
};
