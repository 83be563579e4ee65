import type { CalendarDay } from '../../calendar/calendar-day.ts';
import { checkDocument } from '../../identity/check-document.ts';
import type { ServiceInput } from '../service-input.ts';
import { idCardOf } from './people.ts';

/** Somebody of forty whose card was read and whose face was verified: what a personal service starts with. */
export function verifiedResident(today: CalendarDay): ServiceInput {
  const { document } = idCardOf(today, 40);
  const checked = checkDocument(document, today, {
    acceptedDocuments: [document.kind],
    selfServiceAge: 16,
  });
  if (!checked.ok) throw new Error(checked.error.kind);
  return {
    identity: checked.value,
    face: { decision: 'accept', distance: 0.31, liveness: 'passed', model: 'test', at: `${today}T01:00:00Z` },
    language: 'zh-CN',
  };
}
