import { feeFaults } from './fee.ts';
import type { PolicyPackFields } from './policy-pack.ts';

/** One thing wrong between fields that are each right by themselves. */
export interface PolicyFault {
  readonly path: readonly (string | number)[];
  readonly message: string;
}

const WITH_FEE = ['application', 'activation', 'loss', 'replacement', 'swap', 'exchange'] as const;

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
    ...once(
      ['exchange', 'reasons'],
      pack.exchange.reasons.map((entry) => entry.reason),
    ),
    ...once(
      ['counterTopics'],
      pack.counterTopics.map((topic) => topic.id),
    ),
    ...referrals(pack),
    ...lossReports(pack),
    ...sourcedPaths(pack),
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
  return WITH_FEE.flatMap((service) =>
    feeFaults(pack[service].fee, pack.effectiveFrom).map((message) => ({ path: [service, 'fee'], message })),
  );
}

/** A reason the kiosk sends to a counter names the topic with its papers (EXCH-4). */
function referrals({ exchange, counterTopics }: PolicyPackFields): readonly PolicyFault[] {
  const topics = new Set(counterTopics.map((topic) => topic.id));
  return exchange.reasons.flatMap(({ reason, where, topic }) => {
    const path = ['exchange', 'reasons', reason];
    if (topic !== null && !topics.has(topic)) return [{ path, message: `no counter topic ${topic}` }];
    return where === 'counter' && topic === null ? [{ path, message: 'a counter needs a topic' }] : [];
  });
}

/** LOSS-1, REPL-1: somebody who may report a loss here has a kind of report to choose. */
function lossReports({ services, loss }: PolicyPackFields): readonly PolicyFault[] {
  const open = services.filter((entry) => entry.enabled).map((entry) => entry.service);
  if (open.includes('loss') && !loss.formalAtKiosk && loss.temporaryTerms.length === 0) {
    return [{ path: ['loss'], message: 'open, but neither temporary nor formal' }];
  }
  if (open.includes('replace') && !loss.formalAtKiosk) {
    return [{ path: ['loss', 'formalAtKiosk'], message: 'a replacement needs the formal report' }];
  }
  return [];
}

/** A source of nothing is a slip of the pen: each path leads to a value of the pack. */
function sourcedPaths(pack: PolicyPackFields): readonly PolicyFault[] {
  return Object.keys(pack.sources)
    .filter((path) => !leadsToValue(pack, path.split('.')))
    .map((path) => ({ path: ['sources', path], message: 'leads to no value' }));
}

function leadsToValue(value: unknown, path: readonly string[]): boolean {
  const [field, ...rest] = path;
  if (field === undefined) return true;
  if (typeof value !== 'object' || value === null) return false;
  const inside = Object.entries(value).find(([name]) => name === field);
  return inside !== undefined && leadsToValue(inside[1], rest);
}

function once(path: readonly string[], values: readonly string[]): readonly PolicyFault[] {
  const twice = new Set(values.filter((value, at) => values.indexOf(value) !== at));
  return [...twice].map((value) => ({ path, message: `${value} is there twice` }));
}
