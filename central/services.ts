import { dayInShanghai } from '../src/calendar/calendar-day.ts';
import { auditArchive } from './audit/archive.ts';
import { inTime, keepTime } from './authority/keep-time.ts';
import { referenceAuthority } from './authority/reference-authority.ts';
import { authorityRoutes } from './authority/routes.ts';
import { referenceAccounts } from './bank/accounts.ts';
import { referenceBank } from './bank/reference-bank.ts';
import { bankRoutes } from './bank/routes.ts';
import { referenceCardKeys } from './card-keys/reference-key-service.ts';
import { cardKeyRoutes } from './card-keys/routes.ts';
import type { ServiceOptions } from './central-options.ts';
import { type ChangeSignal, changesInProcess } from './changes/change-signal.ts';
import type { ConsoleApp } from './console-api/console-app.ts';
import { addConsoleParts } from './console-api/console-parts.ts';
import type { Queries } from './database/tables.ts';
import { acquirerRoutes } from './dev/acquirer-routes.ts';
import { type DevControls, devControls } from './dev/controls.ts';
import { devFleetRoutes } from './dev/fleet-routes.ts';
import { fleetSampleRoutes } from './dev/fleet-sample-routes.ts';
import { devOperatorRoutes } from './dev/operator-routes.ts';
import { residentRoutes } from './dev/resident-routes.ts';
import { devRoutes } from './dev/routes.ts';
import { seedRegistry } from './dev/seed.ts';
import { director } from './director/director.ts';
import { packPolicies } from './director/packs.ts';
import { keepFirstRoot } from './director/roots.ts';
import { type ElectronicCardCodes, referenceElectronicCardCodes } from './electronic-card/codes.ts';
import { electronicCardRoutes } from './electronic-card/routes.ts';
import { decommissionRoute } from './fleet/decommissions.ts';
import { exportKeyRoute } from './fleet/export-key.ts';
import { readinessReportRoutes } from './fleet/readiness-reports.ts';
import { fleetRoutes } from './fleet/routes.ts';
import { sweepForecasts } from './fleet/running-out.ts';
import type { Foundations } from './foundations.ts';
import type { Around, CentralApp } from './http/app.ts';
import { type EnrolmentCode, mintEnrolmentCode } from './kiosk-identity/enrolment-codes.ts';
import { guard, kioskIdentityRoutes } from './kiosk-identity/routes.ts';
import { carryOutWith } from './operations/carry-out.ts';
import { operationLedger } from './operations/ledger.ts';
import { operationRoutes } from './operations/routes.ts';
import { type Operators, operatorsOf } from './operators/operators.ts';
import { type OrderPayments, orderPayments } from './payments/order-payments.ts';
import { referenceAcquirer } from './payments/reference-acquirer.ts';
import { paymentRoutes } from './payments/routes.ts';
import { referencePersonalisation } from './personalisation/reference-personalisation.ts';
import { personalisationRoutes } from './personalisation/routes.ts';
import { referenceRecords } from './records/own-records.ts';
import { recordRoutes } from './records/routes.ts';
import { rolloutDesk } from './rollouts/reference-desk.ts';
import { keyedDigest } from './secrets.ts';
import { smsCodes } from './sms/codes.ts';
import { memorySmsGateway } from './sms/gateway.ts';
import { sendAfterOperations, smsOutbox } from './sms/outbox.ts';
import { smsRoutes } from './sms/routes.ts';
import { sweepEach } from './sweep.ts';
import { receiptCheckRoute } from './transactions/receipt-checks.ts';
import { workDesk } from './work/work-desk.ts';

/** The service, whichever way its requests come: over HTTP, or from within this process. */
export interface Services {
  readonly foundations: Foundations;
  readonly around: Around;
  readonly payments: OrderPayments;
  readonly operators: Operators;
  readonly electronicCards: ElectronicCardCodes;
  /** null outside development. */
  readonly dev: DevControls | null;
  addRoutes(app: CentralApp): void;
  /** What operators may ask at their desk. */
  addConsoleParts(app: ConsoleApp): void;
  /** Kiosks' polls that are held open now. */
  waitingPolls(): number;
  /** Sends kiosks away that wait for news; before the server closes. */
  close(): Promise<void>;
  mintEnrolmentCode(): Promise<EnrolmentCode>;
  /** Does what time brings about; false where text messages wait for their gateway. */
  sweep(): Promise<boolean>;
}

/** Composes every part of the service over its database, which has its tables already. */
export async function composeServices(
  queries: Queries,
  options: ServiceOptions,
  changes: ChangeSignal = changesInProcess(),
): Promise<Services> {
  const { clock, entropy } = options;
  const foundations: Foundations = {
    queries,
    clock,
    entropy,
    digest: keyedDigest(options.serviceKey),
    changes,
  };
  const operators = operatorsOf(foundations, options.serviceKey);
  const bank = referenceBank(options.pinKeys, foundations.digest);
  const acquirer = referenceAcquirer(foundations);
  const policies = packPolicies(options);
  const payments = orderPayments(foundations, options.acquirer ?? acquirer, policies);
  const cards = referencePersonalisation(foundations, options.blankMasterKey, policies);
  const authority = referenceAuthority({
    foundations,
    policies,
    bank,
    accounts: referenceAccounts(foundations),
    payments,
    personalisations: cards,
  });
  const electronicCards = referenceElectronicCardCodes(foundations);
  const archive = auditArchive(foundations);
  const ledger = operationLedger(foundations, carryOutWith(authority, archive, payments));
  const memorySms = memorySmsGateway(clock);
  const drawPortrait = options.dev?.drawPortrait ?? null;
  const dev = options.dev ? devControls(foundations, drawPortrait, memorySms.last, acquirer) : null;
  const gateway = options.smsGateway ?? (dev ? memorySms : null);
  const outbox = smsOutbox(foundations, gateway);
  if (options.firstRoot !== undefined) await keepFirstRoot(queries, clock, options.firstRoot);
  const desk = workDesk({ foundations, payments });
  const rollouts = rolloutDesk(foundations);
  const configuration = director({
    foundations,
    keys: options.centreKeys ?? null,
    rollouts,
    orders: desk,
  });
  if (dev) await seedRegistry(queries, foundations.digest, dayInShanghai(clock.now()), drawPortrait);

  return {
    foundations,
    payments,
    operators,
    electronicCards,
    dev,
    around: {
      admit: guard(foundations),
      prepare: keepTime(queries, authority),
      finish: sendAfterOperations(outbox),
    },
    addRoutes: (app) => {
      if (dev) {
        devRoutes(app, dev);
        acquirerRoutes(app, queries, acquirer, payments);
        residentRoutes(app, queries, electronicCards);
        devFleetRoutes(app, queries);
        fleetSampleRoutes(app, foundations);
        devOperatorRoutes(app, foundations, operators);
      }
      kioskIdentityRoutes(app, foundations, options);
      exportKeyRoute(app, options.exportKey ?? null);
      decommissionRoute(app, foundations);
      fleetRoutes(app, foundations, archive, options.exportKey);
      readinessReportRoutes(app, foundations);
      receiptCheckRoute(app, foundations);
      authorityRoutes(app, foundations, authority);
      smsRoutes(app, smsCodes(foundations, gateway));
      bankRoutes(app, foundations, bank);
      cardKeyRoutes(app, referenceCardKeys(options.cardMasterKey));
      paymentRoutes(app, payments);
      personalisationRoutes(app, cards);
      recordRoutes(app, foundations, referenceRecords(foundations), options.authorityPolicy);
      electronicCardRoutes(app, electronicCards);
      operationRoutes(app, ledger);
      configuration.addRoutes(app);
    },
    addConsoleParts: (app) => addConsoleParts(app, { foundations, work: desk }),
    waitingPolls: () => configuration.waiting(),
    close: () => configuration.close(),
    mintEnrolmentCode: () => mintEnrolmentCode(queries, clock, entropy),
    sweep: async () => {
      let sent = true;
      await sweepEach([
        () => inTime(queries, authority),
        () => payments.sweep(),
        () => desk.sweep(),
        () => rollouts.sweep(),
        () => sweepForecasts(foundations),
        async () => {
          sent = await outbox.send();
        },
      ]);
      return sent;
    },
  };
}
