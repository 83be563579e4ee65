import { playSeeds } from '../seeds-in-parallel.ts';
import { MUTANTS, type Mutant } from './mutants.ts';

/** Sessions of each seed a mutant is tried on. */
const SESSIONS = 200;

interface Tried {
  readonly mutant: string;
  readonly caught: boolean;
  /** The first seed that failed, and the rule it broke; null where none did. */
  readonly seed: number | null;
  readonly rule: string | null;
  readonly within: number;
}

/** Breaks the software in each of the ways on the list, one at a time; each must be found within its number of seeds. */
export async function tryMutants({
  jobs,
  only,
}: {
  readonly jobs: number;
  readonly only?: string | undefined;
}): Promise<{ answer: object; passed: boolean }> {
  const waiting = MUTANTS.filter(({ name }) => only === undefined || name === only);
  const tried: Tried[] = [];
  const work = async () => {
    for (let mutant = waiting.shift(); mutant; mutant = waiting.shift()) tried.push(await tryOne(mutant));
  };
  await Promise.all(Array.from({ length: jobs }, work));
  const missed = tried.filter(({ caught }) => !caught).map(({ mutant }) => mutant);
  return {
    answer: { mutants: tried.length, caught: tried.length - missed.length, missed, tried },
    passed: missed.length === 0,
  };
}

async function tryOne({ name, within, severity }: Mutant): Promise<Tried> {
  const seeds = Array.from({ length: within }, (_, at) => at + 1);
  const reports = await playSeeds({ seeds, sessions: SESSIONS, severity, jobs: 1, mutant: name, stop: true });
  const failed = reports.find(({ violation }) => violation !== null);
  const rule = failed?.violation?.rule ?? null;
  process.stderr.write(
    failed
      ? `${name}: seed ${failed.seed}: ${failed.violation?.what}\n`
      : `${name}: NOT FOUND in ${within} seeds\n`,
  );
  return { mutant: name, caught: failed !== undefined, seed: failed?.seed ?? null, rule, within };
}
