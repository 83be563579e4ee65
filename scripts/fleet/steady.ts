import { monitorEventLoopDelay } from 'node:perf_hooks';
import { setTimeout as sleep } from 'node:timers/promises';
import { rounded } from '../bench/queue/spread.ts';
import type { Tally } from './tally.ts';

export interface SteadyFigures {
  readonly requests: number;
  readonly errors: number;
  /** Of all answers: since the request, or for a poll that was held, since the moment at which it was due. */
  readonly p50Ms: number;
  readonly p99Ms: number;
  readonly centralCoreSeconds: number;
  readonly centralCorePercent: number;
  readonly seconds: number;
  readonly perSecond: number;
  readonly perCoreSecond: number;
  readonly p99MsByKind: Readonly<Record<string, number>>;
  readonly simulatorCoreSeconds: number;
  /** How late this process itself was: what is measured cannot be sharper. */
  readonly simulatorDelayP99Ms: number;
}

/** The fleet in its daily round: beats, held polls, residents, tokens, lines that fail now and then. */
export async function steadyPart(
  tally: Tally,
  forSeconds: number,
  coreSeconds: () => number,
): Promise<SteadyFigures> {
  const delay = monitorEventLoopDelay({ resolution: 5 });
  delay.enable();
  tally.begin();
  const core = coreSeconds();
  const own = process.cpuUsage();
  await sleep(forSeconds * 1_000);
  const { seconds, p99MsByKind, ...stretch } = tally.end();
  const centralCoreSeconds = rounded(coreSeconds() - core);
  const { user, system } = process.cpuUsage(own);
  delay.disable();
  return {
    ...stretch,
    centralCoreSeconds,
    centralCorePercent: rounded((centralCoreSeconds / seconds) * 100),
    seconds,
    perSecond: rounded(stretch.requests / seconds),
    perCoreSecond: Math.round(stretch.requests / centralCoreSeconds),
    p99MsByKind,
    simulatorCoreSeconds: rounded((user + system) / 1e6),
    simulatorDelayP99Ms: rounded(delay.percentile(99) / 1e6),
  };
}
