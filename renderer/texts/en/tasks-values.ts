import type { TaskFacts } from '../../../src/contracts/maintenance/page.ts';
import type { ServiceId } from '../../../src/contracts/service.ts';
import { fact } from '../task-words.ts';
import { conditions } from './conditions.ts';
import { home } from './home.ts';

/** By class of the device table, and what the screen itself tests. */
const devices: Record<string, string> = {
  ...conditions.deviceClasses,
  camera: 'camera',
  speaker: 'speaker',
  'touch-screen': 'touch screen',
};

/** Words for values and facts that several steps use. */
export const taskValues: Record<string, string> = {
  ...devices,
  ...conditions.states.device,
  ...Object.fromEntries(Object.entries(home.services).map(([id, { name }]) => [id, name])),
  open: 'in use',
  'cover/open': 'open',
  'cover/closed': 'closed',
  closed: 'closed',
  'device-fault': 'closed: a device has a fault',
  'no-supplies': 'closed: supplies are missing',
  'office-asked': 'closed: the office asked',
  trial: 'closed: something is tried out',
  full: 'enough',
  low: 'nearly used up',
  out: 'used up',
  unknown: 'not known',
  ok: 'well',
  error: 'not right',
  on: 'lower',
  off: 'as usual',
  yes: 'yes',
  no: 'no',
  passed: 'works',
  failed: 'not right',
  'not-seen': 'no card or key was seen',
  automatic: 'automatic',
  fixed: 'by hand',
  centre: 'as the centre has it',
  'by-hand': 'typed',
  left: 'left alone',
  kept: 'the new one',
  'taken-back': 'the one before',
  stock: 'stack',
  transport: 'inside the machine',
  'chip-station': 'chip station',
  gate: 'gate',
  latched: 'in the slot of the acceptor',
  'handed-over': 'taken by its owner',
  'given-back': 'given back',
  retained: 'retain bin',
  rejected: 'reject bin',
  emptied: 'in a sealed bag',
  missing: 'not found, on record',
  issuer: 'card issuer',
  acceptor: 'card acceptor',
  'to-be-counted': 'count the blank cards',
  nobody: 'nobody',
  // Unknowns of settlement.md.
  'blank-in-unknown-place': 'a blank is somewhere',
  'card-not-in-bin': 'a card did not reach the bin',
  'old-card-in-unknown-place': 'the old card of a resident is somewhere',
  'refund-not-taken': 'a refund did not go through',
  'switch-not-taken': 'a switch of cards was not registered',
  'delivery-not-taken': 'where a card went was not reported',
  'card-maybe-taken': 'a card was perhaps taken',
  'card-in-unknown-place': 'a card is somewhere',
  'payment-unknown': 'a payment is not known',
  'authority-silent': 'the office does not answer',
  'issuer-silent': 'the issuer does not answer',
  'acceptor-silent': 'the acceptor does not answer',
  'order-forgotten': 'a payment order is forgotten',
  'journal-contradictory': 'the record contradicts itself',
};

/** The device a step is about, by its class, as it stands inside a sentence: abbreviations keep their capitals. */
export const deviceWord = (facts: TaskFacts): string =>
  (devices[fact(facts, 'deviceClass')] ?? devices[fact(facts, 'device')] ?? 'device').replace(
    /^[A-Z](?=[a-z])/,
    (first) => first.toLowerCase(),
  );

/** The service a step is about. */
export const serviceWord = (facts: TaskFacts): string =>
  home.services[fact(facts, 'service') as ServiceId]?.name ?? 'this service';

/** Names of what a step or an end lists; what is not here is not listed. */
export const taskFacts: Record<string, string> = {
  counted: 'Counted',
  ledger: 'In the ledger',
  before: 'Ledger before',
  after: 'Ledger now',
  left: 'Left over',
  machine: 'Machine',
  bag: 'Sealed bag',
  place: 'Written down as',
  reference: 'Receipt',
  paper: 'Paper',
  cover: 'Cover',
  cutter: 'Cutter',
  device: 'Device',
  deviceClass: 'Device',
  identity: 'Its number',
  driver: 'Driver',
  outcome: 'Outcome',
  layout: 'Document',
  portrait: 'Portrait read',
  chip: 'Generation',
  keys: 'Keys',
  length: 'Characters',
  missed: 'Fields missed',
  passed: 'Working',
  failed: 'Not working',
  service: 'Service',
  state: 'Now',
  reason: 'Reason',
  lowReach: 'Buttons',
  file: 'File',
  megabytes: 'Size (MB)',
  digest: 'Digest',
  how: 'How',
  bySeconds: 'Moved by (s)',
  interface: 'Interface',
  kioskId: 'Kiosk id',
  technician: 'Technician',
  told: 'Centre knows',
  openTransactions: 'Unfinished services',
  outbox: 'Not sent yet',
  deadLetters: 'Cannot be sent',
  residentCards: 'Cards of residents',
  newCards: 'New cards inside',
  blanks: 'Blank cards',
  unsentAudit: 'Records not sent',
};
