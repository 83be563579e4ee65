import type { FoundDevice, ReplaceBench } from '../../ports/maintenance/device-bench.ts';
import { type Guide, type TaskScript, taskDone, taskFailed } from '../guide.ts';

type Replacing = Guide<'replace-device'>;

/** Seconds: asking every port; opening one device; writing a file; core and device coming back. */
const LOOK_FOR_SECONDS = 20;
const SELF_TEST_SECONDS = 15;
const WRITE_SECONDS = 1;
const RESTART_SECONDS = 75;

/**
 * replace-device. `choose-device`: values are device ids with the id as label and the state as note; facts say the
 * class of each id. All later steps have facts `device`, `deviceClass`. `take-out`, `plug-in`: hands. `look-for`:
 * running. `nothing-found`: `look-again`, `stop`. `choose-found`: values `0`, `1` … with label = what the device says of
 * itself and note = where and how it was recognised; `look-again`. `self-test`: running. `test-failed` (fact `code`):
 * `try-again`, `choose-other`, `stop`. `write-table`: running. `not-written` (fact `code`): `try-again`, `stop`.
 * `restart`: core ends and comes back; the device has 60 s to come online. End: `device`, `deviceClass`, `identity`,
 * `driver`; failed with `code` (`stopped`, `taken-back`: the table before the change is in use again).
 */
export const replaceDevice =
  (bench: ReplaceBench): TaskScript<'replace-device'> =>
  async (guide) => {
    const fitted = await guide.look('choose-device', WRITE_SECONDS, async () => [...bench.fitted()]);
    const device = await guide.choose(
      'choose-device',
      fitted.map((one) => ({ value: one.device, label: one.device, note: one.code ?? one.state })),
      Object.fromEntries(fitted.map((one) => [one.device, one.deviceClass])),
    );
    const facts = { device, deviceClass: fitted.find((one) => one.device === device)?.deviceClass ?? '' };
    await guide.do('take-out', facts);
    await guide.do('plug-in', facts);
    const found = await soundReplacement(guide, bench, facts);
    if (found === null) return taskFailed({ ...facts, code: 'stopped' });
    const written = await writtenDown(guide, bench, facts, found);
    if (written !== null) return taskFailed({ ...facts, code: written });
    const verdict = await guide.act(
      'restart',
      RESTART_SECONDS,
      async ({ again, signal }) => {
        // The process that began this act is the one that had to end; its follower sees what came of it.
        if (again) return bench.verdict(device, found, signal);
        bench.restart();
        return ended();
      },
      facts,
    );
    if (verdict === 'taken-back') return taskFailed({ ...facts, code: 'taken-back' });
    return taskDone({ ...facts, identity: found.identity, driver: found.driver });
  };

/** What the technician chose and the self-test found well; null where they stopped. */
async function soundReplacement(
  guide: Replacing,
  bench: ReplaceBench,
  facts: { readonly device: string; readonly deviceClass: string },
): Promise<FoundDevice | null> {
  for (;;) {
    const candidates = await guide.look('look-for', LOOK_FOR_SECONDS, async (signal) => [
      ...(await bench.lookFor(facts.device, signal)),
    ]);
    if (candidates.length === 0) {
      if ((await guide.choose('nothing-found', ['look-again', 'stop'], facts)) === 'stop') return null;
      continue;
    }
    const found = await chosen(guide, candidates, facts);
    if (found === null) continue;
    const next = await tested(guide, bench, found, facts);
    if (next === 'well') return found;
    if (next === 'stop') return null;
  }
}

/** null: look again. */
async function chosen(
  guide: Replacing,
  candidates: readonly FoundDevice[],
  facts: Readonly<Record<string, string>>,
): Promise<FoundDevice | null> {
  const options = candidates.map(({ identity, transport, recognisedBy }, at) => ({
    value: String(at),
    label: identity.slice(0, 120),
    note: `${transport} · ${recognisedBy}`.slice(0, 200),
  }));
  const choice = await guide.choose<string>('choose-found', [...options, 'look-again'], facts);
  return candidates[Number(choice)] ?? null;
}

async function tested(
  guide: Replacing,
  bench: ReplaceBench,
  found: FoundDevice,
  facts: { readonly device: string },
): Promise<'well' | 'stop' | 'choose-other'> {
  for (;;) {
    const code = await guide.look('self-test', SELF_TEST_SECONDS, (signal) =>
      bench.selfTest(facts.device, found, signal),
    );
    if (code === null) return 'well';
    const next = await guide.choose('test-failed', ['try-again', 'choose-other', 'stop'], { ...facts, code });
    if (next !== 'try-again') return next;
  }
}

/** null: it is on disk; else the code with which the technician stopped. */
async function writtenDown(
  guide: Replacing,
  bench: ReplaceBench,
  facts: { readonly device: string; readonly deviceClass: string },
  found: FoundDevice,
): Promise<string | null> {
  for (;;) {
    const code = await guide.act(
      'write-table',
      WRITE_SECONDS,
      async () => bench.writeTable(facts.device, found, guide.technician),
      facts,
    );
    if (code === null) return null;
    if ((await guide.choose('not-written', ['try-again', 'stop'], { ...facts, code })) === 'stop')
      return code;
  }
}

/** Never: this process is about to end, and nothing may be said before it has. */
const ended = (): Promise<never> => new Promise(() => undefined);
