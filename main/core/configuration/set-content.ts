import type { DocumentContent, DocumentKind } from '../../../src/contracts/configuration/document.ts';
import type { ConfigurationTrouble } from '../../../src/contracts/configuration/poll.ts';
import { type Directory, directoryOf } from '../../../src/directory/directory.ts';
import type { PlaceList } from '../../../src/directory/outlets.ts';
import type { PolicyPack } from '../../../src/policy/policy-pack.ts';
import { err, ok, type Result } from '../../../src/result.ts';
import { loadDirectory, loadPlaceList } from '../directory.ts';
import type { RunningConfiguration } from './running-configuration.ts';

/** What the documents of a set hold, by their kinds. */
export type SetContent = { readonly [K in DocumentKind]?: DocumentContent<K> };

export interface DoesNotFit {
  readonly kind: DocumentKind;
  readonly trouble: Extract<ConfigurationTrouble, 'does-not-fit'>;
}

/**
 * What a kiosk runs with these documents; what is absent is as shipped. They are right by themselves already: here they
 * must go with each other, and with what lies in the assets folder.
 */
export function runningWith(
  content: SetContent,
  assignment: number,
  shipped: RunningConfiguration,
  assetsFolder: string,
): Result<RunningConfiguration, DoesNotFit> {
  const policy = content['policy-pack'] ?? shipped.policy;
  const directory = directoryWith(content, policy, shipped, assetsFolder);
  if (directory === null) {
    const kind = content.directory ? 'directory' : 'policy-pack';
    return err({ kind, trouble: 'does-not-fit' });
  }
  return ok({
    assignment,
    policy,
    directory,
    technicians: content.technicians ?? null,
    thresholds: content.thresholds ?? {},
    deviceDefaults: content['device-defaults']?.defaults ?? [],
    notices: content.notices?.notices ?? [],
    texts: content.texts ?? shipped.texts,
  });
}

/** FIND-1, HELP-1. null: a list that the pack names is nowhere. */
function directoryWith(
  { directory: given, 'policy-pack': pack }: SetContent,
  policy: PolicyPack,
  shipped: RunningConfiguration,
  assetsFolder: string,
): Directory | null {
  if (!given) {
    if (!pack) return shipped.directory;
    const loaded = loadDirectory(policy, assetsFolder);
    return loaded.ok ? loaded.value : null;
  }
  const lists: PlaceList[] = [];
  for (const name of policy.directories.outlets) {
    const list = Object.hasOwn(given.outlets, name) ? given.outlets[name] : undefined;
    const found = list ? ok(list) : loadPlaceList(name, assetsFolder);
    if (!found.ok) return null;
    lists.push(found.value);
  }
  return directoryOf(lists, policy.counters, given.help.topics);
}
