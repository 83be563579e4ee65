import type { SocialCardTrouble } from '../../src/ports/social-card-reader.ts';
import type { Result } from '../../src/result.ts';

/**
 * One powered card. Between the card's logic and the wire: PC/SC through the host process, or the direct
 * transport to a virtual card.
 */
export interface ApduChannel {
  /** Answer to reset. Not used to decide anything but the key service's request (protocols 1.9). */
  readonly atr: Uint8Array;
  /**
   * Sends one command APDU; the answer still carries its status word and may be shorter than 2 bytes (the card
   * was pulled). Every implementation ends the wait at its own deadline. An APDU in flight is never abandoned on
   * abort, since the state of the card would be unknown; the signal is looked at before and after.
   */
  transmit(command: Uint8Array, signal: AbortSignal): Promise<Result<Uint8Array, SocialCardTrouble>>;
  /** Lets go of the card, with a reset: no security status outlives a read. */
  release(): Promise<void>;
}

/** The place a card is put into, whatever is behind it. */
export interface CardSlot {
  open(): Promise<Result<void, SocialCardTrouble & { kind: 'device' }>>;
  probe(): Promise<Result<void, SocialCardTrouble & { kind: 'device' }>>;
  close(): Promise<void>;
  /** Resolves when a card is (or is no longer) there; a card that cannot be powered counts as there. */
  waitForPresence(present: boolean, signal: AbortSignal): Promise<Result<void, SocialCardTrouble>>;
  connect(signal: AbortSignal): Promise<Result<ApduChannel, SocialCardTrouble>>;
}
