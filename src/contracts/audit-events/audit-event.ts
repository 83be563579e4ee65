/** One row of the closed catalogue; `docs/audit-events.md` is generated from it. */
export interface AuditEvent {
  readonly meaning: string;
  readonly who: 'resident' | 'technician' | 'kiosk';
  /** Allowed detail fields. None of them may hold personal data: codes, counts, scores, references only. */
  readonly fields: Readonly<Record<string, string>>;
}
