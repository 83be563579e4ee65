import { SERVICES, type ServiceId } from '../contracts/service.ts';

/** Journeys of one service that came to an end: `turnedAway` of `sessions`. */
export interface EndedJourneys {
  readonly sessions: number;
  readonly turnedAway: number;
}

export type EndedByService = Readonly<Partial<Record<ServiceId, EndedJourneys>>>;

/** Whether a set turns residents away that were served before it. `perhaps`: too few to say, too many to keep it. */
export type TurnsAway = 'yes' | 'perhaps' | 'no';

export const TURNED_AWAY = {
  /** Rules refuse under good packs, too; fewer than this may all be right. */
  fewest: 5,
  /** Nearly all of them: a rule that was made stricter on purpose still serves somebody. */
  share: 0.8,
  /** As rare as this by chance, going by what was usual before. */
  chance: 1e-4,
  /** As rare as this, it is not kept yet. */
  doubt: 0.05,
} as const;

const NONE: EndedJourneys = { sessions: 0, turnedAway: 0 };

/**
 * A wrong age, region or face threshold fails no journey: it says no to everybody. Each service is held against its own
 * past, for the rules of some refuse every second resident; and all together, for a pack may be wrong in all of them.
 */
export function turnsAway(now: EndedByService, before: EndedByService): TurnsAway {
  const each = SERVICES.map((service) => judged(now[service] ?? NONE, before[service] ?? NONE));
  const all = each.reduce((sum, one) => ({
    sessions: sum.sessions + one.sessions,
    turnedAway: sum.turnedAway + one.turnedAway,
    chance: sum.chance * one.chance,
  }));
  const groups = [...each, all].filter(
    ({ sessions, turnedAway }) => turnedAway > 0 && turnedAway >= sessions * TURNED_AWAY.share,
  );
  const { fewest, chance, doubt } = TURNED_AWAY;
  if (groups.some((one) => one.turnedAway >= fewest && one.chance <= chance)) return 'yes';
  return groups.some((one) => one.turnedAway > 1 && one.chance <= doubt) ? 'perhaps' : 'no';
}

/** With how much chance as many or more of them are turned away if nothing changed. */
function judged({ sessions, turnedAway }: EndedJourneys, before: EndedJourneys) {
  // Laplace's rule: a service nobody has used yet refuses every second.
  const usual = (before.turnedAway + 1) / (before.sessions + 2);
  return { sessions, turnedAway, chance: chanceOf(turnedAway, sessions, usual) };
}

/** Of the binomial distribution: `atLeast` or more of `of`, each with the probability `p`, which is neither 0 nor 1. */
function chanceOf(atLeast: number, of: number, p: number): number {
  let exactly = (1 - p) ** of;
  let chance = 0;
  for (let count = 0; count <= of; count += 1) {
    if (count >= atLeast) chance += exactly;
    exactly *= ((of - count) / (count + 1)) * (p / (1 - p));
  }
  return Math.min(1, chance);
}

/** One more ended journey of a service; the older ones count half. */
export function oneMoreEnded(
  all: EndedByService,
  service: ServiceId,
  wasTurnedAway: boolean,
): EndedByService {
  const { sessions, turnedAway } = all[service] ?? NONE;
  const more = { sessions: sessions + 1, turnedAway: turnedAway + (wasTurnedAway ? 1 : 0) };
  const fits = more.sessions <= MOST_REMEMBERED;
  const halved = {
    sessions: Math.round(more.sessions / 2),
    turnedAway: Math.round(more.turnedAway / 2),
  };
  return { ...all, [service]: fits ? more : halved };
}

/** For each service; what was long ago says little about the rules of today. */
const MOST_REMEMBERED = 100;
