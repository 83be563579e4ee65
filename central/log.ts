import { type DestinationStream, type Logger, pino } from 'pino';

/**
 * What a log line may carry: an allow-list, so a field nobody thought about is dropped and not printed. No name,
 * number, address, card, mobile, body, header or address with a query ever comes here.
 */
const ALLOWED = new Set([
  'level',
  'time',
  'msg',
  'method',
  'route',
  'status',
  'ms',
  'kioskId',
  'error',
  'place',
  'reqId',
]);

/** Keeps the allowed fields of a finished line: the last step, so that no binding or serializer gets round it. */
const allowed = (line: string): string =>
  `${JSON.stringify(JSON.parse(line), (name, value: unknown) => (name === '' || ALLOWED.has(name) ? value : undefined))}\n`;

/** Structured log to a stream (default: standard error, so that standard output stays an interface). */
export function centralLog(destination: DestinationStream = pino.destination(2)): Logger {
  return pino(
    {
      base: null,
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
    { write: (line) => destination.write(allowed(line)) },
  );
}
