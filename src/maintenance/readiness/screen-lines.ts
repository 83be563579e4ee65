import type { ReadinessLine } from '../../contracts/maintenance/readiness-report.ts';
import type { CameraFact, TouchFact } from '../kiosk-facts.ts';
import { THRESHOLDS } from '../thresholds.ts';
import { line } from './readiness-line.ts';

/** The camera's picture as the page last measured it (ID-6: numbers only). */
export function cameraLine(camera: CameraFact | null): ReadinessLine {
  if (camera === null) return line('camera', 'well', 'not-measured');
  const { light, focus, width, height, at: lastSuccess } = camera;
  if (light === null || focus === null)
    return line('camera', 'stop', 'no-camera', { since: lastSuccess, next: 'check-cable' });
  const detail = { lastSuccess, facts: { light, focus, width, height } };
  if (light < THRESHOLDS.cameraDark)
    return line('camera', 'soon', 'too-dark', { ...detail, next: 'more-light' });
  if (light > THRESHOLDS.cameraBright)
    return line('camera', 'soon', 'too-bright', { ...detail, next: 'test-device' });
  if (focus < THRESHOLDS.cameraFocus)
    return line('camera', 'soon', 'blurred', { ...detail, next: 'clean-camera' });
  return line('camera', 'well', 'good', detail);
}

/** Nobody may have come: silence of a touch panel is a reason to look, not a fault. */
export function touchLine(touch: TouchFact | null, now: number): ReadinessLine {
  if (touch === null) return line('touch', 'well', 'not-told');
  const { lastTouch: lastSuccess, since } = touch;
  const detail = { since, lastSuccess };
  if (now - (touch.pageAt ?? since) > THRESHOLDS.pageSilentMs)
    return line('touch', 'stop', 'page-silent', { ...detail, next: 'restart-machine' });
  if (now - (lastSuccess ?? since) > THRESHOLDS.touchSilentMs)
    return line('touch', 'soon', 'silent-long', { ...detail, next: 'test-device' });
  return line('touch', 'well', lastSuccess === null ? 'not-told' : 'touched', detail);
}
