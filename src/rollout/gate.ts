import type { Gate } from '../contracts/console/rollout-plan.ts';
import type { GateView } from '../contracts/console/rollouts.ts';
import { both } from '../releases/plain-words.ts';

/** What was seen of one wave. */
export type WaveFigures = Omit<GateView, 'verdict' | 'findings'> & {
  /** Kiosks of the wave that were not given it yet: opening a wave of thousands takes a moment. */
  readonly notGivenYet: number;
};

type Judgement = Pick<GateView, 'verdict' | 'findings'>;
type Finding = GateView['findings'][number];

/** Judges a wave: failed as soon as a limit is passed, passed once enough was seen for long enough. */
export function judgeGate(gate: Gate, figures: WaveFigures): Judgement {
  const over = aboveLimits(gate, figures);
  if (over.length > 0) return { verdict: 'failed', findings: over };
  const missing = stillMissing(gate, figures);
  return missing.length > 0 ? { verdict: 'waits', findings: missing } : { verdict: 'passed', findings: [] };
}

const percent = (part: number, whole: number): number => (whole === 0 ? 0 : (part / whole) * 100);
const shown = (value: number): string => String(Math.round(value * 10) / 10);

function aboveLimits(gate: Gate, seen: WaveFigures): Finding[] {
  const findings: Finding[] = [];
  // Journeys that are still to be seen count as good ones: the first that fails is no share of anything yet.
  const now = percent(seen.failed, Math.max(seen.journeys, gate.fewestJourneys));
  const before = percent(seen.failedBefore, seen.journeysBefore);
  if (seen.failed > 0 && now - before > gate.mostFailedPoints) {
    const figures = `${shown(now)}% / ${shown(before)}%`;
    findings.push({
      figure: 'failed',
      says: both(
        `办理失败比例上升过多：${figures}（现在 / 此前一周），最多允许上升 ${gate.mostFailedPoints} 个百分点`,
        `Too many more journeys fail: ${figures} (now / the week before), at most ${gate.mostFailedPoints} points more`,
      ),
    });
  }
  if (percent(seen.returned, seen.assigned) > gate.mostReturnedPercent) {
    findings.push({
      figure: 'returned',
      says: both(
        `${seen.assigned} 台中有 ${seen.returned} 台自行退回或拒收，最多允许 ${gate.mostReturnedPercent}%`,
        `${seen.returned} of ${seen.assigned} kiosks went back or refused it, at most ${gate.mostReturnedPercent}%`,
      ),
    });
  }
  if (
    seen.watchedMinutes >= gate.watchMinutes &&
    percent(seen.silent, seen.assigned) > gate.mostSilentPercent
  ) {
    findings.push({
      figure: 'silent',
      says: both(
        `${seen.assigned} 台中有 ${seen.silent} 台没有音讯，最多允许 ${gate.mostSilentPercent}%`,
        `${seen.silent} of ${seen.assigned} kiosks are out of hearing, at most ${gate.mostSilentPercent}%`,
      ),
    });
  }
  return findings;
}

function stillMissing(gate: Gate, seen: WaveFigures): Finding[] {
  const findings: Finding[] = [];
  if (seen.watchedMinutes < gate.watchMinutes) {
    const minutes = Math.ceil(gate.watchMinutes - seen.watchedMinutes);
    findings.push({
      figure: 'watch',
      says: both(`还需观察 ${minutes} 分钟`, `To be watched for another ${minutes} min`),
    });
  }
  if (seen.notGivenYet > 0 || (seen.assigned > 0 && seen.takenIn === 0)) {
    findings.push({
      figure: 'taken-in',
      says: both('还没有自助机用上新配置', 'No kiosk has taken it in yet'),
    });
  }
  if (seen.assigned > 0 && seen.journeys < gate.fewestJourneys) {
    findings.push({
      figure: 'journeys',
      says: both(
        `新配置下已办理 ${seen.journeys} 次，至少需要 ${gate.fewestJourneys} 次`,
        `${seen.journeys} journeys seen on it, ${gate.fewestJourneys} are wanted`,
      ),
    });
  }
  return findings;
}
