import type { ConfigurationReport, ConfigurationTrouble } from '../../src/contracts/configuration/poll.ts';
import { openBenchDatabase } from '../bench-database.ts';
import { BENCH_NOW } from '../central-bench.ts';
import { type Change, changesInProcess } from '../changes/change-signal.ts';
import { inTransaction } from '../database/in-transaction.ts';
import { migrate } from '../database/migrations.ts';
import type { Foundations } from '../foundations.ts';
import { instantNow } from '../moments.ts';
import { keyedDigest } from '../secrets.ts';
import { benchRelease } from './bench-plans.ts';
import { operatorSteps } from './operator-steps.ts';
import { rolloutDesk } from './reference-desk.ts';

/** What a made-up kiosk does with what it is given. */
export type Manners = 'takes-it' | 'waits' | 'refuses' | 'returns' | 'is-silent';

interface MadeUpKiosk {
  manners: Manners;
  assignment: number;
  runningAssignment: number;
  /** Assignments it left again and will not run. */
  left: number;
  running: ConfigurationReport['running'];
  /** Its last report: the director hears only what is new. */
  told: string | null;
}

const REGIONS = ['东区', '南区', '北区'];
/** A whole made-up fleet over a real database: kiosks poll, are handed assignments, and tell what became of them. */
export async function rolloutBench(size: number) {
  let now = BENCH_NOW;
  let chance = 0;
  const queries = await openBenchDatabase();
  await migrate(queries);
  const changes = changesInProcess();
  const heard: Change[] = [];
  changes.subscribe((change) => heard.push(change));
  const foundations: Foundations = {
    queries,
    clock: { now: () => now },
    entropy: {
      bytes: (length) => {
        chance += 1;
        return new Uint8Array(length).fill(chance);
      },
    },
    digest: keyedDigest(Buffer.alloc(32, 7)),
    changes,
  };
  const desk = rolloutDesk(foundations);
  const kiosks = new Map<string, MadeUpKiosk>();
  let sequence = 0;

  async function enrol(kioskId: string, rest: { region?: string; tags?: string[] } = {}): Promise<void> {
    kiosks.set(kioskId, {
      manners: 'takes-it',
      assignment: 0,
      runningAssignment: 0,
      left: 0,
      running: [],
      told: null,
    });
    const region = rest.region ?? REGIONS[kiosks.size % REGIONS.length] ?? null;
    await queries
      .insertInto('kiosk')
      .values({
        kiosk_id: kioskId,
        name: `hall of ${kioskId}`,
        public_key: kioskId,
        enrolled_at: instantNow(foundations.clock),
        region,
        model: 'YK-1',
        revoked_at: null,
        revoked_by: null,
        revoked_because: null,
      })
      .execute();
    for (const tag of rest.tags ?? []) {
      await queries.insertInto('kiosk_tag').values({ kiosk_id: kioskId, tag }).execute();
    }
  }

  const reportOf = (kiosk: MadeUpKiosk): ConfigurationReport => {
    const trouble: ConfigurationTrouble | null =
      kiosk.left === 0 ? null : kiosk.manners === 'returns' ? 'journeys-failed' : 'signature-wrong';
    const waits = kiosk.assignment > kiosk.runningAssignment && kiosk.left === 0;
    const state = kiosk.left > 0 ? (kiosk.manners === 'returns' ? 'returned' : 'refused') : 'running';
    return {
      state: waits ? 'waiting-for-resident' : state,
      trouble,
      assignment: kiosk.assignment,
      runningAssignment: kiosk.runningAssignment,
      rootVersion: 1,
      running: kiosk.running,
      refused: [],
    };
  };

  /** Polls, as the director hears it, and then does with the answer what its manners are. */
  async function poll(kioskId: string): Promise<void> {
    const kiosk = kiosks.get(kioskId);
    if (!kiosk || kiosk.manners === 'is-silent') return;
    const report = reportOf(kiosk);
    const text = JSON.stringify(report);
    const said = kiosk.told !== text;
    const at = instantNow(foundations.clock);
    const answer = await inTransaction(queries, async (q) => {
      const columns = {
        polled_at: at,
        state: report.state,
        trouble: report.trouble,
        assignment: report.assignment,
        running_assignment: report.runningAssignment,
        root_version: 1,
        report: text,
        sealing_key: '{}',
      };
      await q
        .insertInto('kiosk_configuration')
        .values({ kiosk_id: kioskId, ...columns })
        .onConflict((conflict) => conflict.column('kiosk_id').doUpdateSet(columns))
        .execute();
      if (kiosk.told === null) await desk.join(q, kioskId);
      if (said) await desk.heard(q, kioskId, report);
      const last = await q
        .selectFrom('kiosk_assignment')
        .selectAll()
        .where('kiosk_id', '=', kioskId)
        .executeTakeFirst();
      if (last?.stale === 0) return null;
      const row = {
        version: (last?.version ?? 0) + 1,
        statement: '{}',
        issued_at: at,
        expires_at: at,
        stale: 0,
      };
      await q
        .insertInto('kiosk_assignment')
        .values({ kiosk_id: kioskId, generation: 0, ...row })
        .onConflict((conflict) => conflict.column('kiosk_id').doUpdateSet(row))
        .execute();
      const targets = await q
        .selectFrom('kiosk_target')
        .selectAll()
        .where('kiosk_id', '=', kioskId)
        .execute();
      return { version: row.version, targets };
    });
    kiosk.told = text;
    if (answer === null) return;
    const going = answer.targets.some(({ back }) => back === 1);
    if (kiosk.manners === 'refuses' && !going) {
      kiosk.left = answer.version;
      return;
    }
    kiosk.assignment = answer.version;
    if (kiosk.manners === 'waits' && !going) return;
    if (kiosk.manners === 'returns' && !going) {
      kiosk.left = answer.version;
      return;
    }
    kiosk.left = 0;
    kiosk.runningAssignment = answer.version;
    kiosk.running = answer.targets.flatMap(({ kind, line, sha256: digest, before_sha256, back }) => {
      const runs = back === 1 ? before_sha256 : digest;
      return runs === null ? [] : [{ kind, line, version: 1, sha256: runs }];
    });
  }

  /** Everybody beats and polls, takes in what it was given, and polls again. */
  async function everybodyPolls(): Promise<void> {
    for (let round = 0; round < 2; round += 1) {
      const there = [...kiosks].flatMap(([kioskId, { manners }]) =>
        manners === 'is-silent' ? [] : [kioskId],
      );
      const at = instantNow(foundations.clock);
      const beat = { received_at: at, body: '{}', maintenance_since: null };
      await queries
        .insertInto('heartbeat')
        .values(there.map((kiosk_id) => ({ kiosk_id, ...beat })))
        .onConflict((conflict) => conflict.column('kiosk_id').doUpdateSet(beat))
        .execute();
      await queries
        .updateTable('kiosk_configuration')
        .set({ polled_at: at })
        .where('kiosk_id', 'in', there)
        .execute();
      const upToDate = await queries
        .selectFrom('kiosk_assignment')
        .select('kiosk_id')
        .where('stale', '=', 0)
        .execute();
      const nothingNew = new Set(upToDate.map(({ kiosk_id }) => kiosk_id));
      for (const [kioskId, kiosk] of kiosks) {
        const same = kiosk.told === JSON.stringify(reportOf(kiosk));
        if (!same || !nothingNew.has(kioskId)) await poll(kioskId);
      }
    }
  }

  /** So many journeys at each of these kiosks, under what it runs (or ran, where it went back). */
  async function journeys(kioskIds: Iterable<string>, each: number, failed: number, assignment?: number) {
    const rows = [...kioskIds].flatMap((kioskId) =>
      Array.from({ length: each }, (_, at) => {
        sequence += 1;
        return {
          kiosk_id: kioskId,
          sequence,
          at: instantNow(foundations.clock),
          day: '2026-11-22',
          service: 'apply',
          disposition: at < failed ? 'trouble' : 'completed',
          assignment: assignment ?? kiosks.get(kioskId)?.runningAssignment ?? 0,
          pack: 'hainan 1',
          facts: '{}',
        };
      }),
    );
    for (let from = 0; from < rows.length; from += 1_000) {
      await queries
        .insertInto('past_session')
        .values(rows.slice(from, from + 1_000))
        .execute();
    }
  }

  for (let at = 1; at <= size; at += 1) {
    await enrol(`K-${String(at).padStart(4, '0')}`, { tags: at % 20 === 1 ? ['trial'] : [] });
  }

  return {
    foundations,
    queries,
    desk,
    steps: operatorSteps(foundations),
    kiosks,
    heard,
    enrol,
    release: (releaseId: string, version: number, rest: { regions?: string[]; line?: string } = {}) =>
      benchRelease(queries, instantNow(foundations.clock), { releaseId, version, ...rest }),
    poll,
    everybodyPolls,
    journeys,
    /** Everybody polls, then there are journeys everywhere, then the time is over and somebody sweeps. */
    wavePasses: async () => {
      await everybodyPolls();
      await journeys(kiosks.keys(), 10, 0);
      now += 31 * 60_000;
      await everybodyPolls();
      await desk.sweep();
    },
    advance: (minutes: number) => {
      now += minutes * 60_000;
    },
    now: () => now,
    waves: async (rolloutId: string) =>
      new Map(
        (
          await queries.selectFrom('rollout_member').selectAll().where('rollout_id', '=', rolloutId).execute()
        ).map(({ kiosk_id, wave }) => [kiosk_id, wave]),
      ),
    acts: async () =>
      (await queries.selectFrom('operator_act').selectAll().orderBy('sequence').execute()).map(
        ({ act, operator_id }) => `${operator_id} ${act}`,
      ),
    [Symbol.asyncDispose]: () => queries.destroy(),
  };
}
export type RolloutBench = Awaited<ReturnType<typeof rolloutBench>>;
