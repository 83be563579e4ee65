import type { Enrolment, EnrolmentTrouble } from '../../ports/maintenance/enrolment.ts';
import { enrolmentCodeIn } from '../enrolment-code.ts';
import { type Guide, type TaskScript, taskDone, taskFailed } from '../guide.ts';

/**
 * A new kiosk becomes known to the centre, without a restart.
 *
 * - `how`: `scan` (only where a code scanner is fitted), `type`
 * - `scan-code` waits for the scanner, up to a minute; `enter-code`: 16 characters, however grouped
 * - `not-enrolled`: `again`, `give-up`; fact `why`: ENROLMENT_TROUBLES
 * - `done`: fact `kioskId`; failed: `why` (also `enrolled-already`, with `kioskId`)
 */
export const enrol =
  (enrolment: Enrolment): TaskScript<'enrol'> =>
  async (guide) => {
    const { known, canScan } = await guide.look('how', 1, async () => ({
      known: enrolment.kioskId(),
      canScan: enrolment.canScan(),
    }));
    if (known !== null) return taskFailed({ why: 'enrolled-already', kioskId: known });
    for (;;) {
      const why = await codeHeld(guide, enrolment, canScan);
      const enrolled =
        why === null
          ? await guide.act('enrol', 20, () =>
              enrolment.enrol({ technician: guide.technician, second: guide.second }),
            )
          : { why };
      if ('kioskId' in enrolled) return taskDone({ kioskId: enrolled.kioskId });
      const next = await guide.choose('not-enrolled', ['again', 'give-up'], { why: enrolled.why });
      if (next === 'give-up') return taskFailed({ why: enrolled.why });
    }
  };

/** null: a code is held now. */
async function codeHeld(
  guide: Guide<'enrol'>,
  enrolment: Enrolment,
  canScan: boolean,
): Promise<EnrolmentTrouble | null> {
  const how = await guide.choose('how', canScan ? ['scan', 'type'] : ['type']);
  if (how === 'scan') {
    const scanned = await guide.look('scan-code', 60, (signal) => enrolment.scan(signal));
    return scanned === 'scanned' ? null : scanned;
  }
  const typed = await guide.enter('enter-code', 'enrolment-code', {
    longest: 24,
    right: (text) => enrolmentCodeIn(text) !== null,
    forget: true,
  });
  const code = enrolmentCodeIn(typed);
  if (code !== null) enrolment.hold(code);
  return null;
}
