import type { Accounts } from '../bank/accounts.ts';
import type { Bank } from '../bank/bank.ts';
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
  readonly policy: AuthorityPolicy;
  readonly bank: Bank;
  readonly accounts: Accounts;
  readonly payments: Payments;
  readonly personalisations: Personalisations;
}

/** The authority over the service's own tables: decides at once, in the caller's transaction. */
export function referenceAuthority(parts: AuthorityParts): CardAuthority {
  const { foundations, policy, bank, accounts } = parts;
  const { clock } = foundations;
  const timers = cardTimers(policy);
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
    submitApplication: (queries, application, sent) =>
      submitApplication(foundations, policy, queries, application, sent),
    activateCard: (queries, activation) => activateCard(foundations, bank, queries, activation),
    reportLoss: (queries, report) => reportLoss(foundations, policy, queries, report),
    undoLoss: (queries, undo) => undoLoss(foundations, policy, queries, undo),
    requestCard: (queries, request, sent) => requestCard(parts, queries, request, sent),
    bindCard: (queries, bind, sent) => bindCard(parts, queries, bind, sent),
    switchCards: (queries, change, sent) => switchCards(foundations, accounts, queries, change, sent),
    settleDelivery: (queries, delivery, sent) => settleDelivery(parts, queries, delivery, sent),
    certify: (queries, certification, sent) => certify(foundations, policy, queries, certification, sent),
    changeContactData: (queries, change, sent) => changeContactData(accounts, queries, change, sent),
  };
}
