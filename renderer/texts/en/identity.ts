import type { Catalogue } from '../catalogue.ts';

export const documents: Catalogue['identity']['documents'] = {
  'resident-id-card': 'Resident ID card',
  'hmt-residence-permit': 'Residence permit for Hong Kong, Macau and Taiwan residents',
  'foreigner-permit-2017': 'Foreign permanent resident ID card',
  'foreigner-permit-2023': 'Foreign permanent resident ID card (new)',
};

export const identity: Catalogue['identity'] = {
  presentTitle: 'Put your ID card on the reader',
  presentLead: 'Photo side up. Leave it there for now.',
  presentPicture: 'Lay the ID card flat on the area with the wave sign',
  readingTitle: 'Reading your ID card',
  readingLead: 'Do not lift it yet. About 3 seconds.',
  chipOnly: 'We read only the chip. You never have to type your ID number.',
  problems: {
    'lift-and-replace': 'Nothing was read. Lift the card, wait a moment, and put it down again.',
    'reader-recovering': 'The reader is recovering. Please wait a moment. Your ID card is fine.',
  },
  documents,
  whoTitle: 'Is this you?',
  whoLead: 'To protect you, only a part is shown.',
  whoKeepCard: 'You can now take your ID card and keep it.',
  longTerm: 'No end date',
  validTo: (day) => `Until ${day}`,
  document: 'Document',
  name: 'Name',
  number: 'Number',
  validity: 'Validity',
};

export const face: Catalogue['face'] = {
  consentTitle: 'May we compare your face?',
  consentLead: 'So that nobody else can use your ID card.',
  consentPoints: [
    'The camera looks at your face and compares it with the photo in your ID card.',
    'This happens inside this machine. No picture is kept or sent anywhere.',
    'Only the result, the score and the time are kept.',
    'You may say no: then a counter can serve you.',
  ],
  consentTries: (tries) => `You can try up to ${tries} times.`,
  consentYes: 'I agree, start',
  consentNo: 'No, another way',
  title: 'Look at the camera',
  attempt: (attempt, of) => `Try ${attempt} of ${of}`,
  notStored: 'No picture is kept.',
  starting: 'Getting ready, please look at the screen',
  hints: {
    'no-face': 'I cannot see you. Stand in front of the machine',
    'one-person': 'Only one person, please',
    'come-closer': 'Come a little closer',
    'move-back': 'Step back a little',
    'look-straight': 'Look straight ahead',
    'more-light': 'Too dark. Turn to the light',
    'too-bright': 'Too bright. Turn from the light',
    'hold-still': 'Please stand still',
  },
  steps: {
    'look-straight': 'Look straight ahead',
    'turn-left': 'Slowly turn your head left',
    'turn-right': 'Slowly turn your head right',
  },
  stepOf: (step, of) => `Movement ${step} of ${of}`,
  again: {
    'not-alike': {
      what: 'You did not look enough like the photo in your ID card.',
      now: 'Take off hat, mask and dark glasses, and look straight at the camera.',
    },
    'not-live': {
      what: 'We did not see you turn your head as asked.',
      now: 'Watch the arrow, turn slowly, and turn slowly back.',
    },
    'timed-out': { what: 'The time was up.', now: 'No hurry. Start again when you are ready.' },
    'not-measured': {
      what: 'The picture was not clear.',
      now: 'Come closer, keep your face in the oval, with no bright light behind you.',
    },
  },
  againTitle: 'Not passed. Try again?',
  againLeft: (left) =>
    `You can try ${left} more ${left === 1 ? 'time' : 'times'}. After that, a counter can serve you.`,
  againSafe: 'Nothing has changed on your card or with your money.',
  without: {
    declined: 'You chose not to use your face. That is fine.',
    failed: 'The comparison did not pass; the light or an old photo may be why. Your card has not changed.',
    'no-portrait': 'No photo could be read from your ID card. Your card has not changed.',
    'no-camera': 'The camera does not work now. Your card has not changed.',
  },
  withoutTitle: 'A counter can serve you',
  withoutLead: 'Take your original ID card to one of these counters. The staff will check it.',
  withoutSlip: 'The slip has the counter’s address, and part of your name and ID number.',
  withoutStaff: 'You can also ask a member of staff to check from afar.',
  withoutPrint: 'Print the slip',
  withoutStaffAsk: 'Ask the staff',
  counters: 'Counters you can go to',
};
