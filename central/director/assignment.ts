import type { AssignedDocument, Assignment } from '../../src/contracts/configuration/assignment.ts';
import { serviceId } from '../../src/contracts/service.ts';
import type { Clock } from '../../src/ports/clock.ts';
import type { Queries, Tables } from '../database/tables.ts';
import { instantIn, instantNow } from '../moments.ts';
import type { CentreKey } from './centre-keys.ts';
import { fleetGeneration } from './fleet-generation.ts';
import { signStatement } from './sign-statement.ts';
import type { Standing } from './standing.ts';

/** An assignment is good for three days: a kiosk that is shown an old one for longer notices (freeze). */
export const ASSIGNMENT_LIFE_SECONDS = 72 * 60 * 60;
/** Renewed at half its life, so that a link may be down for a day and a half without an alarm. */
const RENEWED_AFTER_MS = (ASSIGNMENT_LIFE_SECONDS / 2) * 1000;
/** Most revoked kiosks an assignment names (src/contracts/configuration/assignment.ts): the latest. */
const MOST_REVOKED = 2_000;
/** No kiosk counts so far by itself: a number beyond it is made up. */
const HIGHEST_VERSION = 2_000_000_000;

/** Whether a kiosk needs a new one: none yet, something changed, it is old, or the kiosk knows of newer ones than we. */
export function needsAssignment({ given, generation }: Standing, taken: number, nowMs: number): boolean {
  if (given === null || given.stale || given.generation !== generation) return true;
  // The service was restored from a backup: the kiosk refuses what is older than what it has.
  if (taken > given.version && taken < HIGHEST_VERSION) return true;
  return nowMs - Date.parse(given.issuedAt) >= RENEWED_AFTER_MS;
}

interface Assigned {
  readonly documents: AssignedDocument[];
  readonly back: Assignment['back'];
}

/** What kiosks are to run of each kind. A rollout that was turned back names what the kiosk ran before it. */
async function documentsFor(q: Queries, kioskIds: readonly string[]): Promise<Map<string, Assigned>> {
  const targets = await q
    .selectFrom('kiosk_target as target')
    .innerJoin('configuration_document as wanted', 'wanted.sha256', 'target.sha256')
    .leftJoin('configuration_document as before', 'before.sha256', 'target.before_sha256')
    .where('target.kiosk_id', 'in', kioskIds)
    .orderBy('target.kind')
    .select([
      'target.kiosk_id',
      'target.back',
      'wanted.kind',
      'wanted.line',
      'wanted.version',
      'wanted.sha256',
      'wanted.length',
      'before.line as before_line',
      'before.version as before_version',
      'before.sha256 as before_sha256',
      'before.length as before_length',
    ])
    .execute();
  const all = new Map(kioskIds.map((kioskId): [string, Assigned] => [kioskId, { documents: [], back: [] }]));
  for (const target of targets) {
    const assigned = all.get(target.kiosk_id);
    if (!assigned) continue;
    const { kind, line, version, sha256, length } = target;
    if (target.back === 0) {
      assigned.documents.push({ kind, line, version, sha256, length });
      continue;
    }
    const { before_line, before_version, before_sha256, before_length } = target;
    if (before_line === null || before_version === null || before_sha256 === null || before_length === null) {
      // As shipped: no document of this kind, and the word that this is meant.
      assigned.back.push({ kind, version });
      continue;
    }
    assigned.back.push({ kind, version: before_version });
    assigned.documents.push({
      kind,
      line: before_line,
      version: before_version,
      sha256: before_sha256,
      length: before_length,
    });
  }
  return all;
}

/** Services that are closed for everybody now, each once, since its first closure. */
async function closedServices(q: Queries): Promise<Assignment['closedServices']> {
  const closures = await q
    .selectFrom('service_closure')
    .select(['service', 'since', 'reason'])
    .where('opened_at', 'is', null)
    .orderBy('since')
    .execute();
  const closed = new Map<string, Assignment['closedServices'][number]>();
  for (const { service, since, reason } of closures) {
    if (!closed.has(service)) closed.set(service, { service: serviceId.parse(service), since, reason });
  }
  return [...closed.values()];
}

async function revokedKiosks(q: Queries): Promise<string[]> {
  const revoked = await q
    .selectFrom('kiosk')
    .select('kiosk_id')
    .where('revoked_at', 'is not', null)
    .orderBy('revoked_at', 'desc')
    .limit(MOST_REVOKED)
    .execute();
  return revoked.map(({ kiosk_id }) => kiosk_id);
}

/** What is the same in every assignment that is made in one commit. */
export interface ForEverybody {
  readonly generation: number;
  readonly closedServices: Assignment['closedServices'];
  readonly revokedKiosks: string[];
}

export const forEverybody = async (q: Queries): Promise<ForEverybody> => ({
  generation: await fleetGeneration(q),
  closedServices: await closedServices(q),
  revokedKiosks: await revokedKiosks(q),
});

/** A kiosk that needs one, and the newest that it has. */
export interface Needing {
  readonly kioskId: string;
  readonly taken: number;
}

export interface Made {
  readonly version: number;
  readonly statement: string;
}

/** Makes and keeps the next assignment of each kiosk, within the caller's commit; answers in their order. */
export async function assign(
  q: Queries,
  clock: Clock,
  director: CentreKey,
  everybody: ForEverybody,
  kiosks: readonly Needing[],
): Promise<Made[]> {
  const { generation, ...common } = everybody;
  // One that asks twice at a time is given one.
  const taken = new Map<string, number>();
  for (const kiosk of kiosks) taken.set(kiosk.kioskId, Math.max(kiosk.taken, taken.get(kiosk.kioskId) ?? 0));
  const kioskIds = [...taken.keys()];
  const last = await lastVersions(q, kioskIds);
  const wanted = await documentsFor(q, kioskIds);
  const issuedAt = instantNow(clock);
  const expiresAt = instantIn(clock, ASSIGNMENT_LIFE_SECONDS);
  const rows = [...taken].map(([kioskId, newest]) => {
    const version = Math.max(last.get(kioskId) ?? 0, newest < HIGHEST_VERSION ? newest : 0) + 1;
    const { documents, back } = wanted.get(kioskId) ?? { documents: [], back: [] };
    const head = { type: 'yikatong-assignment' as const, kioskId, version, issuedAt, expiresAt };
    const payload: Assignment = { ...head, documents, back, ...common };
    const statement = JSON.stringify(signStatement(director, payload));
    const dates = { issued_at: issuedAt, expires_at: expiresAt };
    return { kiosk_id: kioskId, version, statement, ...dates, stale: 0, generation };
  });
  await keep(q, rows, wanted);
  const made = new Map(rows.map(({ kiosk_id, version, statement }) => [kiosk_id, { version, statement }]));
  return kiosks.flatMap(({ kioskId }) => made.get(kioskId) ?? []);
}

async function lastVersions(q: Queries, kioskIds: readonly string[]): Promise<Map<string, number>> {
  const rows = await q
    .selectFrom('kiosk_assignment')
    .select(['kiosk_id', 'version'])
    .where('kiosk_id', 'in', kioskIds)
    .execute();
  return new Map(rows.map(({ kiosk_id, version }) => [kiosk_id, version]));
}

async function keep(
  q: Queries,
  rows: readonly Tables['kiosk_assignment'][],
  wanted: ReadonlyMap<string, Assigned>,
): Promise<void> {
  await q
    .insertInto('kiosk_assignment')
    .values([...rows])
    .onConflict((conflict) =>
      conflict.column('kiosk_id').doUpdateSet(({ ref }) => ({
        version: ref('excluded.version'),
        statement: ref('excluded.statement'),
        issued_at: ref('excluded.issued_at'),
        expires_at: ref('excluded.expires_at'),
        stale: ref('excluded.stale'),
        generation: ref('excluded.generation'),
      })),
    )
    .execute();
  const named = rows.flatMap(({ kiosk_id, version }) =>
    (wanted.get(kiosk_id)?.documents ?? []).map(({ sha256 }) => ({ kiosk_id, sha256, assignment: version })),
  );
  if (named.length === 0) return;
  await q
    .insertInto('kiosk_document')
    .values(named)
    .onConflict((conflict) =>
      conflict
        .columns(['kiosk_id', 'sha256'])
        .doUpdateSet(({ ref }) => ({ assignment: ref('excluded.assignment') })),
    )
    .execute();
}
