import type { Alarm } from '../../../src/contracts/maintenance/alarm.ts';
import type { DeviceCare } from '../../../src/contracts/maintenance/page.ts';
import type { ReadinessReport } from '../../../src/contracts/maintenance/readiness-report.ts';

/** What the page measured of the camera picture; no picture ever leaves the page (ID-6). */
export interface CameraLook {
  /** Mean luminance 0…255; variance of the Laplacian; null where there is no camera. */
  readonly light: number | null;
  readonly focus: number | null;
  readonly width: number;
  readonly height: number;
}

/** How the kiosk is, told to technicians, to paper, to a stick and to the centre in the same words. */
export interface ReadinessDesk {
  /** Looks at everything now; answers within a few seconds whatever does not answer. */
  report(): Promise<ReadinessReport>;
  print(report: ReadinessReport): Promise<'printed' | 'failed' | 'not-possible'>;
  /** As PDF onto a USB stick. */
  save(report: ReadinessReport): Promise<'saved' | 'no-stick' | 'failed'>;
  cameraLooked(look: CameraLook): void;
  devices(): readonly DeviceCare[];
  /** All that stand now. */
  alarms(): readonly Alarm[];
}
