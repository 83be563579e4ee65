import type { Result } from '../result.ts';
import type { SocialCardTrouble } from './social-card-reader.ts';

/** What a technician's card answers to a challenge: whose it is, and that it holds the key it says. */
export interface TechnicianCardAnswer {
  /** `T-0417` */
  readonly technician: string;
  /** Upper hex: ECDSA P-256, raw r||s, over SHA-256 of ("yikatong-maintenance-1" || 32 bytes of challenge). */
  readonly signature: string;
}

/** A reader in which a technician's card may be laid. */
export interface TechnicianCardReader {
  /**
   * Waits for a card until the signal fires, and has it sign. `not-a-social-security-card` means here: not a
   * technician's card.
   */
  authenticateTechnician(
    challenge: Uint8Array,
    signal: AbortSignal,
  ): Promise<Result<TechnicianCardAnswer, SocialCardTrouble>>;
}

/** Stands before the challenge in what is signed, so that a signature made here is good for nothing else. */
export const TECHNICIAN_CHALLENGE_PREFIX = 'yikatong-maintenance-1';
