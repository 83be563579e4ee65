import { WIRE_FAULTS, type WireFault } from '../world/wire.ts';
import type { Fault } from './fault.ts';

const OPERATIONS = /^PUT \/v1\/operations/;

/** Once: one request that somebody waits for. Stays: every request until the resident is gone. */
const wire = (kind: WireFault, times: number | null): Fault => ({
  group: 'link',
  name: `${kind}${times === null ? ' stays' : times === 1 ? ' once' : ` ${times} times`}`,
  strikesAt: ({ requests }) =>
    kind === 'undecided' ? [...requests].some((one) => OPERATIONS.test(one)) : requests.size > 0,
  strike: ({ centre }) => centre.wire.strike(kind, times),
});

/** Down, and the heartbeat has found it out before anybody asks: at every step before the last request. */
const knownToBeDown: Fault = {
  group: 'link',
  name: 'down and known stays',
  strikesAt: (step, steps) => steps.findLastIndex(({ requests }) => requests.size > 0) >= steps.indexOf(step),
  strike: ({ centre, kiosk }) => {
    centre.wire.strike('down', null);
    kiosk.sync.heartbeatSoon();
  },
};

export const LINK_FAULTS: readonly Fault[] = [
  ...WIRE_FAULTS.flatMap((kind) => [wire(kind, 1), wire(kind, null)]),
  wire('undecided', 4),
  wire('answer-lost', 3),
  knownToBeDown,
];
