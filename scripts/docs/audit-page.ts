import { AUDIT_EVENTS } from '../../src/contracts/audit.ts';

/** `docs/audit-events.md` as the catalogue says it: one section for each event, in the catalogue's order. */
export function auditPage(): string {
  const events = Object.entries(AUDIT_EVENTS);
  return [
    '# Audit events',
    '',
    'Generated from `src/contracts/audit.ts` by `npm run docs:audit`. Do not edit by hand.',
    '',
    `The kiosk records these ${events.length} events and no others. A name that is not here does not compile; a`,
    'field that is not listed is refused when it is written. No field holds personal data: codes, counts, scores',
    'and references only. Each record has a `sequence` that counts up by one, the time `at`, and a `hash`: SHA-256',
    'over the hash before it and the record itself. Records are never changed, and go to the central service.',
    '',
    '| event | who | meaning |',
    '|---|---|---|',
    ...events.map(([id, { meaning, who }]) => `| [\`${id}\`](#${id}) | ${who} | ${meaning} |`),
    '',
    ...events.flatMap(([id, event]) => section(id, event.meaning, Object.entries(event.fields))),
  ].join('\n');
}

function section(id: string, meaning: string, fields: readonly (readonly [string, string])[]): string[] {
  const table = [
    '| field | what |',
    '|---|---|',
    ...fields.map(([field, what]) => `| \`${field}\` | ${what} |`),
  ];
  return [`## ${id}`, '', `${meaning}.`, '', ...(fields.length === 0 ? ['No fields.'] : table), ''];
}
