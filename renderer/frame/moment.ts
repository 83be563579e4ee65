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
