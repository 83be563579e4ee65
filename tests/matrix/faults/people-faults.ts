import type { AcquirerMode } from '../../../central/payments/reference-acquirer.ts';
import type { Person } from '../hands.ts';
import type { Fault, Step } from './fault.ts';

/** A card at the gate waits 60 s (policy); this is within it, that is beyond. */
const LATE_MS = 40_000;
const NEVER = Number.POSITIVE_INFINITY;

const isPaying = ({ name }: Step): boolean => name === 'pay open';
const beforePaying = (step: Step, steps: readonly Step[]): boolean =>
  steps.findIndex(isPaying) >= steps.indexOf(step) && step.requests.size > 0;

const resident = (
  name: string,
  strikesAt: Fault['strikesAt'],
  change: (person: Person, now: number) => void,
): Fault => ({
  group: 'resident',
  name,
  strikesAt,
  strike: ({ time }, person) => change(person, time.now()),
});

const everywhere = ({ name }: Step): boolean => name !== 'welcome' && name !== 'ended';
const atGate = ({ name }: Step): boolean => name.startsWith('take-card');

const pulls = (name: string, reader: 'idCards' | 'socialCards', method: string): Fault => ({
  group: 'resident',
  name,
  strikesAt: ({ calls }) => calls.has(method),
  strike: ({ machines }) => machines[reader].slot.take(),
});

export const RESIDENT_FAULTS: readonly Fault[] = [
  resident('walks away', everywhere, (person) => {
    person.away = true;
  }),
  resident('leaves', everywhere, (person) => {
    person.leaves = true;
  }),
  resident('takes it late', atGate, (person, now) => {
    person.takesFrom = now + LATE_MS;
  }),
  resident('does not take it', atGate, (person) => {
    person.takesFrom = NEVER;
  }),
  pulls('pulls the ID card', 'idCards', 'id-card-reader read'),
  pulls('pulls the card', 'socialCards', 'social-card-reader read'),
  {
    group: 'resident',
    name: 'takes the card along',
    strikesAt: ({ name }) => name.startsWith('pin') || name === 'check-answers',
    strike: ({ machines }) => machines.socialCards.slot.take(),
  },
];

const acquirer = (mode: AcquirerMode): Fault => ({
  group: 'acquirer',
  name: mode,
  strikesAt: (step, steps) => beforePaying(step, steps) || isPaying(step),
  strike: ({ centre }) => centre.acquirer(mode),
});

const payer = (pays: Person['pays'], name: string): Fault => ({
  group: 'acquirer',
  name,
  strikesAt: isPaying,
  strike: (_, person) => {
    person.pays = pays;
  },
});

export const ACQUIRER_FAULTS: readonly Fault[] = [
  acquirer('mute'),
  acquirer('slow'),
  acquirer('refuses-refunds'),
  payer('pay-twice', 'paid twice'),
  payer('refuse', 'refused by the payer’s bank'),
  payer('expire', 'expired'),
  payer('not', 'nobody pays'),
  payer('late', 'paid after its time'),
  payer('cancel', 'cancelled'),
];
