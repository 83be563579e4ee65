import type { z } from 'zod';
import { type CalendarDay, dayInShanghai } from '../../src/calendar/calendar-day.ts';
import { auditRecord } from '../../src/contracts/audit.ts';
import { operationOutcome } from '../../src/contracts/central/operations.ts';
import type { Foundations } from '../foundations.ts';
import { type EnrolmentCode, mintEnrolmentCode } from '../kiosk-identity/enrolment-codes.ts';
import type { AcquirerCounter } from '../payments/reference-acquirer.ts';
import type { SentSms } from '../sms/gateway.ts';
import { type FaultSwitches, faultSwitches } from './faults.ts';
import { type registryView, viewRegistry } from './registry-view.ts';
import type { auditView, operationView } from './routes.ts';
import { type DrawPortrait, resetRegistry } from './seed.ts';

/** What may be asked and done in development, by HTTP or by whoever composed the service. */
export interface DevControls {
  readonly faults: FaultSwitches;
  residents(): Promise<z.infer<typeof registryView>>;
  /** Without a day: today in Asia/Shanghai. The acquirer behaves again. */
  reset(today?: CalendarDay): Promise<void>;
  messages(): readonly SentSms[];
  mintEnrolmentCode(): Promise<EnrolmentCode>;
  operations(which: {
    key?: string | undefined;
    receiptReference?: string | undefined;
    receivedSince?: string | undefined;
  }): Promise<z.infer<typeof operationView>[]>;
  auditTrail(): Promise<z.infer<typeof auditView>>;
}

export function devControls(
  { queries, clock, entropy, digest }: Foundations,
  drawPortrait: DrawPortrait | null,
  messages: () => readonly SentSms[],
  acquirer: Pick<AcquirerCounter, 'setMode'>,
): DevControls {
  return {
    faults: faultSwitches(),
    messages,
    residents: () => viewRegistry(queries),
    reset: async (today) => {
      acquirer.setMode('normal');
      await resetRegistry(queries, digest, today ?? dayInShanghai(clock.now()), drawPortrait);
    },
    mintEnrolmentCode: () => mintEnrolmentCode(queries, clock, entropy),
    operations: async ({ key, receiptReference, receivedSince }) => {
      let wanted = queries.selectFrom('operation').selectAll().orderBy('received_at');
      if (key !== undefined) wanted = wanted.where('idempotency_key', '=', key);
      if (receiptReference !== undefined) wanted = wanted.where('receipt_reference', '=', receiptReference);
      if (receivedSince !== undefined) wanted = wanted.where('received_at', '>=', receivedSince);
      const rows = await wanted.execute();
      return rows.map((row) => ({
        key: row.idempotency_key,
        kioskId: row.kiosk_id,
        kind: row.kind,
        receiptReference: row.receipt_reference,
        outcome: operationOutcome.parse(JSON.parse(row.outcome)),
        receivedAt: row.received_at,
      }));
    },
    auditTrail: async () => {
      const records = await queries.selectFrom('audit_record').selectAll().orderBy('sequence').execute();
      const findings = await queries.selectFrom('audit_finding').selectAll().execute();
      return {
        records: records.map(({ kiosk_id, detail, ...record }) => ({
          ...auditRecord.parse({ ...record, detail: JSON.parse(detail) }),
          kioskId: kiosk_id,
        })),
        findings: findings.map((finding) => ({
          kioskId: finding.kiosk_id,
          kind: finding.kind,
          firstSequence: finding.first_sequence,
          lastSequence: finding.last_sequence,
        })),
      };
    },
  };
}
