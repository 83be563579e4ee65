import { z } from 'zod';
import { type OperatorRole, operatorRole } from '../../src/contracts/console/roles.ts';
import type { Queries } from '../database/tables.ts';

const roleList = z.array(operatorRole);

/** Roles as the table has them. Throws where they are none: nobody is let in on a guess. */
export const rolesOf = (column: string): readonly OperatorRole[] => roleList.parse(JSON.parse(column));

export const rolesColumn = (roles: readonly OperatorRole[]): string => JSON.stringify([...roles].sort());

/** `O-0007` after `O-0006`. Operators are never deleted, so a number is never given twice. */
export async function nextOperatorId(q: Queries): Promise<string> {
  const { count } = await q
    .selectFrom('operator')
    .select((eb) => eb.fn.countAll().as('count'))
    .executeTakeFirstOrThrow();
  return `O-${String(Number(count) + 1).padStart(4, '0')}`;
}
