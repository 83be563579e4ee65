import { createCipheriv } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  deriveCardKey,
  externalData,
  internalResult,
  REFERENCE_MASTER_KEY,
} from '../../src/card-keys/reference-key-scheme.ts';
import { cardOf } from '../bench-operations.ts';
import { type CentralBench, centralBench } from '../central-bench.ts';

let bench: CentralBench;
beforeAll(async () => {
  bench = await centralBench();
});
afterAll(() => bench.central.close());

const sm4 = (key: Uint8Array, block: Uint8Array): Uint8Array =>
  createCipheriv('sm4-ecb', key, null).setAutoPadding(false).update(block);
const bytes = (hex: string): Uint8Array => Buffer.from(hex, 'hex');
const upper = (data: Uint8Array): string => Buffer.from(data).toString('hex').toUpperCase();

/** What a 3.0 card and its reader bring along (protocols 1.6 step 7). */
function question() {
  const { cardId } = cardOf(bench.resident('activate-3.0'));
  const key = deriveCardKey(sm4, bytes(REFERENCE_MASTER_KEY), bytes(cardId));
  const [source, factor] = ['11'.repeat(8), '22'.repeat(8)];
  const [outerSource, outerFactor] = ['33'.repeat(8), '44'.repeat(8)];
  return {
    expected: upper(externalData(sm4, key, bytes(outerFactor), bytes(outerSource))),
    body: {
      region: cardId.slice(0, 6),
      atr: '00005453540000240105000001',
      algorithm: '03',
      cardId,
      internalFactor: factor,
      internalSource: source,
      internalResult: upper(internalResult(sm4, key, bytes(factor), bytes(source))),
      externalFactor: outerFactor,
      externalSource: outerSource,
    },
  };
}

const ask = async (body: object) =>
  (await bench.call('POST', '/v1/card-keys/external-authentication', body)).body;

describe('key service for 3.0 cards', () => {
  it('gives a genuine card what it asks for', async () => {
    const { body, expected } = question();
    expect(await ask(body)).toEqual({ result: 'genuine', externalData: expected });
  });

  it('calls a card forged whose own answer is wrong', async () => {
    const { body } = question();
    expect(await ask({ ...body, internalResult: '00'.repeat(8) })).toEqual({ result: 'forged-card' });
  });

  it('refuses an algorithm it has no keys for', async () => {
    const { body } = question();
    expect(await ask({ ...body, algorithm: '01' })).toEqual({ result: 'refused' });
  });
});
