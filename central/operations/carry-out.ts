import { ok, unreachable } from '../../src/result.ts';
import type { AuditArchive } from '../audit/archive.ts';
import type { CardAuthority } from '../authority/card-authority.ts';
import type { Payments } from '../payments/payments.ts';
import type { CarryOut } from './ledger.ts';

/** Which part of the service answers for which kind of operation. */
export const carryOutWith =
  (authority: CardAuthority, archive: AuditArchive, payments: Payments): CarryOut =>
  async (queries, kioskId, key, body) => {
    switch (body.kind) {
      case 'application.submit':
        return ok(await authority.submitApplication(queries, body, { kioskId, key }));
      case 'card.activate':
        return authority.activateCard(queries, body);
      case 'payment.create':
        return ok(await payments.create(queries, body, key));
      case 'payment.cancel':
        return ok(await payments.cancel(queries, body, key));
      case 'payment.refund':
        return ok(await payments.refund(queries, body, key));
      case 'audit.append': {
        const upTo = await archive.append(queries, kioskId, body.records);
        return ok({ state: 'done', result: { kind: 'audit.append', upTo } });
      }
      default:
        return unreachable(body);
    }
  };
