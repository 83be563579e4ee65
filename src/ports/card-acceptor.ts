import type { Result } from '../result.ts';
import type { Aborted, DeviceTrouble, ManagedDevice } from './device-status.ts';
import type { CardKeyService, SocialCardTrouble, SocialSecurityCard } from './social-card-reader.ts';

/** XFS4IoT's media words for what the acceptor holds. `latched`: inside, at the chip station, offered back first. */
export type AcceptedMedia = 'none' | 'gate' | 'latched' | 'jammed' | 'unknown';

export interface CardAcceptorStatus {
  readonly media: AcceptedMedia;
  readonly retainBin: 'room' | 'full';
}

export type CardAcceptorTrouble =
  | DeviceTrouble
  | Aborted
  | { readonly kind: 'no-card' }
  | { readonly kind: 'bin-full' }
  /** Stuck, or pulled while moving. */
  | { readonly kind: 'jammed'; readonly code: string };

/**
 * Motorised reader for residents' own cards. Entry is closed unless a flow asks for a card. A card inside is
 * latched; it leaves only through the gate (`giveBack`) or into the retain bin (`retain`), each on purpose (INV-5).
 */
export interface CardAcceptor extends ManagedDevice {
  status(): Promise<Result<CardAcceptorStatus, CardAcceptorTrouble>>;
  /** Opens the entry and waits until a card is latched; closes the entry again whatever happens. */
  accept(signal: AbortSignal): Promise<Result<void, CardAcceptorTrouble>>;
  read(
    keys: CardKeyService,
    signal: AbortSignal,
  ): Promise<Result<SocialSecurityCard, CardAcceptorTrouble | SocialCardTrouble>>;
  /** latched → gate. */
  giveBack(): Promise<Result<void, CardAcceptorTrouble>>;
  /** Polls the gate until the card was taken; `not-taken` when the signal fires first. */
  waitTaken(signal: AbortSignal): Promise<Result<'taken' | 'not-taken', CardAcceptorTrouble>>;
  /** gate → latched again: a card that nobody took. */
  takeIn(): Promise<Result<void, CardAcceptorTrouble>>;
  /** latched or gate → retain bin. */
  retain(): Promise<Result<void, CardAcceptorTrouble>>;
}
