import type { CardSpecInput } from '../../drivers/virtual/social-card/card-spec.ts';
import { socialCardOf } from '../world/props.ts';
import type { World } from '../world/world.ts';
import type { CARD_KINDS } from './dock-requests.ts';
import { NotPossible } from './not-possible.ts';

/** A bank card of nobody. */
const BANK_CARD: CardSpecInput = { kind: 'bank-only', accountNumber: '6217990000000000014' };
/** The same nonsense each time. */
const NONSENSE_SEED = 7;

/** People and the cards in their hands; a card that the acceptor holds is in nobody's hand. */
export function dockProps(world: World) {
  const inAcceptor = (label: string): boolean => {
    const { card, bin } = world.hardware.acceptor.truth();
    return card === label || bin.includes(label);
  };
  return {
    known(residentId: string): string {
      if (!world.residents.some(({ id }) => id === residentId))
        throw new NotPossible(`There is no resident ${residentId}.`);
      return residentId;
    },
    cardNamed(card: (typeof CARD_KINDS)[number], residentId: string): CardSpecInput {
      if (card === 'upside-down') return { kind: 'mute' };
      if (card === 'bank-card') return BANK_CARD;
      if (card === 'nonsense') return { kind: 'nonsense', seed: NONSENSE_SEED };
      const own = world.resident(residentId).card;
      if (own === null) throw new NotPossible(`${residentId} carries no card; choose a resident with one.`);
      if (inAcceptor(residentId)) throw new NotPossible(`The card of ${residentId} is in the card acceptor.`);
      return socialCardOf(own);
    },
  };
}
export type DockProps = ReturnType<typeof dockProps>;
