import type { CalendarDay } from '../calendar/calendar-day.ts';
import { applicants } from './applicants.ts';
import { cardHolders } from './card-holders.ts';
import { cardsThroughLife } from './cards-through-life.ts';
import { otherPacks } from './other-packs.ts';
import type { FictitiousResident } from './resident.ts';
import { unusualDocuments } from './unusual-documents.ts';
import { waitingApplicants } from './waiting-applicants.ts';

/**
 * Everybody fictitious as of one day. Birth and validity dates are counted from `today`, so somebody always turns
 * sixteen on it (ID-2) and a document always expired the day before (ID-3). Seeds the reference registry, the
 * virtual ID card reader and the virtual cards with the same people.
 */
export const fictitiousResidents = (today: CalendarDay): readonly FictitiousResident[] => [
  ...applicants(today),
  ...unusualDocuments(today),
  ...cardHolders(today),
  ...cardsThroughLife(today),
  ...waitingApplicants(today),
  ...otherPacks(today),
];

/** One of them by id, or null where there is no such resident. */
export const fictitiousResident = (today: CalendarDay, id: string): FictitiousResident | null =>
  fictitiousResidents(today).find((resident) => resident.id === id) ?? null;
