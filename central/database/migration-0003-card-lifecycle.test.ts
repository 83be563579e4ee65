import { sql } from 'kysely';
import { Migrator } from 'kysely/migration';
import { describe, expect, it } from 'vitest';
import { openDatabase } from './dialect.ts';
import { tablesOfKiosks } from './migration-0001-kiosks.ts';
import { tablesOfCardAuthority } from './migration-0002-card-authority.ts';
import { migrate } from './migrations.ts';

const EARLIER = {
  '0001-kiosks': { up: tablesOfKiosks },
  '0002-card-authority': { up: tablesOfCardAuthority },
};

describe('a database from before', () => {
  it('INV-4 keeps its applications as cards that are owed, and every card gets its electronic card', async () => {
    const db = openDatabase(':memory:');
    const provider = { getMigrations: () => Promise.resolve(EARLIER) };
    expect((await new Migrator({ db, provider }).migrateToLatest()).error).toBeUndefined();
    await sql`insert into application values (
      'SQ20261115-00000001', '460199199001010029', 'YKT-1', 'kiosk-1', '2026-11-15T02:00:00.000Z', '2026-12-25',
      'outlet-1', '19900000001', 1, '', '', 'authority-file', null, '{}', 'accepted')`.execute(db);
    await sql`insert into card values
      ('SQ20261115-00000001', '460199199001010029', null, null, null, 'in-production', 'SQ20261115-00000001'),
      ('T1', '460199199001010037', 'A', 'T1', '1', 'normal', null),
      ('T0', '460199199001010037', 'B', 'T0', '0', 'cancelled', null)`.execute(db);
    await migrate(db);
    expect(await db.selectFrom('card_request').selectAll().execute()).toMatchObject([
      { request_number: 'SQ20261115-00000001', state: 'open', card_serial: 'SQ20261115-00000001' },
    ]);
    expect(await db.selectFrom('electronic_card').selectAll().orderBy('card_serial').execute()).toEqual([
      {
        social_security_number: '460199199001010029',
        card_serial: 'SQ20261115-00000001',
        state: 'in-production',
      },
      { social_security_number: '460199199001010037', card_serial: 'T1', state: 'normal' },
    ]);
    await db.destroy();
  });
});
