import { join } from 'node:path';
import { z } from 'zod';
import type { Timers } from '../../../../src/ports/clock.ts';
import type { Network, NetworkSettings, NetworkTrouble } from '../../../../src/ports/maintenance/network.ts';
import type { AuditTrail } from '../../../../src/ports/transactions.ts';
import { err, ok, type Result } from '../../../../src/result.ts';
import type { CentreForTechnicians } from '../../sync/centre-for-technicians.ts';
import type { Nmcli } from './nmcli.ts';
import { readNote, removeNote, writeNote } from './note.ts';

/** How long new settings may take to reach the centre, and how often that is looked at. Milliseconds. */
const PATIENCE_MS = 30_000;
const LOOK_EVERY_MS = 2_000;

/** What was in force before a trial, on disk while it lasts: whatever ends it, the next core takes it back. */
const before = z.object({
  name: z.string(),
  technician: z.string(),
  settings: z.discriminatedUnion('how', [
    z.object({ how: z.literal('automatic') }),
    z.object({
      how: z.literal('fixed'),
      address: z.string(),
      gateway: z.string(),
      nameServer: z.string(),
    }),
  ]),
});
type Before = z.infer<typeof before>;

export interface NetworkTrialParts {
  readonly nmcli: Pick<Nmcli, 'interfaces' | 'apply'>;
  readonly centre: Pick<CentreForTechnicians, 'isReached'>;
  readonly timers: Timers;
  readonly audit: AuditTrail;
  /** Holds the note of a trial: the store's folder. */
  readonly folder: string;
}

/** Tries network settings: those that do not reach the centre are taken back, whatever happens meanwhile. */
export class NetworkTrial implements Network {
  readonly #parts: NetworkTrialParts;
  readonly #note: string;

  constructor(parts: NetworkTrialParts) {
    this.#parts = parts;
    this.#note = join(parts.folder, 'network-before.json');
  }

  async interfaces(signal: AbortSignal): ReturnType<Network['interfaces']> {
    const found = await this.#parts.nmcli.interfaces(signal);
    return found.ok ? found.value : { why: found.error };
  }

  async try(
    name: string,
    settings: NetworkSettings,
    technician: string,
    signal: AbortSignal,
  ): ReturnType<Network['try']> {
    await this.takeBackUnfinished(signal);
    const old = await this.#settingsNow(name, signal);
    if (!old.ok) return { why: old.error };
    const noted: Before = { name, technician, settings: old.value };
    writeNote(this.#note, noted);
    const applied = await this.#parts.nmcli.apply(name, settings, signal);
    if (applied.ok && (await this.#reached(signal))) {
      this.#over(noted, settings, 'kept');
      return { outcome: 'reached' };
    }
    await this.#takeBack(noted, settings);
    return applied.ok ? { outcome: 'not-reached' } : { why: applied.error };
  }

  async keep(
    name: string,
    settings: NetworkSettings,
    technician: string,
    signal: AbortSignal,
  ): ReturnType<Network['keep']> {
    const applied = await this.#parts.nmcli.apply(name, settings, signal);
    if (!applied.ok) return { why: applied.error };
    // Where what was before could not be brought back, the next start would do it and undo this.
    if (this.#noted()) removeNote(this.#note);
    const { how } = settings;
    this.#parts.audit.record('network-set', { technician, interface: name, how, outcome: 'kept' });
    return { outcome: 'kept' };
  }

  /** At each start: a trial that the power ended was not kept by anybody. */
  async takeBackUnfinished(_signal?: AbortSignal): Promise<void> {
    const noted = this.#noted();
    if (noted) await this.#takeBack(noted, null);
  }

  /** A note that some other hand or a bad disk left without sense must not end core at each start: it goes. */
  #noted(): Before | null {
    try {
      return readNote(this.#note, before);
    } catch (error) {
      if (!(error instanceof SyntaxError || error instanceof z.ZodError)) throw error;
      removeNote(this.#note);
      return null;
    }
  }

  async #settingsNow(name: string, signal: AbortSignal): Promise<Result<NetworkSettings, NetworkTrouble>> {
    const found = await this.#parts.nmcli.interfaces(signal);
    if (!found.ok) return found;
    const one = found.value.find((each) => each.name === name);
    return one ? ok(one.settings) : err('command-failed');
  }

  async #reached(signal: AbortSignal): Promise<boolean> {
    const { timers, centre } = this.#parts;
    const until = timers.elapsed() + PATIENCE_MS;
    while (!signal.aborted) {
      if (await centre.isReached(signal)) return true;
      if (timers.elapsed() >= until) return false;
      await timers.sleep(LOOK_EVERY_MS, signal);
    }
    return false;
  }

  /** Nobody's signal stops this. Refused by the machine, the note stays, and the next start tries again. */
  async #takeBack(noted: Before, tried: NetworkSettings | null): Promise<void> {
    const applied = await this.#parts.nmcli.apply(noted.name, noted.settings, new AbortController().signal);
    if (applied.ok) this.#over(noted, tried, 'taken-back');
  }

  #over({ name, technician, settings }: Before, tried: NetworkSettings | null, outcome: string): void {
    const { how } = tried ?? settings;
    this.#parts.audit.record('network-set', { technician, interface: name, how, outcome });
    removeNote(this.#note);
  }
}
