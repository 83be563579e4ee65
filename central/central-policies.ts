import type { PolicyPack } from '../src/policy/policy-pack.ts';
import { type AuthorityPolicy, authorityPolicyOf } from './authority/reference-policy.ts';
import { type PaymentPolicy, paymentPolicyOf } from './payments/payment-policy.ts';
import { type IssuancePolicy, issuancePolicyOf } from './personalisation/issuance-policy.ts';

/** What each part of the service takes over from a province's pack: no fee, age or number of days is in its code. */
export interface CentralPolicies {
  readonly authorityPolicy: AuthorityPolicy;
  readonly paymentPolicy: PaymentPolicy;
  readonly issuancePolicy: IssuancePolicy;
}

export const centralPoliciesOf = (pack: PolicyPack): CentralPolicies => ({
  authorityPolicy: authorityPolicyOf(pack),
  paymentPolicy: paymentPolicyOf(pack),
  issuancePolicy: issuancePolicyOf(pack),
});
