import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { CardRequest } from '../../src/contracts/central/operations.ts';
import { policyPack } from '../../src/policy/policy-pack.ts';
import { type LifecycleBench, lifecycleBench } from '../authority/lifecycle-bench.ts';
import { openBenchDatabase } from '../bench-database.ts';
import type { Queries } from '../database/tables.ts';
import { benchDocument } from './trust-bench.ts';

const shipped = policyPack.parse(JSON.parse(readFileSync('assets/policy/hainan.json', 'utf8')));
const fee = (fen: number) => [{ from: shipped.effectiveFrom, until: null, fen }] as const;

/** A released pack: replacements cost this much, cards are good so long. */
const released = (version: number, fen: number, validYears: number) =>
  benchDocument(
    { kind: 'policy-pack', line: 'hainan', version },
    {
      ...shipped,
      version,
      replacement: { ...shipped.replacement, fee: fee(fen) },
      issuance: { ...shipped.issuance, validYears },
    },
  );
const CHEAP = released(7, 1_000, 5);
const DEAR = released(8, 3_000, 6);

let bench: LifecycleBench;
let rows: Queries;
let folder: string;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'packs-'));
  const databasePath = join(folder, 'central.sqlite');
  bench = await lifecycleBench({ databasePath });
  rows = await openBenchDatabase(databasePath);
  await rows.insertInto('configuration_document').values([CHEAP, DEAR]).execute();
});
afterEach(async () => {
  await bench.central.close();
  await rows.destroy();
  rmSync(folder, { recursive: true, force: true });
});

const given = (sha256: string, kiosk_id = bench.first.kioskId) =>
  rows.insertInto('kiosk_document').values({ kiosk_id, sha256, assignment: 1 }).execute();
const pack = (version: number) => ({ id: 'hainan', version });
const OUTLET = shipped.application.collectionOutlets[0]?.id ?? '';

/** Formal loss, the fee paid, the replacement asked for. */
async function replace(fen: number, change: Partial<CardRequest>) {
  await bench.report('loss-active', { loss: 'formal' });
  const order = await bench.pay('loss-active', fen);
  const key = crypto.randomUUID();
  return { key, outcome: await bench.request('loss-active', { order, ...change }, key) };
}
const NOT_PAID = { state: 'refused', code: 'not-paid' };

describe('a request is judged by the pack it was begun under', () => {
  it('REPL-3 the old pack’s fee is enough for what began under it, and the new one’s is needed for the new', async () => {
    await given(CHEAP.sha256);
    await given(DEAR.sha256);
    const under = (version: number) => ({ pack: pack(version), collectionOutlet: OUTLET });
    expect((await replace(1_000, under(8))).outcome).toEqual(NOT_PAID);
    expect((await replace(1_000, under(7))).outcome).toMatchObject({ state: 'done' });
  });

  it('REPL-3 the new pack’s fee is taken for what began under it', async () => {
    await given(DEAR.sha256);
    const { outcome } = await replace(3_000, { pack: pack(8), collectionOutlet: OUTLET });
    expect(outcome).toMatchObject({ state: 'done' });
  });

  it('INV-7 a pack that this kiosk was never given counts for nothing, known or not', async () => {
    await given(CHEAP.sha256, 'kiosk-0');
    expect((await replace(1_000, { pack: pack(7) })).outcome).toEqual(NOT_PAID);
    expect((await replace(1_000, { pack: pack(99) })).outcome).toEqual(NOT_PAID);
    expect((await replace(1_000, {})).outcome).toEqual(NOT_PAID);
    expect((await replace(1_000, { pack: { id: 'hebei', version: 7 } })).outcome).toEqual(NOT_PAID);
  });

  it('M A6 the card is made and bound under the pack of its request, whatever was given since', async () => {
    await given(CHEAP.sha256);
    const { key } = await replace(1_000, { pack: pack(7), collectionOutlet: OUTLET });
    await given(DEAR.sha256);
    await bench.make(key);
    const { cards } = await bench.registry('loss-active');
    const made = await rows
      .selectFrom('card')
      .select(['issued_on', 'expires_on'])
      .where('request_key', '=', key)
      .executeTakeFirstOrThrow();
    expect(cards).toHaveLength(2);
    expect(made).toEqual({ issued_on: '2026-11-22', expires_on: '2031-11-22' });
  });

  it('INV-4 the same operation sent again is the same, and with another pack it is another', async () => {
    await given(CHEAP.sha256);
    await bench.report('loss-active', { loss: 'formal' });
    const order = await bench.pay('loss-active', 1_000);
    const key = crypto.randomUUID();
    const again = () => bench.request('loss-active', { order, pack: pack(7), collectionOutlet: OUTLET }, key);
    expect(await again()).toEqual(await again());
    const other = bench.request('loss-active', { order, pack: pack(8), collectionOutlet: OUTLET }, key);
    await expect(other).rejects.toThrow('key-reused');
  });
});
