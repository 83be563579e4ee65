import { actChain, actList, actQuery, actRow } from '../../src/contracts/console/access.ts';
import { EVERYBODY } from '../../src/contracts/console/roles.ts';
import type { Foundations } from '../foundations.ts';
import { checkActChain } from './act-chain.ts';
import type { ConsoleApp } from './console-app.ts';

/** What operators did: whoever works at the desk may look it up. */
export function actRoutes(app: ConsoleApp, { queries }: Pick<Foundations, 'queries'>): void {
  app.get(
    'acts',
    {
      roles: EVERYBODY,
      schema: {
        summary: 'What operators did, newest first',
        querystring: actQuery,
        response: { 200: actList },
      },
    },
    async ({ query }) => {
      let wanted = queries.selectFrom('operator_act').selectAll().orderBy('sequence', 'desc');
      if (query.before !== undefined) wanted = wanted.where('sequence', '<', query.before);
      if (query.operator !== undefined) wanted = wanted.where('operator_id', '=', query.operator);
      if (query.act !== undefined) wanted = wanted.where('act', '=', query.act);
      if (query.subject !== undefined) wanted = wanted.where('subject', '=', query.subject);
      if (query.from !== undefined) wanted = wanted.where('at', '>=', query.from);
      if (query.to !== undefined) wanted = wanted.where('at', '<=', query.to);
      const rows = await wanted.limit(query.limit + 1).execute();
      const acts = rows
        .slice(0, query.limit)
        .map(({ operator_id, detail, hash: _hash, ...row }) =>
          actRow.parse({ ...row, operatorId: operator_id, detail: JSON.parse(detail) }),
        );
      return { acts, more: rows.length > query.limit };
    },
  );
  app.get(
    'acts/chain',
    {
      roles: EVERYBODY,
      schema: {
        summary: 'Whether the record of acts is whole',
        response: { 200: actChain },
      },
    },
    () => checkActChain(queries),
  );
}
