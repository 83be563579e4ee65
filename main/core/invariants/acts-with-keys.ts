import type { IdempotencyKey } from '../../../src/brand.ts';
import { unreachable } from '../../../src/result.ts';
import type { Decision } from '../../../src/transaction/decision.ts';
import type { ActStage } from '../../../src/transaction/keyed-act.ts';
import { isDone, isPending, type RequestState } from '../../../src/transaction/request-state.ts';
import { actOf } from '../../../src/transaction/settle.ts';
import { isRequest, type SeenSingleAct, type SeenTransaction } from './invariant-view.ts';

/** One act that the authority knows by a key. */
export interface ActWithKey {
  readonly act: string;
  readonly key: IdempotencyKey;
  /** `pending`: begun, and the authority's last word is not on record. `refused` or withdrawn: it said no. */
  readonly end: 'pending' | 'done' | 'refused';
  /** Brought by the outbox: it lies there, or with the dead letters, until the authority's word is on record. */
  readonly carried: boolean;
}

/** Every act of a transaction that was begun; none where its journal can't be read. */
export function actsWithKeys(seen: SeenTransaction): readonly ActWithKey[] {
  if (isRequest(seen)) return seen.journal.ok ? ofRequest(seen.journal.value) : [];
  return ofSingleAct(seen);
}

function ofRequest({
  pay,
  loss,
  submit,
  cards,
  cancel,
  refund,
  switched,
  delivery,
}: RequestState): ActWithKey[] {
  const open = pay !== null && (pay.end === null || pay.end.result === 'open');
  const order: ActWithKey | null = pay && {
    act: 'pay',
    key: pay.key,
    end: open ? 'pending' : pay.end?.result === 'paid' ? 'done' : 'refused',
    carried: false,
  };
  return [
    ...(order ? [order] : []),
    ...begun('loss', loss, false),
    ...begun('submit', submit, false),
    ...cards.flatMap(({ bind }) => begun('bind', bind, false)),
    ...begun('cancel', cancel, true),
    ...begun('refund', refund, true),
    ...begun('switch', switched, true),
    ...begun('deliver', delivery, true),
  ];
}

function begun(act: string, stage: ActStage, carried: boolean): ActWithKey[] {
  if (stage.stage === 'not-begun') return [];
  const end = isPending(stage) ? 'pending' : isDone(stage) ? 'done' : 'refused';
  return [{ act, key: stage.key, end, carried }];
}

function ofSingleAct({ stored, journal }: SeenSingleAct): ActWithKey[] {
  if (!journal.ok) return [];
  const key = journal.value.entries.find((entry) => entry.key !== null)?.key;
  if (!key) return [];
  const end = endOf(journal.value.decision);
  return [{ act: actOf(stored.service), key, end, carried: stored.course === 'queued' }];
}

function endOf({ kind }: Decision): ActWithKey['end'] {
  switch (kind) {
    case 'close-done':
      return 'done';
    case 'close-refused':
    case 'close-nothing-happened':
      return 'refused';
    case 'wait-for-outbox':
    case 'ask-authority':
    case 'void-at-authority':
    case 'hand-to-technician':
      return 'pending';
    default:
      return unreachable(kind);
  }
}
