import type { Catalogue } from '../catalogue.ts';

const given = (value: string | undefined, sentence: (value: string) => string): string[] =>
  value === undefined ? [] : [sentence(value)];

export const notice: Catalogue['notice'] = {
  words: {
    'link-down-not-blocked': {
      title: 'No network: the card cannot be blocked at once',
      points: () => [
        'We can record it here and send it first when the network is back. Only then it is blocked.',
        'To block it now, call one of these numbers.',
      ],
      yes: 'Record it here',
    },
    'formal-loss': {
      title: 'Reported lost for good: the card stays blocked',
      points: ({ feeFen }) => [
        'It is blocked as soon as you submit.',
        'It stays blocked until you undo it or get a new card.',
        ...given(feeFen, (fee) => `The fee is ${fee}.`),
      ],
      yes: 'Go on',
    },
    'temporary-loss': {
      title: 'For a time: the card is blocked at once',
      points: ({ days, until }) =>
        days === undefined
          ? ['It is blocked as soon as you submit.', 'It stays blocked until you undo it.']
          : [
              'It is blocked as soon as you submit.',
              `After ${days} days it can be used again, by itself.`,
              ...given(until, (day) => `The last day is ${day}.`),
              'If you do not find it, come back before then.',
            ],
      yes: 'Go on',
    },
    'replacement-voids-old-card': {
      title: 'With a new card, the old one is void',
      points: ({ feeFen }) => [
        'The old card is void at once, even when you find it.',
        'This cannot be undone.',
        ...given(feeFen, (fee) => `The fee is ${fee} in all.`),
      ],
      yes: 'I understand, go on',
    },
    'new-account-tell-payers': {
      title: 'A new account: tell whoever pays you',
      points: () => [
        'Pensions and benefits are paid to the account number.',
        'Tell the new number to whoever pays you, or the money may not arrive.',
      ],
      yes: 'I understand, go on',
    },
    'old-card-is-kept': {
      title: 'The old card is kept when you get the new one',
      points: () => [
        'The new card is made first; then the machine keeps the old one.',
        'If the new card cannot be made, you get the old one back.',
      ],
      yes: 'I understand, go on',
    },
    'card-to-collect': {
      title: 'You collect the new card at a place',
      points: ({ place, readyBy, days }) => [
        'This machine cannot make a card now.',
        ...given(place, (name) => `Place: ${name}.`),
        ...given(readyBy, (day) => `Ready by ${day}.`),
        ...(readyBy === undefined ? given(days, (count) => `Ready within ${count} working days.`) : []),
      ],
      yes: 'Fine, go on',
    },
    'undo-loss': {
      title: 'After this the card can be used again',
      points: ({ cardNumberMasked }) => [
        'Go on only if you have the card in your hand.',
        ...given(cardNumberMasked, (number) => `The card: ${number}`),
      ],
      yes: 'I have it, undo',
    },
    'ends-older-card': {
      title: 'Activating this card ends your older one',
      points: ({ name }) => [
        name ?? 'Your older card stops working at the same moment.',
        'Ask the bank first about the money on it.',
      ],
      yes: 'I understand, go on',
    },
    'many-replacements': {
      title: 'You have replaced your card often lately',
      points: ({ count }) => [
        ...given(count, (times) => `This month already: ${times}.`),
        'Keep the card in one fixed place. The office is told, too.',
      ],
      yes: 'I understand, go on',
    },
  },
  no: 'Not now',
};
