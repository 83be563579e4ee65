import { enrolmentCodeIn } from '../../../../src/maintenance/enrolment-code.ts';
import type { Timers } from '../../../../src/ports/clock.ts';
import type { CodeScanner } from '../../../../src/ports/code-scanner.ts';
import type { Enrolment } from '../../../../src/ports/maintenance/enrolment.ts';
import type { Store } from '../../store/open-store.ts';
import type { Sync } from '../../sync/create-sync.ts';

/** A technician holds the code before the scanner for this long, milliseconds. */
const SCAN_MS = 60_000;

export interface EnrolmentParts {
  readonly store: Pick<Store, 'identity' | 'audit'>;
  readonly sync: Pick<Sync, 'enrol' | 'heartbeatSoon'>;
  readonly kioskName: string;
  readonly timers: Timers;
  readonly scanner: () => Pick<CodeScanner, 'scan'> | null;
}

/** Makes a new kiosk known to the centre; everything that waited for it goes on by itself. */
export function enrolment(parts: EnrolmentParts): Enrolment {
  const { store, sync, timers } = parts;
  let held: string | null = null;
  const kioskId = () => store.identity.load().kioskId;
  return {
    kioskId,
    canScan: () => parts.scanner() !== null,
    hold(code) {
      held = code;
    },
    async scan(signal) {
      const scanner = parts.scanner();
      if (!scanner) return 'no-scanner';
      const over = new AbortController();
      const answered = new AbortController();
      void timers.sleep(SCAN_MS, answered.signal).then(() => over.abort());
      const scanned = await scanner.scan(AbortSignal.any([signal, over.signal]));
      answered.abort();
      if (!scanned.ok) return scanned.error.kind === 'aborted' ? 'nothing-scanned' : 'no-scanner';
      held = enrolmentCodeIn(scanned.value);
      return held === null ? 'not-a-code' : 'scanned';
    },
    async enrol({ technician, second }) {
      const known = kioskId();
      // Enrolled, and the power failed before anybody heard of it.
      if (known === null && held === null) return { why: 'code-forgotten' };
      const enrolled = await sync.enrol(held ?? '', parts.kioskName);
      held = null;
      if (!enrolled.ok) {
        return { why: enrolled.error.kind === 'problem' ? 'code-refused' : 'centre-not-reached' };
      }
      store.audit.record('kiosk-enrolled', { technician, second });
      sync.heartbeatSoon();
      return { kioskId: enrolled.value };
    },
  };
}
