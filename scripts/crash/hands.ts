import type { Command } from '../../src/contracts/command.ts';
import type { Screen, View, ViewOf } from '../../src/contracts/view.ts';
import type { Surroundings } from '../world/surroundings.ts';
import { nth, once, type Person } from './person.ts';

/** A PIN no rule forbids (ACT-3). */
const GOOD_PIN = '739514';
/** Somebody else's number, for who changes theirs. */
const NEW_MOBILE = '19900001234';
/** Who has tried something so often in vain goes away. */
const TRIES = 8;

/** What the page's worker would have measured of the same person. */
const FACE = {
  type: 'face-result',
  result: {
    outcome: 'measured',
    distance: 0.31,
    liveness: 'passed',
    frames: 5,
    model: 'crash-run',
    durationMs: 900,
  },
} as const satisfies Command;

interface Moment<S extends Screen = Screen> {
  readonly world: Surroundings;
  readonly person: Person;
  readonly view: ViewOf<S>;
}

/** Answers the command to touch; null where hands did something else or there is only waiting. */
type Hand<S extends Screen> = (moment: Moment<S>) => Command | null | Promise<Command | null>;
const touch = (command: Command) => (): Command => command;
const waits = (): null => null;

const mobileOf = ({ visit, resident }: Person): string =>
  visit.service === 'contact-data' ? NEW_MOBILE : resident.mobile;

/** What a willing resident does on each screen. */
const HANDS: { readonly [S in Screen]: Hand<S> } = {
  'out-of-service': waits,
  maintenance: waits,
  welcome: touch({ type: 'start' }),
  home: ({ view, person }) => {
    const tile = view.tiles.find(({ service }) => service === person.visit.service);
    if (tile?.available) return { type: 'choose-service', service: tile.service };
    // Devices come up one after the other; whoever is told that the link is down goes away soon.
    const patience = tile?.reason === 'link-down' ? TRIES : TRIES * TRIES;
    if (nth(person, 'tile') > patience) person.leaves = true;
    return null;
  },
  'present-id-card': ({ world, person, view }) => {
    const { idCardReader } = world.hardware;
    if (view.problem === 'lift-and-replace') idCardReader.removeCard();
    else if (idCardReader.card === null) world.layIdCard(person.resident.id);
    return null;
  },
  'who-you-are': touch({ type: 'confirm' }),
  'face-consent': touch({ type: 'consent-to-face' }),
  face: touch(FACE),
  'face-again': touch({ type: 'try-again' }),
  'without-face': touch({ type: 'finish' }),
  details: touch({ type: 'confirm' }),
  mobile: ({ person }) => {
    if (nth(person, 'mobile') > TRIES) person.leaves = true;
    return { type: 'enter-mobile', mobile: mobileOf(person) };
  },
  'sms-code': async ({ world, person, view }) => {
    if (nth(person, 'code') > TRIES) person.leaves = true;
    if (view.problem === 'try-again' && view.can.includes('resend-sms-code'))
      return { type: 'resend-sms-code' };
    const mobile = mobileOf(person);
    const message = (await world.central.sms()).find((one) => one.mobile === mobile);
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
  'present-social-card': async ({ world, person, view }) => {
    if (view.phase !== 'waiting') return null;
    if (nth(person, 'card') > TRIES * TRIES) person.leaves = true;
    if (view.slot === 'acceptor') world.offerOwnCard(person.resident.id);
    else if (view.problem !== null && view.problem !== 'reader-recovering') {
      await world.hardware.socialCards.pull();
      person.did.delete('in-reader');
    } else if (once(person, 'in-reader')) await world.insertSocialCard(person.resident.id);
    return null;
  },
  pin: ({ world, person, view }) => {
    if (view.problem !== null && nth(person, 'pin') > TRIES) person.leaves = true;
    if (view.can.includes('try-again')) return { type: 'try-again' };
    const { pinPad } = world.hardware;
    if (pinPad.entryActive && pinPad.count === 0) pinPad.typePin(GOOD_PIN);
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
    await world.phone.scan(view.qr);
    return null;
  },
  'making-card': waits,
  'take-card': ({ world, person, view }) => {
    if (!person.takesCards) return null;
    const { issuer, acceptor } = world.hardware;
    if (view.which === 'new') issuer.takeFromGate();
    else acceptor.takeFromGate();
    return null;
  },
  'card-view': touch({ type: 'finish' }),
  'scan-code': touch({ type: 'back' }),
  records: touch({ type: 'finish' }),
  applications: touch({ type: 'finish' }),
  'receipt-check': touch({ type: 'finish' }),
  'contact-data': ({ person, view }) => {
    if (view.lines.some(({ changed }) => changed)) return { type: 'submit' };
    return once(person, 'change') ? { type: 'change', field: 'mobile' } : { type: 'finish' };
  },
  'electronic-card': touch({ type: 'finish' }),
  outlets: touch({ type: 'finish' }),
  help: touch({ type: 'finish' }),
  'help-topic': touch({ type: 'back' }),
  'counter-topic': touch({ type: 'finish' }),
  working: waits,
  receipt: ({ view }) => (view.paper === 'printing' ? null : { type: 'finish' }),
  refusal: touch({ type: 'finish' }),
  trouble: touch({ type: 'finish' }),
  'take-cards': async ({ world, person }) => {
    const { idCardReader, socialCards, acceptor } = world.hardware;
    idCardReader.removeCard();
    await socialCards.pull();
    if (person.takesCards) acceptor.takeFromGate();
    return null;
  },
  ended: touch({ type: 'finish' }),
};

/** What the person touches now; null: nothing, hands were elsewhere. */
export async function handsOn(world: Surroundings, person: Person, view: View): Promise<Command | null> {
  if (view.overlay?.kind === 'leave') return { type: 'leave' };
  if (view.overlay?.kind === 'time-out') return { type: 'stay' };
  if (person.leaves && view.can.includes('cancel')) return { type: 'cancel' };
  const hand = HANDS[view.screen] as Hand<Screen>;
  const command = await hand({ world, person, view });
  return command !== null && view.can.includes(command.type) ? command : null;
}
