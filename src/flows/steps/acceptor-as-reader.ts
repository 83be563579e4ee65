import type { CardAcceptorTrouble } from '../../ports/card-acceptor.ts';
import { aborted, deviceTrouble } from '../../ports/device-status.ts';
import type { OwnCard } from '../../ports/own-card.ts';
import type { SocialCardReader, SocialCardTrouble } from '../../ports/social-card-reader.ts';
import { err, ok, type Result } from '../../result.ts';

export type CardSlotReader = Pick<SocialCardReader, 'waitForCard' | 'read' | 'waitForRemoval'>;

/** The card acceptor as a step that only reads sees it: taking a card out means that the machine gives it back. */
export function acceptorAsReader(ownCard: OwnCard): CardSlotReader {
  return {
    waitForCard: async (signal) => {
      const accepted = await ownCard.accept(signal);
      return accepted.ok ? accepted : err(inReaderWords(accepted.error));
    },
    read: async (keys, signal) => {
      const read = await ownCard.read(keys, signal);
      return read.ok ? read : err(inReaderWords(read.error));
    },
    waitForRemoval: async (signal): Promise<Result<void, SocialCardTrouble>> => {
      const given = await ownCard.giveBack(signal);
      if (given === 'taken' || given === 'none') return ok(undefined);
      return err(given === 'retained' ? aborted : deviceTrouble('jammed', 'the card does not come out'));
    },
  };
}

/** A machine that is stuck or full is a device in trouble for whoever only wants to read. */
function inReaderWords(trouble: CardAcceptorTrouble | SocialCardTrouble): SocialCardTrouble {
  switch (trouble.kind) {
    case 'jammed':
      return deviceTrouble('jammed', `the card acceptor is jammed (${trouble.code})`);
    case 'bin-full':
      return deviceTrouble('bin-full', 'the retain bin is full');
    default:
      return trouble;
  }
}
