import type { PolicyPack } from '../../src/policy/policy-pack.ts';

/** What the progress of an application takes over from a province's pack. */
export interface ProgressPolicy {
  /** M A12: a card that is ready waits for so many days. */
  readonly collectWithinDays: number;
}

export const progressPolicyOf = (pack: PolicyPack): ProgressPolicy => ({
  collectWithinDays: pack.application.collectWithinDays,
});
