import type { PolicyPack } from '../../src/policy/policy-pack.ts';

/** What payments take over from a province's pack. */
export interface PaymentPolicy {
  /** Longest time an order stays open, whatever a kiosk asks for. */
  readonly expiresAfterSeconds: number;
}

export const paymentPolicyOf = (pack: PolicyPack): PaymentPolicy => ({
  expiresAfterSeconds: pack.payment.expiresAfterSeconds,
});
