import type { IdempotencyKey } from '../../brand.ts';
import type { OperationOutcome } from '../../contracts/central/operations.ts';
import type { RequestState } from '../request-state.ts';
import type { RequestFacts, RequestStep } from '../request-step.ts';
import { settleState } from '../settle-request.ts';
import { acceptorSays, acquirerSays, authoritySays, issuerSays, type World } from './possible-world.ts';
import { keyOf } from './request-alphabet.ts';

type Asking = Extract<
  RequestStep,
  { kind: 'ask-payment' | 'ask-authority' | 'void-at-authority' | 'read-issuer' | 'read-acceptor' }
>;
export type Decided = Exclude<RequestStep, Asking>;

export interface Round {
  /** null: everything was answered truthfully, and there is still nothing to do but to ask again later. */
  readonly decided: Decided | null;
  readonly world: World;
  readonly asked: number;
}

const LONGEST_ROUND = 12;

/**
 * One round of settling: it begins with no facts, as after a power cut, asks what it wants to know, and ends with a
 * step that is not a question. The world answers as it is; only the acceptor may say that it does not know.
 */
export function settleInWorld(state: RequestState, world: World, acceptorKnows: boolean): Round {
  const authority = new Map<IdempotencyKey, OperationOutcome>();
  let facts: RequestFacts = {
    authority,
    payment: null,
    undeliverable: undeliverableIn(world),
    devices: { issuer: null, acceptor: null },
  };
  let now = world;
  for (let asked = 0; asked < LONGEST_ROUND; asked += 1) {
    const step = settleState(state, facts);
    switch (step.kind) {
      case 'ask-payment':
        if (facts.payment !== null) return { decided: null, world: now, asked };
        facts = { ...facts, payment: acquirerSays(now) };
        break;
      case 'ask-authority':
        if (authority.has(step.key)) return { decided: null, world: now, asked };
        authority.set(step.key, authoritySays(truthOf(now, step.key)));
        break;
      case 'void-at-authority':
        now = voided(now, step.key);
        authority.set(step.key, authoritySays(truthOf(now, step.key)));
        break;
      case 'read-issuer':
        facts = { ...facts, devices: { ...facts.devices, issuer: issuerSays(now) } };
        break;
      case 'read-acceptor': {
        const acceptor = acceptorKnows ? acceptorSays(now) : 'unknown';
        facts = { ...facts, devices: { ...facts.devices, acceptor } };
        break;
      }
      default:
        return { decided: step, world: now, asked };
    }
  }
  throw new Error(`asks without end: ${JSON.stringify([state, world])}`);
}

const DIRECT = ['loss', 'submit', 'bind'] as const;
const OUTBOX = ['cancel', 'refund', 'switch', 'deliver'] as const;

const undeliverableIn = (world: World): ReadonlySet<IdempotencyKey> =>
  new Set(OUTBOX.filter((act) => world[act] === 'undeliverable').map((act) => keyOf(act, 0)));

const actOf = (world: World, key: IdempotencyKey): (typeof DIRECT)[number] | 'pay' => {
  if (key === keyOf('pay', 0)) return 'pay';
  const act = DIRECT.find((name) => keyOf(name, world.blanks.length) === key);
  if (act === undefined) throw new Error(`a key nobody made: ${key}`);
  return act;
};

function truthOf(world: World, key: IdempotencyKey): World['loss'] {
  const act = actOf(world, key);
  if (act !== 'pay') return world[act];
  const { order } = world;
  if (order === 'void' || order === 'refused' || order === 'on-its-way') return order;
  return order === 'forgotten' ? 'on-its-way' : 'done';
}

/** A key that was never received has no effect from now on; one that was received stays what it is. */
function voided(world: World, key: IdempotencyKey): World {
  const act = actOf(world, key);
  if (act === 'pay') {
    const unknown = world.order === 'on-its-way' || world.order === 'forgotten';
    return unknown ? { ...world, order: 'void' } : world;
  }
  return world[act] === 'on-its-way' ? { ...world, [act]: 'void' } : world;
}
