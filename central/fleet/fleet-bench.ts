import { randomUUID } from 'node:crypto';
import type { AuditRecord } from '../../src/contracts/audit.ts';
import { AUDIT_CHAIN_START, auditChainText } from '../../src/contracts/audit-chain.ts';
import type { Heartbeat } from '../../src/contracts/central/enrolment.ts';
import type { OperatorRole } from '../../src/contracts/console/roles.ts';
import { type Answer, type BenchOptions, centralBench } from '../central-bench.ts';
import { type BenchOperator, benchOperator } from '../console-bench.ts';
import { sha256 } from '../secrets.ts';

const HEARTBEAT: Heartbeat = {
  bootId: 'boot-1',
  version: '0.1.0',
  policy: { id: 'hainan', version: 1 },
  devices: [],
  outbox: { waiting: 0, oldestSeconds: null, deadLetters: 0 },
  openTransactions: 0,
};

export const BENCH_SUPPLIES: NonNullable<Heartbeat['supplies']> = {
  blanks: 100,
  paper: 'enough',
  bins: [{ bin: 'issuer', cards: 2, capacity: 20 }],
  receipts: 10,
  cardsIssued: 5,
};

/** Shorter than a session that nobody uses. */
const SESSION_MS = 10 * 60 * 1000;

/** What a record of the bench's trail says; the number and the hash are made. */
export type SaidRecord = Pick<AuditRecord, 'event' | 'detail'> & { readonly at?: string };

/** The service with kiosks that beat and record, and people at the desk. */
export async function fleetBench(options: BenchOptions = {}) {
  const bench = await centralBench(options);
  const chains = new Map<string, { sequence: number; hash: string }>();
  const people = new Map<OperatorRole, { readonly operator: BenchOperator; readonly at: number }>();

  type Kiosk = typeof bench.first;
  const tokens = new Map<string, string>([[bench.first.kioskId, bench.first.token]]);
  const as = (kiosk: Kiosk) => tokens.get(kiosk.kioskId) ?? kiosk.token;

  /** Somebody with this role: the same one as long as their session is open. */
  async function person(role: OperatorRole): Promise<BenchOperator> {
    const known = people.get(role);
    if (known && bench.now() - known.at < SESSION_MS) return known.operator;
    const operator = await benchOperator(bench, [role]);
    people.set(role, { operator, at: bench.now() });
    return operator;
  }

  return {
    ...bench,
    database: bench.central.foundations.queries,
    person,
    operator: (roles: readonly OperatorRole[]) => benchOperator(bench, roles),
    beat: (kiosk: Kiosk, own: Partial<Heartbeat> = {}): Promise<Answer> =>
      bench.send('POST', '/v1/heartbeats', { ...HEARTBEAT, ...own }, as(kiosk)),
    /** The kiosk signs in again after time has passed. */
    signIn: async (kiosk: Kiosk): Promise<void> => {
      tokens.set(kiosk.kioskId, await kiosk.signIn());
    },
    /** Chained records, sent as the kiosk does; answers what was sent, to be sent again. */
    record: async (kiosk: Kiosk, said: readonly SaidRecord[]): Promise<AuditRecord[]> => {
      let last = chains.get(kiosk.kioskId) ?? { sequence: 0, hash: AUDIT_CHAIN_START };
      const records = said.map(({ at = new Date(bench.now()).toISOString(), ...one }) => {
        const body = { sequence: last.sequence + 1, at, ...one };
        last = { sequence: body.sequence, hash: sha256(auditChainText(last.hash, body)) };
        return { ...body, hash: last.hash };
      });
      chains.set(kiosk.kioskId, last);
      await append(kiosk, records);
      return records;
    },
    append,
    put: (kiosk: Kiosk, key: string, body: object) =>
      bench.send('PUT', `/v1/operations/${key}`, body, as(kiosk)),
    /** Looks, as a viewer; throws where there is nothing to see. */
    look: async <T>(path: string): Promise<T> => {
      const answer = await (await person('viewer')).ask('GET', path);
      if (answer.status !== 200) throw new Error(`${path}: ${JSON.stringify(answer.body)}`);
      return answer.body as T;
    },
    /** Does, with this role; answers status and code of a problem, or 200 and what was answered. */
    act: async (role: OperatorRole, method: string, path: string, body: unknown = {}): Promise<Answer> =>
      (await person(role)).ask(method, path, body),
  };

  async function append(kiosk: Kiosk, records: readonly AuditRecord[]): Promise<void> {
    const body = { kind: 'audit.append', records };
    const answer = await bench.send('PUT', `/v1/operations/${randomUUID()}`, body, as(kiosk));
    if (answer.body.state !== 'done') throw new Error(JSON.stringify(answer.body));
  }
}
export type FleetBench = Awaited<ReturnType<typeof fleetBench>>;
