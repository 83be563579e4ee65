import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

const PROJECT = fileURLToPath(new URL('../..', import.meta.url));
const ROOMS = ['src', 'drivers', 'main', 'renderer', 'central', 'scripts', 'tests'];
const PROGRAM = /\.(?:tsx?|html|css|py|sh)$/;
const TEST = /\.test\.tsx?$|^tests\/|-bench\.ts$|\/memory\/|\/test-[^/]+$/;
/** `from './x.ts'`, `import('./x.ts')`, `import './x.css'`, `new URL('x.ts', import.meta.url)` */
const NAMES_FILE = /(?:(?:from|import|import\()\s*['"](\.[^'"]+)|URL\(\s*['"]([\w./-]+\.tsx?))['"]/g;
/** Where programs start: nothing has to name these, and a test that does makes them no less the product's. */
const START = /^scripts\/|(?:^|\/)(?:main|kiosk|preload|page|slot-process|face-worker)\.tsx?$/;

export interface Program {
  /** Path from the project's folder, with `/`. */
  readonly file: string;
  readonly text: string;
}

/** Every program that starts by itself or that something else than a test uses, whoever that is. */
export function programsOutsideTests(): readonly Program[] {
  const all = ROOMS.flatMap(programsIn);
  const users = usersOf(all);
  const isTest = ({ file }: Program) => TEST.test(file);
  // Benches and worlds in memory use each other, so those are taken out that anything else uses, until none is left.
  const ofTests = new Set(
    all.filter(({ file }) => users.has(file) && !START.test(file)).map(({ file }) => file),
  );
  for (const { file } of all.filter(isTest)) ofTests.add(file);
  const usedElsewhere = (file: string) => users.get(file)?.some((user) => !ofTests.has(user)) ?? false;
  for (
    let more = [...ofTests].filter(usedElsewhere);
    more.length > 0;
    more = [...ofTests].filter(usedElsewhere)
  )
    for (const file of more) ofTests.delete(file);
  return all.filter(({ file }) => !ofTests.has(file));
}

const programsIn = (room: string): readonly Program[] =>
  readdirSync(join(PROJECT, room), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && PROGRAM.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .map((path) => ({
      file: relative(PROJECT, path).split(sep).join('/'),
      text: readFileSync(path, 'utf8'),
    }));

/** For each file that is named by others: who names it. */
function usersOf(programs: readonly Program[]): ReadonlyMap<string, readonly string[]> {
  const users = new Map<string, string[]>();
  for (const { file, text } of programs)
    for (const [, imported, started] of text.matchAll(NAMES_FILE)) {
      const target = normalize(join(dirname(file), imported ?? started ?? ''))
        .split(sep)
        .join('/');
      users.set(target, [...(users.get(target) ?? []), file]);
    }
  return users;
}
