import type { ContactDataAnswer } from '../../src/contracts/central/queries.ts';
import { maskAddress, maskMobile } from '../../src/identity/masking.ts';
import type { Queries } from '../database/tables.ts';

const NOTHING_KNOWN: ContactDataAnswer = {
  mobileMasked: null,
  occupation: null,
  residentialAddressMasked: null,
};

/** INFO-1: what is on file, masked before it leaves: a kiosk's screen stands in a public room. */
export async function contactDataOf(
  queries: Queries,
  socialSecurityNumber: string,
): Promise<ContactDataAnswer> {
  const resident = await queries
    .selectFrom('resident')
    .select(['mobile', 'occupation', 'residential_address'])
    .where('social_security_number', '=', socialSecurityNumber)
    .executeTakeFirst();
  if (!resident) return NOTHING_KNOWN;
  const { mobile, occupation, residential_address: address } = resident;
  return {
    mobileMasked: mobile === null ? null : maskMobile(mobile),
    occupation,
    residentialAddressMasked: address === null ? null : maskAddress(address),
  };
}
