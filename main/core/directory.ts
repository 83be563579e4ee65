import { join } from 'node:path';
import type { ZodType } from 'zod';
import { type Directory, directoryOf } from '../../src/directory/directory.ts';
import { helpFile } from '../../src/directory/help.ts';
import { type PlaceList, placeList } from '../../src/directory/outlets.ts';
import type { PolicyPack } from '../../src/policy/policy-pack.ts';
import { err, ok, type Result } from '../../src/result.ts';
import { readTextFile } from './core-config.ts';

/**
 * Reads the lists of places and the answers that a pack names (FIND-1, HELP-1) from `outlets` and `help` below the
 * assets folder. The error is one sentence for the technician.
 */
export function loadDirectory(
  policy: Pick<PolicyPack, 'directories' | 'counters'>,
  assetsFolder: string,
): Result<Directory, string> {
  const lists: PlaceList[] = [];
  for (const name of policy.directories.outlets) {
    const list = loadPlaceList(name, assetsFolder);
    if (!list.ok) return list;
    lists.push(list.value);
  }
  const help = load(join(assetsFolder, 'help', `${policy.directories.help}.json`), helpFile);
  return help.ok ? ok(directoryOf(lists, policy.counters, help.value.topics)) : help;
}

/** One list of places below the assets folder, by the name a pack gives it. */
export const loadPlaceList = (name: string, assetsFolder: string): Result<PlaceList, string> =>
  load(join(assetsFolder, 'outlets', `${name}.json`), placeList);

function load<Value>(path: string, shape: ZodType<Value>): Result<Value, string> {
  const text = readTextFile(path);
  if (text === null) return err(`The directory ${path} can't be read.`);
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return err(`The directory ${path} is not JSON.`);
  }
  const parsed = shape.safeParse(value);
  if (parsed.success) return ok(parsed.data);
  const [issue] = parsed.error.issues;
  return err(`The directory ${path} is not right: ${issue?.path.join('.')}: ${issue?.message}`);
}
