import { createHash, randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { AuditRecord } from '../../src/contracts/audit.ts';
import { AUDIT_CHAIN_START, auditChainText } from '../../src/contracts/audit-chain.ts';
import { type CentralBench, centralBench } from '../central-bench.ts';

/** A kiosk's trail: `count` records from `first` on, chained from `before`. */
function trail(
  count: number,
  first = 1,
  before: string = AUDIT_CHAIN_START,
  event: 'service-chosen' | 'operation-forgotten' = 'service-chosen',
): AuditRecord[] {
  let previous = before;
  return Array.from({ length: count }, (_, at) => {
    const body = {
      sequence: first + at,
      at: '2026-11-22T03:00:00.000Z',
      event,
      detail: event === 'service-chosen' ? { service: 'apply' } : { act: 'submit', outcome: 'done' },
    };
    previous = createHash('sha256').update(auditChainText(previous, body)).digest('hex');
    return { ...body, hash: previous };
  });
}
const append = async (
  bench: CentralBench,
  records: readonly AuditRecord[],
  { token = bench.first.token, ...after }: { readonly token?: string; readonly after?: number } = {},
) => {
  const body = { kind: 'audit.append', records, ...after };
  return (await bench.send('PUT', `/v1/operations/${randomUUID()}`, body, token)).body;
};
const heldUpTo = async (bench: CentralBench) =>
  (await bench.send('POST', '/v1/heartbeats', HEARTBEAT, bench.first.token)).body.auditUpTo;
const HEARTBEAT = {
  bootId: 'b',
  version: '0',
  policy: { id: 't', version: 1 },
  devices: [],
  outbox: { waiting: 0, oldestSeconds: null, deadLetters: 0 },
  openTransactions: 0,
};
const upTo = (sequence: number) => ({ state: 'done', result: { kind: 'audit.append', upTo: sequence } });
const kept = async (bench: CentralBench) => {
  const view = await bench.central.dev?.auditTrail();
  return {
    sequences: view?.records.map((record) => record.sequence) ?? [],
    findings: view?.findings.map(({ kind, firstSequence, lastSequence }) => [
      kind,
      firstSequence,
      lastSequence,
    ]),
  };
};

describe('audit trails of the kiosks', () => {
  it('INV-4 keeps each record once, however often and in what pieces it arrives', async () => {
    await using bench = await centralBench();
    const records = trail(6);
    expect(await append(bench, records.slice(0, 3))).toEqual(upTo(3));
    expect(await append(bench, records.slice(1, 5))).toEqual(upTo(5));
    expect(await append(bench, records.slice(0, 2))).toEqual(upTo(5));
    expect(await append(bench, records.slice(4).toReversed())).toEqual(upTo(6));
    expect(await kept(bench)).toEqual({ sequences: [1, 2, 3, 4, 5, 6], findings: [] });
  });

  it('records missing numbers as a gap and goes on after it', async () => {
    await using bench = await centralBench();
    await append(bench, trail(2));
    expect(await append(bench, trail(2, 10))).toEqual(upTo(11));
    expect(await kept(bench)).toEqual({ sequences: [1, 2, 10, 11], findings: [['gap', 3, 9]] });
  });

  it('records a changed record as a broken chain', async () => {
    await using bench = await centralBench();
    const records = trail(3).map((record) =>
      record.sequence === 2 ? { ...record, detail: { service: 'activate' } } : record,
    );
    await append(bench, records);
    expect((await kept(bench)).findings).toEqual([['broken-chain', 2, 2]]);
  });

  it('records a number that comes again with another hash', async () => {
    await using bench = await centralBench();
    await append(bench, trail(2));
    await append(bench, trail(1, 2, 'f'.repeat(64)));
    expect(await kept(bench)).toEqual({ sequences: [1, 2], findings: [['conflicting-record', 2, 2]] });
  });

  it('INV-4 takes nothing in behind records it has lost, and everything when they come first', async () => {
    await using bench = await centralBench();
    const records = trail(6);
    await append(bench, records.slice(0, 2));
    const refused = await append(bench, records.slice(4), { after: 4 });
    expect(refused).toMatchObject({ status: 409, code: 'audit-records-missing' });
    expect(await heldUpTo(bench)).toBe(2);
    expect(await append(bench, records.slice(2), { after: 2 })).toEqual(upTo(6));
    expect(await kept(bench)).toEqual({ sequences: [1, 2, 3, 4, 5, 6], findings: [] });
    expect(await heldUpTo(bench)).toBe(6);
  });

  it('INV-4 shows the operator each operation that a kiosk found forgotten, once', async () => {
    await using bench = await centralBench();
    const records = trail(3, 1, AUDIT_CHAIN_START, 'operation-forgotten');
    await append(bench, records.slice(0, 2));
    await append(bench, records);
    expect((await kept(bench)).findings).toEqual([1, 2, 3].map((at) => ['operation-forgotten', at, at]));
  });

  it('keeps the trails of two kiosks apart', async () => {
    await using bench = await centralBench();
    const other = await bench.kiosk();
    await append(bench, trail(2));
    expect(await append(bench, trail(3), { token: other.token })).toEqual(upTo(3));
    expect((await kept(bench)).findings).toEqual([]);
  });

  it('refuses events and shapes outside the catalogue', async () => {
    await using bench = await centralBench();
    const [record] = trail(1);
    const invented = await append(bench, [{ ...record, event: 'invented' } as unknown as AuditRecord]);
    expect(invented.code).toBe('invalid-request');
  });
});
