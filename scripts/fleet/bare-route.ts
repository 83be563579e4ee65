import { join } from 'node:path';
import { DEFAULT_PACK } from '../../src/policy/default-pack.ts';
import { seededDice } from '../crash/dice.ts';
import { startProgram } from '../world/child-program.ts';
import { Beats } from './heartbeat.ts';
import { FleetLink } from './link.ts';
import { coreSecondsOf } from './processor-time.ts';
import { Tally } from './tally.ts';

const LANES = 32;
const WITHIN_MS = 10_000;

/** Heartbeats that a route without anything behind it answers in a second of processor time, from this same client. */
export async function barePerCoreSecond(folder: string, seconds: number): Promise<number> {
  const program = await startProgram(['scripts/fleet/bare-answerer.ts'], {
    logFile: join(folder, 'bare.log'),
    readyWithinMs: WITHIN_MS,
  });
  const link = new FleetLink([String(program.ready.address)], new Tally());
  const body = new Beats().next(seededDice(1), Date.now(), `${DEFAULT_PACK} 1`, 100);
  const asked = {
    method: 'POST',
    path: '/v1/heartbeats',
    kind: 'beat',
    body,
    deadlineMs: WITHIN_MS,
  } as const;
  let answered = 0;
  const askFor = async (ms: number) => {
    const end = performance.now() + ms;
    const lane = async () => {
      while (performance.now() < end) {
        await link.ask(0, asked).answer;
        answered += 1;
      }
    };
    await Promise.all(Array.from({ length: LANES }, lane));
  };
  await askFor(seconds * 500);
  answered = 0;
  const before = coreSecondsOf(program.child.pid);
  await askFor(seconds * 1_000);
  const perCoreSecond = answered / (coreSecondsOf(program.child.pid) - before);
  link.close();
  await program.stop();
  return Math.round(perCoreSecond);
}
