import type { RolloutPlan, Wave } from '../contracts/console/rollout-plan.ts';
import { stableShare } from './stable-share.ts';

/** What a plan chooses kiosks by. */
export interface Candidate {
  readonly kioskId: string;
  readonly region: string | null;
  readonly model: string | null;
  readonly tags: readonly string[];
}

/** The canary's number; waves are 1, 2 … */
export const CANARY = 0;

/** Everybody of a fleet in exactly one wave. Rollout, plan and kiosks alone decide, in whatever order they come. */
export function planWaves(
  rolloutId: string,
  plan: RolloutPlan,
  kiosks: readonly Candidate[],
): Map<string, number> {
  const chosen = numberedCanary(rolloutId, plan, kiosks);
  return new Map(
    kiosks.map((kiosk) => [
      kiosk.kioskId,
      chosen.has(kiosk.kioskId) ? CANARY : waveOf(rolloutId, plan, kiosk),
    ]),
  );
}

/**
 * The wave of one kiosk, whoever else there is: so it is the same whoever comes or goes. A canary by number is chosen
 * once, when the rollout is made, and is not for whoever comes later.
 */
export function waveOf(rolloutId: string, plan: RolloutPlan, kiosk: Candidate): number {
  if (inNamedCanary(plan, kiosk)) return CANARY;
  const last = plan.waves.length;
  for (const [index, wave] of plan.waves.entries()) {
    const number = index + 1;
    if (number === last) break;
    if (!fits(wave, kiosk)) continue;
    if (stableShare(`${rolloutId} ${number} ${kiosk.kioskId}`) * 100 < wave.percent) return number;
  }
  return last;
}

function inNamedCanary({ canary }: RolloutPlan, kiosk: Candidate): boolean {
  switch (canary.by) {
    case 'kiosks':
      return canary.kiosks.includes(kiosk.kioskId);
    case 'tags':
      return kiosk.tags.some((tag) => canary.tags.includes(tag));
    case 'number':
      return false;
  }
}

/** Those with the lowest shares: every kiosk has the same chance to be one. */
function numberedCanary(
  rolloutId: string,
  { canary }: RolloutPlan,
  kiosks: readonly Candidate[],
): ReadonlySet<string> {
  if (canary.by !== 'number') return new Set();
  const drawn = kiosks.map(({ kioskId }) => ({
    kioskId,
    share: stableShare(`${rolloutId} ${CANARY} ${kioskId}`),
  }));
  drawn.sort((a, b) => a.share - b.share || (a.kioskId < b.kioskId ? -1 : 1));
  return new Set(drawn.slice(0, canary.number).map(({ kioskId }) => kioskId));
}

function fits({ regions, models, tags }: Wave, kiosk: Candidate): boolean {
  return (
    (regions === null || (kiosk.region !== null && regions.includes(kiosk.region))) &&
    (models === null || (kiosk.model !== null && models.includes(kiosk.model))) &&
    (tags === null || kiosk.tags.some((tag) => tags.includes(tag)))
  );
}
