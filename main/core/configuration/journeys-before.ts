import { z } from 'zod';
import type { JourneyCounts } from '../../../src/configuration/trial-verdict.ts';
import type { SettingsStore } from '../store/settings-store.ts';

const kept = z.strictObject({ sessions: z.number().int().min(0), failed: z.number().int().min(0) });

/** How journeys went under what was kept; a later trial is compared with it. */
export function readJourneys(settings: Pick<SettingsStore, 'get'>): JourneyCounts {
  const parsed = kept.safeParse(JSON.parse(settings.get('journeys-kept') ?? 'null'));
  return parsed.success ? parsed.data : { sessions: 0, failed: 0 };
}

export const writeJourneys = (settings: Pick<SettingsStore, 'set'>, counts: JourneyCounts): void =>
  settings.set('journeys-kept', JSON.stringify(counts));
