import type { Kysely } from 'kysely';
import { strict } from './dialect.ts';

/** Kiosks that were given up, by whom and when. Their audit trails and operations stay. */
export async function tableOfDecommissions(db: Kysely<unknown>): Promise<void> {
  await strict(db.schema.createTable('decommission'))
    .addColumn('kiosk_id', 'text', (c) => c.primaryKey().notNull())
    .addColumn('at', 'text', (c) => c.notNull())
    .addColumn('technician', 'text', (c) => c.notNull())
    .addColumn('second_technician', 'text')
    .execute();
}
