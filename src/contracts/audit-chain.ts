import type { AuditRecord } from './audit.ts';

/** The hash before a kiosk's first record. */
export const AUDIT_CHAIN_START = '0'.repeat(64);

/**
 * The text whose SHA-256 (hex, UTF-8) is a record's `hash`. Detail fields are in order of name, so both ends get
 * the same bytes whatever JSON did to the order.
 */
export function auditChainText(previousHash: string, record: Omit<AuditRecord, 'hash'>): string {
  const detail = Object.entries(record.detail).sort(([left], [right]) => (left < right ? -1 : 1));
  return JSON.stringify([previousHash, record.sequence, record.at, record.event, detail]);
}
