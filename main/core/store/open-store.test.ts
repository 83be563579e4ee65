import { chmodSync, existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import BetterSqlite3 from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { AUDIT_CHAIN_START } from '../../../src/contracts/audit-chain.ts';
import { newFolder, storeIn } from '../test-kiosk.ts';
import { seededEntropy, VirtualClock } from '../virtual-clock.ts';
import { openStore } from './open-store.ts';
import { sqliteIsNewEnough } from './sqlite-version.ts';

const clock = new VirtualClock();
const refusal = (folder: string) => {
  const opened = openStore({ folder, clock, entropy: seededEntropy(9) });
  if (opened.ok) opened.value.close();
  return opened.ok ? null : opened.error.code;
};

describe('opening the store', () => {
  it('refuses SQLite older than 3.53', () => {
    expect(['3.52.9', '3.53.0', '3.54.1', '4.0.0', '2.99.99', 'x'].map(sqliteIsNewEnough)).toEqual([
      false,
      true,
      true,
      true,
      false,
      false,
    ]);
  });

  it('keeps file and key to their owner, uses WAL, and every table is STRICT', () => {
    const folder = newFolder();
    storeIn(folder).close();
    for (const file of ['store.db', 'store.key']) {
      expect(statSync(join(folder, file)).mode & 0o077).toBe(0);
    }
    const raw = new BetterSqlite3(join(folder, 'store.db'));
    expect(raw.pragma('journal_mode', { simple: true })).toBe('wal');
    const tables = raw.pragma('table_list') as { name: string; schema: string; strict: number }[];
    const ours = tables.filter(({ name }) => !name.startsWith('sqlite_'));
    expect(ours.length).toBeGreaterThan(6);
    expect(ours.every(({ strict }) => strict === 1)).toBe(true);
    raw.close();
  });

  it('refuses a schema that was changed from outside, and leaves the file as it is', () => {
    const folder = newFolder();
    storeIn(folder).close();
    const raw = new BetterSqlite3(join(folder, 'store.db'));
    raw.exec('ALTER TABLE outbox ADD COLUMN surprise TEXT');
    raw.close();
    expect(refusal(folder)).toBe('schema-mismatch');
    expect(readdirSync(folder).filter((name) => name.includes('damaged'))).toEqual([]);
  });

  it('INV-2 refuses a store that was written on another machine, says what to do, and leaves it as it is', () => {
    const folder = newFolder();
    const openOn = (machineId: string | null) => {
      const opened = openStore({ folder, clock, entropy: seededEntropy(9), machineId });
      if (opened.ok) opened.value.close();
      return opened.ok ? null : opened.error;
    };
    expect(openOn('a'.repeat(32))).toBeNull();
    const refused = openOn('b'.repeat(32));
    expect(refused?.code).toBe('other-machine');
    expect(refused?.message).toMatch(/another machine.*enrol this kiosk anew/);
    expect(openOn('a'.repeat(32))).toBeNull();
    // A machine without a name can neither be told apart nor shut out.
    expect(openOn(null)).toBeNull();
    const raw = readFileSync(join(folder, 'store.db')).toString('latin1');
    expect(raw).not.toContain('a'.repeat(32));
  });

  it.each([false, true])(
    'INV-4 does not believe a store without its log that is older than its own backup (empty: %s)',
    (all) => {
      const folder = newFolder();
      const path = join(folder, 'store.db');
      storeIn(folder, clock).close();
      // What the file holds while everything later is still in its log; at first all is.
      const atFirst = all ? Buffer.alloc(0) : readFileSync(path);
      const store = storeIn(folder, clock);
      store.settings.set('kiosk-name', 'accepted here');
      store.audit.record('session-started', { language: 'zh-CN', elder: false });
      store.backUp();
      store.close();
      writeFileSync(path, atFirst);
      for (const part of ['-wal', '-shm']) rmSync(path + part, { force: true });
      const restored = storeIn(folder, clock);
      expect(restored.recovery).toMatchObject({ reason: 'log-missing', setAside: expect.any(String) });
      expect(restored.settings.get('kiosk-name')).toBe('accepted here');
      restored.close();
      const again = storeIn(folder, clock);
      expect(again.recovery).toBeNull();
      again.close();
    },
  );

  it('refuses a store of newer software', () => {
    const folder = newFolder();
    storeIn(folder).close();
    const raw = new BetterSqlite3(join(folder, 'store.db'));
    raw.exec("INSERT INTO store_schema (version, digest) VALUES (999, 'x')");
    raw.close();
    expect(refusal(folder)).toBe('newer-schema');
  });

  it('refuses a key others may read, a missing key, a broken one and the wrong one', () => {
    const folder = newFolder();
    const key = join(folder, 'store.key');
    storeIn(folder).close();
    chmodSync(key, 0o640);
    expect(refusal(folder)).toBe('key-file-open-to-others');
    chmodSync(key, 0o600);
    expect(refusal(folder)).toBeNull();
    const right = readFileSync(key);
    writeFileSync(key, 'half');
    expect(refusal(folder)).toBe('key-file-broken');
    writeFileSync(key, 'ab'.repeat(32));
    expect(refusal(folder)).toBe('wrong-key');
    rmSync(key);
    expect(refusal(folder)).toBe('key-missing');
    writeFileSync(key, right, { mode: 0o600 });
    expect(refusal(folder)).toBeNull();
  });

  it('sets a damaged file aside, restores the last backup and reports the gap', () => {
    const folder = newFolder();
    const store = storeIn(folder);
    store.settings.set('kiosk-name', 'before');
    store.audit.record('kiosk-started', { version: '1' });
    store.backUp();
    store.audit.record('kiosk-started', { version: '2' });
    store.close();
    const path = join(folder, 'store.db');
    const bytes = readFileSync(path);
    bytes.fill(0x5a, 4096, 4096 * 4);
    writeFileSync(path, bytes);

    const restored = storeIn(folder);
    expect(restored.recovery).toMatchObject({ reason: 'damaged' });
    expect(existsSync(restored.recovery?.setAside ?? '')).toBe(true);
    expect(restored.settings.get('kiosk-name')).toBe('before');
    const records = restored.audit.all();
    expect(records.map(({ event }) => event)).toEqual(['kiosk-started', 'store-restored']);
    // The lost record was number 2: that number is never used again, so the centre sees the gap.
    expect(records.at(-1)?.sequence).toBeGreaterThan(1_000_000);
    restored.close();
  });

  it.each(['not a database at all', ''])(
    'starts empty, and says so, where backup and file are lost (%j)',
    (rubbish) => {
      const folder = newFolder();
      storeIn(folder).close();
      writeFileSync(join(folder, 'store.db'), rubbish.padEnd(5_000, 'x'));
      const store = storeIn(folder);
      expect(store.recovery).toMatchObject({ reason: 'damaged', backupAt: null });
      store.close();
      expect(storeIn(folder).recovery).toBeNull();
    },
  );

  it('takes the backup where the file itself is gone', () => {
    const folder = newFolder();
    const store = storeIn(folder);
    store.settings.set('kiosk-name', 'kept');
    store.backUp();
    store.close();
    for (const part of ['', '-wal', '-shm']) rmSync(join(folder, `store.db${part}`), { force: true });
    const restored = storeIn(folder);
    expect(restored.recovery?.reason).toBe('missing');
    expect(restored.settings.get('kiosk-name')).toBe('kept');
  });
});

describe('the audit trail on disk', () => {
  it('is chained from the start, counts up by one, and knows what was acknowledged', () => {
    const { audit } = storeIn(newFolder());
    audit.record('kiosk-started', { version: '1' });
    audit.record('session-started', { language: 'en', elder: false });
    const [first, second] = audit.all();
    expect([first?.sequence, second?.sequence]).toEqual([1, 2]);
    expect(first?.hash).not.toBe(AUDIT_CHAIN_START);
    audit.acknowledged(1);
    expect(audit.unsent(10).map(({ sequence }) => sequence)).toEqual([2]);
  });

  it('refuses a field that is not in the catalogue, and a text too long to be a code', () => {
    const { audit } = storeIn(newFolder());
    expect(() => audit.record('kiosk-started', { name: '王' } as never)).toThrow('no field name');
    expect(() => audit.record('kiosk-started', { version: 'x'.repeat(201) })).toThrow('too long');
    expect(audit.all()).toEqual([]);
  });

  it('a transaction that fails leaves nothing of itself', () => {
    const store = storeIn(newFolder());
    const act = () =>
      store.transaction(() => {
        store.audit.record('kiosk-started', {});
        store.settings.set('kiosk-name', 'half');
        throw new Error('power');
      });
    expect(act).toThrow('power');
    expect(store.audit.all()).toEqual([]);
    expect(store.settings.get('kiosk-name')).toBeNull();
  });
});
