import type { Kysely } from 'kysely';
import { Migrator } from 'kysely/migration';
import { tablesOfKiosks } from './migration-0001-kiosks.ts';
import { tablesOfCardAuthority } from './migration-0002-card-authority.ts';
import { tablesOfCardLifecycle } from './migration-0003-card-lifecycle.ts';
import { tablesOfPaymentsAndRecords } from './migration-0004-payments-and-records.ts';
import { indexesOfLookups } from './migration-0005-indexes.ts';
import { tablesOfFleet } from './migration-0006-fleet.ts';
import { tableOfDecommissions } from './migration-0007-decommissions.ts';
import { tablesOfConfiguration } from './migration-0008-configuration.ts';
import { tablesOfOperators } from './migration-0009-operators.ts';
import { tablesOfFleetDesk } from './migration-0010-fleet-desk.ts';
import { orderOfCards } from './migration-0011-order-of-cards.ts';
import { indexesOfExpiry } from './migration-0012-expiry-indexes.ts';
import { totalsOfDesk } from './migration-0013-desk-totals.ts';
import type { Queries, Tables } from './tables.ts';

/** Forward only: a mistake is mended by a new number. */
const MIGRATIONS = {
  '0001-kiosks': { up: tablesOfKiosks },
  '0002-card-authority': { up: tablesOfCardAuthority },
  '0003-card-lifecycle': { up: tablesOfCardLifecycle },
  '0004-payments-and-records': { up: tablesOfPaymentsAndRecords },
  '0005-indexes': { up: indexesOfLookups },
  '0006-fleet': { up: tablesOfFleet },
  '0007-decommissions': { up: tableOfDecommissions },
  '0008-configuration': { up: tablesOfConfiguration },
  '0009-operators': { up: tablesOfOperators },
  '0010-fleet-desk': { up: tablesOfFleetDesk },
  '0011-order-of-cards': { up: orderOfCards },
  '0012-expiry-indexes': { up: indexesOfExpiry },
  '0013-desk-totals': { up: totalsOfDesk },
};

/** Brings the schema up to date, or throws: a service must not run on a schema it does not know. */
export async function migrate(db: Queries): Promise<void> {
  const provider = { getMigrations: () => Promise.resolve(MIGRATIONS) };
  const { error } = await new Migrator({ db: db as Kysely<Tables>, provider }).migrateToLatest();
  if (error !== undefined) throw error;
}
