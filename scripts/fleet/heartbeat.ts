import type { Heartbeat } from '../../src/contracts/central/enrolment.ts';
import { DEFAULT_PACK } from '../../src/policy/default-pack.ts';
import type { Dice } from '../crash/dice.ts';

const DEVICES = [
  'id-card-reader',
  'social-card-reader',
  'card-acceptor',
  'card-issuer',
  'pin-pad',
  'receipt-printer',
  'document-printer',
  'card-face-printer',
  'code-scanner',
  'cabinet-board',
].map((device) => ({ device, state: 'online', code: null }));
const SERVICES = (
  ['activate', 'apply', 'loss', 'replace', 'swap', 'records', 'progress', 'certify', 'outlets'] as const
).map((service) => ({ service, available: true, reason: null }));

/** Share of beats that bring an alarm which was not there, or end one. */
const NEWS = 0.02;

/** What a kiosk in good health says of itself, as long as a real one says it. */
export class Beats {
  readonly #bootId = crypto.randomUUID();
  #alarmSince: number | null = null;

  next(dice: Dice, now: number, pack: string, blanks: number): Heartbeat {
    if (dice.chance(NEWS)) this.#alarmSince = this.#alarmSince === null ? now : null;
    const [id = DEFAULT_PACK, version = '1'] = pack.split(' ');
    return {
      bootId: this.#bootId,
      version: '0.1.0',
      policy: { id, version: Number(version) },
      devices: DEVICES,
      outbox: { waiting: 0, oldestSeconds: null, deadLetters: 0 },
      openTransactions: 0,
      alarms: this.#alarms(),
      maintenanceSince: null,
      services: SERVICES,
      supplies: {
        blanks,
        paper: 'enough',
        bins: [{ bin: 'issuer-reject', cards: 1, capacity: 20 }],
        receipts: 100,
        cardsIssued: 20,
      },
      stuck: [],
      keptCards: [],
      certificateEndsAt: null,
    };
  }

  #alarms(): NonNullable<Heartbeat['alarms']> {
    if (this.#alarmSince === null) return [];
    return [{ kind: 'device-down', which: 'code-scanner', detail: null, since: this.#alarmSince }];
  }
}
