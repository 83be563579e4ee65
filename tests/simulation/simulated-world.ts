import { loadDirectory } from '../../main/core/directory.ts';
import type { FictitiousResident } from '../../src/fictitious-residents/resident.ts';
import { machinesInMemory } from '../matrix/world/machines.ts';
import { WIDE_PACK } from '../matrix/world/pack.ts';
import { SimulatedTime } from '../matrix/world/simulated-time.ts';
import { Network } from './centre/network.ts';
import { createSimulatedCentre, signAtOnce } from './centre/simulated-centre.ts';
import { Chance } from './chance.ts';
import { Coverage } from './coverage.ts';
import type { DiskAct } from './disk/disk-act.ts';
import type { SqliteEngine } from './disk/sqlite-engine.ts';
import { Marks } from './marks.ts';
import type { Blow } from './plan.ts';
import { SimulatedKiosk } from './simulated-kiosk.ts';
import { Technician } from './technician.ts';
import { Trace } from './trace.ts';

/** A Monday morning in Shanghai. */
const BEGIN = Date.UTC(2026, 10, 23, 0, 30);
/** Two seeds next to each other have different people; strangers' numbers begin at five million. */
const PEOPLE_PER_SEED = 10_000;

/** One kiosk's lists of places and answers are the same in every run. */
const directory = loadDirectory(WIDE_PACK, 'assets');
if (!directory.ok) throw new Error(directory.error);
const DIRECTORY = directory.value;

/** More than any start or backup asks of the disk in one moment. */
const MOST_ACTS_AT_ONCE = 50_000;

/** INV-8: software that goes round and round without time passing would never end; it is stopped, and that is seen. */
class AtOnce {
  #at = Number.NaN;
  #acts = 0;

  count(now: number): void {
    this.#acts = now === this.#at ? this.#acts + 1 : 0;
    this.#at = now;
    if (this.#acts > MOST_ACTS_AT_ONCE)
      throw new Error(`${MOST_ACTS_AT_ONCE} disk acts, and no time has passed`);
  }
}

const never = () => new Promise<void>(() => undefined);

/** Everything one seed needs, put together: time, disk, machines, network, centre, kiosk. */
export async function newSimulatedWorld(seed: number, engine: SqliteEngine, until?: number) {
  const chance = new Chance(`${seed}/world`);
  const time = new SimulatedTime(BEGIN);
  const trace = new Trace(BEGIN, until);
  const note = (words: string) => trace.note(time.now(), words);
  const coverage = new Coverage();
  const hooks = {
    onStrike: (_blow: Blow): void => undefined,
    onBroken: (_why: string): void => undefined,
  };
  const marks = new Marks((blow) => hooks.onStrike(blow));
  const atOnce = new AtOnce();
  const disk = engine.newDisk({
    now: () => time.now(),
    onAct: ({ kind, path }: DiskAct) => {
      atOnce.count(time.now());
      if (kind === 'sync' && path.endsWith('-wal')) marks.count('commit');
      marks.count('disk-act');
    },
  });
  const machines = machinesInMemory({
    sleep: (ms) => {
      const { life } = kiosk;
      return life ? life.timers.sleep(ms) : never();
    },
  });
  const centre = await createSimulatedCentre({ time, pack: WIDE_PACK, chance: chance.fork('centre') });
  const network = new Network({
    time,
    centre: {
      answer: (method, path, headers, body) => time.during(() => centre.answer(method, path, headers, body)),
    },
    chance: chance.fork('network'),
    onRequest: (request, phase) => note(`${request} ${phase}`),
  });
  const kiosk: SimulatedKiosk = new SimulatedKiosk({
    time,
    disk,
    machines,
    network,
    pack: WIDE_PACK,
    directory: DIRECTORY,
    enrolmentCode: await centre.mintEnrolmentCode(),
    entropy: chance.fork('kiosk').entropy,
    chance: chance.fork('power'),
    signAssertion: signAtOnce,
    mark: (mark) => marks.count(mark),
    crashPointPassed: (name) => coverage.crashPoint(name),
    trace: note,
    broken: (why) => hooks.onBroken(why),
  });
  const technician = new Technician({ kiosk, machines, note });
  /** Everybody who ever came. */
  const people: FictitiousResident[] = [];
  return Object.assign(hooks, {
    begun: BEGIN,
    time,
    trace,
    coverage,
    marks,
    disk,
    machines,
    centre,
    network,
    kiosk,
    technician,
    people,
    personNumber: (session: number) => (seed % 400) * PEOPLE_PER_SEED + session,
    close: () => centre.close(),
  });
}
export type SimulatedWorld = Awaited<ReturnType<typeof newSimulatedWorld>>;
