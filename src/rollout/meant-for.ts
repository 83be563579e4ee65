import type { DocumentKind } from '../contracts/configuration/document.ts';
import type { Candidate } from './plan-waves.ts';

/** One document that a rollout hands out. */
export interface RolloutDocument {
  readonly kind: DocumentKind;
  readonly line: string;
  readonly version: number;
  readonly sha256: string;
  /** Kiosks it is meant for; null: all. */
  readonly regions: readonly string[] | null;
  readonly models: readonly string[] | null;
}

/** Documents that are meant for this kiosk: it would refuse the others (wrong installation). None: no concern of it. */
export function meantFor(
  documents: readonly RolloutDocument[],
  { region, model }: Pick<Candidate, 'region' | 'model'>,
): RolloutDocument[] {
  const among = (named: readonly string[] | null, own: string | null): boolean =>
    named === null || (own !== null && named.includes(own));
  return documents.filter(({ regions, models }) => among(regions, region) && among(models, model));
}
