import type { IdempotencyKey } from '../../brand.ts';
import type { RequestState } from '../request-state.ts';
import { isPending, refundDue } from '../request-state.ts';
import type { RequestStep } from '../request-step.ts';
import type { Looked } from './every-answer.ts';
import { accepted, intentOf } from './explore.ts';
import { viewOf } from './request-view.ts';

/**
 * What is wrong with a step, in this state and with these answers; null where nothing is. A step that writes must write
 * what the reader takes, and the reader takes no act twice, no second order and nothing that contradicts a fact; a
 * question must not have an answer yet; an end leaves nothing open but what lies with the dead letters.
 */
export function wrongWith(state: RequestState, step: RequestStep, looked: Looked): string | null {
  switch (step.kind) {
    case 'record':
      return viewOf(accepted(state, step.entry)) === viewOf(state) ? 'records what is on record' : null;
    case 'cancel-order':
    case 'refund':
    case 'switch':
    case 'deliver':
    case 'to-bin':
      accepted(state, intentOf(step, state));
      return null;
    case 'ask-payment': {
      const known = looked.payment?.state;
      return known === 'paid' || known === 'expired' || known === 'cancelled' ? 'asks what is known' : null;
    }
    case 'ask-authority': {
      const known = looked.authority.get(step.key)?.state;
      return known === undefined || known === 'in-progress' ? null : 'asks what is known';
    }
    case 'void-at-authority':
      return mayVoid(state, step.key, looked) ? null : 'voids what may have been received';
    case 'read-issuer':
      return looked.issuer === null || looked.issuer === undefined ? null : 'reads what was read';
    case 'read-acceptor':
      return looked.acceptor === null || looked.acceptor === undefined ? null : 'reads what was read';
    case 'wait-for-outbox':
      return outboxOf(state).some((act) => act.key === step.key && isPending(act)) &&
        looked.undeliverable.get(step.key) !== true
        ? null
        : 'waits for what is not on its way';
    case 'hand-to-technician':
      return step.fault === 'order-forgotten' && looked.payment?.state === 'none'
        ? null
        : `gives up: ${step.fault}`;
    case 'close':
      return leftOpen(state, step.technician, looked);
  }
}

/** Only what the authority says it never received is voided; an order also where the centre knows none. */
function mayVoid(state: RequestState, key: IdempotencyKey, looked: Looked): boolean {
  const heard = looked.authority.get(key)?.state;
  if (heard === 'never-received') return true;
  return state.pay?.key === key && heard === undefined && looked.payment?.state === 'none';
}

type Begun = Extract<RequestState['cancel'], { readonly key: IdempotencyKey }>;
const outboxOf = ({ cancel, refund, switched, delivery }: RequestState): Begun[] =>
  [cancel, refund, switched, delivery].filter((act) => act.stage !== 'not-begun');

function leftOpen(
  state: RequestState,
  technician: readonly string[],
  { undeliverable }: Looked,
): string | null {
  const { pay, loss, submit, cards, oldCard, refund, delivery, issue } = state;
  const last = cards.at(-1);
  if (pay !== null && (pay.end === null || pay.end.result === 'open')) return 'closes over an open order';
  if (isPending(loss) || isPending(submit)) return 'closes over an act nobody knows';
  if (last && isPending(last.bind)) return 'closes over a binding nobody knows';
  if (refundDue(state) !== null && refund.stage === 'not-begun') return 'closes and owes money';
  const owed = submit.stage === 'answered' && submit.answer.result === 'done' && issue === 'on-the-spot';
  if (owed && delivery.stage === 'not-begun') return 'closes and the authority was not told';
  if (last?.taken === 'intended' || last?.present === 'intended') return 'closes over a moving card';
  if (last?.bin?.end === null || oldCard === 'intended') return 'closes over a moving card';
  const waits = outboxOf(state).filter((act) => isPending(act) && undeliverable.get(act.key) !== true);
  if (waits.length > 0) return 'closes over the outbox';
  const dead = outboxOf(state).filter((act) => isPending(act) && act !== state.cancel);
  return dead.length > 0 && technician.length === 0 ? 'closes over a dead letter nobody sees' : null;
}
