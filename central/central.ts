import { err, ok, type Result } from '../src/result.ts';
import type { CentralOptions } from './central-options.ts';
import { addConsole } from './console-api/console.ts';
import type { ConsoleRouteEntry } from './console-api/console-frame.ts';
import { LOCAL_DESK } from './console-api/desk-settings.ts';
import { CONSOLE_PAGE } from './console-api/page.ts';
import { migrate } from './database/migrations.ts';
import { openWherever } from './database/open-wherever.ts';
import type { DevControls } from './dev/controls.ts';
import { faultHooks } from './dev/fault-hooks.ts';
import { isLoopbackHost, loopbackOnly } from './dev/loopback.ts';
import type { Foundations } from './foundations.ts';
import { type HttpApp, newHttpApp, routesOverHttp, surround } from './http/http-app.ts';
import { describeRoutes } from './http/openapi.ts';
import { answerWithProblems } from './http/problem-answers.ts';
import { logRequests } from './http/request-log.ts';
import type { EnrolmentCode } from './kiosk-identity/enrolment-codes.ts';
import { centralLog } from './log.ts';
import type { Operators } from './operators/operators.ts';
import { composeServices } from './services.ts';

export type ListenTrouble = 'port-taken' | 'not-allowed' | 'dev-needs-loopback';

export interface Central {
  readonly app: HttpApp;
  /** For who works beside it in this process: a simulated fleet, a test. */
  readonly foundations: Foundations;
  /** Kiosks' polls that are held open now. */
  waitingPolls(): number;
  /** null outside development. */
  readonly dev: DevControls | null;
  /** What operators may ask, and who of them. */
  readonly consoleRoutes: readonly ConsoleRouteEntry[];
  /** Port 0 takes a free one; loopback unless a host is named. */
  listen(where: { port: number; host?: string }): Promise<Result<{ readonly url: string }, ListenTrouble>>;
  mintEnrolmentCode(): Promise<EnrolmentCode>;
  /** The first administrator, and whoever no administrator is left to help. */
  inviteOperator: Operators['inviteAtService'];
  /** What time brings about without anybody asking: called every few seconds by whoever runs the service. */
  sweep(): Promise<void>;
  close(): Promise<void>;
}

const LISTEN_TROUBLES: Readonly<Record<string, ListenTrouble>> = {
  EADDRINUSE: 'port-taken',
  EACCES: 'not-allowed',
};

/** The service over HTTP and its own database. Nothing listens until `listen`. */
export async function createCentral(options: CentralOptions): Promise<Central> {
  const { desk = LOCAL_DESK, consolePage = CONSOLE_PAGE } = options;
  const log = centralLog(options.log);
  const lost = ({ name }: Error) => log.warn({ error: name, place: 'database' }, 'connection lost');
  const database = await openWherever(options, lost);
  await migrate(database.queries);
  const services = await composeServices(database.queries, options, database.changes);
  const { dev } = services;

  const app = newHttpApp(log, desk.trustedProxies);
  answerWithProblems(app);
  logRequests(app, options.clock);
  await describeRoutes(app);
  if (dev) loopbackOnly(app);
  surround(app, services.around);
  if (dev) faultHooks(app, dev.faults);
  services.addRoutes(routesOverHttp(app));
  const consoleRoutes = await addConsole(app, {
    foundations: services.foundations,
    operators: services.operators,
    organisation: desk.organisation,
    page: consolePage,
    secure: dev === null,
    addParts: services.addConsoleParts,
  });
  await app.ready();

  return {
    app,
    foundations: services.foundations,
    waitingPolls: services.waitingPolls,
    dev,
    consoleRoutes,
    mintEnrolmentCode: services.mintEnrolmentCode,
    inviteOperator: services.operators.inviteAtService,
    sweep: async () => {
      if (!(await services.sweep())) app.log.warn({ place: 'sms' }, 'text messages wait');
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
      await services.close();
      await app.close();
      await services.operators.close();
      await database.close();
    },
  };
}
