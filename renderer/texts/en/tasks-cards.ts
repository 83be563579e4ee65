import { UNKNOWN_ADVICE, type Unknown } from '../../../src/transaction/unknown-advice.ts';
import { fact, type StepWords, type TasksWords } from '../task-words.ts';

const counting = {
  'count-first': {
    title: 'Count the cards',
    lead: 'One by one. Enter what you counted.',
    running: 'Looking at the ledger',
  },
  'count-second': {
    title: 'Now the other person counts',
    lead: 'Each counts alone. Do not agree on a number.',
  },
  'counts-differ': {
    title: 'You two counted differently',
    lead: (facts) =>
      `One counted ${fact(facts, 'first')}, the other ${fact(facts, 'second')}. Both count again.`,
    button: 'Count again',
  },
} satisfies Record<string, StepWords>;

const booking = {
  book: { title: 'Writing it into the ledger', lead: 'This takes a moment.' },
  'not-booked': {
    title: 'Not in the ledger yet',
    lead: 'Your number is not lost. Wait a moment and try again.',
    button: 'Try again',
  },
} satisfies Record<string, StepWords>;

const ledgerChanged: StepWords = {
  title: 'The ledger has just changed',
  lead: 'It changed while you counted. Please start the count again.',
  button: 'Count again',
};

const explainLedger: StepWords = {
  title: 'Not what the ledger says. Why?',
  lead: (facts) =>
    `You counted ${fact(facts, 'counted')}, the ledger has ${fact(facts, 'ledger')}. Both numbers stay on record.`,
  values: {
    'card-missing': ['Cards are missing', 'Looked everywhere, not found'],
    'card-too-many': ['There are too many', 'Cards that the ledger does not have'],
    'reason-unknown': 'I cannot tell why',
    'count-again': ['Perhaps I miscounted', 'Count once more'],
  },
};

const binSteps = (machine: string, box: string): TasksWords['empty-retain-bin']['steps'] => ({
  ...counting,
  ...booking,
  'open-bin': {
    title: `Open the cabinet, take out the ${box}`,
    lead: `The ${box} is under the ${machine}. Pull it down.`,
    button: 'It is out',
  },
  'list-cards': {
    title: 'These are in the ledger',
    lead: 'Compare them with the cards in your hand.',
    running: 'Looking at the ledger',
  },
  'explain-difference': explainLedger,
  'bag-number': { title: 'Enter the number of the sealed bag', lead: 'It is printed on its front.' },
  'seal-bag': {
    title: 'Put the cards into the bag and seal it',
    lead: (facts) =>
      `${fact(facts, 'counted')} cards into bag ${fact(facts, 'bag')}. Push the empty bin back in, all the way.`,
    button: 'Sealed, and the bin is back',
  },
  'ledger-changed': ledgerChanged,
  done: {
    title: `The ${box} is empty`,
    lead: (facts) =>
      facts.bag === ''
        ? 'No cards, so no bag. Push the empty bin back in, all the way, and close the cabinet.'
        : 'Hand the bag to the outlet and let them sign. Close the cabinet.',
  },
});

/** What a technician does about it, as settlement.md writes it. */
const advice = (unknown: string): string =>
  unknown in UNKNOWN_ADVICE
    ? UNKNOWN_ADVICE[unknown as Unknown].technician.en
    : 'Tell the centre the reference.';

/** Tasks with cards: two people, two counts, one account. */
export const cardTasks: Pick<
  TasksWords,
  'load-cards' | 'count-stack' | 'empty-retain-bin' | 'empty-reject-bin' | 'settle-unknown'
> = {
  'load-cards': {
    steps: {
      ...counting,
      ...booking,
      'pack-label': {
        title: 'How many does the pack say?',
        lead: 'Do not open it yet. Enter the number on the band.',
      },
      'explain-difference': {
        title: 'Not what the pack says. Why?',
        lead: (facts) => `You counted ${fact(facts, 'counted')}, the pack says ${fact(facts, 'label')}.`,
        values: {
          'pack-was-short': 'The pack was not right',
          'cards-damaged': ['Damaged cards were taken out', 'They do not go into the machine'],
          'label-wrong': 'The label is wrong',
          'count-again': ['Perhaps I miscounted', 'Count once more'],
        },
      },
      'put-in': {
        title: (facts) => `Put the ${fact(facts, 'blanks')} cards into the stack`,
        lead: 'Open the cabinet. Chip up and inwards, flat, pushed to the bottom.',
        values: { 'all-in': 'All of them are in', 'not-all-in': 'Not all of them fit' },
      },
      'count-left': {
        title: 'How many are left over?',
        lead: 'Take them back with you. None stays in the cabinet.',
      },
      done: {
        title: (facts) => (facts.blanks === 0 ? 'No card was loaded' : 'The cards are loaded'),
        lead: (facts) =>
          Number(facts.left) > 0
            ? 'Take the cards left over with you. Please close the cabinet.'
            : 'Please close the cabinet.',
      },
    },
  },
  'count-stack': {
    steps: {
      ...counting,
      ...booking,
      'take-out': {
        title: 'Open the cabinet, take out all blank cards',
        lead: 'Leave none in the stack.',
        button: 'All are out',
      },
      'explain-difference': explainLedger,
      'put-back': {
        title: (facts) =>
          facts.counted === 0
            ? 'There is nothing to put back'
            : `Put the ${fact(facts, 'counted')} cards back into the stack`,
        lead: (facts) =>
          facts.counted === 0 ? 'The stack stays empty.' : 'Chip up and inwards, flat, pushed to the bottom.',
        button: 'They are in',
      },
      'ledger-changed': ledgerChanged,
      done: { title: 'The blank cards are counted', lead: 'Please close the cabinet.' },
    },
  },
  'empty-retain-bin': { steps: binSteps('acceptor', 'retain bin') },
  'empty-reject-bin': { steps: binSteps('issuer', 'reject bin') },
  'settle-unknown': {
    steps: {
      'choose-unknown': {
        title: 'Which one first?',
        lead: 'The machine cannot tell. Please look.',
        running: 'Looking at the ledger and into the machines',
        values: {
          'issuer-path': 'A card inside the card issuer',
          'acceptor-path': 'A card inside the card acceptor',
        },
      },
      'nothing-unknown': {
        title: 'Nothing is unknown',
        lead: 'The ledger knows where every card is.',
        button: 'Good',
      },
      advice: {
        title: 'Please do this',
        lead: (facts) => advice(fact(facts, 'unknown')),
        button: 'Understood',
      },
      'where-found': {
        title: 'Where is this card?',
        lead: 'Choose what you saw. Do not guess.',
        values: {
          'in-bin': ['In the bin', 'Do not take it out yet'],
          'in-bin/issuer': ['In the reject bin', 'Do not take it out yet'],
          'in-bin/acceptor': ['In the retain bin', 'Do not take it out yet'],
          'in-path': ['Inside the machine', 'Leave it there: the machine moves it into the bin'],
          'in-stack': ['Still among the blanks', 'It never came out'],
          'in-bag': ['In the sealed bag', 'It was taken out with the last bin'],
          'not-here': ['Nowhere', 'Not in cabinet, gate or bin'],
        },
      },
      'take-card-out': {
        title: 'Take this card out of the machine',
        lead: (facts) =>
          facts.machine === 'acceptor'
            ? 'Open the cabinet, pull it out gently without bending it, and put it into the retain bin.'
            : 'Open the cabinet, pull it out gently without bending it, and put it back onto the stack.',
        button: 'It is out and put there',
      },
      place: { title: 'Writing down where it is', lead: 'The machine may move. Keep your hands away.' },
      'not-placed': {
        title: 'It could not be written down',
        values: { again: 'Say again where it is', stop: 'Stop here' },
      },
      done: {
        title: (facts) => {
          if (facts.kind === undefined) return 'There is nothing to settle';
          if (facts.kind === 'transaction') return 'This one waits for an answer';
          return facts.place === 'to-be-counted' ? 'Now count the blank cards' : 'Settled';
        },
        lead: (facts) => {
          if (facts.kind === undefined) return 'Please close the cabinet.';
          if (facts.kind === 'transaction')
            return 'Do what you have just read. The kiosk keeps asking and finishes it by itself.';
          return facts.place === 'to-be-counted'
            ? 'Go back to the checks, touch "All tasks", and begin "Count the stack".'
            : 'The ledger has it. Please close the cabinet.';
        },
      },
    },
  },
};
