import type { FoundStick, LogExport } from '../../ports/maintenance/log-export.ts';
import { type Guide, type TaskScript, taskDone } from '../guide.ts';

const MEGABYTE = 1_000_000;

/**
 * Logs and audit on a USB stick, for the centre alone.
 *
 * - `no-stick`: `again`, `give-up`
 * - `choose-stick` where there are several: value and label are data, the note is free space in MB
 * - `not-written`: `again`, `give-up`; fact `why`: EXPORT_TROUBLES
 * - `take-stick`, `done`: facts `file`, `megabytes`, `digest` (first 16 characters)
 */
export const exportLogs =
  (port: LogExport): TaskScript<'export-logs'> =>
  async (guide) => {
    await guide.do('put-stick');
    for (;;) {
      const stick = await stickFor(guide, port);
      if (stick === null) return { outcome: 'given-up', facts: {} };
      const written = await guide.act('write', 30, ({ signal }) =>
        port.write(stick, guide.technician, signal),
      );
      if (!('why' in written)) {
        const facts = {
          file: written.file,
          megabytes: Math.round(written.bytes / (MEGABYTE / 10)) / 10,
          digest: written.digest.slice(0, 16),
        };
        await guide.do('take-stick', facts);
        return taskDone(facts);
      }
      const next = await guide.choose('not-written', ['again', 'give-up'], { why: written.why });
      if (next === 'give-up') return { outcome: 'failed', facts: { why: written.why } };
    }
  };

/** null: there is none, and nobody looks for one any more. */
async function stickFor(guide: Guide<'export-logs'>, port: LogExport): Promise<string | null> {
  for (;;) {
    const sticks = await guide.look('find-stick', 3, () => port.sticks());
    const [only] = sticks;
    if (only && sticks.length === 1) return only.id;
    if (only) return guide.choose('choose-stick', sticks.map(optionOf));
    if ((await guide.choose('no-stick', ['again', 'give-up'])) === 'give-up') return null;
  }
}

const optionOf = ({ id, name, freeBytes }: FoundStick) => ({
  value: id,
  label: name,
  note: `${Math.floor(freeBytes / MEGABYTE)} MB`,
});
