import { describe, expect, it } from 'vitest';
import type { TransactionId } from '../../../src/brand.ts';
import type { Tile } from '../../../src/contracts/view.ts';
import type { RequestEntry } from '../../../src/transaction/request-entries.ts';
import type { CustodyPlace } from '../store/custody-places.ts';
import { StoreByHand } from '../store/store-by-hand.ts';
import { newFolder } from '../test-kiosk.ts';
import { checkInvariants } from './check-invariants.ts';
import type { AtRest, InvariantView, PolicyInUse } from './invariant-view.ts';
import { StoreLook } from './store-look.ts';

const T = 't-1' as TransactionId;
const LINE = 'b-1';

/** A replacement that went straight through: 25 yuan, one blank, in the hand of its owner. */
const straight = (): RequestEntry[] =>
  [
    ['outcome', 'charge', null, { items: [item('loss', 1_000), item('card', 1_500)] }],
    ['intent', 'pay', 'k-pay', {}],
    ['outcome', 'pay', 'k-pay', { result: 'paid', paidFen: 2_500 }],
    ['intent', 'loss', 'k-loss', {}],
    ['outcome', 'loss', 'k-loss', { result: 'done' }],
    ['intent', 'submit', 'k-1', { issue: 'on-the-spot' }],
    ['outcome', 'submit', 'k-1', { result: 'done' }],
    ['intent', 'take-blank', null, { card: LINE }],
    ['outcome', 'take-blank', null, { card: LINE, result: 'at-chip-station', code: null }],
    ['intent', 'personalise', null, { card: LINE }],
    ['outcome', 'personalise', null, { card: LINE, result: 'done', code: null }],
    ['intent', 'bind', 'k-bind', {}],
    ['outcome', 'bind', 'k-bind', { result: 'done' }],
    ['intent', 'present', null, { card: LINE }],
    ['outcome', 'present', null, { card: LINE, result: 'taken', code: null }],
    ['intent', 'deliver', 'k-deliver', { outcome: 'handed-over' }],
    ['outcome', 'deliver', 'k-deliver', { result: 'done' }],
  ].map(([kind, act, key, detail]) => ({ kind, act, key, detail }) as RequestEntry);

const item = (what: 'loss' | 'card', fen: number) => ({ what, fen });
const PATH: readonly CustodyPlace[] = ['transport', 'chip-station', 'gate', 'handed-over'];
const without = (act: string, entries = straight()): RequestEntry[] =>
  entries.filter((entry) => entry.act !== act);
const refund = (amountFen: number, key = 'k-back') =>
  ({ kind: 'intent', act: 'refund', key, detail: { amountFen, reason: 'card-not-issued' } }) as RequestEntry;
const before = (act: string, ...more: RequestEntry[]): RequestEntry[] => {
  const entries = straight();
  const at = entries.findIndex((entry) => entry.act === act);
  return entries.toSpliced(at, 0, ...more);
};

/** What is found in a store whose rows were written by hand, by looking at everything. */
function found(write: (store: StoreByHand) => void): string[] {
  const folder = newFolder();
  const hand = new StoreByHand(folder);
  write(hand);
  const store = hand.open();
  const slices = [...new StoreLook(store).everything()];
  store.close();
  const all = slices.flatMap((slice) => [
    ...checkInvariants({ ...slice, policy: null, rest: null, forgotten: [] }),
  ]);
  return [...new Set(all.map(({ invariant, code }) => `${invariant} ${code}`))];
}

const request = (entries: RequestEntry[], path: readonly CustodyPlace[] | null = PATH, closed = true) =>
  found((hand) => {
    hand.load(10);
    hand.request(T, entries, closed);
    if (path) hand.blank(LINE, T, path);
  });

it('finds nothing wrong with a replacement that went straight through', () => {
  expect(request(straight())).toEqual([]);
});

describe('INV-1', () => {
  it('keeps money for a card that was never owed', () => {
    expect(request(straight().slice(0, 5), null)).toContain('INV-1 money-unbalanced');
  });
  it('orders back more than was paid', () => {
    expect(request([...straight().slice(0, 3), refund(2_501)], null, false)).toContain(
      'INV-1 refund-beyond-paid',
    );
  });
  it('orders a refund twice', () => {
    const twice = [...straight().slice(0, 3), refund(2_500), refund(2_500, 'k-again')];
    expect(request(twice, null, false)).toContain('INV-1 refund-beyond-paid');
  });
  it('makes a second order', () => {
    const second = { kind: 'intent', act: 'pay', key: 'k-pay-2', detail: {} } as RequestEntry;
    expect(request(before('loss', second), null, false)).toContain('INV-1 second-order');
  });
  it('reports a loss nobody has paid for', () => {
    expect(request(without('pay'))).toContain('INV-1 act-before-payment');
  });
});

describe('INV-2', () => {
  it('takes a blank before the request was accepted', () => {
    expect(request(without('submit'))).toContain('INV-2 card-before-acceptance');
  });
  it('presents a card that is bound to nobody', () => {
    expect(request(without('bind'))).toContain('INV-2 presented-unbound');
  });
  it('binds a card that was never read back', () => {
    expect(request(without('personalise'))).toContain('INV-2 bound-before-read-back');
  });
  it('presents the new card of a swap before the switch', () => {
    const swap = without('loss', without('pay')).map((entry) =>
      entry.act === 'charge' ? { ...entry, detail: { items: [] } } : entry,
    );
    const swapped = found((hand) => {
      hand.load(10);
      hand.request(T, swap, true, 'swap');
      hand.blank(LINE, T, PATH);
    });
    expect(swapped).toContain('INV-2 presented-before-switch');
  });
  it('presents twice', () => {
    const again = { kind: 'intent', act: 'present', key: null, detail: { card: LINE } } as RequestEntry;
    expect(request(before('deliver', again))).toContain('INV-2 presented-twice');
  });
  it('hands over two cards for one request', () => {
    const two = found((hand) => {
      hand.load(10);
      hand.request(T, straight(), true);
      hand.blank(LINE, T, PATH);
      hand.blank('b-2', T, PATH);
    });
    expect(two).toEqual(['INV-2 two-cards-handed-over', 'INV-3 card-without-request']);
  });
});

describe('INV-3', () => {
  it.each([
    ['a line without a move', (hand: StoreByHand) => hand.blank(LINE, T, []), 'card-without-place'],
    [
      'a line whose place is not that of its last move',
      (hand: StoreByHand) => hand.blank(LINE, T, PATH, { place: 'gate' }),
      'card-without-place',
    ],
    [
      'a move without a reason',
      (hand: StoreByHand) => hand.blank(LINE, T, PATH, { reason: ' ' }),
      'card-without-reason',
    ],
    [
      'a card that came out of the stack at the gate',
      (hand: StoreByHand) => hand.blank(LINE, T, ['gate', 'handed-over']),
      'impossible-move',
    ],
    [
      'a card its request says is in a hand, and the ledger in the bin',
      (hand: StoreByHand) => hand.blank(LINE, T, [...PATH.slice(0, 3), 'retained']),
      'ledger-against-journal',
    ],
    ['a card no line was opened for', () => undefined, 'card-not-in-ledger'],
    [
      'a number of cards that is kept wrong',
      (hand: StoreByHand) => {
        hand.blank(LINE, T, PATH);
        hand.miscount('handed-over', 2);
      },
      'ledger-unbalanced',
    ],
  ] as const)('has %s', (_, write, code) => {
    const problems = found((hand) => {
      hand.load(10);
      hand.request(T, straight(), true);
      write(hand);
    });
    expect(problems).toContain(`INV-3 ${code}`);
  });
  it('believes a technician who emptied a bin or found a lost card', () => {
    const jammed = straight().slice(0, 8);
    const outcome = { kind: 'outcome', act: 'take-blank', key: null } as const;
    const lost = {
      ...outcome,
      detail: { card: LINE, result: 'unknown-place', code: 'jammed' },
    } as RequestEntry;
    for (const end of ['unknown', 'rejected', 'emptied', 'missing', 'stock'] as const) {
      const path: CustodyPlace[] = ['transport', 'unknown', ...(end === 'unknown' ? [] : [end])];
      expect(request([...jammed, lost], path, false)).toEqual([]);
    }
    expect(found((hand) => hand.own('o-1', ['latched', 'gate', 'latched', 'retained', 'emptied']))).toEqual(
      [],
    );
    expect(found((hand) => hand.own('o-1', ['latched', 'retained', 'emptied']))).toEqual([
      'INV-5 kept-without-offer',
    ]);
  });
  it('has more cards out than were ever loaded', () => {
    const none = found((hand) => {
      hand.request(T, straight(), true);
      hand.blank(LINE, T, PATH);
    });
    expect(none).toContain('INV-3 stock-below-zero');
  });
  it('has two cards in one machine', () => {
    const two = found((hand) => {
      hand.own('o-1', ['latched']);
      hand.own('o-2', ['latched', 'gate']);
    });
    expect(two).toEqual(['INV-3 two-cards-in-machine']);
  });
});

describe('INV-4', () => {
  it('has lost what it accepted', () => {
    expect(found((hand) => hand.application(T, ['intent'], { queued: false }))).toEqual([
      'INV-4 accepted-and-lost',
    ]);
  });
  it('has an item in the outbox that nobody intended', () => {
    expect(found((hand) => hand.application(T, ['intent'], { queued: true, key: 'k-other' }))).toEqual([
      'INV-4 accepted-and-lost',
      'INV-4 queued-without-intent',
    ]);
  });
  it('still queues what the authority has done', () => {
    expect(found((hand) => hand.application(T, ['intent', 'done'], { queued: true }))).toContain(
      'INV-4 done-still-queued',
    );
  });
  it('was refused, and no dead letter says so', () => {
    const refused = found((hand) =>
      hand.application(T, ['intent', 'refused'], { queued: false, closed: true }),
    );
    expect(refused).toEqual(['INV-4 refused-without-dead-letter']);
  });
  it('is closed while nobody has answered', () => {
    const closed = found((hand) => hand.application(T, ['intent'], { queued: true, closed: true }));
    expect(closed).toEqual(['INV-4 closed-unsettled']);
  });
  it('is still open though everybody has answered', () => {
    expect(found((hand) => hand.application(T, ['intent', 'done'], { queued: false }))).toEqual([
      'INV-4 answered-still-open',
    ]);
  });
  it('closes a request whose card the authority was never told of', () => {
    expect(request(without('deliver'))).toEqual(['INV-4 closed-unsettled']);
  });
  it('uses one key for two acts', () => {
    const same = straight().map((entry) =>
      entry.act === 'bind' ? ({ ...entry, key: 'k-loss' } as RequestEntry) : entry,
    );
    expect(request(same)).toContain('INV-4 key-used-twice');
  });
  it('closes a journal nobody can read', () => {
    expect(found((hand) => hand.application(T, ['done'], { queued: false, closed: true }))).toEqual([
      'INV-4 journal-fault',
    ]);
  });
});

describe('INV-5', () => {
  it('keeps a card that was never offered back', () => {
    expect(found((hand) => hand.own('o-1', ['latched', 'retained']))).toEqual(['INV-5 kept-without-offer']);
    expect(found((hand) => hand.own('o-1', ['latched', 'gate', 'latched', 'retained']))).toEqual([]);
    expect(found((hand) => hand.own('o-1', ['latched', 'retained'], 'swap'))).toEqual([]);
  });
});

describe('INV-8', () => {
  it('leaves a journal nobody can read to nobody', () => {
    expect(found((hand) => hand.application(T, ['done'], { queued: false }))).toEqual([
      'INV-8 open-without-next-step',
    ]);
  });
});

const NOTHING: InvariantView = {
  transactions: [],
  cards: new Map(),
  ledger: {
    stock: 0,
    loaded: 0,
    loadsAdded: 0,
    kept: { blank: {}, resident: {} },
    counted: { blank: {}, resident: {} },
  },
  policy: null,
  rest: null,
  forgotten: [],
};
const tile = (reason: Tile['reason'], service: Tile['service'] = 'apply'): Tile => ({
  service,
  minutes: 1,
  free: true,
  available: reason === null,
  reason,
  notice: null,
});
const REST: AtRest = {
  screen: 'welcome',
  fields: ['screen', 'revision', 'cardLeftBehind'],
  holds: [],
  tiles: [tile(null)],
  devices: {
    'id-card-reader': 'online',
    'social-card-reader': 'online',
    'pin-pad': 'online',
    'receipt-printer': 'online',
    'card-acceptor': 'online',
    'card-issuer': 'online',
    'card-face-printer': 'online',
    'document-printer': 'online',
    'code-scanner': 'online',
  },
  linkUp: true,
  live: [],
};
const PACK: PolicyInUse = {
  id: 'hainan',
  version: 2,
  recordedVersion: 2,
  valid: true,
  wentBack: false,
  isCurrentSet: true,
};
const atRest = (change: Partial<AtRest>) =>
  checkInvariants({ ...NOTHING, rest: { ...REST, ...change } }).map(
    ({ invariant, code }) => `${invariant} ${code}`,
  );
const inUse = (change: Partial<PolicyInUse>) =>
  checkInvariants({ ...NOTHING, policy: { ...PACK, ...change } }).map(({ code }) => code);

describe('between residents', () => {
  it('finds nothing wrong with a start screen', () => {
    expect(atRest({})).toEqual([]);
  });
  it('INV-6 the session still holds somebody, or the screen has a field for them', () => {
    expect(atRest({ holds: ['presented'] })).toEqual(['INV-6 resident-still-held']);
    expect(atRest({ fields: ['screen', 'nameMasked'] })).toEqual(['INV-6 screen-still-personal']);
  });
  it('INV-7 the pack is not valid, or older than the one before', () => {
    expect(inUse({})).toEqual([]);
    expect(inUse({ valid: false })).toEqual(['policy-invalid']);
    expect(inUse({ version: 1 })).toEqual(['policy-older']);
    expect(inUse({ version: 1, recordedVersion: null })).toEqual([]);
    expect(inUse({ version: 1, wentBack: true })).toEqual([]);
    expect(inUse({ isCurrentSet: false })).toEqual(['configuration-not-current']);
  });
  it('INV-8 the screen asks people in though nothing works, or sends them away though something does', () => {
    const down = { ...REST.devices, 'id-card-reader': 'offline' as const };
    const none = { tiles: [tile('id-card-reader-down')], devices: down };
    expect(atRest(none)).toEqual(['INV-8 wrong-idle-screen']);
    expect(atRest({ ...none, screen: 'out-of-service', fields: ['reasons'] })).toEqual([]);
    expect(atRest({ screen: 'out-of-service', fields: ['reasons'] })).toEqual(['INV-8 wrong-idle-screen']);
  });
  it('INV-8 a transaction is kept from settling by a flow that is over', () => {
    const view = { ...NOTHING, forgotten: [T] };
    expect(checkInvariants(view)).toEqual([
      { invariant: 'INV-8', code: 'open-and-forgotten', transaction: T },
    ]);
  });
  it('INV-8 a tile is open though its machine is down, or blames one that works', () => {
    const down = { ...REST.devices, 'id-card-reader': 'hardwareError' as const };
    expect(atRest({ devices: down })).toEqual(['INV-8 tile-untrue']);
    expect(atRest({ tiles: [tile(null), tile('pin-pad-down', 'activate')] })).toEqual(['INV-8 tile-untrue']);
    expect(atRest({ tiles: [tile(null), tile('link-down', 'records')] })).toEqual(['INV-8 tile-untrue']);
  });
});
