import { type Heartbeat, heartbeat } from '../../../src/contracts/central/enrolment.ts';
import type { StuckRequest } from '../../../src/contracts/configuration/orders.ts';
import type { Alarm } from '../../../src/contracts/maintenance/alarm.ts';
import { SERVICES, type ServiceId } from '../../../src/contracts/service.ts';
import { DEFAULT_PACK } from '../../../src/policy/default-pack.ts';
import { makeReceiptReference } from '../../../src/receipt/receipt-reference.ts';
import { chanceOf } from './chance.ts';
import type { MadeUpKiosk, Plight } from './halls.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const STACK = 400;
const BIN = 60;

/** Services that stop with it, and the word of it. */
const OFF: Readonly<Partial<Record<Plight, readonly [readonly ServiceId[], string]>>> = {
  'printer-down': [['apply', 'loss', 'replace', 'swap', 'exchange', 'certify'], 'printer-down'],
  'no-stock': [['apply', 'replace', 'swap', 'exchange'], 'no-stock'],
  'reader-down': [['activate', 'swap', 'exchange', 'read-card'], 'social-card-reader-down'],
  'bin-full': [['swap', 'exchange'], 'retain-bin-full'],
  'in-maintenance': [SERVICES, 'maintenance'],
};

const DEVICES = [
  'id-card-reader',
  'social-card-reader',
  'pin-pad',
  'receipt-printer',
  'card-issuer',
  'card-acceptor',
];
const BROKEN: Readonly<Partial<Record<Plight, readonly [string, string]>>> = {
  'printer-down': ['receipt-printer', 'cover-open'],
  'reader-down': ['social-card-reader', 'no-answer'],
};

/** What a made-up kiosk says of itself in its last heartbeat. */
export function beatOf(kiosk: MadeUpKiosk, now: number): Heartbeat {
  const { plight } = kiosk;
  const chance = chanceOf(`beat ${kiosk.kioskId}`);
  const [off, why] = OFF[plight] ?? [[], ''];
  const blanks =
    plight === 'no-stock' ? 0 : plight === 'stock-low' ? chance.between(2, 4) : chance.between(70, 320);
  const [broken, code] = BROKEN[plight] ?? ['', null];
  const stuck = stuckAt(kiosk, now);
  const deadLetters = stuck.filter(({ kind }) => kind === 'dead-letter').length;
  const waiting = plight === 'link-late' ? chance.between(3, 8) : stuck.length;
  return heartbeat.parse({
    bootId: `made-up-${kiosk.kioskId}`,
    version: chance.onceIn(8) ? '0.1.0-rc.2' : '0.1.0',
    policy: { id: DEFAULT_PACK, version: 1 },
    devices: DEVICES.map((device) => ({
      device,
      state: device === broken ? 'offline' : 'online',
      code: device === broken ? code : null,
    })),
    outbox: { waiting, oldestSeconds: waiting === 0 ? null : chance.between(40, 5_000), deadLetters },
    openTransactions: stuck.length + (chance.onceIn(4) ? 1 : 0),
    alarms: alarmsOf(kiosk, now, blanks),
    maintenanceSince: plight === 'in-maintenance' ? now - HOUR / 2 : null,
    services: SERVICES.map((service) => {
      const works = !off.includes(service);
      return { service, available: works, reason: works ? null : why };
    }),
    supplies: {
      blanks,
      paper: plight === 'paper-low' ? 'low' : 'enough',
      bins: [
        { bin: 'issuer', cards: chance.between(0, 9), capacity: BIN },
        { bin: 'acceptor', cards: plight === 'bin-full' ? BIN : chance.between(4, 38), capacity: BIN },
      ],
      receipts: plight === 'paper-low' ? 372 : chance.between(20, 290),
      cardsIssued: chance.between(120, STACK * 4),
    },
    stuck,
    keptCards: keptAt(kiosk, now),
    certificateEndsAt: now + chance.between(35, 170) * DAY,
  });
}

const ALARM_OF: Readonly<Partial<Record<Plight, readonly [Alarm['kind'], string | null, string | null]>>> = {
  'printer-down': ['device-down', 'receipt-printer', 'cover-open'],
  'reader-down': ['device-down', 'social-card-reader', 'no-answer'],
  'no-stock': ['stock-empty', null, null],
  'paper-low': ['paper-low', 'receipt-printer', null],
  'bin-full': ['bin-full', 'acceptor', `cards ${BIN} of ${BIN}`],
  'in-maintenance': ['door-open', null, null],
  'dead-letter': ['dead-letters', null, null],
  'went-back': ['configuration-refused', DEFAULT_PACK, 'journeys-failed'],
};

function alarmsOf({ plight, kioskId }: MadeUpKiosk, now: number, blanks: number): Alarm[] {
  // Beats of one hour tell of one alarm, as a real kiosk's do.
  const since = Math.floor(now / HOUR) * HOUR - chanceOf(`alarm ${kioskId}`).between(0, 20) * HOUR;
  if (plight === 'stock-low')
    return [{ kind: 'stock-low', which: null, since, detail: `blanks ${blanks} of ${STACK}` }];
  const known = ALARM_OF[plight];
  return known === undefined ? [] : [{ kind: known[0], which: known[1], since, detail: known[2] }];
}

function stuckAt({ plight, kioskId }: MadeUpKiosk, now: number): StuckRequest[] {
  const chance = chanceOf(`stuck ${kioskId}`);
  const reference = makeReceiptReference({ bytes: chance.bytes });
  const since = Math.floor(now / DAY) * DAY - 7 * HOUR;
  if (plight === 'dead-letter')
    return [
      {
        kind: 'dead-letter',
        reference,
        service: 'apply',
        key: `made-up-${kioskId}`,
        act: 'application.submit',
        code: 'not-entitled',
        since,
        money: false,
      },
    ];
  if (plight === 'unknown-act')
    return [
      {
        kind: 'unknown',
        reference,
        service: 'replace',
        key: null,
        act: 'present-card',
        code: 'issuer-silent',
        since,
        money: true,
      },
    ];
  return [];
}

/** By place: old and forgotten cards, and blanks that could not be written. */
const KEPT_BECAUSE = { retained: ['not-taken', 'swap', 'exchange'], rejected: ['write-failed'] } as const;

function keptAt({ kioskId, plight }: MadeUpKiosk, now: number): NonNullable<Heartbeat['keptCards']> {
  const chance = chanceOf(`kept ${kioskId}`);
  const cards = plight === 'bin-full' ? 4 : chance.onceIn(7) ? chance.between(1, 2) : 0;
  return Array.from({ length: cards }, () => {
    const place = chance.onceIn(4) ? 'rejected' : 'retained';
    return {
      card: `6217 **** **** ${chance.between(1_000, 9_999)}`,
      place,
      reason: chance.oneOf<string>(KEPT_BECAUSE[place]),
      since: Math.floor(now / DAY) * DAY - chance.between(1, 9) * DAY,
      reference: makeReceiptReference({ bytes: chance.bytes }),
    };
  });
}
