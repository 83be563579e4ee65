import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { cpus, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { setTimeout as sleep } from 'node:timers/promises';
import { rounded } from '../bench/queue/spread.ts';
import { devOffices } from '../world/offices.ts';
import { Centre } from './centre.ts';
import { takeUpInvitation } from './desk.ts';
import { enrolAll } from './enrol-all.ts';
import { Fleet } from './fleet.ts';
import { FleetLink } from './link.ts';
import { type OutageFigures, outagePart } from './outage.ts';
import { type RolloutFigures, rolloutPart } from './rollout.ts';
import type { FleetSettings, Part } from './settings.ts';
import { Tally } from './tally.ts';
import { beginTrust } from './trust.ts';
import { type UrgentFigures, urgentPart } from './urgent.ts';

/** What a run prints; the first six are an interface (architecture.md, Commands). */
export interface FleetFigures
  extends Partial<UrgentFigures>,
    Partial<RolloutFigures>,
    Partial<OutageFigures> {
  readonly kiosks: number;
  readonly requests: number;
  readonly errors: number;
  readonly p50Ms: number;
  readonly p99Ms: number;
  readonly centralCoreSeconds: number;
  readonly [more: string]: unknown;
}

/** Sockets beside those that the kiosks' polls hold. */
const OTHER_SOCKETS = 500;

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
  const centreOptions = { folder, databaseUrl: settings.database };
  const centres = Array.from({ length: settings.centres }, () => new Centre(centreOptions));
  const [first] = centres;
  if (!first) throw new Error('there is one centre at least');
  let fleet: Fleet | null = null;
  let link: FleetLink | null = null;
  try {
    const offices = await devOffices(join(folder, 'offices'), await first.publicKeys());
    const invitations = {
      editor: await first.invite('editor', ['editor', 'fleet']),
      approver: await first.invite('approver', ['approver', 'signer']),
    };
    for (const centre of centres) await centre.start(offices.rootFile);
    const editor = await takeUpInvitation(first.address, invitations.editor);
    const approver = await takeUpInvitation(first.address, invitations.approver);

    const tally = new Tally();
    link = new FleetLink(
      centres.map(({ address }) => address),
      tally,
    );
    const coreSeconds = () => centres.reduce((sum, centre) => sum + centre.coreSeconds(), 0);
    const enrolling = performance.now();
    const enrolled = await enrolAll(settings.kiosks, editor, link);
    const enrolSeconds = rounded((performance.now() - enrolling) / 1_000);
    say(`${enrolled.length} kiosks enrolled in ${enrolSeconds} s`);

    fleet = new Fleet(enrolled, link, await beginTrust(offices.root), settings);
    fleet.run();
    // Everybody has polled once, and taken in its first assignment, before anything is measured.
    await sleep(2 * settings.round * 1_000);
    say(`warm: ${JSON.stringify(tally.troubles())}`);

    const delay = monitorEventLoopDelay({ resolution: 5 });
    delay.enable();
    tally.begin();
    const [core, own] = [coreSeconds(), process.cpuUsage()];
    const loadBefore = loadavg()[0];
    await sleep(settings.seconds * 1_000);
    const stretch = tally.end();
    const centralCoreSeconds = rounded(coreSeconds() - core);
    const { user, system } = process.cpuUsage(own);
    delay.disable();
    const { seconds, p99MsByKind, ...steady } = stretch;
    say(`steady: ${JSON.stringify({ ...stretch, centralCoreSeconds, troubles: tally.troubles() })}`);

    const figures: Partial<Record<Part, object>> = {};
    const does = (part: Part) => settings.parts.includes(part);
    if (does('urgent')) {
      const before = coreSeconds();
      const urgent = await urgentPart(fleet, editor);
      figures.urgent = { ...urgent, urgentCoreSeconds: rounded(coreSeconds() - before) };
      say(`urgent: ${JSON.stringify(figures.urgent)}`);
    }
    if (does('rollout')) {
      const before = coreSeconds();
      const rollout = await rolloutPart(fleet, editor, approver, offices);
      figures.rollout = { ...rollout, rolloutCoreSeconds: rounded(coreSeconds() - before) };
      say(`rollout: ${JSON.stringify(figures.rollout)}`);
    }
    if (does('outage')) {
      const meanPerSecond = stretch.requests / seconds;
      figures.outage = await outagePart({
        ...{
          centres,
          rootFile: offices.rootFile,
          seconds: settings.outage,
          fleet,
          link,
          tally,
          meanPerSecond,
        },
      });
      say(`outage: ${JSON.stringify(figures.outage)} ${JSON.stringify(tally.troubles())}`);
    }
    return {
      kiosks: settings.kiosks,
      ...steady,
      centralCoreSeconds,
      centralCorePercent: rounded((centralCoreSeconds / seconds) * 100),
      seconds,
      perSecond: rounded(steady.requests / seconds),
      p99MsByKind,
      ...figures.urgent,
      ...figures.rollout,
      ...figures.outage,
      enrolSeconds,
      places: fleet.places(),
      centralMegabytes: Math.round(centres.reduce((sum, centre) => sum + centre.memory(), 0) / 1e6),
      simulatorCoreSeconds: rounded((user + system) / 1e6),
      simulatorDelayP99Ms: rounded(delay.percentile(99) / 1e6),
      machine: { node: process.version, cpus: cpus().length, loadBefore, loadAfter: loadavg()[0] },
    };
  } finally {
    if (link) link.expected = false;
    await fleet?.stop();
    link?.close();
    await Promise.all(centres.map((centre) => centre.stop()));
    rmSync(folder, { recursive: true, force: true });
  }
}
