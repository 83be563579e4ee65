import type { CardIssuerStatus } from '../../../src/ports/card-issuer.ts';

type StackSensor = CardIssuerStatus['stock'];

/** The stack's sensor against the ledger; null: nothing speaks against it. The sensor knows no number. */
export function stackDisagreement(
  sensor: StackSensor,
  ledger: number,
): 'empty-against-ledger' | 'cards-against-ledger' | null {
  if (sensor === 'empty') return ledger > 0 ? 'empty-against-ledger' : null;
  return ledger === 0 ? 'cards-against-ledger' : null;
}
