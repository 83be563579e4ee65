import type { AcceptedMedia } from '../../../src/ports/card-acceptor.ts';
import type { CardIssuer, CardIssuerTrouble, CardPosition } from '../../../src/ports/card-issuer.ts';
import type { RequestEntry } from '../../../src/transaction/request-entries.ts';
import type { RequestStep } from '../../../src/transaction/request-step.ts';
import type { RequestRecord } from './request-record.ts';
import type { RequestTools } from './request-tools.ts';

/** What the issuer's sensors say now; null where it does not answer. */
export async function issuerPosition(issuer: CardIssuer | null): Promise<CardPosition | 'jammed' | null> {
  const status = await issuer?.status();
  if (!status) return null;
  if (status.ok) return status.value.position;
  return status.error.kind === 'jammed' ? 'jammed' : null;
}

/** What the acceptor's sensors say now; null where it does not answer. */
export async function acceptorMedia(
  acceptor: RequestTools['machines']['acceptor'],
): Promise<AcceptedMedia | null> {
  const status = await acceptor()?.status();
  return status?.ok ? status.value.media : null;
}

/** A short stable word for a trouble, fit for journal and audit. */
export const troubleCode = (trouble: { readonly kind: string } & Partial<{ code: string }>): string =>
  (trouble.code ? `${trouble.kind}-${trouble.code}` : trouble.kind).slice(0, 60);

/**
 * A card into the bin: intent, one move, outcome. Where the machine's answer does not say what happened, the outcome
 * is left to the sensors and settling; nothing is moved twice here.
 */
export async function moveToBin(
  tools: RequestTools,
  record: RequestRecord,
  { card, as, from }: Extract<RequestStep, { kind: 'to-bin' }>,
  write: (entry: RequestEntry) => void,
): Promise<void> {
  const { crashPoint, machines } = tools;
  const issuer = machines.issuer();
  if (!issuer) return;
  crashPoint('request-to-bin-before-intent');
  record.write({ kind: 'intent', act: 'to-bin', key: null, detail: { card, as, from } });
  crashPoint('request-to-bin-after-intent');
  const moved = await issuer.toBin();
  crashPoint('request-to-bin-after-act');
  const end = moved.ok ? ({ result: 'binned', code: null } as const) : binTrouble(moved.error);
  if (!end) return;
  write({ kind: 'outcome', act: 'to-bin', key: null, detail: { card, ...end } });
  crashPoint('request-to-bin-after-outcome');
}

/** null: only the sensors can tell. */
function binTrouble(trouble: CardIssuerTrouble): { result: 'stayed' | 'unknown-place'; code: string } | null {
  const code = troubleCode(trouble);
  if (trouble.kind === 'bin-full') return { result: 'stayed', code };
  if (trouble.kind === 'jammed') return { result: 'unknown-place', code };
  // The machine looked before it moved: the card is not where it was.
  if (trouble.kind === 'wrong-position' && trouble.position === 'none') {
    return { result: 'unknown-place', code: 'none' };
  }
  return null;
}
