import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { policyPack } from '../src/policy/policy-pack.ts';
import { type AuthorityPolicy, authorityPolicyOf } from './authority/reference-policy.ts';
import type { CentralPolicies } from './central-policies.ts';

const PACK_FILE = join(import.meta.dirname, '..', 'assets', 'policy', 'hainan.json');
const pack = policyPack.parse(JSON.parse(readFileSync(PACK_FILE, 'utf8')));

/** The default pack, opened wider than any province does, so that every way can be gone; values of its own where tests count. */
const BENCH_AUTHORITY_POLICY: AuthorityPolicy = {
  ...authorityPolicyOf(pack),
  acceptedDocuments: ['resident-id-card'],
  selfServiceAge: 16,
  readyWithinWorkingDays: 30,
  collectWithinDays: 180,
  collectionOutlets: ['outlet-1', 'outlet-2'],
  loss: { undoAtKiosk: true },
  replacement: { ...pack.replacement, remindAbovePerMonth: 3 },
  exchange: {
    ...pack.exchange,
    reasons: [
      { reason: 'expiry', where: 'kiosk', free: true, topic: null },
      { reason: 'face-damaged', where: 'kiosk', free: false, topic: null },
      { reason: 'chip-unreadable', where: 'kiosk', free: false, topic: null },
      { reason: 'data-changed', where: 'counter', free: false, topic: 'key-data' },
    ],
  },
  issuance: { validYears: 10, readyWithinWorkingDays: 30 },
  certification: { ...pack.certification, validMonths: 12 },
};

export const benchPolicies = (change: Partial<AuthorityPolicy> = {}): CentralPolicies => ({
  authorityPolicy: { ...BENCH_AUTHORITY_POLICY, ...change },
  paymentPolicy: { expiresAfterSeconds: 300 },
  issuancePolicy: { region: '460000', validYears: 10, photoFromAge: 7 },
});
