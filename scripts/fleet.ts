import { runFleet } from './fleet/run.ts';
import { fleetSettings } from './fleet/settings.ts';

/**
 * `npm run fleet -- --kiosks 10000 --seconds 60`: made-up kiosks against the real central service, each of which enrols,
 * signs in, beats, polls, checks and runs what it is assigned, fails, goes away and comes back. The last line is one
 * JSON object.
 */
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(1));
try {
  const settings = fleetSettings(process.argv.slice(2));
  const figures = await runFleet(settings, (text) => void process.stderr.write(`${text}\n`));
  process.stdout.write(`${JSON.stringify(figures)}\n`);
} catch (error) {
  const message = error instanceof Error ? error.message : String(error);
  process.stdout.write(`${JSON.stringify({ error: { code: 'fleet-failed', message } })}\n`);
  process.exitCode = 1;
}
