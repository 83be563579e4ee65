import { feeFaults } from './fee.ts';
import type { PolicyPackFields } from './policy-pack.ts';

/** One thing wrong between fields that are each right by themselves. */
export interface PolicyFault {
  readonly path: readonly (string | number)[];
  readonly message: string;
}

/** Everything that must agree inside a pack: thresholds in order, dated fees complete, ids once. */
export function crossChecks(pack: PolicyPackFields): readonly PolicyFault[] {
  return [
    ...thresholds(pack),
    ...fees(pack),
    ...once(
      ['services'],
      pack.services.map((entry) => entry.service),
    ),
    ...once(['servedRegions'], pack.servedRegions),
    ...once(['identity', 'acceptedDocuments'], pack.identity.acceptedDocuments),
    ...once(
      ['application', 'occupations'],
      pack.application.occupations.map((entry) => entry.code),
    ),
    ...once(
      ['application', 'collectionOutlets'],
      pack.application.collectionOutlets.map((place) => place.id),
    ),
    ...once(
      ['counters'],
      pack.counters.map((place) => place.id),
    ),
    ...once(
      ['hotlines'],
      pack.hotlines.map((line) => line.number),
    ),
  ];
}

function thresholds({ face, timeouts }: PolicyPackFields): readonly PolicyFault[] {
  const faults: PolicyFault[] = [];
  if (face.acceptAtMost >= face.refuseAbove) {
    faults.push({ path: ['face', 'acceptAtMost'], message: 'must be below refuseAbove' });
  }
  if (timeouts.typingScreenSeconds < timeouts.screenSeconds) {
    faults.push({ path: ['timeouts', 'typingScreenSeconds'], message: 'typing takes longer than reading' });
  }
  return faults;
}

function fees(pack: PolicyPackFields): readonly PolicyFault[] {
  return (['application', 'activation'] as const).flatMap((service) =>
    feeFaults(pack[service].fee, pack.effectiveFrom).map((message) => ({ path: [service, 'fee'], message })),
  );
}

function once(path: readonly string[], values: readonly string[]): readonly PolicyFault[] {
  const twice = new Set(values.filter((value, at) => values.indexOf(value) !== at));
  return [...twice].map((value) => ({ path, message: `${value} is there twice` }));
}
