import { bytesFromHex } from '../../../src/card-keys/hex.ts';
import {
  personalisationCardKey,
  REFERENCE_PERSONALISATION_KEY,
} from '../../../src/card-keys/personalisation-keys.ts';
import { VirtualBlankCard } from './blank-card.ts';
import { sm4Block } from './external-rights.ts';
import type { Challenges } from './virtual-card.ts';

/** A blank as the factory sends it: `number` is its serial, its key stands under the reference master key. */
export function factoryBlank(number: number, challenges: Challenges): VirtualBlankCard {
  const serial = bytesFromHex(number.toString(16).padStart(16, '0'), 8);
  const masterKey = bytesFromHex(REFERENCE_PERSONALISATION_KEY, 16);
  if (serial === null || masterKey === null) throw new Error('a serial is a whole number of 8 bytes');
  return new VirtualBlankCard(serial, personalisationCardKey(sm4Block, masterKey, serial), challenges);
}
