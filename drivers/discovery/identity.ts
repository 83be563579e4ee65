import type { Timers } from '../../src/ports/clock.ts';
import type { ManagedDevice } from '../../src/ports/device-status.ts';
import type { IdCardReader } from '../../src/ports/id-card-reader.ts';

/** A device that is there answers within a second; a dead port gives up by itself after 3 s. Milliseconds. */
const ASK_MS = 4_000;
const LET_GO_MS = 1_000;

/** `identity` null: it answered well and has no name of its own. */
export interface Said {
  readonly identity: string | null;
}

/** Opens, asks whether it is well and who it is, and lets go. null: silent, not of this kind, or not well. */
export async function askIdentity(
  device: ManagedDevice,
  timers: Timers,
  signal: AbortSignal,
): Promise<Said | null> {
  const over = new AbortController();
  const late = timers.sleep(ASK_MS, AbortSignal.any([signal, over.signal])).then(() => null);
  try {
    return await Promise.race([asked(device), late]);
  } catch (error) {
    // A driver that throws at what it hears has not found its device.
    if (error instanceof Error) return null;
    throw error;
  } finally {
    over.abort();
    await letGo(device, timers);
  }
}

async function asked(device: ManagedDevice): Promise<Said | null> {
  const opened = await device.open();
  if (!opened.ok) return null;
  const probed = await device.probe();
  if (!probed.ok) return null;
  if (!hasSamId(device)) return { identity: null };
  const samId = await device.samId();
  return samId.ok ? { identity: `SAM ${samId.value}` } : null;
}

const hasSamId = (device: ManagedDevice): device is ManagedDevice & Pick<IdCardReader, 'samId'> =>
  'samId' in device && typeof device.samId === 'function';

/** A driver that hangs while it closes must not hold up the others. */
async function letGo(device: ManagedDevice, timers: Timers): Promise<void> {
  const over = new AbortController();
  await Promise.race([device.close().catch(() => undefined), timers.sleep(LET_GO_MS, over.signal)]);
  over.abort();
}
