import { createHash } from 'node:crypto';
import { dayInShanghai } from '../../src/calendar/calendar-day.ts';
import type { AuditEventId, AuditRecord } from '../../src/contracts/audit.ts';
import { AUDIT_CHAIN_START, auditChainText } from '../../src/contracts/audit-chain.ts';
import type { Dice } from '../crash/dice.ts';

type Said = readonly [AuditEventId, AuditRecord['detail']];

/** Share of sessions that break off for a trouble of the machine. */
/** Full years of the youngest made-up resident. */
const YOUNGEST = 20;
const TROUBLE = 0.02;
const SERVICES = ['loss', 'activate', 'records', 'progress', 'certify'] as const;

/** One kiosk's audit trail: chained as a real one, and sent again until the centre has it. */
export class Trail {
  #last = { sequence: 0, hash: AUDIT_CHAIN_START };
  #waiting: AuditRecord[] = [];

  /** A resident came and went. */
  session(dice: Dice, now: number, { pack, assignment }: { pack: string; assignment: number }): void {
    const service = dice.pick(SERVICES);
    const disposition = dice.chance(TROUBLE) ? 'trouble' : dice.chance(0.2) ? 'cancelled' : 'completed';
    const seconds = 40 + dice.below(100);
    const facts = {
      ...{ day: dayInShanghai(now), pack, assignment, service, document: 'resident-id-card' },
      ...{ age: YOUNGEST + dice.below(60), region: '460000', generation: 2, faceDistance: 0.3, faceTries: 1 },
      ...{ disposition, outcome: null, seconds },
    };
    const said: Said[] = [
      ['session-started', { language: 'zh-CN', elder: false }],
      ['service-chosen', { service }],
      ['identity-read', { kind: 'resident-id-card', outcome: 'accepted' }],
      ['face-consent-given', {}],
      ['face-verified', { attempt: 1, decision: 'accept', distance: 0.3, durationMs: 900 }],
      ['receipt-printed', { outcome: disposition === 'completed' ? 'printed' : 'not-printed' }],
      ['session-facts', facts],
      ['session-ended', { disposition, service, seconds }],
    ];
    for (const [event, detail] of said) this.#add(event, detail, now);
  }

  /** What the centre has not got, and the key of just this batch; null: nothing waits. */
  batch(kioskId: string): { key: string; body: object; last: number } | null {
    const records = this.#waiting.slice(0, 200);
    const last = records.at(-1);
    const [first] = records;
    if (!first || !last) return null;
    return {
      key: `audit:${kioskId}:${last.sequence}:${last.hash.slice(0, 16)}`,
      body: { kind: 'audit.append', after: first.sequence - 1, records },
      last: last.sequence,
    };
  }

  acknowledged(upTo: number): void {
    this.#waiting = this.#waiting.filter(({ sequence }) => sequence > upTo);
  }

  #add(event: AuditEventId, detail: AuditRecord['detail'], now: number): void {
    const body = { sequence: this.#last.sequence + 1, at: new Date(now).toISOString(), event, detail };
    const hash = createHash('sha256').update(auditChainText(this.#last.hash, body)).digest('hex');
    this.#last = { sequence: body.sequence, hash };
    this.#waiting.push({ ...body, hash });
  }
}
