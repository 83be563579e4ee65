import type { Queries } from '../database/tables.ts';

/** How often something changed every kiosk's assignment at once. */
export async function fleetGeneration(q: Queries): Promise<number> {
  const row = await q
    .selectFrom('fleet_generation')
    .select('generation')
    .where('id', '=', 1)
    .executeTakeFirst();
  return row?.generation ?? 0;
}

/**
 * Makes every kiosk's assignment stale, in the commit of what changes it. A number and no instant: whoever makes an
 * assignment at the same moment either reads this change or is found stale by the number, whatever the clocks say.
 */
export async function staleEverywhere(q: Queries): Promise<void> {
  await q
    .insertInto('fleet_generation')
    .values({ id: 1, generation: 1 })
    .onConflict((conflict) =>
      conflict.column('id').doUpdateSet((is) => ({ generation: is('fleet_generation.generation', '+', 1) })),
    )
    .execute();
}
