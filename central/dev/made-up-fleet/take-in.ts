import type { ConfigurationReport } from '../../../src/contracts/configuration/poll.ts';
import { inTransaction } from '../../database/in-transaction.ts';
import type { Foundations } from '../../foundations.ts';
import { instantIn, instantNow } from '../../moments.ts';
import { rolloutDesk } from '../../rollouts/reference-desk.ts';

/** What a kiosk does with what it was given. */
export type TakesIn = 'runs-it' | 'waits-for-resident' | 'goes-back';

const ASSIGNMENT_SECONDS = 7 * 86_400;

/** One kiosk polls, is handed its assignment, and tells what became of it. */
export async function takeIn(foundations: Foundations, kioskId: string, how: TakesIn): Promise<void> {
  const { queries, clock } = foundations;
  const desk = rolloutDesk(foundations);
  await inTransaction(queries, async (q) => {
    const at = instantNow(clock);
    const last = await q
      .selectFrom('kiosk_assignment')
      .select('version')
      .where('kiosk_id', '=', kioskId)
      .executeTakeFirst();
    const version = (last?.version ?? 0) + 1;
    const row = { version, statement: '{}', issued_at: at, expires_at: instantIn(clock, ASSIGNMENT_SECONDS) };
    await q
      .insertInto('kiosk_assignment')
      .values({ kiosk_id: kioskId, ...row, stale: 0, generation: 0 })
      .onConflict((conflict) => conflict.column('kiosk_id').doUpdateSet({ ...row, stale: 0 }))
      .execute();
    const targets = await q
      .selectFrom('kiosk_target')
      .innerJoin('configuration_document as given', 'given.sha256', 'kiosk_target.sha256')
      .select(['given.kind', 'given.line', 'given.version', 'given.sha256', 'given.added_at'])
      .where('kiosk_target.kiosk_id', '=', kioskId)
      .orderBy('given.added_at')
      .execute();
    const documents = targets.map(({ added_at: _, ...document }) => document);
    const report = reportOf(how, version, documents);
    const told = {
      polled_at: at,
      state: report.state,
      trouble: report.trouble,
      assignment: report.assignment,
      running_assignment: report.runningAssignment,
      root_version: 1,
      report: JSON.stringify(report),
      sealing_key: '{}',
    };
    await q
      .insertInto('kiosk_configuration')
      .values({ kiosk_id: kioskId, ...told })
      .onConflict((conflict) => conflict.column('kiosk_id').doUpdateSet(told))
      .execute();
    await desk.heard(q, kioskId, report);
  });
}

/** The newest document is what this is about; the ones before it run already. */
function reportOf(
  how: TakesIn,
  version: number,
  documents: ConfigurationReport['running'],
): ConfigurationReport {
  const [newest] = documents.slice(-1);
  const before = documents.slice(0, -1);
  const common = { assignment: version, rootVersion: 1 };
  switch (how) {
    case 'runs-it':
      return {
        ...common,
        state: 'running',
        trouble: null,
        runningAssignment: version,
        running: documents,
        refused: [],
      };
    case 'waits-for-resident':
      return {
        ...common,
        state: 'waiting-for-resident',
        trouble: null,
        runningAssignment: version - 1,
        running: before,
        refused: [],
      };
    case 'goes-back':
      return {
        ...common,
        state: 'returned',
        trouble: 'journeys-failed',
        runningAssignment: version - 1,
        running: before,
        refused:
          newest === undefined
            ? []
            : [{ kind: newest.kind, line: newest.line, version: newest.version, trouble: 'journeys-failed' }],
      };
  }
}
