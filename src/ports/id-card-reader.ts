import type { IdentityDocument } from '../identity/document.ts';
import type { Result } from '../result.ts';
import type { Aborted, DeviceTrouble, ManagedDevice } from './device-status.ts';

/** A portrait as the decoding reader or library hands it over. */
export interface Portrait {
  readonly mediaType: 'image/jpeg' | 'image/png' | 'image/bmp';
  readonly bytes: Uint8Array;
}

export interface IdCardRead {
  readonly document: IdentityDocument;
  /** The raw 1024 bytes from the chip (WLT). */
  readonly portraitBytes: Uint8Array;
  /** null where no decoder is there or it refused: face verification is then impossible (ID-6 no-face path). */
  readonly portrait: Portrait | null;
  /** Number of fingerprint templates on the card (0, 1 or 2). Templates themselves never leave the driver. */
  readonly fingerprints: number;
  /** Extra address block (command 30 03), if the chip carries one. */
  readonly extraAddress: string | null;
}

export type IdCardTrouble =
  | DeviceTrouble
  | Aborted
  /** No card in the field (any more). */
  | { readonly kind: 'no-card' }
  /** The chip or module refused: SW3 40, 41, 31, 32, 33, 47, 81. Lift the card and lay it down again. */
  | { readonly kind: 'read-failed'; readonly code: string }
  /** It was read, but the text block is of no known layout or a field is broken. */
  | { readonly kind: 'unreadable-document'; readonly code: string };

/** SAM_V module (GA 467). `signal` ends waiting at once; reads end at the next frame. */
export interface IdCardReader extends ManagedDevice {
  /** Polls FIND every 300 ms until a card lies in the field. */
  waitForCard(signal: AbortSignal): Promise<Result<void, IdCardTrouble>>;
  /** SELECT, read text, portrait and (where present) fingerprint count, extra address; decode the portrait. */
  read(signal: AbortSignal): Promise<Result<IdCardRead, IdCardTrouble>>;
  /** Polls until the field is empty. */
  waitForRemoval(signal: AbortSignal): Promise<Result<void, IdCardTrouble>>;
  /** `05.03-20190101-0000000123-456789012`, for technicians. */
  samId(): Promise<Result<string, IdCardTrouble>>;
}

/**
 * Turns the 1024-byte WLT picture into an image. The codec is proprietary: the vendor's library is attached by
 * configuration; readers that decode themselves (and the virtual one) hand the picture over a side channel.
 */
export interface PortraitDecoder {
  decode(wlt: Uint8Array): Promise<Result<Portrait, DeviceTrouble>>;
}
