import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { storeIn } from '../test-kiosk.ts';
import type { Store } from './open-store.ts';

describe('the audit records that go next', () => {
  let folder = '';
  let store: Store;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'unsent-'));
    store = storeIn(folder);
  });
  afterEach(() => {
    store.close();
    rmSync(folder, { recursive: true });
  });

  const record = (times: number) => {
    for (let i = 0; i < times; i += 1) store.audit.record('stack-disagrees', { sensor: 'low', ledger: i });
  };
  const unsent = (limit: number) => store.audit.unsent(limit).map(({ sequence }) => sequence);

  it('INV-4 are all there, in order, asked for again and again while more come', () => {
    record(3);
    expect([unsent(2), unsent(2), unsent(9)]).toEqual([
      [1, 2],
      [1, 2],
      [1, 2, 3],
    ]);
    record(2);
    expect(unsent(4)).toEqual([1, 2, 3, 4]);
    store.audit.acknowledged(2);
    expect([unsent(1), unsent(9)]).toEqual([[3], [3, 4, 5]]);
    store.audit.acknowledged(5);
    expect(unsent(9)).toEqual([]);
  });

  it('INV-4 begin further back where the centre has less than it had', () => {
    record(4);
    store.audit.acknowledged(3);
    expect(unsent(9)).toEqual([4]);
    store.audit.acknowledged(1);
    expect(unsent(9)).toEqual([2, 3, 4]);
  });

  it('INV-4 are what is on record after a transaction was rolled back', () => {
    record(1);
    const seen: number[][] = [];
    const failing = () =>
      store.transaction(() => {
        record(1);
        seen.push(unsent(9));
        throw new Error('no');
      });
    expect(failing).toThrow('no');
    expect([seen, unsent(9)]).toEqual([[[1, 2]], [1]]);
    store.audit.record('stack-disagrees', { sensor: 'empty', ledger: 7 });
    expect(store.audit.unsent(9)).toEqual(store.audit.all());
  });
});
