import { parseDay } from '../calendar/calendar-day.ts';

const TYPED = /^(\d{4}-\d{2}-\d{2}) ([01]\d|2[0-3]):([0-5]\d)$/;
/** Before this no kiosk of ours was built: a slip of the finger, not a time. */
const EARLIEST = Date.UTC(2025, 0, 1);
const LATEST = Date.UTC(2100, 0, 1);

/** Milliseconds since the epoch of `2026-11-22 09:41` in Shanghai (no summer time); null where it is no such time. */
export function typedTime(text: string): number | null {
  const [, day = '', hours, minutes] = TYPED.exec(text.trim()) ?? [];
  if (parseDay(day) === null) return null;
  const at = Date.parse(`${day}T${hours}:${minutes}:00+08:00`);
  return at >= EARLIEST && at < LATEST ? at : null;
}
