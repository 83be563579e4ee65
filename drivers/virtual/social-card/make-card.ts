import { unreachable } from '../../../src/result.ts';
import type { CardSpec } from './card-spec.ts';
import { muteCard, NonsenseCard, VirtualBankCard } from './other-cards.ts';
import { VirtualSocialSecurityCard } from './social-security-card.ts';
import { VirtualTechnicianCard } from './technician-card.ts';
import type { Challenges, VirtualCard } from './virtual-card.ts';

/** The card a spec describes. */
export function makeCard(spec: CardSpec, challenges: Challenges): VirtualCard {
  switch (spec.kind) {
    case 'social-security':
      return new VirtualSocialSecurityCard(spec, challenges);
    case 'technician':
      return new VirtualTechnicianCard(spec);
    case 'bank-only':
      return new VirtualBankCard(spec.accountNumber);
    case 'mute':
      return muteCard;
    case 'nonsense':
      return new NonsenseCard(spec.seed);
    default:
      return unreachable(spec);
  }
}
