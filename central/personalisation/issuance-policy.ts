import type { PolicyPack } from '../../src/policy/policy-pack.ts';

/** What personalisation takes over from a province's pack. */
export interface IssuancePolicy {
  /** Six digits, first part of every 卡的识别码 (protocols 1.4). */
  readonly region: string;
  /** M A6 */
  readonly validYears: number;
  /** Younger holders have no photo on their card. */
  readonly photoFromAge: number;
}

/** The pack names the region's first digits; the rest of the division code is zeros. */
export const issuancePolicyOf = (pack: PolicyPack): IssuancePolicy => ({
  region: (pack.servedRegions[0] ?? '').padEnd(6, '0'),
  validYears: pack.issuance.validYears,
  photoFromAge: pack.issuance.photoFromAge,
});
