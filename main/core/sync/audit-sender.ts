import type { IdempotencyKey } from '../../../src/brand.ts';
import type { AuditRecord } from '../../../src/contracts/audit.ts';
import type { Entropy, Timers } from '../../../src/ports/clock.ts';
import type { CrashPoint } from '../crash-points.ts';
import type { AuditStore } from '../store/audit-store.ts';
import type { KioskIdentityStore } from '../store/kiosk-identity-store.ts';
import { backOffMs, spread } from './back-off.ts';
import { Bell } from './bell.ts';
import type { LinkState } from './link-state.ts';
import type { Operations } from './operations.ts';

export interface AuditSenderOptions {
  readonly audit: AuditStore;
  readonly identity: KioskIdentityStore;
  readonly operations: Operations;
  readonly link: LinkState;
  readonly timers: Timers;
  readonly entropy: Entropy;
  readonly crashPoint: CrashPoint;
  /** Told the code when the centre does not take a batch; it stays and is sent again. */
  readonly onRefused: (code: string) => void;
}

const BATCH = 200;
/** Records of one session go together: the trail is looked at this often, milliseconds. */
const EVERY_MS = 5_000;
/**
 * While there is something to record, what comes in this time goes together, milliseconds. Without it the trail of a
 * queue that drains goes record by record and takes a quarter of the centre's time.
 */
const GATHER_MS = 500;

/** A fleet whose centre is back signs in, beats and polls first: its trails follow within this time, milliseconds. */
export const TRAIL_SPREAD_MS = 30_000;

/** Brings the audit trail to the centre in batches and in order. Nothing of it is ever given up. */
export async function sendAudit(options: AuditSenderOptions, signal: AbortSignal): Promise<void> {
  const { timers, entropy, link } = options;
  const bell = new Bell();
  const unsubscribe = link.subscribe((up) => {
    if (up) void timers.sleep(spread(entropy, TRAIL_SPREAD_MS), signal).then(() => bell.ring());
  });
  let failures = 0;
  try {
    while (!signal.aborted) {
      const result = await sendBatch(options, signal);
      failures = result === 'failed' ? failures + 1 : 0;
      if (result === 'sent-full') continue;
      const waitMs = result === 'failed' ? backOffMs(failures, entropy) : AFTER[result];
      await bell.wait(timers, waitMs, signal);
    }
  } finally {
    unsubscribe();
  }
}

const AFTER = { 'nothing-to-send': EVERY_MS, sent: GATHER_MS } as const;

async function sendBatch(
  { audit, identity, operations, crashPoint, onRefused }: AuditSenderOptions,
  signal: AbortSignal,
): Promise<'nothing-to-send' | 'sent' | 'sent-full' | 'failed'> {
  const { kioskId } = identity.load();
  const after = audit.acknowledgedUpTo();
  const records = audit.unsent(BATCH);
  const last = records.at(-1);
  if (kioskId === null || !last) return 'nothing-to-send';
  const answer = await operations.put(
    batchKey(kioskId, last),
    { kind: 'audit.append', after, records },
    signal,
  );
  crashPoint('audit-after-call');
  if (signal.aborted) return 'failed';
  if (!answer.ok) {
    if (answer.error.kind === 'problem') onRefused(answer.error.code);
    return 'failed';
  }
  if (answer.value.state !== 'done' || answer.value.result.kind !== 'audit.append') return 'failed';
  // While this was under way the centre may have turned out to have less than it had.
  if (audit.acknowledgedUpTo() === after) audit.acknowledged(last.sequence);
  crashPoint('audit-after-outcome');
  return records.length === BATCH ? 'sent-full' : 'sent';
}

/** The same batch has the same key after a crash; the hash tells it from one of a store that was restored. */
function batchKey(kioskId: string, last: AuditRecord): IdempotencyKey {
  return `audit:${kioskId}:${last.sequence}:${last.hash.slice(0, 16)}` as IdempotencyKey;
}
