import type { Clock, Entropy } from '../../src/ports/clock.ts';
import type { Queries } from '../database/tables.ts';
import { instantIn, instantNow } from '../moments.ts';
import { sha256 } from '../secrets.ts';

/** Without letters and digits that are mistaken for one another on paper (Crockford's base 32). */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
/** 16 characters of 5 bits: 80 bits, so guessing needs no limit. */
const CHARACTERS = 16;
const DAY_SECONDS = 24 * 60 * 60;

export interface EnrolmentCode {
  /** `XXXX-XXXX-XXXX-XXXX`; shown once, kept nowhere. */
  readonly code: string;
  readonly expiresAt: string;
}

/** Form in which a typed code is compared: case and dashes do not matter. */
const compact = (code: string): string => code.toUpperCase().replaceAll(/[^0-9A-Z]/g, '');

/** What the table holds of a code. */
export const enrolmentCodeHash = (code: string): string => sha256(compact(code));

/** What the desk says of the kiosk that a code is for. */
export interface CodePurpose {
  readonly mintedBy: string;
  readonly name: string | null;
  readonly region: string | null;
  readonly model: string | null;
  readonly validDays: number;
}

/** Makes a code an operator hands to a technician. It enrols one kiosk within a day, or as long as its purpose says. */
export async function mintEnrolmentCode(
  queries: Queries,
  clock: Clock,
  entropy: Entropy,
  purpose: CodePurpose | null = null,
): Promise<EnrolmentCode> {
  const characters = Array.from(entropy.bytes(CHARACTERS), (byte) => ALPHABET.charAt(byte & 31)).join('');
  const code = characters.match(/.{4}/g)?.join('-') ?? characters;
  const expiresAt = instantIn(clock, (purpose?.validDays ?? 1) * DAY_SECONDS);
  await queries
    .insertInto('enrolment_code')
    .values({
      code_hash: enrolmentCodeHash(code),
      created_at: instantNow(clock),
      expires_at: expiresAt,
      used_by: null,
      minted_by: purpose?.mintedBy ?? null,
      name: purpose?.name ?? null,
      region: purpose?.region ?? null,
      model: purpose?.model ?? null,
    })
    .execute();
  return { code, expiresAt };
}
