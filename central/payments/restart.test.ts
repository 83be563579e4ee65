import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CARD_FEN, ORDER_FEN, paymentBench } from './payment-bench.ts';

let directory: string;
beforeAll(() => {
  directory = mkdtempSync(join(tmpdir(), 'central-payments-'));
});
afterAll(() => rmSync(directory, { recursive: true, force: true }));

describe('INV-1 across a restart of the service', () => {
  it('INV-1 sends what was promised, asks about what was open, and charges nobody again', async () => {
    const databasePath = join(directory, 'central.sqlite');
    const [owed, late, asked] = [randomUUID(), randomUUID(), randomUUID()];
    const part = randomUUID();
    {
      await using bench = await paymentBench({ databasePath });
      for (const key of [owed, late]) await bench.create(key);
      await bench.payer(owed, 'pay');
      await bench.mode('refuses-refunds');
      await bench.refund(owed, CARD_FEN, part);
      await bench.cancel(late);
      await bench.payer(late, 'pay');
      await bench.mode('slow');
      expect(await bench.create(asked)).toEqual({ state: 'in-progress' });
      expect(await bench.ledger()).toEqual({ inFen: 2 * ORDER_FEN, outFen: 0 });
    }
    await using again = await paymentBench({ databasePath });
    await again.sweep();
    expect(await again.ledger()).toEqual({ inFen: 2 * ORDER_FEN, outFen: CARD_FEN + ORDER_FEN });
    expect(await again.outcome(asked)).toMatchObject({ state: 'done', result: { kind: 'payment.create' } });
    expect((await again.status(asked)).state).toBe('open');
    expect(await again.outcome(part)).toMatchObject({ state: 'done', result: { refundedFen: CARD_FEN } });
    const { movements } = await again.movements();
    expect(movements.filter((one) => one.direction === 'out').map((one) => one.reason)).toEqual(
      expect.arrayContaining(['card-not-issued', 'paid-late']),
    );
  });
});
