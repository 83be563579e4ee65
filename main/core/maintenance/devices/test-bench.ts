import type { Timers } from '../../../../src/ports/clock.ts';
import type {
  FittedDevice,
  TestBench,
  TestOutcome,
  TestRun,
} from '../../../../src/ports/maintenance/device-bench.ts';
import type { OwnCard } from '../../../../src/ports/own-card.ts';
import { unreachable } from '../../../../src/result.ts';
import type { DeviceManager, ReachedDevice } from '../../devices/device-manager.ts';
import type { Store } from '../../store/open-store.ts';
import { testIssuer } from './issuer-test.ts';
import {
  testCabinetBoard,
  testDocumentPrinter,
  testFacePrinter,
  testReceiptPrinter,
} from './printer-tests.ts';
import { testAcceptor, testIdReader, testPinPad, testScanner, testSocialReader } from './reader-tests.ts';
import { failed } from './test-outcome.ts';

/** What the screen tests by itself; no line of the device table. */
const SCREEN_PARTS = ['camera', 'speaker', 'touch-screen'] as const;

export interface TestBenchParts {
  readonly devices: Pick<DeviceManager, 'reach' | 'statuses'>;
  readonly ownCard: OwnCard;
  readonly store: Pick<Store, 'custody' | 'audit'>;
  readonly kioskName: string;
  readonly timers: Timers;
  /** Somebody is being served, or a card is being moved for somebody. */
  readonly busy: () => boolean;
  /** A test moves cards: nobody else may until it is over. */
  readonly during: <T>(act: () => Promise<T>) => Promise<T>;
}

export interface DeviceTests extends TestBench {
  /** A card is perhaps inside a machine for a test: nobody gives it back as one that was left behind. */
  underWay(): boolean;
}

/** Every device of the table, alone. The keeper's lease is held from the first call to the last. */
export function createTestBench(parts: TestBenchParts): DeviceTests {
  const { devices, store, busy, during } = parts;
  let running = 0;
  return {
    fitted: () => [...fittedDevices(devices), ...SCREEN_PARTS.map(screenPart)],
    underWay: () => running > 0,
    async test(device, run) {
      const reached = devices.reach(device);
      if (!reached) return failed('not-fitted');
      if (movesCards(reached) && (busy() || running > 0)) return failed('busy');
      const giveBack = reached.lease();
      running += 1;
      try {
        return movesCards(reached)
          ? await during(() => testOf(reached, parts, run))
          : await testOf(reached, parts, run);
      } finally {
        running -= 1;
        giveBack();
      }
    },
    note: (device, { outcome, code }, technician) =>
      store.audit.record('device-tested', { device, outcome, code, technician }),
  };
}

const movesCards = ({ deviceClass }: ReachedDevice): boolean =>
  deviceClass === 'card-acceptor' || deviceClass === 'card-issuer';

const screenPart = (part: (typeof SCREEN_PARTS)[number]): FittedDevice => ({
  device: part,
  deviceClass: part,
  state: 'online',
  code: null,
});

/** Lines of the device table as a technician chooses from them. */
export const fittedDevices = (devices: Pick<DeviceManager, 'statuses'>): FittedDevice[] =>
  devices.statuses().map(({ device, deviceClass, state, code }) => ({ device, deviceClass, state, code }));

async function testOf(
  reached: ReachedDevice,
  { ownCard, store, kioskName, timers }: TestBenchParts,
  { again, signal }: TestRun,
): Promise<TestOutcome> {
  const titled = { kioskName, at: timers.now() };
  switch (reached.deviceClass) {
    case 'id-card-reader':
      return testIdReader(reached.device, timers, signal);
    case 'social-card-reader':
      return testSocialReader(reached.device, timers, signal);
    case 'card-acceptor':
      return testAcceptor(reached.device, ownCard, timers, signal);
    case 'card-issuer':
      return testIssuer(store, reached.device, { again });
    case 'pin-pad':
      return testPinPad(reached.device, timers, signal);
    case 'code-scanner':
      return testScanner(reached.device, timers, signal);
    case 'receipt-printer':
      return testReceiptPrinter(reached.device, titled);
    case 'document-printer':
      return testDocumentPrinter(reached.device, titled, signal);
    case 'card-face-printer':
      return testFacePrinter(reached.device);
    case 'cabinet-board':
      return testCabinetBoard(reached.device, timers, signal);
    default:
      return unreachable(reached);
  }
}
