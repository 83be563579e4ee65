import { GOOD_PIN } from '../../central/bench-operations.ts';
import type { Command } from '../../src/contracts/command.ts';
import type { Screen, View, ViewOf } from '../../src/contracts/view.ts';
import type { FictitiousResident } from '../../src/fictitious-residents/resident.ts';
import { memoryCard } from '../../src/flows/memory/card-machine-path.ts';
import type { SocialSecurityCard } from '../../src/ports/social-card-reader.ts';
import type { Surroundings } from '../simulation/people/surroundings.ts';
import type { Visit } from './visits.ts';
import { idCardOf, portraitOf, socialCardOf } from './world/cards-in-hand.ts';

/** Who has put a card in so often in vain goes to a counter. */
const TRIES = 8;

/** Somebody else's number, for who changes theirs. */
const NEW_MOBILE = '19900001234';

/** What the camera makes of a face beside the portrait of one's own ID card, and beside another's. */
const OWN_FACE = 0.31;
const OTHER_FACE = 0.93;

const faceAt = (distance: number): Command => ({
  type: 'face-result',
  result: { outcome: 'measured', distance, liveness: 'passed', frames: 5, model: 'test', durationMs: 900 },
});

/** What somebody comes for. */
export type Errand = Pick<Visit, 'service' | 'wants'>;

/** A person at the kiosk. What is switched here is how a resident goes wrong. */
export interface Person {
  readonly visit: Errand;
  readonly resident: FictitiousResident;
  /** The social security card in the hand; null while a machine has it, and for who has none. */
  card: SocialSecurityCard | null;
  /** The code a PIN is set to. */
  pin: string;
  /** For who changes theirs. */
  readonly newMobile: string;
  /** Walked away: touches nothing and takes nothing any more. */
  away: boolean;
  /** Wants to leave at the next screen that lets them. */
  leaves: boolean;
  /** Takes nothing from a gate before this moment; never where it is infinite. */
  takesFrom: number;
  /** What they do with a QR code. */
  pays: 'pay' | 'pay-twice' | 'refuse' | 'expire' | 'not' | 'cancel' | 'late';
  /** Things done once in a visit. */
  readonly did: Set<string>;
}

export const willing = (visit: Errand, resident: FictitiousResident): Person => ({
  visit,
  resident,
  card: resident.card ? socialCardOf(resident.card) : null,
  pin: GOOD_PIN,
  newMobile: NEW_MOBILE,
  away: false,
  leaves: false,
  takesFrom: 0,
  pays: 'pay',
  did: new Set(),
});

interface Moment<S extends Screen = Screen> {
  readonly world: Surroundings;
  readonly person: Person;
  readonly view: ViewOf<S>;
}

/** Answers the command to touch; null where hands did something else or there is only waiting. */
type Hand<S extends Screen> = (moment: Moment<S>) => Command | null | Promise<Command | null>;
const touch = (command: Command) => (): Command => command;
const waits = (): null => null;

/** True the first time it is asked about this. */
const once = ({ did }: Person, what: string): boolean => {
  if (did.has(what)) return false;
  did.add(what);
  return true;
};

/** How often this was tried, this time counted. */
function nth({ did }: Person, what: string): number {
  const tried = [...did].filter((one) => one.startsWith(`${what} `)).length + 1;
  did.add(`${what} ${tried}`);
  return tried;
}

type Place = Pick<Moment, 'world' | 'person'>;

/** The number that is typed, and gets the code. */
export const mobileOf = ({ visit, resident, newMobile }: Person): string =>
  visit.service === 'contact-data' ? newMobile : resident.mobile;

/** Pushes the card at the acceptor's mouth; it stays in the hand where the mouth is closed. */
export function offerOwnCard({ world, person }: Place): null {
  const { acceptor } = world.machines;
  const { card } = person;
  if (card && acceptor.card === null && acceptor.insertCard(memoryCard(`own ${world.time.now()}`, card)))
    person.card = null;
  return null;
}

/** Takes what stands in a gate; a card with one's own number on it is one's card from then on. */
export function takeFromGate(
  person: Person,
  machine: Pick<Surroundings['machines']['acceptor'], 'takeFromGate'>,
): null {
  const contents = machine.takeFromGate()?.contents;
  if (contents?.socialSecurityNumber === person.resident.socialSecurityNumber) person.card = contents;
  return null;
}

/** Whether the portrait that the face is held against is one's own: somebody else's ID card may lie on the reader. */
export const hasOwnPortrait = ({ resident }: Person, { portrait }: ViewOf<'face'>): boolean =>
  portrait.base64 === Buffer.from(portraitOf(resident.document)).toString('base64');

/** What a willing resident does on each screen. */
export const HANDS: { readonly [S in Screen]: Hand<S> } = {
  'out-of-service': waits,
  maintenance: waits,
  welcome: touch({ type: 'start' }),
  home: ({ view, person }) => {
    const tile = view.tiles.find(({ service }) => service === person.visit.service);
    if (tile?.available) return { type: 'choose-service', service: tile.service };
    person.did.add(`tile ${tile?.reason}`);
    person.leaves = true;
    return null;
  },
  'present-id-card': ({ world, person, view }) => {
    const { slot } = world.machines.idCards;
    const own = person.resident.document.number;
    if (slot.card === null) slot.put(idCardOf(person.resident));
    else if (view.problem === 'lift-and-replace' || slot.card.document.number !== own) slot.take();
    return null;
  },
  'who-you-are': touch({ type: 'confirm' }),
  'face-consent': touch({ type: 'consent-to-face' }),
  face: ({ person, view }) => faceAt(hasOwnPortrait(person, view) ? OWN_FACE : OTHER_FACE),
  'face-again': touch({ type: 'try-again' }),
  'without-face': touch({ type: 'finish' }),
  details: touch({ type: 'confirm' }),
  mobile: (moment) => {
    if (nth(moment.person, 'mobile') > TRIES) moment.person.leaves = true;
    return { type: 'enter-mobile', mobile: mobileOf(moment.person) };
  },
  'sms-code': (moment) => {
    const { person, view } = moment;
    if (nth(person, 'code') > TRIES) person.leaves = true;
    if (view.problem === 'try-again' && view.can.includes('resend-sms-code'))
      return { type: 'resend-sms-code' };
    const mobile = mobileOf(person);
    const message = moment.world.centre.messages().find((one) => one.mobile === mobile);
    return { type: 'enter-sms-code', code: /\d{6}/.exec(message?.text ?? '')?.[0] ?? '000000' };
  },
  occupation: ({ view }) => ({ type: 'choose-occupation', occupation: view.options[0]?.value ?? '' }),
  address: touch({ type: 'use-chip-address' }),
  'collection-place': ({ view }) => ({ type: 'choose-outlet', outlet: view.places[0]?.id ?? '' }),
  photo: ({ view }) => ({
    type: 'choose-photo',
    source: view.onFileBase64 === null ? 'camera' : 'authority-file',
  }),
  'photo-camera': touch({ type: 'photo-taken', jpegBase64: '/9j/2Q==' }),
  'photo-approve': touch({ type: 'confirm' }),
  'present-social-card': (moment) => {
    const { world, person, view } = moment;
    if (view.slot === 'acceptor') return offerOwnCard(moment);
    const { slot } = world.machines.socialCards;
    const { card } = person;
    if (view.problem !== null && view.problem !== 'reader-recovering' && slot.card !== null) slot.take();
    else {
      if (slot.card !== null && slot.card.cardId !== card?.cardId) slot.take();
      if (slot.card !== null || card === null) return null;
      if (nth(person, 'insert') > TRIES) person.leaves = true;
      else slot.put(card);
    }
    return null;
  },
  pin: ({ world, person, view }) => {
    if (view.problem !== null && nth(person, 'pin') > TRIES) person.leaves = true;
    if (view.can.includes('try-again')) return { type: 'try-again' };
    world.machines.pinPad.type(person.pin);
    return null;
  },
  'balance-sms': touch({ type: 'choose-balance-sms', wanted: true }),
  'check-answers': touch({ type: 'submit' }),
  choose: ({ person, view }) => {
    const wanted = view.options.find(({ value }) => person.visit.wants.includes(value)) ?? view.options[0];
    return { type: 'choose', value: wanted?.value ?? '' };
  },
  notice: touch({ type: 'confirm' }),
  pay: async ({ world, person, view }) => {
    if (view.phase === 'asking' || view.qr === null || !once(person, `pay ${view.qr}`)) return null;
    if (person.pays === 'cancel') return { type: 'cancel-payment' };
    if (person.pays === 'not' || person.pays === 'late') return null;
    const order = await world.centre.orderByQr(view.qr);
    if (order) await world.centre.payer(order.id, person.pays);
    return null;
  },
  'making-card': waits,
  'take-card': ({ world, person, view }) => {
    if (world.time.now() < person.takesFrom) return null;
    const { issuer, acceptor } = world.machines;
    return takeFromGate(person, view.which === 'new' ? issuer : acceptor);
  },
  'card-view': ({ person, view }) =>
    view.can.includes('show-state') && once(person, 'state') ? { type: 'show-state' } : { type: 'finish' },
  'scan-code': async ({ world, person }) => {
    world.machines.scanner.show(await world.centre.electronicCard(person.resident.id));
    return null;
  },
  records: ({ person, view }) => {
    if (view.paper === 'printing') return null;
    return view.paper === 'offered' && once(person, 'print')
      ? { type: 'print-document' }
      : { type: 'finish' };
  },
  applications: touch({ type: 'finish' }),
  'receipt-check': touch({ type: 'finish' }),
  'contact-data': ({ person, view }) => {
    if (view.lines.some(({ changed }) => changed)) return { type: 'submit' };
    return once(person, 'change') ? { type: 'change', field: 'mobile' } : { type: 'finish' };
  },
  'electronic-card': ({ person, view }) =>
    view.canScan && once(person, 'scan') ? { type: 'scan-code' } : { type: 'finish' },
  outlets: ({ person, view }) => {
    if (view.paper === 'printing') return null;
    if (once(person, 'kind')) return { type: 'choose-outlet-kind', kind: 'agency' };
    return view.paper === 'offered' && once(person, 'print')
      ? { type: 'print-document' }
      : { type: 'finish' };
  },
  help: ({ person, view }) => {
    const [topic] = view.topics;
    if (topic && once(person, 'topic')) return { type: 'open-topic', topic: topic.id };
    const [counter] = view.counterTopics;
    if (counter && once(person, 'counter')) return { type: 'open-counter-topic', topic: counter.id };
    return { type: 'finish' };
  },
  'help-topic': touch({ type: 'back' }),
  'counter-topic': ({ person, view }) =>
    view.can.includes('print-slip') && once(person, 'slip') ? { type: 'print-slip' } : { type: 'finish' },
  working: waits,
  receipt: touch({ type: 'finish' }),
  refusal: touch({ type: 'finish' }),
  trouble: touch({ type: 'finish' }),
  'take-cards': ({ world, person }) => {
    const { idCards, socialCards, acceptor } = world.machines;
    idCards.slot.take();
    socialCards.slot.take();
    if (world.time.now() >= person.takesFrom) takeFromGate(person, acceptor);
    return null;
  },
  ended: touch({ type: 'finish' }),
};

/** A patient resident says so many times that they are still there. */
const STAYS = 3;

/** What the person touches now; null: nothing, hands were elsewhere. */
export async function handsOn(world: Surroundings, person: Person, view: View): Promise<Command | null> {
  if (person.away) return null;
  if (view.overlay?.kind === 'leave') return { type: 'leave' };
  if (view.overlay?.kind === 'time-out') {
    return nth(person, 'stays') > STAYS ? { type: 'leave' } : { type: 'stay' };
  }
  if (person.leaves && view.can.includes('cancel')) return { type: 'cancel' };
  const hand = HANDS[view.screen] as Hand<Screen>;
  const command = await hand({ world, person, view });
  return command !== null && view.can.includes(command.type) ? command : null;
}
