import { z } from 'zod';
import { technicianId } from '../../../../src/contracts/maintenance/technician-list.ts';
import type { Store } from '../../store/open-store.ts';

/** Milliseconds in which a restart that a technician asked for leads back without signing in. */
const RETURN_WITHIN_MS = 2 * 60_000;

const onDisk = z.strictObject({ technician: technicianId, since: z.number() });
const returning = z.strictObject({ technician: technicianId, until: z.number() });

type Settings = Pick<Store['settings'], 'get' | 'set' | 'remove'>;

/** What of maintenance mode outlives core: that it is on, and who comes back after a restart. */
export class MaintenanceOnDisk {
  readonly #settings: Settings;

  constructor(settings: Settings) {
    this.#settings = settings;
  }

  begun(technician: string, since: number): void {
    this.#settings.set('maintenance-on', JSON.stringify({ technician, since }));
  }

  ended(): void {
    this.#settings.remove('maintenance-on');
  }

  /** Still on at a start: power or restart ended it. */
  leftOn(): z.infer<typeof onDisk> | null {
    return parsed(onDisk, this.#settings.get('maintenance-on'));
  }

  willReturn(technician: string, now: number): void {
    this.#settings.set('maintenance-returns', JSON.stringify({ technician, until: now + RETURN_WITHIN_MS }));
  }

  /** Who comes back, once: asked again it is nobody. A clock that was set back makes the moment no longer. */
  takeReturn(now: number): string | null {
    const back = parsed(returning, this.#settings.get('maintenance-returns'));
    if (back === null) return null;
    this.#settings.remove('maintenance-returns');
    return now <= back.until && now >= back.until - RETURN_WITHIN_MS ? back.technician : null;
  }
}

function parsed<T>(shape: z.ZodType<T>, text: string | null): T | null {
  if (text === null) return null;
  return shape.parse(JSON.parse(text));
}
