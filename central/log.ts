import { type DestinationStream, type Logger, pino } from 'pino';

/**
 * What a log line may carry: an allow-list, so a field nobody thought about is dropped and not printed. No name,
 * number, address, card, mobile, body, header or address with a query ever comes here.
 */
const ALLOWED = new Set([
  'method',
  'route',
  'status',
  'ms',
  'kioskId',
  'error',
  'place',
  'reqId',
  'findings',
]);

const allowed = (fields: object): Record<string, unknown> =>
  Object.fromEntries(Object.entries(fields).filter(([name]) => ALLOWED.has(name)));

/** Structured log to a stream (default: standard error, so that standard output stays an interface). */
export function centralLog(destination: DestinationStream = pino.destination(2)): Logger {
  return pino(
    {
      base: null,
      formatters: { log: allowed, bindings: allowed },
      hooks: {
        logMethod(args, method) {
          // Messages of caught errors may quote a body; only our own fixed sentences are printed.
          const [first] = args;
          const carriesError =
            first instanceof Error || (typeof first === 'object' && first !== null && 'err' in first);
          if (carriesError) method.apply(this, [{ error: 'error' }, 'failed']);
          else method.apply(this, args);
        },
      },
    },
    destination,
  );
}
