import fc from 'fast-check';
import { CONFIGURATION_STATES, CONFIGURATION_TROUBLES } from '../../contracts/configuration/poll.ts';
import { TASK_KINDS } from '../../contracts/maintenance/tasks.ts';
import { UNKNOWN_ADVICE, type Unknown } from '../../transaction/unknown-advice.ts';
import type { Asked, DeviceFact, KioskFacts } from '../kiosk-facts.ts';
import { thresholdsWith } from '../thresholds-in-force.ts';

/** Sunday, 2026-11-22, 06:30 in Shanghai. */
export const FACTS_AT = Date.UTC(2026, 10, 21, 22, 30);
const HOUR_MS = 60 * 60_000;
const GIGABYTE = 1024 ** 3;

const known = <T>(value: T): Asked<T> => ({ ok: true, value });

export const wellDevice: DeviceFact = {
  device: 'id-reader',
  deviceClass: 'id-card-reader',
  state: 'online',
  code: null,
  recovering: false,
  since: FACTS_AT - HOUR_MS,
  lastSuccess: FACTS_AT - 60_000,
  failing: false,
};

/** A kiosk with nothing to do; the unit tests' ground. */
export const wellFacts: KioskFacts = {
  now: FACTS_AT,
  kioskId: 'kiosk-1',
  kioskName: '一号机',
  devices: [wellDevice],
  stack: known({ ledger: 90, sensor: 'enough', disagrees: false }),
  bins: known([
    { bin: 'issuer', ledger: 1, sensor: 'room' },
    { bin: 'acceptor', ledger: 2, sensor: 'room' },
  ]),
  paper: known({ paper: 'full', cover: 'closed', cutter: 'ok' }),
  link: { up: true, since: FACTS_AT - HOUR_MS, lastHeard: FACTS_AT - 10_000, asking: false },
  queue: { waiting: 0, oldestAt: null, deadLetters: 0 },
  openRequests: { open: 0, oldestAt: null },
  unknown: [],
  cardsOutOfSight: 0,
  violated: null,
  clock: { offsetMs: 40, withinMs: 20, at: FACTS_AT - 10_000 },
  certificate: known({
    kind: 'tls',
    validFrom: FACTS_AT - 1_000 * HOUR_MS,
    validTo: FACTS_AT + 2_000 * HOUR_MS,
    untrusted: null,
  }),
  technicianList: known({ kind: 'in-force', version: 3, issuedAt: FACTS_AT - 100 * HOUR_MS }),
  disk: known({ freeBytes: 20 * GIGABYTE, totalBytes: 60 * GIGABYTE }),
  memory: { coreBytes: 150_000_000, freeBytes: 2 * GIGABYTE, totalBytes: 4 * GIGABYTE, growth: 0 },
  database: known({ faults: 0, sizeBytes: 1_000_000, journalMode: 'wal', schemaVersion: 4 }),
  backupAt: FACTS_AT - 5 * 60_000,
  versions: { software: '0.1.0', node: 'v24.21.0', policy: 'hainan 3' },
  configuration: known({
    policyAt: FACTS_AT - 200 * HOUR_MS,
    devicesAt: FACTS_AT - 100 * HOUR_MS,
    readAt: FACTS_AT - HOUR_MS,
  }),
  assigned: null,
  thresholds: thresholdsWith({}),
  camera: { light: 120, focus: 300, width: 1280, height: 720, at: FACTS_AT - 60_000 },
  touch: { pageAt: FACTS_AT - 3_000, lastTouch: FACTS_AT - HOUR_MS, since: FACTS_AT - HOUR_MS },
  network: [{ interface: 'eth0', address: '192.0.2.17' }],
  cabinet: known({ door: 'closed', power: 'mains', batteryPercent: 100 }),
  closedServices: [],
  unfinished: [],
};

const asked = <T>(value: fc.Arbitrary<T>): fc.Arbitrary<Asked<T>> =>
  fc.oneof(
    { weight: 4, arbitrary: value.map(known) },
    { weight: 1, arbitrary: fc.constant({ ok: false, error: 'no-answer' } as const) },
  );
const ago = fc.integer({ min: -HOUR_MS, max: 5_000 * HOUR_MS }).map((ms) => FACTS_AT - ms);
const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: null });

const anyDevice: fc.Arbitrary<DeviceFact> = fc.record({
  device: fc.constantFrom('id-reader', 'pin-pad', 'receipt-printer', 'issuer'),
  deviceClass: fc.constant('any'),
  state: fc.constantFrom(
    'starting',
    'online',
    'offline',
    'noDevice',
    'powerOff',
    'hardwareError',
    'userError',
    'deviceBusy',
    'fraudAttempt',
  ),
  code: maybe(fc.constantFrom('link-lost', 'timeout')),
  recovering: fc.boolean(),
  since: maybe(ago),
  lastSuccess: maybe(ago),
  failing: fc.boolean(),
});

/** A kiosk in any condition. */
export const anyFacts: fc.Arbitrary<KioskFacts> = fc.record({
  now: fc.constant(FACTS_AT),
  kioskId: maybe(fc.constant('kiosk-1')),
  kioskName: fc.constant('一号机'),
  devices: fc.uniqueArray(anyDevice, { selector: ({ device }) => device, maxLength: 4 }),
  stack: asked(
    maybe(
      fc.record({
        ledger: fc.nat(200),
        sensor: fc.constantFrom('enough', 'low', 'empty', 'no-answer'),
        disagrees: fc.boolean(),
      }),
    ),
  ),
  bins: asked(
    fc.uniqueArray(
      fc.record({
        bin: fc.constantFrom('issuer', 'acceptor'),
        ledger: fc.nat(70),
        sensor: fc.constantFrom('room', 'full', 'no-answer'),
      }),
      { selector: ({ bin }) => bin, maxLength: 2 },
    ),
  ),
  paper: asked(
    maybe(
      fc.record({
        paper: fc.constantFrom('full', 'low', 'out'),
        cover: fc.constantFrom('closed', 'open'),
        cutter: fc.constantFrom('ok', 'error'),
      }),
    ),
  ),
  link: fc.record({ up: fc.boolean(), since: maybe(ago), lastHeard: maybe(ago), asking: fc.boolean() }),
  queue: fc.record({ waiting: fc.nat(5_000), oldestAt: maybe(ago), deadLetters: fc.nat(3) }),
  openRequests: fc.record({ open: fc.nat(50), oldestAt: maybe(ago) }),
  unknown: fc.array(
    fc.record({
      unknown: fc.constantFrom(...(Object.keys(UNKNOWN_ADVICE) as [Unknown, ...Unknown[]])),
      transactions: fc.integer({ min: 1, max: 9 }),
      since: ago,
    }),
    { maxLength: 4 },
  ),
  cardsOutOfSight: fc.nat(3),
  violated: maybe(fc.constant('INV-3 ledger-unbalanced')),
  clock: maybe(
    fc.record({ offsetMs: fc.integer({ min: -900_000, max: 900_000 }), withinMs: fc.nat(5_000), at: ago }),
  ),
  certificate: asked(
    fc.oneof(
      fc.constant({ kind: 'plain-http' } as const),
      fc.record({
        kind: fc.constant('tls' as const),
        validFrom: ago,
        validTo: fc.nat(3_000).map((hours) => FACTS_AT + (hours - 100) * HOUR_MS),
        untrusted: maybe(fc.constant('DEPTH_ZERO_SELF_SIGNED_CERT')),
      }),
    ),
  ),
  technicianList: asked(
    fc.oneof(
      fc.record({ kind: fc.constant('in-force' as const), version: fc.nat(9), issuedAt: ago }),
      fc.record({ kind: fc.constantFrom('missing' as const, 'broken' as const) }),
    ),
  ),
  disk: asked(
    fc.record({ freeBytes: fc.nat(5_000).map((mb) => mb * 1024 ** 2), totalBytes: fc.constant(GIGABYTE) }),
  ),
  memory: fc.record({
    coreBytes: fc.nat(2_000).map((mb) => mb * 1024 ** 2),
    freeBytes: fc.nat(),
    totalBytes: fc.nat(),
    growth: maybe(fc.integer({ min: -GIGABYTE, max: GIGABYTE })),
  }),
  database: asked(
    fc.record({
      faults: fc.nat(2),
      sizeBytes: fc.nat(),
      journalMode: fc.constantFrom('wal', 'delete'),
      schemaVersion: fc.constant(4),
    }),
  ),
  backupAt: maybe(ago),
  versions: fc.constant({ software: '0.1.0', node: 'v24.21.0', policy: 'hainan 3' }),
  configuration: asked(fc.record({ policyAt: maybe(ago), devicesAt: maybe(ago), readAt: ago })),
  assigned: maybe(
    fc.record({
      state: fc.constantFrom(...CONFIGURATION_STATES),
      trouble: maybe(fc.constantFrom(...CONFIGURATION_TROUBLES)),
      newest: fc.nat(20),
      running: fc.nat(20),
      refused: fc.nat(3),
      waitingSince: maybe(ago),
      frozenSince: maybe(ago),
    }),
  ),
  thresholds: fc.constant(thresholdsWith({})),
  camera: maybe(
    fc.record({
      light: maybe(fc.integer({ min: 0, max: 255 })),
      focus: maybe(fc.nat(2_000)),
      width: fc.nat(4_000),
      height: fc.nat(4_000),
      at: ago,
    }),
  ),
  touch: maybe(fc.record({ pageAt: maybe(ago), lastTouch: maybe(ago), since: ago })),
  network: fc.array(
    fc.record({ interface: fc.constantFrom('eth0', 'wlan0'), address: fc.constant('192.0.2.17') }),
    { maxLength: 2 },
  ),
  cabinet: asked(
    maybe(
      fc.record({
        door: maybe(fc.constantFrom('open', 'closed')),
        power: maybe(fc.constantFrom('mains', 'battery')),
        batteryPercent: maybe(fc.integer({ min: 0, max: 100 })),
      }),
    ),
  ),
  closedServices: fc.array(
    fc.record({ service: fc.constant('replace'), reason: fc.constant('no-cards'), since: ago }),
    { maxLength: 2 },
  ),
  unfinished: fc.array(
    fc.record({
      id: fc.constant('task-1'),
      kind: fc.constantFrom(...TASK_KINDS),
      startedAt: ago,
      mustFinish: fc.boolean(),
    }),
    { maxLength: 2 },
  ),
});
