import type { CalendarDay } from '../calendar/calendar-day.ts';

export type Sex = 'male' | 'female';

/** The four layouts of the 256-byte text block (protocols 2.4). */
export type DocumentKind =
  | 'resident-id-card'
  | 'hmt-residence-permit'
  | 'foreigner-permit-2017'
  | 'foreigner-permit-2023';

/** What the chip of an identity document says. Nothing is corrected or filled in here. */
export interface IdentityDocument {
  readonly kind: DocumentKind;
  /** Chinese name; for foreigners who have none, empty. */
  readonly name: string;
  /** null where the chip says unknown (0) or unspecified (9). */
  readonly sex: Sex | null;
  /** GB/T 3304, two digits; null for permits. */
  readonly ethnicGroup: string | null;
  readonly birthDate: CalendarDay;
  /** Empty on foreigner permits. */
  readonly address: string;
  readonly number: string;
  readonly issuer: string;
  readonly validFrom: CalendarDay;
  /** null is 长期: no end (ID-3). */
  readonly validTo: CalendarDay | null;
  readonly foreignName?: string;
  /** GB/T 2659, three letters. */
  readonly nationality?: string;
  /** 通行证号码 of a Hong Kong, Macau or Taiwan resident. */
  readonly permitNumber?: string;
  readonly issueCount?: string;
}
