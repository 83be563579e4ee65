import { parseArgs } from 'node:util';
import { z } from 'zod';

/** Parts of a run after the steady one, in this order. */
export const PARTS = ['urgent', 'rollout', 'outage'] as const;
export type Part = (typeof PARTS)[number];

const settings = z.strictObject({
  kiosks: z.coerce.number().int().min(1).max(100_000),
  /** How long the steady part is measured. */
  seconds: z.coerce.number().min(1).max(3_600),
  /** Same seed, same fleet: who fails, who is away when, which sessions. What the machine does is not repeated. */
  seed: z.coerce.number().int().nonnegative(),
  /** Between two beats, and how long a poll is let wait: 30 s, as real kiosks beat. */
  round: z.coerce.number().min(1).max(55),
  /** Of each kiosk, in the ten hours its hall is open. */
  sessions: z.coerce.number().min(0).max(100_000),
  /** How long the centre is dead in the outage. */
  outage: z.coerce.number().min(0).max(3_600),
  /** `postgresql://…` of an empty database; null: SQLite. */
  database: z.string().nullable(),
  /** Processes beside each other; more than one needs PostgreSQL. */
  centres: z.coerce.number().int().min(1).max(8),
  parts: z.array(z.enum(PARTS)),
});
export type FleetSettings = z.infer<typeof settings>;

export const USAGE =
  'npm run fleet -- --kiosks 1000 --seconds 30 [--seed 1] [--round 30] [--sessions 200] [--outage 45] ' +
  '[--parts urgent,rollout,outage] [--database postgresql://… [--centres 2]]';

/** Reads the arguments; throws a sentence for a person. */
export function fleetSettings(args: readonly string[]): FleetSettings {
  const { values } = parseArgs({
    args: [...args],
    options: {
      kiosks: { type: 'string', default: '1000' },
      seconds: { type: 'string', default: '30' },
      seed: { type: 'string', default: '1' },
      round: { type: 'string', default: '30' },
      sessions: { type: 'string', default: '200' },
      outage: { type: 'string', default: '45' },
      database: { type: 'string' },
      centres: { type: 'string', default: '1' },
      parts: { type: 'string', default: PARTS.join(',') },
    },
  });
  const { database = null, parts, ...numbers } = values;
  const read = settings.safeParse({
    ...numbers,
    database,
    parts: parts.split(',').filter((part) => part !== ''),
  });
  if (!read.success) throw new Error(`${z.prettifyError(read.error)}\n${USAGE}`);
  if (read.data.centres > 1 && database === null)
    throw new Error('Several centres need --database postgresql://…: SQLite has one writer.');
  return read.data;
}
