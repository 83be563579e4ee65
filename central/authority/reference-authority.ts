import type { NamedPack } from '../../src/contracts/central/named-pack.ts';
import type { Accounts } from '../bank/accounts.ts';
import type { Bank } from '../bank/bank.ts';
import type { Queries } from '../database/tables.ts';
import type { PackPolicies } from '../director/packs.ts';
import type { Foundations } from '../foundations.ts';
import { instantNow } from '../moments.ts';
import type { Payments } from '../payments/payments.ts';
import type { Personalisations } from '../personalisation/personalisations.ts';
import { activateCard } from './activation.ts';
import { submitApplication } from './applications.ts';
import { bindCard } from './binding.ts';
import type { CardAuthority } from './card-authority.ts';
import { requestCard } from './card-requests.ts';
import { cardStatus } from './card-status.ts';
import { certify } from './certification.ts';
import { changeContactData } from './contact-change.ts';
import type { Sent } from './decision.ts';
import { settleDelivery } from './delivery.ts';
import { eligibilityOf } from './eligibility.ts';
import { residentCard } from './held-card.ts';
import { reportLoss, undoLoss } from './loss.ts';
import type { AuthorityPolicy } from './reference-policy.ts';
import { switchCards } from './switching.ts';
import { cardTimers } from './timers.ts';

/** Whom the reference authority works with. */
export interface AuthorityParts {
  readonly foundations: Foundations;
  /** Each request is judged by the pack it was begun under. */
  readonly policies: PackPolicies;
  readonly bank: Bank;
  readonly accounts: Accounts;
  readonly payments: Payments;
  readonly personalisations: Personalisations;
}

/** The authority over the service's own tables: decides at once, in the caller's transaction. */
export function referenceAuthority(parts: AuthorityParts): CardAuthority {
  const { foundations, policies, bank, accounts } = parts;
  const { clock } = foundations;
  const timers = cardTimers(policies.base.authorityPolicy);
  const policyOf = async (
    queries: Queries,
    { kioskId }: Sent,
    pack: NamedPack | undefined,
  ): Promise<AuthorityPolicy> => (await policies.of(queries, kioskId, pack)).authorityPolicy;
  return {
    eligibility: (queries, identity) => eligibilityOf(queries, identity),
    photoOnFile: async (queries, socialSecurityNumber) => {
      const resident = await queries
        .selectFrom('resident')
        .select('photo_base64')
        .where('social_security_number', '=', socialSecurityNumber)
        .executeTakeFirst();
      return resident?.photo_base64 ?? null;
    },
    cardStatus,
    residentCard: (queries, socialSecurityNumber) =>
      residentCard(queries, socialSecurityNumber, instantNow(clock)),
    timersDue: (queries) => timers.due(queries, clock.now()),
    settleTimers: (queries) => timers.settle(queries, clock.now()),
    submitApplication: async (queries, application, sent) => {
      const policy = await policyOf(queries, sent, application.pack);
      return submitApplication(foundations, policy, queries, application, sent);
    },
    activateCard: (queries, activation) => activateCard(foundations, bank, queries, activation),
    reportLoss: async (queries, report, sent) =>
      reportLoss(foundations, await policyOf(queries, sent, report.pack), queries, report),
    undoLoss: async (queries, undo, sent) =>
      undoLoss(foundations, await policyOf(queries, sent, undo.pack), queries, undo),
    requestCard: async (queries, request, sent) => {
      const policy = await policyOf(queries, sent, request.pack);
      return requestCard({ ...parts, policy }, queries, request, sent);
    },
    bindCard: (queries, bind, sent) => bindCard(parts, queries, bind, sent),
    switchCards: (queries, change, sent) => switchCards(foundations, accounts, queries, change, sent),
    settleDelivery: (queries, delivery, sent) => settleDelivery(parts, queries, delivery, sent),
    certify: async (queries, certification, sent) => {
      const policy = await policyOf(queries, sent, certification.pack);
      return certify(foundations, policy, queries, certification, sent);
    },
    changeContactData: (queries, change, sent) => changeContactData(accounts, queries, change, sent),
  };
}
