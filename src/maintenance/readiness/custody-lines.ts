import type { ReadinessLine } from '../../contracts/maintenance/readiness-report.ts';
import type { BinFact, PaperFact, StackFact } from '../kiosk-facts.ts';
import { THRESHOLDS } from '../thresholds.ts';
import type { ThresholdsInForce } from '../thresholds-in-force.ts';
import { line } from './readiness-line.ts';

/** The stack by ledger and sensor (INV-3); which of the two is right only a count can tell. */
export function stackLine(
  { ledger, sensor, disagrees }: StackFact,
  { stockLow }: ThresholdsInForce,
): ReadinessLine {
  const facts = { ledger, sensor, low: stockLow };
  if (ledger === 0 || sensor === 'empty')
    return line('stack', 'stop', 'empty', { facts, next: disagrees ? 'count-stack' : 'load-cards' });
  if (disagrees) return line('stack', 'soon', 'disagrees', { facts, next: 'count-stack' });
  if (ledger < stockLow || sensor === 'low')
    return line('stack', 'soon', 'low', { facts, next: 'load-cards' });
  if (sensor === 'no-answer') return line('stack', 'soon', 'no-answer', { facts, next: 'test-device' });
  return line('stack', 'well', 'enough', { facts });
}

/** One bin by ledger and sensor: full by either, no card can be kept (INV-5). */
export function binLine(
  { bin, ledger, sensor }: BinFact,
  { binNearlyFull }: ThresholdsInForce,
): ReadinessLine {
  const { binCapacity } = THRESHOLDS;
  const detail = { which: bin, facts: { ledger, sensor, capacity: binCapacity } };
  const empty = bin === 'acceptor' ? 'empty-retain-bin' : 'empty-reject-bin';
  if (sensor === 'full' && ledger === 0) return line('bin', 'stop', 'look-into', { ...detail, next: empty });
  if (sensor === 'full' || ledger >= binCapacity)
    return line('bin', 'stop', 'full', { ...detail, next: empty });
  if (ledger >= binCapacity * binNearlyFull)
    return line('bin', 'soon', 'nearly-full', { ...detail, next: empty });
  if (sensor === 'no-answer') return line('bin', 'soon', 'no-answer', { ...detail, next: 'test-device' });
  return line('bin', 'well', 'room', detail);
}

/** The receipt printer's roll: without it nobody gets a receipt. */
export function paperLine({ paper, cover, cutter }: PaperFact): ReadinessLine {
  const next = 'change-paper';
  if (paper === 'out') return line('paper', 'stop', 'out', { next });
  if (cover === 'open') return line('paper', 'stop', 'cover-open', { next });
  if (cutter === 'error') return line('paper', 'stop', 'cutter-error', { next: 'test-device' });
  if (paper === 'low') return line('paper', 'soon', 'low', { next });
  return line('paper', 'well', 'full');
}
