import { type DestinationStream, pino } from 'pino';

/**
 * The only fields that may be logged: codes, counts, ids and times. There is none for a name, a number, a
 * telephone, an address, a picture, a card number or a PIN block, and what is not in this list is dropped.
 */
export const LOG_FIELDS = [
  'code',
  'count',
  'crashPoint',
  'decision',
  'device',
  'deviceClass',
  'durationMs',
  'error',
  'gapSeconds',
  'kioskId',
  'pid',
  'policy',
  'port',
  'reason',
  'reference',
  'rung',
  'screen',
  'service',
  'stack',
  'state',
  'transaction',
  'version',
] as const;
type LogField = (typeof LOG_FIELDS)[number];
export type LogFields = { readonly [F in LogField]?: string | number | boolean | null };

export interface Log {
  /** `event` is a fixed name in small letters and dashes; facts go into the fields. */
  info(event: string, fields: LogFields): void;
  warn(event: string, fields: LogFields): void;
  error(event: string, fields: LogFields): void;
}

const ALLOWED: ReadonlySet<string> = new Set(LOG_FIELDS);
const EVENT_NAME = /^[a-z0-9]+(-[a-z0-9]+)*$/;
/** Codes are short. Stack frames alone are longer. */
const LONGEST_TEXT = 80;

/** JSON lines to `destination` (standard output by default). */
export function createLog(destination?: DestinationStream): Log {
  const options = {
    base: null,
    timestamp: pino.stdTimeFunctions.isoTime,
    formatters: { level: (label: string) => ({ level: label }), log: allowedOnly },
  };
  const logger = destination ? pino(options, destination) : pino(options);
  const write = (level: 'info' | 'warn' | 'error') => (event: string, fields: LogFields) =>
    // A message made at run time could carry anything.
    logger[level](fields, EVENT_NAME.test(event) ? event : 'unnamed-event');
  return { info: write('info'), warn: write('warn'), error: write('error') };
}

/** What may be said of an error: its name and where it was thrown, never its message. */
export function errorFields(error: unknown): LogFields {
  if (!(error instanceof Error)) return { error: typeof error };
  const frames = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
  return { error: error.name, stack: frames.slice(0, 6).join(' ').replaceAll(/\s+/g, ' ') };
}

function allowedOnly(fields: Record<string, unknown>): Record<string, unknown> {
  const kept: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(fields)) {
    if (!ALLOWED.has(name)) continue;
    if (typeof value === 'string') kept[name] = value.slice(0, name === 'stack' ? 800 : LONGEST_TEXT);
    else if (typeof value === 'number' || typeof value === 'boolean' || value === null) kept[name] = value;
  }
  return kept;
}
