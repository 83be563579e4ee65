import type { IdempotencyKey } from '../brand.ts';
import type { OperationOutcome } from '../contracts/central/operations.ts';
import type { PaymentStatusAnswer } from '../contracts/central/queries.ts';
import type { DeliveryOutcome, RequestService } from './request-entries.ts';
import type { DeviceFacts } from './request-step.ts';

/** Takes one of `n` ways; every way is taken in some run. */
export type Choose = <T>(...ways: readonly [T, ...T[]]) => T;

/** Calls `story` once for every combination of its choices; answers how many there were. */
export function everyStory(story: (choose: Choose) => void): number {
  let script: { taken: number; of: number }[] = [];
  for (let stories = 1; ; stories += 1) {
    let at = 0;
    story((...ways) => {
      const step = script[at] ?? { taken: 0, of: ways.length };
      script[at] = step;
      at += 1;
      return ways[step.taken] ?? ways[0];
    });
    script = script.slice(0, at);
    while (script.length > 0 && (script.at(-1)?.taken ?? 0) + 1 >= (script.at(-1)?.of ?? 0)) script.pop();
    const last = script.at(-1);
    if (!last) return stories;
    last.taken += 1;
  }
}

/** What is true outside the journal: the authority, the acquirer, the two machines, and who holds which card. */
export interface RequestWorld {
  readonly service: RequestService;
  order: PaymentStatusAnswer;
  readonly acts: Map<IdempotencyKey, OperationOutcome>;
  lossDone: boolean;
  accepted: boolean;
  bound: boolean;
  newCardUsable: boolean;
  oldCardUsable: boolean;
  delivered: DeliveryOutcome | null;
  /** The transport of the issuer as its sensors tell it. */
  issuer: Exclude<DeviceFacts['issuer'], null>;
  acceptor: Exclude<DeviceFacts['acceptor'], null>;
  oldInBin: boolean;
  inBin: number;
  takenOut: number;
  /** How often each act was done. */
  readonly done: Record<string, number>;
}

export const newWorld = (service: RequestService): RequestWorld => ({
  service,
  order: { state: 'none', paidFen: 0, refundedFen: 0 },
  acts: new Map(),
  lossDone: false,
  accepted: false,
  bound: false,
  newCardUsable: false,
  oldCardUsable: service === 'swap' || service === 'loss' || service === 'replace',
  delivered: null,
  issuer: 'none',
  acceptor: service === 'swap' ? 'latched' : 'none',
  oldInBin: false,
  inBin: 0,
  takenOut: 0,
  done: {},
});

/** The authority carries an operation out once per key. */
export function authorityDoes(world: RequestWorld, act: string, key: IdempotencyKey): void {
  if (world.acts.get(key)) return;
  world.done[act] = (world.done[act] ?? 0) + 1;
  world.acts.set(key, {
    state: 'done',
    result: { kind: 'card.activate', activatedAt: '2026-01-05T01:00:00Z' },
  });
  if (act === 'loss') {
    world.lossDone = true;
    world.oldCardUsable = false;
  }
  if (act === 'submit') {
    world.accepted = true;
    if (world.service === 'replace') world.oldCardUsable = false;
  }
  if (act === 'bind') world.bound = true;
  if (act === 'switch') {
    world.oldCardUsable = false;
    world.newCardUsable = true;
  }
}
