import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { cpus, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { rounded } from '../bench/queue/spread.ts';
import { barePerCoreSecond } from './bare-route.ts';
import { enrolAll } from './enrol-all.ts';
import { Fleet } from './fleet.ts';
import { FleetLink } from './link.ts';
import { type OutageFigures, outagePart } from './outage.ts';
import { coreSecondsOf, memoryOf } from './processor-time.ts';
import { type Province, startProvince } from './province.ts';
import { type RolloutFigures, rolloutPart } from './rollout.ts';
import type { FleetSettings } from './settings.ts';
import { type SteadyFigures, steadyPart } from './steady.ts';
import { Tally } from './tally.ts';
import { beginTrust } from './trust.ts';
import { type UrgentFigures, urgentPart } from './urgent.ts';

/** What a run prints; the first six are an interface (architecture.md, Commands). */
export interface FleetFigures
  extends SteadyFigures,
    Partial<UrgentFigures>,
    Partial<RolloutFigures>,
    Partial<OutageFigures> {
  readonly kiosks: number;
  /** By what they say of their configuration in the end. */
  readonly places: Readonly<Record<string, number>>;
  readonly [more: string]: unknown;
}

/** Sockets beside those that the kiosks' polls hold. */
const OTHER_SOCKETS = 500;
/** Seconds for which the bare route is asked. */
const BARE_SECONDS = 2;

/** Throws a sentence where so many sockets may not be open at once. */
function demandSockets(kiosks: number): void {
  const limits = readFileSync('/proc/self/limits', 'utf8');
  const most = Number(/^Max open files\s+(\d+)/m.exec(limits)?.[1] ?? Number.POSITIVE_INFINITY);
  if (most < kiosks + OTHER_SOCKETS) {
    throw new Error(
      `${kiosks} kiosks hold as many sockets, and this shell allows ${most}: ulimit -n ${kiosks + OTHER_SOCKETS} first.`,
    );
  }
}

/** Runs the fleet against the real service and tells what it cost. `say`: what goes on, for whoever watches. */
export async function runFleet(settings: FleetSettings, say: (text: string) => void): Promise<FleetFigures> {
  demandSockets(settings.kiosks);
  const folder = mkdtempSync(join(tmpdir(), 'yikatong-fleet-'));
  const tally = new Tally();
  let province: Province | null = null;
  let fleet: Fleet | null = null;
  let link: FleetLink | null = null;
  try {
    const barePerCore = await barePerCoreSecond(folder, BARE_SECONDS);
    province = await startProvince(folder, settings);
    const { centres, offices, editor, approver } = province;
    link = new FleetLink(
      centres.map(({ address }) => address),
      tally,
    );
    const enrolling = performance.now();
    const enrolled = await enrolAll(settings.kiosks, editor, link);
    const enrolSeconds = rounded((performance.now() - enrolling) / 1_000);
    say(`${enrolled.length} kiosks enrolled in ${enrolSeconds} s`);
    fleet = new Fleet(enrolled, link, await beginTrust(offices.root), settings);
    fleet.run();
    // Everybody has polled once, and taken in its first assignment, before anything is measured.
    await sleep(2 * settings.round * 1_000);
    say(`warm: ${JSON.stringify(tally.troubles())}`);

    const coreSeconds = () => centres.reduce((sum, { pid }) => sum + coreSecondsOf(pid), 0);
    const steady = await steadyPart(tally, settings.seconds, coreSeconds);
    say(`steady: ${JSON.stringify(steady)} ${JSON.stringify(tally.troubles())}`);
    const parts: Record<string, unknown> = {};
    const part = async (name: FleetSettings['parts'][number], run: () => Promise<object>) => {
      if (!settings.parts.includes(name)) return;
      const figures = await run();
      Object.assign(parts, figures);
      say(`${name}: ${JSON.stringify(figures)}`);
    };
    const everybody = fleet;
    const wire = link;
    await part('urgent', () => urgentPart(everybody, editor));
    await part('rollout', () => rolloutPart(everybody, editor, approver, offices));
    const { perSecond } = steady;
    const { rootFile } = offices;
    await part('outage', () =>
      outagePart({
        centres,
        rootFile,
        seconds: settings.outage,
        fleet: everybody,
        link: wire,
        tally,
        perSecond,
      }),
    );
    return {
      kiosks: settings.kiosks,
      ...steady,
      ...parts,
      enrolSeconds,
      places: fleet.places(),
      barePerCoreSecond: barePerCore,
      ofBare: rounded(steady.perCoreSecond / barePerCore),
      centralMegabytes: Math.round(centres.reduce((sum, { pid }) => sum + memoryOf(pid), 0) / 1e6),
      machine: { node: process.version, cpus: cpus().length, load: loadavg()[0] },
    };
  } finally {
    if (link) link.expected = false;
    await fleet?.stop();
    link?.close();
    await province?.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}
