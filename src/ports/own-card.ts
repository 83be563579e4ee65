import type { Result } from '../result.ts';
import type { CardAcceptorTrouble } from './card-acceptor.ts';
import type { CardKeyService, SocialCardTrouble, SocialSecurityCard } from './social-card-reader.ts';

/**
 * A resident's own card in the card acceptor, with custody: where it is and why is on disk before it moves (INV-3,
 * INV-5). Offered back first in every end; retained only by a transaction (`CardTransaction.switchOldCard`) or
 * because nobody took it.
 */
export interface OwnCard {
  /** Opens the entry and waits until a card is latched. */
  accept(signal: AbortSignal): Promise<Result<void, CardAcceptorTrouble>>;
  read(
    keys: CardKeyService,
    signal: AbortSignal,
  ): Promise<Result<SocialSecurityCard, CardAcceptorTrouble | SocialCardTrouble>>;
  /** True while a card is latched or at the gate. */
  inside(): boolean;
  /**
   * To the gate, and waits until it was taken. When the signal fires first the card is taken in and retained with
   * the reason `not-taken`. `stuck`: it does not move; a technician has to come, and custody says so.
   */
  giveBack(signal: AbortSignal): Promise<'taken' | 'retained' | 'stuck' | 'none'>;
}
