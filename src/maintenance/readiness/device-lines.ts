import type { ReadinessLine } from '../../contracts/maintenance/readiness-report.ts';
import type { DeviceFact } from '../kiosk-facts.ts';
import { line } from './readiness-line.ts';

/** Every device, one line each. One that only failed a moment ago and is being tried is not red yet. */
export const deviceLines = (devices: readonly DeviceFact[]): readonly ReadinessLine[] =>
  devices.map((fact) => {
    const { device: which, code, since, lastSuccess, state } = fact;
    const detail = { which, code, since, lastSuccess, facts: { class: fact.deviceClass } };
    if (state === 'online') {
      if (fact.failing) return line('device', 'soon', 'failing', { ...detail, next: 'replace-device' });
      return line('device', 'well', 'online', detail);
    }
    if (state === 'starting' || state === 'deviceBusy')
      return line('device', 'soon', state, { ...detail, next: 'wait' });
    const level = fact.recovering ? 'soon' : 'stop';
    return line('device', level, state, { ...detail, next: nextFor(fact) });
  });

function nextFor({ state, recovering }: DeviceFact): ReadinessLine['next'] {
  if (state === 'noDevice' || state === 'powerOff' || state === 'offline') return 'check-cable';
  if (recovering) return 'wait';
  return state === 'hardwareError' ? 'replace-device' : 'test-device';
}
