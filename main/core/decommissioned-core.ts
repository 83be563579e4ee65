import type { CoreMessage, ShellMessage } from '../../src/contracts/core-link.ts';
import type { View } from '../../src/contracts/view.ts';
import { decommissionProof } from '../../src/maintenance/decommission-proof.ts';
import type { PolicyPack } from '../../src/policy/policy-pack.ts';
import type { Timers } from '../../src/ports/clock.ts';
import type { ReceiptPrinter } from '../../src/ports/receipt-printer.ts';
import type { Result } from '../../src/result.ts';
import { closedScreen } from './closed-screen.ts';
import type { DriverFactories } from './devices/device-manager.ts';
import type { DevicesConfig } from './devices/devices-config.ts';
import { diskTroubleIn } from './disk-trouble.ts';
import { errorFields, type Log } from './log.ts';
import {
  type DecommissionMarker,
  readMarker,
  writeMarker,
} from './maintenance/system/decommission-marker.ts';
import { destroyEverything } from './maintenance/system/destroy-everything.ts';
import type { Shredder } from './maintenance/system/shredder.ts';

/** Between two tries of a disk or a printer that does not work now, milliseconds. */
const AGAIN_AFTER_MS = 10_000;
/** A printer that does not answer in this time is tried anew, milliseconds. */
const PRINT_DEADLINE_MS = 30_000;

export interface DecommissionedParts {
  /** The store's. */
  readonly folder: string;
  readonly marker: DecommissionMarker;
  readonly policy: Result<PolicyPack, string>;
  readonly devices: Result<DevicesConfig, string>;
  readonly drivers: DriverFactories;
  readonly shredder: Shredder;
  readonly timers: Timers;
  readonly log: Log;
  readonly version: string;
  readonly say: (message: CoreMessage) => void;
  readonly end: () => void;
}

/**
 * A kiosk that was given up: destroys what is still there, prints the proof once it can, and shows for ever that it is
 * out of service. A power cut anywhere is gone on from at the next start; at worst the proof comes out twice.
 */
export function decommissionedCore(parts: DecommissionedParts): {
  receive(message: ShellMessage): void;
} {
  const { marker, policy, say, log } = parts;
  const view: View = closedScreen('decommissioned', {
    kioskName: marker.kioskName,
    hotlines: policy.ok ? policy.value.hotlines : [],
    now: marker.at,
  });
  const show = () => say({ kind: 'view', view });
  void destroyAndProve(parts).catch((error: unknown) => {
    log.error('core-crashed', errorFields(error));
    parts.end();
  });
  say({ kind: 'ready', version: parts.version, notes: ['decommissioned'] });
  show();
  return {
    receive(message) {
      const loaded = message.kind === 'screen' && message.message.kind === 'hello';
      if (loaded || message.kind === 'show-again') show();
    },
  };
}

async function destroyAndProve(parts: DecommissionedParts): Promise<void> {
  const { folder, shredder, timers } = parts;
  const marker = await onceTheDiskDoes(parts, 'not-destroyed-yet', () =>
    // What an earlier try noted is on disk.
    destroyEverything(folder, readMarker(folder) ?? parts.marker, shredder, timers.now()),
  );
  const { destroyedAt } = marker;
  if (marker.printedAt !== null || destroyedAt === null) return;
  const printer = printerOf(parts);
  // Without one, the marker alone tells of it.
  if (printer === null) return;
  const proof = decommissionProof({ ...marker, destroyedAt });
  while (!(await printed(printer, proof, timers))) await timers.sleep(AGAIN_AFTER_MS);
  const printedAt = timers.now();
  // Core must not end over it: the next one would print again, and the one after it.
  await onceTheDiskDoes(parts, 'proof-not-noted-yet', () => writeMarker(folder, { ...marker, printedAt }));
}

/** Tries again for as long as the disk refuses. */
async function onceTheDiskDoes<T>(
  { timers, log }: Pick<DecommissionedParts, 'timers' | 'log'>,
  otherwise: string,
  act: () => T,
): Promise<T> {
  for (;;) {
    try {
      return act();
    } catch (error) {
      const reason = diskTroubleIn(error);
      if (reason === null) throw error;
      log.error(otherwise, { reason });
    }
    await timers.sleep(AGAIN_AFTER_MS);
  }
}

function printerOf({ devices, drivers }: DecommissionedParts): ReceiptPrinter | null {
  const line = devices.ok ? devices.value.devices.find((one) => one.class === 'receipt-printer') : null;
  const make = line ? drivers['receipt-printer']?.[line.driver] : null;
  return line && make ? make(line) : null;
}

async function printed(
  printer: ReceiptPrinter,
  proof: ReturnType<typeof decommissionProof>,
  timers: Timers,
): Promise<boolean> {
  const over = new AbortController();
  const print = async () => (await printer.open()).ok && (await printer.print(proof)).ok;
  const late = timers.sleep(PRINT_DEADLINE_MS, over.signal).then(() => false);
  const done = await Promise.race([print(), late]);
  over.abort();
  if (!done) await printer.close();
  return done;
}
