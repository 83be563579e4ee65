import type { Catalogue } from '../texts/catalogue.ts';
import { wordFor } from '../texts/language.ts';

/** `blanks 9 of 20`: what was counted, and its threshold or room (src/maintenance/alarm-conditions.ts). */
const COUNTED = /^(blanks|cards) (\d+)(?: of (\d+))?$/;

/** The detail of an alarm as people read it; what is not known here stays as the kiosk said it. */
export function alarmDetail(detail: string | null, { codes }: Pick<Catalogue, 'codes'>): string | null {
  if (detail === null) return null;
  const [, what, many, of] = COUNTED.exec(detail) ?? [];
  if (what === undefined || many === undefined) return wordFor(codes.why, detail);
  return `${wordFor(codes.counted, what)} ${of === undefined ? many : `${many} / ${of}`}`;
}
