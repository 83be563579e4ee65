import type { Queries } from '../database/tables.ts';
import { sha256 } from '../secrets.ts';

/** Lines read at a time. */
const PAGE = 1000;

/**
 * Goes along the chain of everything operators did. `brokenAt`: sequence of the first line that does not carry on the
 * one before it: changed, taken out or put in afterwards.
 */
export async function checkActChain(queries: Queries): Promise<{ acts: number; brokenAt: number | null }> {
  let acts = 0;
  let hash = '';
  for (;;) {
    const page = await queries
      .selectFrom('operator_act')
      .selectAll()
      .where('sequence', '>', acts)
      .orderBy('sequence')
      .limit(PAGE)
      .execute();
    for (const { hash: written, ...line } of page) {
      const { sequence, at, operator_id, act, subject, detail } = line;
      const computed = sha256(
        `${hash}${JSON.stringify({ sequence, at, operator_id, act, subject, detail })}`,
      );
      if (sequence !== acts + 1 || computed !== written) return { acts, brokenAt: sequence };
      acts = sequence;
      hash = written;
    }
    if (page.length < PAGE) return { acts, brokenAt: null };
  }
}
