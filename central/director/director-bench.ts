import { generateKeyPairSync } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Assignment, assignment } from '../../src/contracts/configuration/assignment.ts';
import type { SignedStatement } from '../../src/contracts/configuration/keys.ts';
import {
  type ConfigurationAnswer,
  type ConfigurationPoll,
  type ConfigurationReport,
  configurationAnswer,
  sealingKey,
} from '../../src/contracts/configuration/poll.ts';
import { openBenchDatabase } from '../bench-database.ts';
import { centralBench } from '../central-bench.ts';
import type { Tables } from '../database/tables.ts';
import { phaseOf } from './phase.ts';
import { heldForMs } from './poll-spacing.ts';
import { BENCH_CENTRE_KEYS, benchRoot } from './trust-bench.ts';

export const LONG_WAIT_SECONDS = 55;
const LONGER_THAN_TESTS_MS = 25_000;

/** The kiosk's key for sealed documents. */
export const benchSealing = generateKeyPairSync('ec', { namedCurve: 'P-256' });
const SEALING_KEY = sealingKey.parse(benchSealing.publicKey.export({ format: 'jwk' }));

export const SHIPPED: ConfigurationReport = {
  state: 'shipped',
  trouble: null,
  assignment: 0,
  runningAssignment: 0,
  rootVersion: 1,
  running: [],
  refused: [],
};

export const pollOf = (
  report: Partial<ConfigurationReport> = {},
  change: Partial<ConfigurationPoll> = {},
): ConfigurationPoll => ({
  report: { ...SHIPPED, ...report },
  sealingKey: SEALING_KEY,
  waitSeconds: 0,
  orderResults: [],
  ...change,
});

export const payloadOf = ({ payload }: SignedStatement): unknown =>
  JSON.parse(Buffer.from(payload, 'base64url').toString());
/** What an answer assigns; throws where it assigns nothing. */
export const assignedBy = (answer: ConfigurationAnswer): Assignment => {
  if (answer.assignment === null) throw new Error('no assignment');
  return assignment.parse(payloadOf(answer.assignment));
};

/** The service with a root and keys, one kiosk, and the database beside it to put releases' and rollouts' rows into. */
export async function directorBench({ withRoot = true }: { readonly withRoot?: boolean } = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'director-'));
  const databasePath = join(folder, 'central.sqlite');
  const bench = await centralBench({
    databasePath,
    centreKeys: BENCH_CENTRE_KEYS,
    ...(withRoot && { firstRoot: benchRoot(1) }),
  });
  const rows = await openBenchDatabase(databasePath);
  const { kioskId } = bench.first;
  const poll = async (sent: ConfigurationPoll = pollOf(), token?: string): Promise<ConfigurationAnswer> => {
    const path = '/v1/configuration/polls';
    const answer =
      token === undefined
        ? await bench.call('POST', path, sent)
        : await bench.send('POST', path, sent, token);
    if (answer.status !== 200) throw new Error(JSON.stringify(answer.body));
    return configurationAnswer.parse(answer.body);
  };
  const heldMs = (of: string) => heldForMs(phaseOf(of), LONG_WAIT_SECONDS, bench.now());
  return {
    ...bench,
    rows,
    poll,
    /** The first kiosk's own moment has just passed: a poll that waits long is held for all of it. */
    momentHasPassed: (): void => bench.advance((heldMs(kioskId) + 1) / 1000),
    /** Another kiosk, whose own moment no test lives to see. */
    patientKiosk: async () => {
      for (;;) {
        const kiosk = await bench.kiosk();
        if (heldMs(kiosk.kioskId) > LONGER_THAN_TESTS_MS) return kiosk;
      }
    },
    /** Has a kiosk run a document, as a rollout would. */
    target: async (
      document: Tables['configuration_document'],
      change: { readonly kiosk?: string; readonly before?: string; readonly back?: 0 | 1 } = {},
    ): Promise<void> => {
      const { kind, line, sha256 } = document;
      const kiosk_id = change.kiosk ?? kioskId;
      const row = {
        line,
        sha256,
        before_sha256: change.before ?? null,
        rollout_id: 'RO-1',
        back: change.back ?? 0,
      };
      await rows
        .insertInto('configuration_document')
        .values(document)
        .onConflict((conflict) => conflict.column('sha256').doNothing())
        .execute();
      await rows
        .insertInto('kiosk_target')
        .values({ kiosk_id, kind, ...row })
        .onConflict((conflict) => conflict.columns(['kiosk_id', 'kind']).doUpdateSet(row))
        .execute();
      await rows.updateTable('kiosk_assignment').set({ stale: 1 }).where('kiosk_id', '=', kiosk_id).execute();
    },
    document: (sha256: string, token?: string) => {
      const path = `/v1/configuration/documents/${sha256}`;
      return token === undefined ? bench.call('GET', path) : bench.send('GET', path, undefined, token);
    },
    [Symbol.asyncDispose]: async () => {
      await bench.central.close();
      await rows.destroy();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
export type DirectorBench = Awaited<ReturnType<typeof directorBench>>;
