import type { SIGN_IN_PROBLEMS } from '../../contracts/maintenance/page.ts';
import type { TechnicianRole } from '../../contracts/maintenance/technician-list.ts';

export type SignInProblem = (typeof SIGN_IN_PROBLEMS)[number];
export type SignInMeans = 'card' | 'code';

/** Whom the sign-in asks for. */
export interface AskedPerson {
  readonly person: 'first' | 'second';
  /** The second person: somebody else than the first, with this role. Null: any technician. */
  readonly besides: { readonly technician: string; readonly role: TechnicianRole } | null;
}

export interface SignInRefusal {
  readonly kind: 'refused';
  readonly problem: SignInProblem;
  /** Milliseconds since the epoch, with the problem `wait`. */
  readonly waitUntil: number | null;
}

/** Card or code was right: who it is, before the PIN. */
export interface KnownTechnician {
  readonly kind: 'known';
  readonly technician: string;
  readonly means: SignInMeans;
}

export interface LetIn {
  readonly kind: 'let-in';
  readonly technician: string;
  readonly roles: readonly TechnicianRole[];
}

/** Checks who wants to be let in. Every try is counted on disk before it is checked. */
export interface SignInDoor {
  /** Waits for a card until the signal fires. */
  card(asked: AskedPerson, signal: AbortSignal): Promise<KnownTechnician | SignInRefusal>;
  code(asked: AskedPerson, technician: string, code: string): Promise<KnownTechnician | SignInRefusal>;
  pin(asked: AskedPerson, known: KnownTechnician, pin: string): Promise<LetIn | SignInRefusal>;
}
