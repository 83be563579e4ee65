import { readCard } from '../../drivers/social-card/card-reading.ts';
import type { PhysicalCard } from '../../drivers/virtual/card-transport/physical-card.ts';
import { referenceKeys } from '../../drivers/virtual/social-card/blank-card-sample.ts';
import { ok } from '../../src/result.ts';

/** Reads a card in somebody's hand as any reader of the province would, with the province's keys. */
export async function readInHand({ chip, label }: PhysicalCard) {
  chip.reset();
  const read = await readCard(
    {
      atr: chip.atr,
      transmit: (command) => Promise.resolve(ok(chip.answer(command))),
      release: () => Promise.resolve(chip.reset()),
    },
    referenceKeys,
    new AbortController().signal,
  );
  if (!read.ok) throw new Error(`${label} can't be read: ${JSON.stringify(read.error)}`);
  return read.value.card;
}
