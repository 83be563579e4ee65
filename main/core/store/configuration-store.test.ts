import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { DocumentKind } from '../../../src/contracts/configuration/document.ts';
import { newFolder, storeIn } from '../test-kiosk.ts';
import type { StoredDocument } from './configuration-document-store.ts';

/** A document as it lies in the store; the store itself reads nothing in it. */
function document(kind: DocumentKind, version: number): StoredDocument {
  const text = `statement of ${kind} ${version} JBSWY3DPEHPK3PXP`;
  const sha256 = createHash('sha256').update(text).digest('hex');
  return { named: { kind, line: 'here', version, sha256, length: text.length }, rootVersion: 1, text };
}

function begun(folder = newFolder()) {
  const store = storeIn(folder);
  const { configuration } = store;
  configuration.roots.add([{ version: 1, statement: 'root 1' }]);
  const run = (assignment: number, ...documents: StoredDocument[]) => {
    configuration.stage({ assignment, effectiveFrom: 0, goesBack: false, documents }, 1);
    return configuration.applyStaged(2);
  };
  return { folder, store, configuration, run };
}
const versions = (set: { documents: readonly { kind: string; version: number }[] } | null) =>
  set?.documents.map(({ kind, version }) => `${kind} ${version}`) ?? null;

describe('configuration on disk', () => {
  it('INV-7 takes in, applies and keeps a set, across restarts, its texts as they came', () => {
    const { folder, store, run } = begun();
    run(3, document('policy-pack', 4), document('notices', 2));
    store.close();
    const { configuration } = storeIn(folder);
    expect(versions(configuration.current())).toEqual(['notices 2', 'policy-pack 4']);
    expect(configuration.current()).toMatchObject({ assignment: 3, keptAt: null });
    expect(configuration.trial.find()).toMatchObject({ startedAt: 2, crashes: 0 });
    configuration.trial.note({ crashes: 1, bootId: 'b' });
    expect(configuration.trial.find()).toMatchObject({ crashes: 1, bootId: 'b', sessions: 0 });
    const { named, text } = document('policy-pack', 4);
    expect(configuration.documents.find(named.sha256)).toMatchObject({ named, text });
    configuration.keepCurrent(9);
    expect(configuration.current()?.keptAt).toBe(9);
    expect(configuration.trial.find()).toBeNull();
  });

  it('INV-8 has a document that comes anew as it is named now, whatever stood in its row', () => {
    const { configuration } = begun();
    const genuine = document('notices', 2);
    configuration.documents.add({
      ...genuine,
      named: { ...genuine.named, version: 1, length: 9, line: 'there' },
    });
    configuration.documents.add(genuine);
    expect(configuration.documents.find(genuine.named.sha256)).toEqual(genuine);
  });

  it('INV-7 leaves a set that was never kept out of the last good one', () => {
    const { configuration, run } = begun();
    run(1, document('policy-pack', 1));
    expect(configuration.lastGood()).toBeNull();
    configuration.keepCurrent(3);
    run(2, document('policy-pack', 2));
    run(3, document('policy-pack', 3));
    expect(versions(configuration.lastGood())).toEqual(['policy-pack 1']);
    expect(configuration.goBack('crashed-core', 5)).toEqual({ left: 3, to: 1 });
    expect(versions(configuration.current())).toEqual(['policy-pack 1']);
    expect(configuration.returned()).toEqual({ assignment: 3, reason: 'crashed-core', at: 5 });
    expect(configuration.refused()).toEqual([
      { kind: 'policy-pack', line: 'here', version: 3, trouble: 'crashed-core' },
    ]);
    expect(configuration.floor({ kind: 'policy-pack', line: 'here' })).toMatchObject({ version: 3 });
  });

  it('INV-7 goes back to as shipped where nothing was kept before, and drops what waits with the same fault', () => {
    const { configuration, run } = begun();
    const bad = document('policy-pack', 1);
    run(1, bad);
    const waits = { assignment: 2, effectiveFrom: 9e15, goesBack: false };
    configuration.stage({ ...waits, documents: [bad, document('texts', 1)] }, 1);
    expect(configuration.goBack('journeys-failed', 5)).toEqual({ left: 1, to: 0 });
    expect([configuration.current(), configuration.staged()]).toEqual([null, null]);
    expect(configuration.documents.find(bad.named.sha256)).toBeNull();
  });

  it('INV-7 makes what operators send it back from nobody’s last good one', () => {
    const { configuration, run } = begun();
    run(1, document('policy-pack', 1));
    configuration.keepCurrent(3);
    run(2, document('policy-pack', 2));
    configuration.keepCurrent(4);
    configuration.stage(
      { assignment: 3, effectiveFrom: 0, goesBack: true, documents: [document('policy-pack', 1)] },
      5,
    );
    configuration.applyStaged(6);
    expect(versions(configuration.lastGood())).toEqual(['policy-pack 1']);
    expect(configuration.current()).toMatchObject({ assignment: 3, keptAt: 6 });
    expect(configuration.returned()?.reason).toBe('told-to');
    expect(configuration.refused()).toEqual([]);
    expect(configuration.kept.before('policy-pack', document('policy-pack', 1).named.sha256)?.version).toBe(
      1,
    );
  });

  it('INV-7 keeps of each kind what was kept last and before, whatever else came in between', () => {
    const { configuration, run } = begun();
    for (const [at, set] of [
      [document('policy-pack', 1)],
      [document('policy-pack', 2)],
      [document('policy-pack', 2), document('notices', 1)],
    ].entries()) {
      run(at + 1, ...set);
      configuration.keepCurrent(at);
    }
    const kept = configuration.kept.all();
    expect(versions({ documents: kept })).toEqual(['notices 1', 'policy-pack 1', 'policy-pack 2']);
    for (const { sha256 } of kept) expect(configuration.documents.find(sha256)).not.toBeNull();
    const keptBefore = (kind: DocumentKind, running: StoredDocument | null) =>
      configuration.kept.before(kind, running?.named.sha256 ?? null)?.version ?? null;
    expect(keptBefore('policy-pack', document('policy-pack', 2))).toBe(1);
    expect(keptBefore('policy-pack', document('policy-pack', 3))).toBe(2);
    expect(keptBefore('notices', document('notices', 1))).toBeNull();
    expect(keptBefore('notices', document('notices', 2))).toBe(1);
    expect(keptBefore('texts', null)).toBeNull();
  });

  it('answers an order once, for ever, and tells the result until the centre has it', () => {
    const { configuration } = begun();
    const result = { orderId: 'order-01', outcome: 'done' as const, detail: null };
    configuration.orders.answered(result, 1);
    configuration.orders.answered({ ...result, outcome: 'not-there' }, 2);
    expect(configuration.orders.unacknowledged(20)).toEqual([result]);
    configuration.orders.acknowledged(['order-01']);
    expect(configuration.orders.unacknowledged(20)).toEqual([]);
    expect(configuration.orders.find('order-01')).toEqual(result);
  });

  it('INV-6 holds no text of a document in clear, and keeps its own key', () => {
    const { folder, store, run } = begun();
    run(1, document('technicians', 1));
    const { publicKey } = store.sealingKey.load();
    store.close();
    for (const file of ['store.db', 'store.db-wal']) {
      let bytes = '';
      try {
        bytes = readFileSync(join(folder, file)).toString('latin1');
      } catch (error) {
        expect(error).toMatchObject({ code: 'ENOENT' });
      }
      expect(bytes).not.toContain('JBSWY3DPEHPK3PXP');
    }
    expect(storeIn(folder).sealingKey.load().publicKey).toEqual(publicKey);
  });
});
