import { z } from 'zod';
import type { JourneyCounts } from '../../../src/configuration/trial-verdict.ts';
import type { EndedByService } from '../../../src/configuration/turned-away.ts';
import { serviceId } from '../../../src/contracts/service.ts';
import type { SettingName, SettingsStore } from '../store/settings-store.ts';

type Read = Pick<SettingsStore, 'get'>;
type Write = Pick<SettingsStore, 'set'>;

const count = z.number().int().min(0);
const byService = z.partialRecord(serviceId, z.strictObject({ sessions: count, turnedAway: count }));
const kept = z.strictObject({ sessions: count, failed: count, services: byService.default({}) });
const onTrial = z.strictObject({ since: z.number(), services: byService });

/** How journeys went under what was kept; a later trial is compared with it. */
export interface JourneysKept extends JourneyCounts {
  readonly services: EndedByService;
}

/** Zero where nobody has counted, or somebody else wrote it: a kiosk starts without (INV-8). */
export function readJourneys(settings: Read): JourneysKept {
  const parsed = kept.safeParse(readJson(settings, 'journeys-kept'));
  return parsed.success ? parsed.data : { sessions: 0, failed: 0, services: {} };
}

export const writeJourneys = (settings: Write, counts: JourneysKept): void =>
  settings.set('journeys-kept', JSON.stringify(counts));

/** Of the trial that began then; another one's count for nothing. */
export function readTrialJourneys(settings: Read, since: number): EndedByService {
  const parsed = onTrial.safeParse(readJson(settings, 'journeys-on-trial'));
  return parsed.success && parsed.data.since === since ? parsed.data.services : {};
}

export const writeTrialJourneys = (settings: Write, since: number, services: EndedByService): void =>
  settings.set('journeys-on-trial', JSON.stringify({ since, services }));

function readJson(settings: Read, name: SettingName): unknown {
  try {
    return JSON.parse(settings.get(name) ?? 'null');
  } catch {
    // No JSON: nobody has counted.
    return null;
  }
}
