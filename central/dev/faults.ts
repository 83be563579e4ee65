import { setTimeout as wait } from 'node:timers/promises';
import { z } from 'zod';

/** How the next requests of one route fail. */
export const FAULT_MODES = [
  /** 503 and no effect. */
  'refuse',
  /** Waits before the effect, until released or the time is over; without effect where the asker gave up. */
  'hold',
  /** Cuts the connection before the effect. */
  'drop-before-effect',
  /** Carries it out and keeps the answer back, until released or the time is over. */
  'answer-late',
  /** Carries it out and cuts the connection: the asker cannot know. */
  'drop-after-effect',
  /** Operations only: answers `in-progress` instead of what it knows; a PUT is carried out. */
  'undecided',
] as const;

export const faultPlan = z.object({
  method: z.enum(['GET', 'POST', 'PUT']),
  /** As in /openapi.json, with Fastify's colon: `/v1/operations/:key`. */
  route: z.string().startsWith('/v1/'),
  mode: z.enum(FAULT_MODES),
  /** How many requests it hits. */
  times: z.number().int().min(1).max(10_000).default(1),
  /** For `hold` and `answer-late`; null waits for the release. */
  delayMs: z.number().int().min(0).max(600_000).nullable().default(null),
});
export type FaultPlan = z.infer<typeof faultPlan>;

/** Failure switches of the end-to-end tests. Exists in development alone. */
export function faultSwitches() {
  let plans: FaultPlan[] = [];
  let gate = new AbortController();

  /** Opens every wait that is under way. */
  const release = (): void => {
    gate.abort();
    gate = new AbortController();
  };

  return {
    plans: (): readonly FaultPlan[] => plans,
    set: (plan: FaultPlan): void => {
      plans = [...plans, plan];
    },
    clear: (): void => {
      plans = [];
      release();
    },
    release,
    /** The fault that hits this request, if any; uses it up by one. */
    take: (method: string, route: string): FaultPlan | null => {
      const hit = plans.find((plan) => plan.method === method && plan.route === route);
      if (!hit) return null;
      plans = plans.flatMap((plan) => {
        if (plan !== hit) return [plan];
        return plan.times > 1 ? [{ ...plan, times: plan.times - 1 }] : [];
      });
      return hit;
    },
    /** Ends with the release, with `delayMs`, or when the asker's connection is gone. */
    wait: async (delayMs: number | null, gone: AbortSignal): Promise<void> => {
      const signal = AbortSignal.any([gate.signal, gone]);
      if (signal.aborted) return;
      const over =
        delayMs === null
          ? new Promise<void>((resolve) => signal.addEventListener('abort', () => resolve(), { once: true }))
          : wait(delayMs, undefined, { signal });
      await over.catch((error: unknown) => {
        if (!signal.aborted) throw error;
      });
    },
  };
}
export type FaultSwitches = ReturnType<typeof faultSwitches>;
