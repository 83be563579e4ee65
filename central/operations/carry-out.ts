import { ok, unreachable } from '../../src/result.ts';
import type { AuditArchive } from '../audit/archive.ts';
import type { CardAuthority } from '../authority/card-authority.ts';
import type { Payments } from '../payments/payments.ts';
import type { CarryOut } from './ledger.ts';

/** Which part of the service answers for which kind of operation. */
export const carryOutWith =
  (authority: CardAuthority, archive: AuditArchive, payments: Payments): CarryOut =>
  async (queries, kioskId, key, body) => {
    const sent = { kioskId, key };
    switch (body.kind) {
      case 'application.submit':
        return ok(await authority.submitApplication(queries, body, sent));
      case 'card.activate':
        return authority.activateCard(queries, body);
      case 'loss.report':
        return ok(await authority.reportLoss(queries, body, sent));
      case 'loss.undo':
        return ok(await authority.undoLoss(queries, body, sent));
      case 'card.request':
        return ok(await authority.requestCard(queries, body, sent));
      case 'card.bind':
        return ok(await authority.bindCard(queries, body, sent));
      case 'card.switch':
        return ok(await authority.switchCards(queries, body, sent));
      case 'card.delivery':
        return ok(await authority.settleDelivery(queries, body, sent));
      case 'certification.submit':
        return ok(await authority.certify(queries, body, sent));
      case 'contact.change':
        return ok(await authority.changeContactData(queries, body, sent));
      case 'payment.create':
        return ok(await payments.create(queries, body, sent));
      case 'payment.cancel':
        return ok(await payments.cancel(queries, body, key));
      case 'payment.refund':
        return ok(await payments.refund(queries, body, key));
      case 'audit.append': {
        const upTo = await archive.append(queries, kioskId, body.records, body.after);
        return upTo.ok ? ok({ state: 'done', result: { kind: 'audit.append', upTo: upTo.value } }) : upTo;
      }
      default:
        return unreachable(body);
    }
  };
