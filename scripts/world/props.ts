import type { VirtualIdCard } from '../../drivers/virtual/id-card-reader/virtual-card.ts';
import type { CardSpecInput } from '../../drivers/virtual/social-card/card-spec.ts';
import { PEOPLE } from '../../src/fictitious-residents/portrait-people.ts';
import type { FictitiousCard, FictitiousResident } from '../../src/fictitious-residents/resident.ts';
import { portraitJpeg } from '../clips/portrait-pictures.ts';
import { cardKeyOf, type WorldTechnician } from './technicians.ts';

/** The ID card a fictitious resident carries, with the drawn portrait a decoding reader hands over. */
export const idCardOf = (resident: FictitiousResident): VirtualIdCard => ({
  document: resident.document,
  portrait: { mediaType: 'image/jpeg', bytes: portraitJpeg(PEOPLE[resident.portrait]) },
});

/** The card of one of the world's technicians. */
export function technicianCardOf(technician: WorldTechnician): CardSpecInput & { kind: 'technician' } {
  return { kind: 'technician', technician, key: cardKeyOf(technician) };
}

const compact = (day: string): string => day.replaceAll('-', '');

/** The card in a fictitious resident's hand, as the virtual card wants it told. */
export function socialCardOf(card: FictitiousCard): CardSpecInput {
  if (card.applications === 'bank-only') return { kind: 'bank-only', accountNumber: card.accountNumber };
  const { holder } = card;
  return {
    kind: 'social-security',
    specVersion: card.specVersion,
    algorithm: card.specVersion === '3.00' ? '03' : '01',
    cardId: card.cardId,
    number: card.cardNumber,
    issuedOn: compact(card.issuedOn),
    expiresOn: compact(card.expiresOn),
    accountNumber: card.accountNumber,
    nameExtension: card.specVersion === '1.00' ? 'missing' : 'present',
    holder: {
      socialSecurityNumber: holder.socialSecurityNumber,
      name: holder.name,
      sex: holder.sex === null ? '' : holder.sex === 'male' ? '1' : '2',
      ethnicGroup: holder.ethnicGroup ?? '',
      birthPlace: holder.birthPlace,
      birthDate: compact(holder.birthDate),
    },
  };
}
