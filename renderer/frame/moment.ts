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
  const dayOf = (at: number) => new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Shanghai' }).format(at);
  return dayOf(since) === dayOf(now) ? readableMoment(since, language).time : dayAndTime(since, language);
}

/** Day of the month and time, for whoever comes on another day. Milliseconds since the epoch. */
export function dayAndTime(at: number, language: Language): string {
  return `${readableDay(at, language)} ${readableMoment(at, language).time}`;
}

/** Month and day alone. Milliseconds since the epoch. */
export function readableDay(at: number, language: Language): string {
  return new Intl.DateTimeFormat(language, {
    timeZone: 'Asia/Shanghai',
    month: language === 'en' ? 'short' : 'long',
    day: 'numeric',
  }).format(at);
}
