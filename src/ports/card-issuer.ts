import type { Result } from '../result.ts';
import type { Aborted, DeviceTrouble, ManagedDevice } from './device-status.ts';
import type { CardKeyService, SocialCardTrouble, SocialSecurityCard } from './social-card-reader.ts';

/** Where the one card in the transport is, as the sensors say (protocols 3.3, st0). */
export type CardPosition = 'none' | 'gate' | 'ic';

/** What the sensors say at this moment. Words follow XFS4IoT's CardReader and Storage classes. */
export interface CardIssuerStatus {
  readonly position: CardPosition;
  /** st1. The machine knows no number: custody counts. */
  readonly stock: 'empty' | 'low' | 'enough';
  /** st2: bin for rejected and retained cards. */
  readonly bin: 'room' | 'full';
}

export type CardIssuerTrouble =
  | DeviceTrouble
  | Aborted
  | { readonly kind: 'stock-empty' }
  | { readonly kind: 'bin-full' }
  /** A card is stuck or was moved by hand: nobody may say where it is before a technician looked. */
  | { readonly kind: 'jammed'; readonly code: string }
  /** The move asked for needs a card (or none) where the sensors say otherwise. */
  | { readonly kind: 'wrong-position'; readonly position: CardPosition }
  | { readonly kind: 'chip'; readonly code: string };

/**
 * CRT-571/591 dispenser with a chip station. It moves one card at a time: stack → ic → gate or bin. No method moves
 * a card twice or retries a move: what happened is read from the sensors (INV-2, INV-3).
 */
export interface CardIssuer extends ManagedDevice {
  status(): Promise<Result<CardIssuerStatus, CardIssuerTrouble>>;
  /** stack → ic. */
  takeBlank(): Promise<Result<void, CardIssuerTrouble>>;
  /** Powers the chip at ic; answers the ATR in upper hex. */
  powerOn(): Promise<Result<string, CardIssuerTrouble>>;
  /** One command APDU at ic, upper hex both ways; the answer carries its status word. */
  transmit(command: string): Promise<Result<string, CardIssuerTrouble>>;
  /** Reads the card at ic back, as any reader would (a cold reset first). */
  read(
    keys: CardKeyService,
    signal: AbortSignal,
  ): Promise<Result<SocialSecurityCard, CardIssuerTrouble | SocialCardTrouble>>;
  /** ic → gate, where a resident can take it. */
  present(): Promise<Result<void, CardIssuerTrouble>>;
  /** Polls the gate until the card was taken; `not-taken` when the signal fires first. */
  waitTaken(signal: AbortSignal): Promise<Result<'taken' | 'not-taken', CardIssuerTrouble>>;
  /** ic or gate → bin (reject, retain): the reason is custody's. */
  toBin(): Promise<Result<void, CardIssuerTrouble>>;
}
