import {
  READINESS_LEVELS,
  READINESS_SUBJECTS,
  type ReadinessLevel,
  type ReadinessLine,
  type ReadinessReport,
} from '../contracts/maintenance/readiness-report.ts';
import type { KioskFacts } from './kiosk-facts.ts';
import { centreLines } from './readiness/centre-lines.ts';
import { binLine, paperLine, stackLine } from './readiness/custody-lines.ts';
import { deviceLines } from './readiness/device-lines.ts';
import { machineLines } from './readiness/machine-lines.ts';
import { programLines } from './readiness/program-lines.ts';
import { asked } from './readiness/readiness-line.ts';
import { requestLines } from './readiness/request-lines.ts';
import { cameraLine, touchLine } from './readiness/screen-lines.ts';

/** As many lines as the contract takes; what is well goes first where there are more. */
const MOST_LINES = 200;

/** How the kiosk is: red first, then what is red soon, each in the order of the subjects. */
export function readinessOf(facts: KioskFacts): ReadinessReport {
  const lines = linesOf(facts).toSorted(redFirst).slice(0, MOST_LINES);
  return {
    kioskId: facts.kioskId,
    kioskName: facts.kioskName,
    madeAt: facts.now,
    level: worst(lines),
    lines,
  };
}

const linesOf = (facts: KioskFacts): readonly ReadinessLine[] => [
  ...deviceLines(facts.devices),
  ...asked(
    'stack',
    facts.stack,
    (stack) => (stack === null ? [] : [stackLine(stack, facts.thresholds)]),
    'test-device',
  ),
  ...asked('bin', facts.bins, (bins) => bins.map((bin) => binLine(bin, facts.thresholds)), 'test-device'),
  ...asked('paper', facts.paper, (paper) => (paper === null ? [] : [paperLine(paper)]), 'test-device'),
  ...centreLines(facts),
  ...requestLines(facts),
  ...machineLines(facts),
  ...programLines(facts),
  cameraLine(facts.camera),
  touchLine(facts.touch, facts.now),
];

const redFirst = (one: ReadinessLine, other: ReadinessLine): number =>
  READINESS_LEVELS.indexOf(one.level) - READINESS_LEVELS.indexOf(other.level) ||
  READINESS_SUBJECTS.indexOf(one.subject) - READINESS_SUBJECTS.indexOf(other.subject);

/** The level of a whole is that of its worst line. */
const worst = (lines: readonly ReadinessLine[]): ReadinessLevel =>
  READINESS_LEVELS.find((level) => lines.some((line) => line.level === level)) ?? 'well';
