import { addDays, addYears, ageOn, type CalendarDay } from '../calendar/calendar-day.ts';
import { err, ok, type Result } from '../result.ts';
import { type NumberFault, parseCitizenNumber } from './citizen-number.ts';
import type { DocumentKind, IdentityDocument } from './document.ts';
import { socialSecurityNumberOf } from './social-security-number.ts';

/** The pack's part of the rules: `policy.identity` as it stands. */
export interface IdentityRules {
  readonly acceptedDocuments: readonly DocumentKind[];
  /** Full years (ID-2). */
  readonly selfServiceAge: number;
}

/** A document that passed every check, with the social security number that follows from it (ID-7). */
export interface AcceptedIdentity extends IdentityDocument {
  readonly socialSecurityNumber: string;
}

export type IdentityRefusal =
  | { readonly kind: 'document-not-accepted'; readonly document: DocumentKind }
  | { readonly kind: 'number-invalid'; readonly which: NumberFault }
  | { readonly kind: 'birth-date-conflict' }
  | { readonly kind: 'sex-conflict' }
  | { readonly kind: 'under-age'; readonly age: number; readonly turnsOn: CalendarDay }
  | { readonly kind: 'document-expired'; readonly since: CalendarDay }
  | { readonly kind: 'document-not-yet-valid'; readonly from: CalendarDay };

/**
 * Decides whether a document opens this kiosk (ID-1..4, ID-8). The order is fixed, so that each person hears the
 * one thing that matters most:
 * 1. document-not-accepted: nothing else about it is this kiosk's business;
 * 2. number-invalid, birth-date-conflict, sex-conflict: until the chip agrees with itself its dates prove nothing;
 * 3. under-age: no new document would help, a guardian at a counter does;
 * 4. document-not-yet-valid, document-expired: a new document helps.
 * Both ends of the validity are inside it. The number check of the 2017 foreigner permit is its shape alone.
 */
export function checkDocument(
  document: IdentityDocument,
  today: CalendarDay,
  rules: IdentityRules,
): Result<AcceptedIdentity, IdentityRefusal> {
  if (!rules.acceptedDocuments.includes(document.kind)) {
    return err({ kind: 'document-not-accepted', document: document.kind });
  }
  const conflict = numberConflict(document, today);
  if (conflict !== null) return err(conflict);
  const age = ageOn(document.birthDate, today);
  if (age < rules.selfServiceAge) {
    return err({ kind: 'under-age', age, turnsOn: turnsOn(document.birthDate, rules.selfServiceAge) });
  }
  if (today < document.validFrom) return err({ kind: 'document-not-yet-valid', from: document.validFrom });
  if (document.validTo !== null && document.validTo < today) {
    return err({ kind: 'document-expired', since: document.validTo });
  }
  return ok({ ...document, socialSecurityNumber: socialSecurityNumberOf(document) });
}

/** First day on which somebody is `age` years old; 29 February counts from 1 March in a common year (ID-2). */
export function turnsOn(birthDate: CalendarDay, age: number): CalendarDay {
  const birthday = addYears(birthDate, age);
  return ageOn(birthDate, birthday) < age ? addDays(birthday, 1) : birthday;
}

function numberConflict(document: IdentityDocument, today: CalendarDay): IdentityRefusal | null {
  if (document.kind === 'foreigner-permit-2017') {
    if (!/^[A-Z]{3}\d{12}$/.test(document.number)) return { kind: 'number-invalid', which: 'length' };
    return document.birthDate > today ? { kind: 'number-invalid', which: 'date' } : null;
  }
  const parsed = parseCitizenNumber(document.number);
  if (!parsed.ok) return { kind: 'number-invalid', which: parsed.error };
  if (parsed.value.birthDate > today) return { kind: 'number-invalid', which: 'date' };
  if (parsed.value.birthDate !== document.birthDate) return { kind: 'birth-date-conflict' };
  return sexAgrees(document, parsed.value.sex) ? null : { kind: 'sex-conflict' };
}

/**
 * A chip that leaves the sex open contradicts nothing. The 2023 foreigner permit is not compared: its number
 * rules fix no sex digit (protocols 2.6).
 */
const sexAgrees = (document: IdentityDocument, fromNumber: 'male' | 'female'): boolean =>
  document.kind === 'foreigner-permit-2023' || document.sex === null || document.sex === fromNumber;
