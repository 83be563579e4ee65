import type { Catalogue } from '../catalogue.ts';

export const home: Catalogue['home'] = {
  services: {
    apply: { name: 'Apply for a card', line: 'Your first social security card' },
    activate: { name: 'Activate a card', line: 'Switch on banking, set a password' },
    loss: { name: 'Report a loss', line: 'Lost your card? Block it first' },
    replace: { name: 'Replace a card', line: 'A new card after a loss report' },
    swap: { name: 'Swap old for new', line: 'Second to third generation' },
    exchange: { name: 'Exchange a card', line: 'Damaged or expired card' },
    certify: { name: 'Certify benefits', line: 'Once a year, for pensioners' },
    records: { name: 'Insurance records', line: 'Your insurance and payments' },
    progress: { name: 'Progress', line: 'Where your application is' },
    'contact-data': { name: 'Contact details', line: 'Mobile, occupation, address' },
    'read-card': { name: 'Look at my card', line: 'See the state of a card' },
    'electronic-card': { name: 'Electronic card', line: 'How to get and use it' },
    outlets: { name: 'Places nearby', line: 'Where the counters are' },
    help: { name: 'Questions', line: 'Look here first' },
  },
  reasons: {
    'not-at-this-kiosk': 'Not at this machine',
    'link-down': 'No network: not possible now',
    'id-card-reader-down': 'ID card reader is down, recovering',
    'social-card-reader-down': 'Card reader is down, recovering',
    'pin-pad-down': 'Password pad is down, recovering',
    'printer-down': 'Printer is down, recovering',
    'card-reader-down': 'Card reader is down, recovering',
    'card-acceptor-down': 'Card slot is down: not possible now',
    'card-issuer-down': 'Card maker is down: not possible now',
    'no-stock': 'No blank cards left',
    'retain-bin-full': 'Bin for old cards is full',
    'closed-by-technician': 'A technician has paused this service',
    'closed-by-centre': 'Paused at all machines',
    maintenance: 'A technician has to finish work here',
    revoked: 'This machine is shut down: please go elsewhere',
    decommissioned: 'This machine is no longer in use',
    'invariant-violated': 'Staff must check its records first',
    'disk-full': 'Its storage is full; staff must make room',
    'disk-not-writable': 'Its storage takes no writes; staff must check it',
  },
  notices: {
    'will-be-sent-later': 'No network: sent once it is back',
    'no-paper': 'No receipt paper; a code is shown',
    'collect-later': 'Collect the card at a place',
    'guide-only': 'We tell you where to go',
    'receipts-only': 'Only receipts can be checked now',
  },
  title: 'Hello. What would you like to do?',
  titleElder: 'What do you need?',
  lead: (age) => `Have your own ID card ready. Self-service is for people aged ${age} and over.`,
  leadElder: 'Have your ID card ready. One step at a time.',
  minutes: (minutes, free) =>
    `About ${minutes} ${minutes === 1 ? 'minute' : 'minutes'}${free ? ', free' : ''}`,
  help: 'Not sure how? Press Help below, or call',
  elsewhere: 'Not at this machine: please ask at a counter',
  groups: { card: 'Cards', records: 'My records', other: 'Find out' },
  otherServices: 'Other services',
  firstServices: 'Main services',
  page: (page, of) => `Page ${page} of ${of}`,
};

export const welcome: Catalogue['welcome'] = {
  greeting: 'Welcome',
  title: 'Social Security Card Self-Service',
  lead: 'Cards, loss reports and records, by yourself',
  steps: ['Place your ID card', 'Follow the screen', 'Take your receipt'],
  start: 'Touch to start',
  bring: 'Please have your own original ID card ready',
  cardLeftBehind:
    'There is a card on the reader. If it is yours, take it. If not, please give it to the staff.',
};

export const outOfService: Catalogue['outOfService'] = {
  title: 'Out of service',
  lead: 'Sorry, this machine can do nothing at the moment. It is recovering by itself.',
  leadUntilChecked:
    'Sorry, this machine can do nothing until staff have checked it. What was accepted here is still being sent.',
  titleForEver: 'No longer in use',
  leadForEver: 'This machine is no longer used. What was accepted here still arrives.',
  leadRevoked:
    'This machine is shut down. Please go elsewhere. For what was begun here and has no result yet, ask at a counter and take your receipt along.',
  leadClosedByCentre:
    'These services are paused at all machines. Please go to a counter. What was accepted here is still being sent.',
  leadMaintenance:
    'A technician has to finish work on this machine. Please go elsewhere first, or come back a little later.',
  leadClosed:
    'A technician has paused the services of this machine. What was accepted here is still being sent.',
  since: (moment) => `Out of service since ${moment}`,
  sinceForEver: (moment) => `Not in use since ${moment}`,
  because: 'Reason',
  now: 'Please go to a service counter, or call one of the numbers below.',
};
