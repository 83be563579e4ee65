import { generationOf } from '../../../src/card/generation.ts';
import type { FictitiousCard, FictitiousResident } from '../../../src/fictitious-residents/resident.ts';
import type { IdentityDocument } from '../../../src/identity/document.ts';
import type { IdCardRead } from '../../../src/ports/id-card-reader.ts';
import type { SocialSecurityCard } from '../../../src/ports/social-card-reader.ts';

/** Nobody's picture, and another one for everybody: a JPEG's first bytes, then the number of the document. */
export const portraitOf = ({ number }: IdentityDocument): Uint8Array =>
  Uint8Array.from([255, 216, 255, ...new TextEncoder().encode(number)]);

/** What a reader gets from the ID card a fictitious resident carries. */
export const idCardOf = ({ document }: FictitiousResident): IdCardRead => ({
  document,
  portraitBytes: new Uint8Array(1024),
  portrait: { mediaType: 'image/jpeg', bytes: portraitOf(document) },
  fingerprints: 0,
  extraAddress: null,
});

/** The same for the social security card in their hand. */
export const socialCardOf = ({ holder, ...card }: FictitiousCard): SocialSecurityCard => ({
  specVersion: card.specVersion,
  generation: generationOf(card.specVersion) ?? 3,
  cardId: card.cardId,
  cardNumber: card.cardNumber,
  socialSecurityNumber: holder.socialSecurityNumber,
  name: holder.name,
  sex: holder.sex,
  ethnicGroup: holder.ethnicGroup,
  birthPlace: holder.birthPlace,
  birthDate: holder.birthDate,
  issuedOn: card.issuedOn,
  expiresOn: card.expiresOn,
  accountNumber: card.accountNumber,
});
