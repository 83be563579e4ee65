import { issuerRegion } from '../card/activation-answer.ts';
import type { CardStates } from '../card/usable.ts';
import type { ElectronicCardAnswer } from '../contracts/central/queries.ts';
import type { ServiceId } from '../contracts/service.ts';
import type { Language } from '../contracts/view.ts';
import { divisionName } from '../identity/divisions.ts';
import { maskCardNumber, maskName } from '../identity/masking.ts';
import { inLanguage } from '../policy/in-language.ts';
import type { SocialSecurityCard } from '../ports/social-card-reader.ts';
import { unreachable } from '../result.ts';
import type { FlowKit } from './kit.ts';
import type { ScreenBody } from './screen.ts';

export type ValidElectronicCard = Extract<ElectronicCardAnswer, { result: 'valid' }>;

export const cardOrCodeBody = (): ScreenBody => ({
  screen: 'choose',
  question: 'card-or-code',
  options: ['card', 'code'].map((value) => ({ value, label: null, note: null, feeFen: null })),
  chosen: null,
});

/** What is printed on the card is anybody's to see; its state only its holder's (READ-1). */
export function chipCardBody(
  kit: FlowKit,
  card: SocialSecurityCard,
  states: CardStates | null,
  language: Language,
): ScreenBody {
  const region = divisionName(issuerRegion(card.cardId));
  return {
    screen: 'card-view',
    from: 'card',
    generation: card.generation,
    cardNumberMasked: card.cardNumber === null ? null : maskCardNumber(card.cardNumber),
    nameMasked: card.name === null ? null : maskName(card.name),
    region: region && inLanguage(region, language),
    issuedOn: card.issuedOn,
    expiresOn: card.expiresOn,
    socialSecurity: states?.socialSecurity ?? null,
    financial: states?.financial ?? null,
    next: states ? nextServices(kit, states, card.generation) : [],
  };
}

/** ECARD-2: as much as the authority says of it; its code proves the holder. */
export const electronicCardBody = (kit: FlowKit, card: ValidElectronicCard): ScreenBody => ({
  screen: 'card-view',
  from: 'electronic-card',
  generation: null,
  cardNumberMasked: card.cardNumberMasked,
  nameMasked: card.nameMasked,
  region: null,
  issuedOn: null,
  expiresOn: null,
  socialSecurity: card.socialSecurity,
  financial: card.financial,
  next: nextServices(kit, card, null),
});

/** READ-1 "what can be done next", of it only what this kiosk can do now. */
export const nextServices = (
  kit: FlowKit,
  states: CardStates,
  generation: SocialSecurityCard['generation'] | null,
): ServiceId[] =>
  fitting(states, generation).filter((fits) =>
    kit.tiles().some(({ service, available }) => service === fits && available),
  );

function fitting(
  { socialSecurity, financial }: CardStates,
  generation: SocialSecurityCard['generation'] | null,
): ServiceId[] {
  switch (socialSecurity) {
    case 'normal':
      return [
        ...(financial === 'locked' ? (['activate'] as const) : []),
        ...(generation === 2 ? (['swap'] as const) : []),
        'electronic-card',
      ];
    case 'in-production':
    case 'awaiting-collection':
      return ['progress'];
    case 'temporarily-lost':
    case 'formally-lost':
      return ['loss', 'replace'];
    case 'expired':
      return ['exchange'];
    case 'cancelled':
      return ['apply'];
    case 'suspended':
    case 'recalled':
      return ['help'];
    default:
      return unreachable(socialSecurity);
  }
}
