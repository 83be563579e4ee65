import type { Language } from '../../src/contracts/view.ts';

/** The core's wall clock as people read it, in Asia/Shanghai. Milliseconds since the epoch. */
export function readableMoment(now: number, language: Language): { day: string; time: string } {
  const zone = { timeZone: 'Asia/Shanghai' } as const;
  return {
    day: new Intl.DateTimeFormat(language, {
      ...zone,
      month: language === 'en' ? 'short' : 'long',
      day: 'numeric',
      weekday: language === 'en' ? 'short' : 'long',
    }).format(now),
    time: new Intl.DateTimeFormat(language, {
      ...zone,
      hour: '2-digit',
      minute: '2-digit',
      hour12: false,
    }).format(now),
  };
}

/** When something began: the time alone on the same day, with its day before that. Milliseconds since the epoch. */
export function readableSince(since: number, now: number, language: Language): string {
  const zone = { timeZone: 'Asia/Shanghai' } as const;
  const dayOf = (at: number) => new Intl.DateTimeFormat('en-CA', { ...zone, dateStyle: 'short' }).format(at);
  const { time } = readableMoment(since, language);
  if (dayOf(since) === dayOf(now)) return time;
  const day = new Intl.DateTimeFormat(language, {
    ...zone,
    month: language === 'en' ? 'short' : 'long',
    day: 'numeric',
  }).format(since);
  return `${day} ${time}`;
}
