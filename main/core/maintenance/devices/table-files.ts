import { createHash } from 'node:crypto';
import { dirname } from 'node:path';
import { z } from 'zod';
import { type DevicesConfig, devicesConfig } from '../../devices/devices-config.ts';
import type { Disk } from '../../store/disk.ts';

/** A table that was changed by a technician and has not proved itself yet, or is being taken back. */
const trial = z.strictObject({
  state: z.enum(['trial', 'taking-back']),
  device: z.string(),
  /** Why it is taken back; '' in a trial. */
  code: z.string(),
  /** SHA-256 of the table on trial: another table is on no trial. */
  digest: z.string(),
});
export type TableTrial = z.infer<typeof trial>;

export type TableDisk = Pick<Disk, 'exists' | 'read' | 'write' | 'rename' | 'remove' | 'syncFolder'>;

/**
 * `devices.json` and what lies beside it: the table before the last change (`.last-good`), the mark of a trial
 * (`.trial`), and a table that could not be read (`.broken`). Each is written whole under another name and renamed, so
 * a power cut leaves the old one or the new one.
 */
export class TableFiles {
  readonly #file: string;
  readonly #disk: TableDisk;

  constructor(file: string, disk: TableDisk) {
    this.#file = file;
    this.#disk = disk;
  }

  /** null: missing, or no device table. */
  read(which: 'table' | 'last-good'): { readonly config: DevicesConfig; readonly text: string } | null {
    const text = this.#text(this.#path(which));
    if (text === null) return null;
    const parsed = devicesConfig.safeParse(json(text));
    return parsed.success ? { config: parsed.data, text } : null;
  }

  trial(): TableTrial | null {
    const text = this.#text(this.#path('trial'));
    const parsed = trial.safeParse(text === null ? null : json(text));
    if (!parsed.success) return null;
    const sameTable = parsed.data.digest === digestOf(this.#text(this.#file) ?? '');
    return parsed.data.state === 'taking-back' || sameTable ? parsed.data : null;
  }

  /** The table before stays at hand; the mark of the trial is there before the table it is about. */
  tryOut(text: string, device: string): void {
    if (this.#text(this.#file) === text) return;
    const before = this.read('table');
    if (before) this.#put('last-good', before.text);
    this.#mark({ state: 'trial', device, code: '', digest: digestOf(text) });
    this.#put('table', text);
  }

  /** The change is good. */
  settle(): void {
    this.#disk.remove(this.#path('trial'));
    this.#disk.syncFolder(dirname(this.#file));
  }

  /** From here on the table before counts, whatever happens; `settle` when the audit has it. */
  takeBack(device: string, code: string): void {
    this.#mark({ state: 'taking-back', device, code, digest: '' });
    this.finishTakingBack();
  }

  finishTakingBack(): void {
    const now = this.#text(this.#file);
    const before = this.read('last-good');
    if (!before || before.text === now) return;
    if (now !== null && !this.read('table')) this.#put('broken', now);
    this.#put('table', before.text);
  }

  #mark(mark: TableTrial): void {
    this.#put('trial', JSON.stringify(mark));
  }

  #path(which: 'table' | 'last-good' | 'trial' | 'broken'): string {
    return which === 'table' ? this.#file : this.#file.replace(/(\.json)?$/, `.${which}.json`);
  }

  #put(which: 'table' | 'last-good' | 'trial' | 'broken', text: string): void {
    const path = this.#path(which);
    this.#disk.write(`${path}.new`, Buffer.from(text));
    this.#disk.rename(`${path}.new`, path);
    this.#disk.syncFolder(dirname(path));
  }

  #text(path: string): string | null {
    return this.#disk.exists(path) ? Buffer.from(this.#disk.read(path)).toString('utf8') : null;
  }
}

const digestOf = (text: string): string => createHash('sha256').update(text).digest('hex');

function json(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}
