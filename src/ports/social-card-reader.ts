import type { CalendarDay } from '../calendar/calendar-day.ts';
import type { Sex } from '../identity/document.ts';
import type { Result } from '../result.ts';
import type { Aborted, DeviceTrouble, ManagedDevice } from './device-status.ts';
import type { TechnicianCardReader } from './technician-card.ts';

/** Chip contents of a social security card; what the card withholds is null. Source: protocols 1.4, 1.10. */
export interface SocialSecurityCard {
  /** `1.00`, `2.00`, `3.00`, regional `2.01` … */
  readonly specVersion: string;
  /** Third generation is spec 3.x; 1.x and 2.x are the second generation's chips. */
  readonly generation: 2 | 3;
  /** 卡的识别码, 32 upper hex; the first six digits are the issuing region. */
  readonly cardId: string;
  /** 卡号, 9 characters. */
  readonly cardNumber: string | null;
  readonly socialSecurityNumber: string | null;
  readonly name: string | null;
  readonly sex: Sex | null;
  readonly ethnicGroup: string | null;
  /** GB/T 2260, six digits. */
  readonly birthPlace: string | null;
  readonly birthDate: CalendarDay | null;
  readonly issuedOn: CalendarDay | null;
  readonly expiresOn: CalendarDay | null;
  /** PAN of the PBOC application. Never logged. */
  readonly accountNumber: string | null;
}

export type SocialCardTrouble =
  | DeviceTrouble
  | Aborted
  | { readonly kind: 'no-card' }
  /** No ATR or no answer: most often upside down. */
  | { readonly kind: 'mute' }
  /** Pulled while being read. */
  | { readonly kind: 'card-removed' }
  /** Answers, but has no social security application (SELECT → 6A82): a bank card, say. */
  | { readonly kind: 'not-a-social-security-card' }
  /** 3.0 holder data stay closed: the key service refused or could not be reached. */
  | { readonly kind: 'key-service'; readonly code: 'link-down' | 'refused' | 'forged-card' }
  /** The chip answered nonsense or a status word that ends the read. */
  | { readonly kind: 'card-error'; readonly code: string };

/** Challenges of the external authentication of a 3.0 card (protocols 1.6 step 7). All fields upper hex. */
export interface ExternalAuthenticationRequest {
  readonly region: string;
  /** Historical bytes of the ATR. */
  readonly atr: string;
  readonly algorithm: string;
  readonly cardId: string;
  readonly internalFactor: string;
  readonly internalSource: string;
  readonly internalResult: string;
  readonly externalFactor: string;
  readonly externalSource: string;
}

/** Keys never come near the kiosk: the service proves us to the card, and the card to us. */
export interface CardKeyService {
  authenticate(
    request: ExternalAuthenticationRequest,
    signal: AbortSignal,
  ): Promise<
    Result<{ readonly externalData: string }, { readonly code: 'link-down' | 'refused' | 'forged-card' }>
  >;
}

/** The slot residents and technicians put their cards into. */
export interface SocialCardReader extends ManagedDevice, TechnicianCardReader {
  waitForCard(signal: AbortSignal): Promise<Result<void, SocialCardTrouble>>;
  /** Reads EF05, EF06 (3.0: after external authentication) and the account number. */
  read(keys: CardKeyService, signal: AbortSignal): Promise<Result<SocialSecurityCard, SocialCardTrouble>>;
  waitForRemoval(signal: AbortSignal): Promise<Result<void, SocialCardTrouble>>;
}
