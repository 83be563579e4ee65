import { WIRE_FAULTS, type WireFault } from '../world/wire.ts';
import type { Fault } from './fault.ts';

const OPERATIONS = /^PUT \/v1\/operations/;

/** Once: one request that somebody waits for. Stays: every request until the resident is gone. */
const wire = (kind: WireFault, times: number | null): Fault => ({
  group: 'link',
  name: `${kind}${times === null ? ' stays' : times === 1 ? ' once' : ` ${times} times`}`,
  strikesAt: ({ requests, name }, steps) => {
    if (kind === 'undecided') return [...requests].some((one) => OPERATIONS.test(one));
    // A link that goes down and stays down is seen at every step before the last request.
    if (kind === 'down' && times === null)
      return (
        steps.findLastIndex((one) => one.requests.size > 0) >= steps.findIndex((one) => one.name === name)
      );
    return requests.size > 0;
  },
  strike: ({ centre }) => centre.wire.strike(kind, times),
});

export const LINK_FAULTS: readonly Fault[] = [
  ...WIRE_FAULTS.flatMap((kind) => [wire(kind, 1), wire(kind, null)]),
  wire('undecided', 4),
  wire('answer-lost', 3),
];
