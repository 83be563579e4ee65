import './sample-journeys.ts';
import './sample-questions.ts';
import './sample-findings.ts';
import './sample-receipts.ts';
import './sample-receipt-checks.ts';
import './sample-ends.ts';
import './sample-maintenance.ts';
import './sample-card-tasks.ts';
import './sample-device-tasks.ts';
import './sample-system-tasks.ts';
import type { Screen, ViewOf } from '../../src/contracts/view.ts';
import { SAMPLES } from './sample-book.ts';

export { SAMPLES };

/** The first sample of a screen. */
export function sample<S extends Screen>(screen: S): ViewOf<S> {
  for (const one of SAMPLES.values()) if (one.screen === screen) return one as ViewOf<S>;
  throw new Error(`no sample of ${screen}`);
}
