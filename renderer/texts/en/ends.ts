import type { Catalogue } from '../catalogue.ts';

export const ends: Catalogue['ends'] = {
  checkTitle: 'Check your answers, then submit',
  checkTitleMore: 'Please see all, then submit',
  checkSubmit: 'Submit',
  checkLeave: 'Not now',
  checkNext: 'See the next page',
  checkQueued: 'There is no network. It is kept here and sent by itself when the network is back.',
  checkThen: {
    apply: 'It goes to the office once submitted.',
    other: 'It is done at once. Please stay here.',
  },
  working: {
    'asking-authority': 'Asking the office',
    'checking-pin': 'The bank is checking the password',
    submitting: 'Submitting',
    activating: 'Activating. Leave the card in',
    printing: 'Printing the receipt',
    'sending-code': 'Sending the message',
    'reporting-loss': 'Blocking your card',
    'undoing-loss': 'Undoing the loss report',
    'creating-order': 'Getting the payment ready',
    certifying: 'Certifying',
    'saving-contact-data': 'Saving the change',
    'reading-records': 'Looking up your records',
    settling: 'Checking how far it went',
  },
  workingLead: (seconds) => `About ${seconds} ${seconds === 1 ? 'second' : 'seconds'}. Please stay here.`,
  workingLong: 'Slower than usual, still working. Please wait a little longer.',
  takeTitle: 'Please take your card',
  takeLead: {
    'id-card': 'Your ID card is on the reader.',
    'social-card': 'Your social security card is in the slot. Pull it out gently.',
    'own-card': 'Your card is in the card slot. Pull it out gently.',
  },
  takePicture: 'Take your card from the reader',
  endedTitle: {
    goodbye: 'All done. Goodbye',
    'timed-out': 'Time was up. You have left',
    cancelled: 'You have left',
  },
  endedLead: {
    goodbye: 'Thank you. Please take your things.',
    'timed-out': 'What you entered is erased. Nothing stays in the machine.',
    cancelled: 'What you entered is erased. Nothing stays in the machine.',
  },
  endedCheck: 'Remember your ID card, your social security card and the receipt.',
};
