import type { z } from 'zod';
import type { PinCheckAnswer, pinCheckRequest } from '../../src/contracts/central/queries.ts';
import type { Result } from '../../src/result.ts';
import type { Queries } from '../database/tables.ts';

/** Both entries of a new PIN, enciphered at the pad, and whose account they are for. */
export type PinEntries = z.infer<typeof pinCheckRequest>;

export type BankTrouble =
  | 'account-unknown'
  /** Wrong key name, key, account number or a damaged block: nothing can be said about the PIN. */
  | 'pin-block-unreadable';

/** The partner bank: the only place where digits of a PIN may be seen (ACT-3, ACT-4). */
export interface Bank {
  /** Compares the entries and applies the PIN rules. No effect. */
  checkPin(queries: Queries, entries: PinEntries): Promise<Result<PinCheckAnswer, BankTrouble>>;
  /** The same check, and where the PIN may be used: sets it and opens the account for payments. */
  activate(
    queries: Queries,
    entries: PinEntries,
    balanceSms: boolean,
  ): Promise<Result<PinCheckAnswer, BankTrouble>>;
}
