import type { SpawnHost } from '../../drivers/social-card/host/card-host.ts';
import { createSocialCardReader } from '../../drivers/social-card/social-card-reader.ts';
import type { CardFaults, CardSpecInput } from '../../drivers/virtual/social-card/card-spec.ts';
import {
  type SlotWire,
  startVirtualCardSlot,
} from '../../drivers/virtual/social-card/slot-process-controller.ts';
import { wallTimers } from '../../drivers/wall-timers.ts';
import type { CardKeyService } from '../../src/ports/social-card-reader.ts';

/** Short, so that silence costs a test little; the virtual card answers within a millisecond, a busy machine later. */
const APDU_DEADLINE_MS = 1_000;

/** A made-up card of somebody who does not exist. */
export const card = (specVersion: '1.00' | '2.00' | '3.00') =>
  ({
    kind: 'social-security',
    specVersion,
    algorithm: specVersion === '3.00' ? '03' : '01',
    cardId: '460100D156000005A1B2C3D4E5F60718',
    number: 'T00000001',
    issuedOn: '20240105',
    expiresOn: '20340105',
    holder: {
      socialSecurityNumber: '460199199001010029',
      name: '试验甲',
      sex: '2',
      ethnicGroup: '19',
      birthPlace: '460199',
      birthDate: '19900101',
    },
    accountNumber: '6217990000000000014',
  }) as const;

/** A virtual slot and the driver at its wire. */
export async function cardBench(wire: SlotWire, spawnHost?: SpawnHost) {
  const started = await startVirtualCardSlot(wire);
  if (!started.ok) throw new Error(started.error.message);
  const slot = started.value;
  const made = createSocialCardReader({
    reader: slot.reader,
    timers: wallTimers,
    apduDeadlineMs: APDU_DEADLINE_MS,
    ...(spawnHost === undefined ? {} : { spawnHost }),
  });
  if (!made.ok) throw new Error(made.error.message);
  const reader = made.value;
  const signal = new AbortController().signal;
  const readNow = (keys: CardKeyService | null) =>
    keys === null ? reader.readWithoutKeys(signal) : reader.read(keys, signal);
  const putIn = async (spec: CardSpecInput, faults: CardFaults = {}) => {
    const inserted = await slot.insert(spec, faults);
    if (!inserted.ok) throw new Error(inserted.error.message);
    return reader.waitForCard(signal);
  };
  const takeOut = async () => {
    await slot.pull();
    return reader.waitForRemoval(signal);
  };
  return {
    slot,
    reader,
    signal,
    readNow,
    putIn,
    takeOut,
    /** Puts a card in, reads it once and takes it out. */
    async read(spec: CardSpecInput, faults: CardFaults = {}, keys: CardKeyService | null = null) {
      await putIn(spec, faults);
      const reading = await readNow(keys);
      await takeOut();
      return reading;
    },
    async close() {
      await reader.close();
      await slot.stop();
    },
  };
}
