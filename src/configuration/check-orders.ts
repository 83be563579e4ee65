import type { SignedStatement, TrustRoot } from '../contracts/configuration/keys.ts';
import { type KioskOrder, ordersPayload } from '../contracts/configuration/orders.ts';
import type { ConfigurationTrouble } from '../contracts/configuration/poll.ts';
import { err, ok, type Result } from '../result.ts';
import { rootStands } from './follow-roots.ts';
import { signersOf, verifyStatement } from './verify-statement.ts';

export interface OrdersGround {
  readonly root: TrustRoot;
  readonly kioskId: string;
  /** Milliseconds since the epoch. */
  readonly now: number;
}

/** Why nothing of what came as orders is carried out. */
export type OrdersTrouble = ConfigurationTrouble | 'orders-expired';

/** INV-1, INV-4: operators' orders, where the director says them to this kiosk and says them now. */
export async function checkOrders(
  statement: SignedStatement,
  { root, kioskId, now }: OrdersGround,
): Promise<Result<readonly KioskOrder[], OrdersTrouble>> {
  if (!rootStands(root, now)) return err('root-expired');
  const said = await verifyStatement(statement, [signersOf(root, 'director')]);
  if (!said.ok) return said;
  const read = ordersPayload.safeParse(said.value);
  if (!read.success) return err('content-invalid');
  const { orders, expiresAt, ...about } = read.data;
  if (about.kioskId !== kioskId) return err('not-for-this-kiosk');
  if (now >= Date.parse(expiresAt)) return err('orders-expired');
  return ok(orders);
}
