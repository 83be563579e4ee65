import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { KioskId } from '../../src/brand.ts';
import type { ApplicationSubmit } from '../../src/contracts/central/operations.ts';
import type { ImmediateRequest } from '../../src/ports/transactions.ts';
import type { CrashPoint } from './crash-points.ts';
import type { Log } from './log.ts';
import { openStore, type Store } from './store/open-store.ts';
import { createSync, type Sync } from './sync/create-sync.ts';
import type { Fetch } from './sync/http-exchange.ts';
import {
  createTransactions,
  type TransactionsOptions,
  type TransactionsService,
} from './transactions/create-transactions.ts';
import { seededEntropy, VirtualClock } from './virtual-clock.ts';

export const silentLog: Log = { info: () => undefined, warn: () => undefined, error: () => undefined };

/** An empty folder for a store, below the system's temporary folder. */
export const newFolder = (): string => mkdtempSync(join(tmpdir(), 'yikatong-store-'));

/** Opens a store for a test; throws the sentence where it is refused. */
export function storeIn(folder: string, clock: VirtualClock = new VirtualClock(), seed = 1): Store {
  const opened = openStore({ folder, clock, entropy: seededEntropy(seed) });
  if (!opened.ok) throw new Error(opened.error.message);
  return opened.value;
}

/** Signing runs in the thread pool, which a virtual clock cannot wait for. */
const signAssertion = (_: unknown, jti: string) => Promise.resolve(`assertion-${jti}`);

/** A kiosk that makes no cards; the policy's two blanks and one minute. */
export const noMachines: Pick<TransactionsOptions, 'issuer' | 'acceptor' | 'faces' | 'policy'> = {
  issuer: () => null,
  acceptor: () => null,
  faces: () => null,
  policy: { id: 'test', version: 1, issuance: { blanksToTry: 2, takeCardSeconds: 60 } },
};

export interface TestKiosk {
  readonly clock: VirtualClock;
  readonly store: Store;
  readonly sync: Sync;
  readonly transactions: TransactionsService;
  /** Starts the loops; returns how to stop them. */
  start(): () => Promise<void>;
}

/** Store, sync and transactions over `fetch`, on a virtual clock: the core without devices and screens. */
export function testKiosk(
  fetch: Fetch,
  {
    folder = newFolder(),
    seed = 1,
    crashPoint,
    machines = {},
    told = {},
    startAt,
  }: {
    folder?: string;
    seed?: number;
    crashPoint?: CrashPoint;
    machines?: Partial<typeof noMachines>;
    /** Who hears of acts that are over, and of what must not be written. */
    told?: Pick<TransactionsOptions, 'acted' | 'violated'>;
    /** Milliseconds since the epoch: where another process wrote the store, not before it. */
    startAt?: number;
  } = {},
): TestKiosk {
  const clock = new VirtualClock(startAt);
  const entropy = seededEntropy(seed);
  const store = storeIn(folder, clock, seed);
  store.identity.enrolled('kiosk-1' as KioskId);
  const crash = crashPoint ? { crashPoint } : {};
  const base = { store, timers: clock, entropy, ...crash };
  const sync = createSync({
    ...base,
    centralUrl: 'http://central.test',
    fetch,
    signAssertion,
    log: silentLog,
  });
  const transactions = createTransactions({
    ...base,
    ...sync,
    ...noMachines,
    ...machines,
    ...told,
    wakeSender: () => sync.wakeSender(),
  });
  const readHeartbeat = () => ({
    bootId: 'boot',
    version: '0.1.0',
    policy: { id: 'test', version: 1 },
    devices: [],
  });
  return {
    clock,
    store,
    sync,
    transactions,
    start() {
      const stop = new AbortController();
      const loops = Promise.all([
        sync.run({ recorder: transactions.recorder, readHeartbeat }, stop.signal),
        transactions.run(stop.signal),
      ]);
      return async () => {
        stop.abort();
        await loops;
      };
    },
  };
}

/** A fictitious resident's application; `number` tells one resident from another. */
export function application(
  number = '460100199001011239',
  own: { name?: string; mobile?: string; address?: string; photo?: string } = {},
): Omit<ApplicationSubmit, 'kind' | 'receiptReference' | 'acceptedAt'> {
  const address = own.address ?? '海口市美兰区某路1号';
  return {
    identity: {
      kind: 'resident-id-card',
      name: own.name ?? '测试人',
      sex: 'male',
      ethnicGroup: '01',
      birthDate: '1990-01-01' as never,
      address,
      number,
      issuer: '某公安局',
      validFrom: '2020-01-01' as never,
      validTo: null,
      socialSecurityNumber: number,
    },
    mobile: own.mobile ?? '13800000000',
    issue: 'at-outlet',
    mobileConfirmation: null,
    occupation: 'worker',
    residentialAddress: address,
    collectionOutlet: 'outlet-1',
    photo: { source: 'camera', jpegBase64: own.photo ?? '/9j/4AAQ' },
    face: { decision: 'accept', distance: 0.31, liveness: 'passed', model: 'm', at: '2026-01-05T01:00:00Z' },
  };
}

export const activation: Extract<ImmediateRequest, { service: 'activate' }>['operation'] = {
  socialSecurityNumber: '460100199001011239',
  cardId: 'AB'.repeat(16),
  cardNumber: 'A12345678',
  accountNumber: '6217000000000000000',
  entries: [
    { format: 'iso4-aes', keyName: 'PINKEY', block: 'C0'.repeat(16) },
    { format: 'iso4-aes', keyName: 'PINKEY', block: 'C1'.repeat(16) },
  ],
  balanceSms: true,
  face: { decision: 'accept', distance: 0.31, liveness: 'passed', model: 'm', at: '2026-01-05T01:00:00Z' },
};
