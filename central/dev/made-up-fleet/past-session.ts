import type { CalendarDay } from '../../../src/calendar/calendar-day.ts';
import type { ServiceId } from '../../../src/contracts/service.ts';
import { type PastOutcome, pastOutcome } from '../../../src/replay/past-outcome.ts';
import type { Chance } from './chance.ts';

/** Services as often as people come for them. */
const SERVICES: readonly [ServiceId, ...ServiceId[]] = [
  'activate',
  'activate',
  'activate',
  'replace',
  'replace',
  'certify',
  'certify',
  'records',
  'records',
  'records',
  'apply',
  'loss',
  'swap',
  'exchange',
  'progress',
  'read-card',
  'electronic-card',
  'contact-data',
  'outlets',
  'help',
];

/** What people pay here, in fen; the made-up pack charges the same. */
const CHARGED: Readonly<Partial<Record<ServiceId, number>>> = { loss: 1000, replace: 1500 };
const WITHOUT_FACE: readonly ServiceId[] = ['outlets', 'help', 'read-card', 'progress'];

interface Around {
  readonly day: CalendarDay;
  /** `name version` */
  readonly pack: string;
  /** Something is wrong with the pack: one in four fails. */
  readonly worse: boolean;
}

/** One session as a kiosk would tell of it. */
export function madeUpSession(chance: Chance, { day, pack, worse }: Around): PastOutcome {
  const service = chance.oneOf(SERVICES);
  const disposition = dispositionOf(chance, worse);
  const face = !WITHOUT_FACE.includes(service);
  const waived = chance.onceIn(9);
  const fen = CHARGED[service] ?? null;
  return pastOutcome.parse({
    day,
    pack,
    service,
    document: face ? (chance.onceIn(5) ? 'social-security-card' : 'resident-id-card') : null,
    age: face ? chance.between(15, 84) : null,
    region: service === 'swap' || service === 'activate' ? '46' : null,
    generation: service === 'swap' ? 2 : service === 'activate' ? 3 : null,
    faceDistance: face ? chance.between(18, disposition === 'refused' ? 62 : 47) / 100 : null,
    faceTries: face ? chance.oneOf([1, 1, 1, 2, 3]) : null,
    lossTerm: service === 'loss' ? chance.oneOf(['long-term', 'days']) : null,
    exchangeReason: service === 'exchange' ? 'damaged' : null,
    waivers: waived && fen !== null ? 'hardship' : '',
    chargedFen: fen === null ? null : waived ? 0 : fen,
    disposition,
    outcome: disposition === 'refused' ? 'face-not-matched' : null,
    seconds: chance.between(35, 420),
  } satisfies PastOutcome);
}

function dispositionOf(chance: Chance, worse: boolean): PastOutcome['disposition'] {
  if (worse && chance.onceIn(4)) return 'trouble';
  const drawn = chance.between(1, 100);
  if (drawn <= 2) return 'trouble';
  if (drawn <= 8) return 'refused';
  if (drawn <= 13) return 'timed-out';
  return drawn <= 22 ? 'cancelled' : 'completed';
}
