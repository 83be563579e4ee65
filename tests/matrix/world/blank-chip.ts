import { blankCard } from '../../../central/personalisation/blank-bench.ts';
import { writtenCard } from '../../../drivers/virtual/social-card/blank-card-data.ts';
import { day } from '../../../src/calendar/calendar-day.ts';
import { bytesFromHex } from '../../../src/card-keys/hex.ts';
import { DATA_GROUP } from '../../../src/card-keys/personalisation-commands.ts';
import type { MemoryCard } from '../../../src/flows/memory/card-machine-path.ts';
import type { SocialSecurityCard } from '../../../src/ports/social-card-reader.ts';

const dashed = (compact: string) =>
  day(`${compact.slice(0, 4)}-${compact.slice(4, 6)}-${compact.slice(6, 8)}`);

/** A blank as the factory sends it: it takes the centre's script and is a social security card from then on. */
export function blankInMemory(number: number): MemoryCard {
  const chip = blankCard(number.toString(16).toUpperCase().padStart(16, '0'));
  const commands: string[] = [];
  return {
    label: `blank-${number}`,
    commands,
    answer: (command) => {
      const [answer = '6F00'] = chip.answers([command]);
      return answer;
    },
    get contents(): SocialSecurityCard | null {
      if (!chip.isFinal()) return null;
      const groups = Object.values(DATA_GROUP).map((id) => ({
        id,
        content: bytesFromHex(chip.group(id)) ?? new Uint8Array(),
      }));
      const card = writtenCard(groups);
      if (card === null) return null;
      const { holder } = card;
      return {
        specVersion: card.specVersion,
        generation: 3,
        cardId: card.cardId,
        cardNumber: card.number,
        socialSecurityNumber: holder.socialSecurityNumber,
        name: holder.name,
        sex: null,
        ethnicGroup: null,
        birthPlace: null,
        birthDate: null,
        issuedOn: dashed(card.issuedOn),
        expiresOn: dashed(card.expiresOn),
        accountNumber: card.accountNumber ?? null,
      };
    },
  };
}
