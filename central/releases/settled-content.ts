import { dayInShanghai } from '../../src/calendar/calendar-day.ts';
import type { DocumentKind } from '../../src/contracts/configuration/document.ts';
import { isRecord } from '../../src/releases/place-in-document.ts';

/** What a content repeats of its header: a pack names its version and first day itself, a technician list its version. */
export function settledContent(
  kind: DocumentKind,
  content: unknown,
  { version, effectiveFrom, issuedAt }: { version: number; effectiveFrom: string; issuedAt: string },
): unknown {
  if (!isRecord(content)) return content;
  switch (kind) {
    case 'policy-pack':
      return { ...content, version, effectiveFrom: dayInShanghai(Date.parse(effectiveFrom)) };
    case 'technicians':
      return { ...content, version, issuedAt };
    default:
      return content;
  }
}
