import type { OperationOutcome } from '../../contracts/central/operations.ts';
import type { PaymentStatusAnswer } from '../../contracts/central/queries.ts';
import type { DeliveryOutcome, RequestService } from '../request-entries.ts';
import type { DeviceFacts } from '../request-step.ts';

/** What became of an act at the authority. `on-its-way`: it may arrive at any later time, or never. */
export type ActTruth = 'none' | 'on-its-way' | 'in-progress' | 'done' | 'refused' | 'void';
/** What became of an item of the outbox. `undeliverable`: it lies with the dead letters. */
export type OutboxTruth = 'none' | 'queued' | 'done' | 'refused' | 'undeliverable';
export type OrderTruth =
  | 'none'
  | 'on-its-way'
  | 'open'
  | 'paid'
  | 'expired'
  | 'cancelled'
  | 'refused'
  | 'void'
  /** The centre's books were restored and no longer have it. */
  | 'forgotten';
export type BlankTruth = 'stack' | 'ic' | 'gate' | 'stuck' | 'bin' | 'out';

/** What may be true outside the journal: the authority, the acquirer, both machines, and who holds which card. */
export interface World {
  readonly service: RequestService;
  readonly totalFen: number;
  readonly order: OrderTruth;
  readonly refundedFen: number;
  readonly loss: ActTruth;
  readonly submit: ActTruth;
  readonly bind: ActTruth;
  readonly cancel: OutboxTruth;
  readonly refund: OutboxTruth;
  readonly switch: OutboxTruth;
  readonly deliver: OutboxTruth;
  /** What the authority was told last of the card. */
  readonly delivered: DeliveryOutcome | null;
  readonly blanks: readonly BlankTruth[];
  readonly old: 'none' | 'latched' | 'bin' | 'stuck';
}

export const worldBefore = (service: RequestService, totalFen: number): World => ({
  service,
  totalFen,
  order: 'none',
  refundedFen: 0,
  loss: 'none',
  submit: 'none',
  bind: 'none',
  cancel: 'none',
  refund: 'none',
  switch: 'none',
  deliver: 'none',
  delivered: null,
  blanks: [],
  old: service === 'swap' || service === 'exchange' ? 'latched' : 'none',
});

/** Whether the resident can use the card they came with. */
export function oldIsUsable({ service, loss, submit, switch: switched, delivered }: World): boolean {
  if (service === 'apply' || loss === 'done' || switched === 'done') return false;
  if (service === 'replace' && submit === 'done') return false;
  return delivered !== 'handed-over' && delivered !== 'maybe-taken';
}

/** Whether the new card is usable: from the switch or the hand-over on, unless it was held back. */
export const newIsUsable = ({ bind, switch: switched, delivered }: World): boolean =>
  bind === 'done' && (delivered === 'handed-over' || (switched === 'done' && delivered === null));

export const withBlank = (world: World, place: BlankTruth): World => ({
  ...world,
  blanks: [...world.blanks.slice(0, -1), place],
});

export const issuerSays = ({ blanks }: World): Exclude<DeviceFacts['issuer'], null> => {
  const place = blanks.at(-1);
  if (place === 'stuck') return 'jammed';
  return place === 'ic' || place === 'gate' ? place : 'none';
};

export const acceptorSays = ({ old }: World): Exclude<DeviceFacts['acceptor'], null> =>
  old === 'stuck' ? 'jammed' : old === 'latched' ? 'latched' : 'none';

export function acquirerSays({ order, totalFen, refundedFen }: World): PaymentStatusAnswer {
  switch (order) {
    case 'paid':
      return { state: 'paid', paidFen: totalFen, refundedFen };
    case 'open':
    case 'expired':
    case 'cancelled':
      return { state: order, paidFen: 0, refundedFen: 0 };
    default:
      return { state: 'none', paidFen: 0, refundedFen: 0 };
  }
}

/** The authority's answer about an act that was begun. */
export function authoritySays(truth: ActTruth): OperationOutcome {
  switch (truth) {
    case 'done':
      return { state: 'done', result: { kind: 'card.bind' } };
    case 'refused':
      return { state: 'refused', code: 'no-card' };
    case 'in-progress':
    case 'void':
      return { state: truth };
    default:
      return { state: 'never-received' };
  }
}

/** What may happen outside without anybody's doing here: one thing at a time. */
export function movesOf(world: World, gateIsWatched: boolean): World[] {
  const moves: World[] = [];
  for (const act of ['loss', 'submit', 'bind'] as const) {
    if (world[act] === 'on-its-way') moves.push({ ...world, [act]: 'in-progress' });
    if (world[act] === 'on-its-way' || world[act] === 'in-progress') {
      moves.push({ ...world, [act]: 'done' }, { ...world, [act]: 'refused' });
    }
  }
  if (world.order === 'on-its-way') moves.push({ ...world, order: 'open' }, { ...world, order: 'refused' });
  if (world.order === 'open') {
    moves.push({ ...world, order: 'paid' }, { ...world, order: 'expired' }, { ...world, order: 'forgotten' });
  }
  if (world.cancel === 'queued') {
    moves.push({ ...world, cancel: 'undeliverable' });
    if (world.order === 'open') moves.push({ ...world, cancel: 'done', order: 'cancelled' });
    else moves.push({ ...world, cancel: world.order === 'paid' ? 'refused' : 'done' });
  }
  if (world.switch === 'queued') {
    moves.push({ ...world, switch: 'undeliverable' }, { ...world, switch: 'refused' });
    if (world.bind === 'done') moves.push({ ...world, switch: 'done' });
  }
  // A hand at the gate. Before the sensors have seen a blank there nobody is taken to have reached for it.
  if (gateIsWatched && world.blanks.at(-1) === 'gate') moves.push(withBlank(world, 'out'));
  return moves;
}

/** The refund and the delivery, which say what they are about; each lane of the outbox keeps its order. */
export function outboxMovesOf(world: World, refundFen: number, told: DeliveryOutcome | null): World[] {
  const moves: World[] = [];
  if (world.refund === 'queued' && world.cancel !== 'queued') {
    const covered = world.order === 'paid' && world.refundedFen + refundFen <= world.totalFen;
    moves.push(
      covered
        ? { ...world, refund: 'done', refundedFen: world.refundedFen + refundFen }
        : { ...world, refund: 'refused' },
      { ...world, refund: 'undeliverable' },
    );
  }
  if (world.deliver === 'queued' && world.switch !== 'queued') {
    moves.push(
      { ...world, deliver: 'done', delivered: told },
      { ...world, deliver: 'refused' },
      { ...world, deliver: 'undeliverable' },
    );
  }
  return moves;
}
