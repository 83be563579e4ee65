import Fastify, { type FastifyBaseLogger, LogController } from 'fastify';
import { validatorCompiler, type ZodTypeProvider } from 'fastify-type-provider-zod';
import { dayInShanghai } from '../src/calendar/calendar-day.ts';
import { err, ok, type Result } from '../src/result.ts';
import { auditArchive } from './audit/archive.ts';
import { inTime, keepTime } from './authority/keep-time.ts';
import { referenceAuthority } from './authority/reference-authority.ts';
import { authorityRoutes } from './authority/routes.ts';
import { referenceAccounts } from './bank/accounts.ts';
import { referenceBank } from './bank/reference-bank.ts';
import { bankRoutes } from './bank/routes.ts';
import { referenceCardKeys } from './card-keys/reference-key-service.ts';
import { cardKeyRoutes } from './card-keys/routes.ts';
import type { CentralOptions } from './central-options.ts';
import { openDatabase } from './database/dialect.ts';
import { migrate } from './database/migrations.ts';
import { acquirerRoutes } from './dev/acquirer-routes.ts';
import { type DevControls, devControls } from './dev/controls.ts';
import { faultHooks } from './dev/fault-hooks.ts';
import { isLoopbackHost, loopbackOnly } from './dev/loopback.ts';
import { residentRoutes } from './dev/resident-routes.ts';
import { devRoutes } from './dev/routes.ts';
import { seedRegistry } from './dev/seed.ts';
import { referenceElectronicCardCodes } from './electronic-card/codes.ts';
import { electronicCardRoutes } from './electronic-card/routes.ts';
import { fleetRoutes } from './fleet/routes.ts';
import type { Foundations } from './foundations.ts';
import { answerSerializer } from './http/answers.ts';
import type { CentralApp } from './http/app.ts';
import { describeRoutes } from './http/openapi.ts';
import { answerBrokenHttp, answerError, answerWithProblems } from './http/problem-answers.ts';
import { logRequests } from './http/request-log.ts';
import { type EnrolmentCode, mintEnrolmentCode } from './kiosk-identity/enrolment-codes.ts';
import { guard, kioskIdentityRoutes } from './kiosk-identity/routes.ts';
import { centralLog } from './log.ts';
import { carryOutWith } from './operations/carry-out.ts';
import { operationLedger } from './operations/ledger.ts';
import { operationRoutes } from './operations/routes.ts';
import { orderPayments } from './payments/order-payments.ts';
import { referenceAcquirer } from './payments/reference-acquirer.ts';
import { paymentRoutes } from './payments/routes.ts';
import { referencePersonalisation } from './personalisation/reference-personalisation.ts';
import { personalisationRoutes } from './personalisation/routes.ts';
import { referenceRecords } from './records/own-records.ts';
import { recordRoutes } from './records/routes.ts';
import { keyedDigest } from './secrets.ts';
import { smsCodes } from './sms/codes.ts';
import { memorySmsGateway } from './sms/gateway.ts';
import { sendAfterOperations, smsOutbox } from './sms/outbox.ts';
import { smsRoutes } from './sms/routes.ts';

/** An application's photo is at most 200,000 characters; 500 audit records are less. */
const BODY_LIMIT_BYTES = 1024 * 1024;

export type ListenTrouble = 'port-taken' | 'not-allowed' | 'dev-needs-loopback';

export interface Central {
  readonly app: CentralApp;
  /** null outside development. */
  readonly dev: DevControls | null;
  /** Port 0 takes a free one; loopback unless a host is named. */
  listen(where: { port: number; host?: string }): Promise<Result<{ readonly url: string }, ListenTrouble>>;
  mintEnrolmentCode(): Promise<EnrolmentCode>;
  /** What time brings about without anybody asking: called every few seconds by whoever runs the service. */
  sweep(): Promise<void>;
  close(): Promise<void>;
}

const LISTEN_TROUBLES: Readonly<Record<string, ListenTrouble>> = {
  EADDRINUSE: 'port-taken',
  EACCES: 'not-allowed',
};

function newApp(log: FastifyBaseLogger): CentralApp {
  const app = Fastify({
    loggerInstance: log,
    logController: new LogController({ disableRequestLogging: true }),
    bodyLimit: BODY_LIMIT_BYTES,
    forceCloseConnections: true,
    clientErrorHandler: answerBrokenHttp,
    frameworkErrors: (error, _request, reply) => {
      answerError(error, reply);
    },
  }).withTypeProvider<ZodTypeProvider>();
  app.setValidatorCompiler(validatorCompiler);
  app.setSerializerCompiler(answerSerializer);
  return app;
}

/** Composes the service over its database. Nothing listens until `listen`. */
export async function createCentral(options: CentralOptions): Promise<Central> {
  const { clock, entropy } = options;
  const queries = openDatabase(options.databasePath);
  await migrate(queries);
  const foundations: Foundations = { queries, clock, entropy, digest: keyedDigest(options.serviceKey) };
  const bank = referenceBank(options.pinKeys, foundations.digest);
  const acquirer = referenceAcquirer(foundations);
  const payments = orderPayments(foundations, options.acquirer ?? acquirer, options.paymentPolicy);
  const cards = referencePersonalisation(foundations, options.blankMasterKey, options.issuancePolicy);
  const authority = referenceAuthority({
    foundations,
    policy: options.authorityPolicy,
    bank,
    accounts: referenceAccounts(foundations),
    payments,
    personalisations: cards,
  });
  const electronicCards = referenceElectronicCardCodes(foundations);
  const archive = auditArchive(foundations);
  const ledger = operationLedger(foundations, carryOutWith(authority, archive, payments));
  const memorySms = memorySmsGateway(clock);
  const dev = options.dev
    ? devControls(foundations, options.dev.drawPortrait, memorySms.last, acquirer)
    : null;
  const gateway = options.smsGateway ?? (dev ? memorySms : null);

  const outbox = smsOutbox(foundations, gateway);

  const app = newApp(centralLog(options.log));
  answerWithProblems(app);
  logRequests(app, clock);
  await describeRoutes(app);
  guard(app, foundations);
  keepTime(app, queries, authority);
  sendAfterOperations(app, outbox);
  if (dev) {
    loopbackOnly(app);
    faultHooks(app, dev.faults);
    devRoutes(app, dev);
    acquirerRoutes(app, queries, acquirer, payments);
    residentRoutes(app, queries, electronicCards);
    const today = dayInShanghai(clock.now());
    await seedRegistry(queries, foundations.digest, today, options.dev?.drawPortrait ?? null);
  }
  kioskIdentityRoutes(app, foundations);
  fleetRoutes(app, foundations);
  authorityRoutes(app, foundations, authority);
  smsRoutes(app, smsCodes(foundations, gateway));
  bankRoutes(app, foundations, bank);
  cardKeyRoutes(app, referenceCardKeys(options.cardMasterKey));
  paymentRoutes(app, payments);
  personalisationRoutes(app, cards);
  recordRoutes(app, foundations, referenceRecords(foundations), options.authorityPolicy);
  electronicCardRoutes(app, electronicCards);
  operationRoutes(app, ledger);
  await app.ready();

  return {
    app,
    dev,
    mintEnrolmentCode: () => mintEnrolmentCode(queries, clock, entropy),
    sweep: async () => {
      await inTime(queries, authority);
      await payments.sweep();
      if (!(await outbox.send())) app.log.warn({ place: 'sms' }, 'text messages wait');
    },
    listen: async ({ port, host = '127.0.0.1' }) => {
      if (dev && !isLoopbackHost(host)) return err('dev-needs-loopback');
      try {
        return ok({ url: await app.listen({ port, host }) });
      } catch (error) {
        const code = error instanceof Error && 'code' in error ? String(error.code) : '';
        const trouble = LISTEN_TROUBLES[code];
        if (trouble === undefined) throw error;
        return err(trouble);
      }
    },
    close: async () => {
      await app.close();
      await queries.destroy();
    },
  };
}
