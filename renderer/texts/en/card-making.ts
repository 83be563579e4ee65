import type { Catalogue } from '../catalogue.ts';

export const makingCard: Catalogue['makingCard'] = {
  title: 'Making your new card',
  again: 'Making it once more',
  lead: (seconds) => `About ${seconds} ${seconds === 1 ? 'second' : 'seconds'}. Please stay here.`,
  long: 'Slower than usual, still working. Please wait a little longer.',
  doing: {
    'taking-blank': 'Taking a blank card',
    writing: 'Writing the chip',
    'printing-face': 'Printing the card',
    checking: 'Checking the new card',
    binding: 'Registering it in your name',
    rejecting: 'This one is not good; taking another',
    'keeping-old-card': 'Taking in the old card',
  },
  handsOff: 'Keep your hands off the card gate. The card comes out by itself.',
  steps: ['Take', 'Write', 'Print', 'Check', 'Register'],
  picture: 'A new social security card is made inside the machine',
};

export const takeCard: Catalogue['takeCard'] = {
  title: { new: 'Take your new card', own: 'Take your card' },
  moving: { new: 'Your new card is coming', own: 'Your card is coming' },
  lead: {
    new: 'Pull it gently out of the card gate and keep it safe.',
    own: 'Pull it gently out of the slot and keep it safe.',
  },
  movingLead: 'Take it when it has stopped.',
  left: (seconds) => `Please take it within ${seconds} seconds`,
  seconds: 'seconds',
  after: {
    new: 'After that the card goes back into the machine and is kept for you.',
    own: 'After that the card goes back into the machine and is kept for you.',
  },
  picture: { new: 'The new card comes out of the gate', own: 'Your card comes out of the slot' },
};
