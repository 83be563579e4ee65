import { deviceTrouble } from '../../../src/ports/device-status.ts';
import type { DeviceFault } from '../world/fault-switch.ts';
import type { DeviceTrouble } from './device-faults.ts';
import type { Fault, Step } from './fault.ts';

const TIMEOUT = deviceTrouble('timeout', 'no answer in time');
const ANSWER_LOST = deviceTrouble('answer-lost', 'the outcome is not known');
const JAMMED = { kind: 'jammed', code: '10' };
const CHIP = { kind: 'chip', code: '6F00' };

/** Ways a move goes wrong that only a first fault leads to. */
const MOVES: readonly (readonly [word: string, fault: Omit<DeviceFault, 'methods'>])[] = [
  ['bin-full', { trouble: { kind: 'bin-full' } }],
  ['jammed', { trouble: JAMMED }],
  ['jammed (done)', { trouble: JAMMED, acts: true }],
  ['timeout once', { trouble: TIMEOUT, times: 1 }],
  ['timeout', { trouble: TIMEOUT }],
  ['answer-lost', { trouble: ANSWER_LOST, acts: true }],
];

/** The same for whoever strikes at chance: moves that a willing visit never comes to. */
export const MOVE_TROUBLES: readonly DeviceTrouble[] = (
  [
    ['card-issuer', 'toBin'],
    ['card-acceptor', 'giveBack'],
    ['card-acceptor', 'waitTaken'],
    ['card-acceptor', 'takeIn'],
  ] as const
).flatMap(([device, method]) =>
  MOVES.filter(([word]) => word !== 'timeout once' && (word !== 'bin-full' || method === 'toBin')).map(
    ([, fault]) => ({ device, fault: { ...fault, methods: [method] } }),
  ),
);

/** The new card is left at the gate, and the machine does not take it in as it should. */
const leftAtGate: readonly Fault[] = MOVES.map(([word, fault]) => ({
  group: 'card-issuer',
  name: `not taken, then toBin ${word}`,
  strikesAt: ({ name }) => name === 'take-card new',
  strike: ({ machines }, person) => {
    person.takesFrom = Number.POSITIVE_INFINITY;
    machines.switches['card-issuer'].strike({ ...fault, methods: ['toBin'] });
  },
}));

/** The chip is bad, and the machine does not reject the card as it should. */
const badChip: readonly Fault[] = MOVES.map(([word, fault]) => ({
  group: 'card-issuer',
  name: `bad chip, then toBin ${word}`,
  strikesAt: ({ name }) => name === 'making-card writing',
  strike: ({ machines }) => {
    machines.switches['card-issuer'].strike({ methods: ['transmit'], trouble: CHIP, times: 1 });
    machines.switches['card-issuer'].afterwards({ ...fault, methods: ['toBin'] });
  },
}));

/** SWAP-3, EXCH-5 */
const takesOldCard = (steps: readonly Step[]): boolean =>
  steps.some(({ calls }) => calls.has('card-acceptor accept'));

/** The new card can't be made, so the old one has to come back; and that goes wrong. */
const comingBack: readonly Fault[] = ['giveBack', 'waitTaken'].flatMap((method) =>
  MOVES.filter(([word]) => word !== 'bin-full').map(
    ([word, fault]): Fault => ({
      group: 'card-acceptor',
      name: `not made, then ${method} ${word}`,
      strikesAt: (step, steps) => step.name === 'making-card writing' && takesOldCard(steps),
      strike: ({ machines }) => {
        machines.switches['card-face-printer'].strike({ methods: ['printFace'], trouble: TIMEOUT });
        machines.switches['card-acceptor'].strike({ ...fault, methods: [method] });
      },
    }),
  ),
);

/** The old card comes back and nobody takes it. */
const leftBehind: readonly Fault[] = ['takeIn', 'retain'].flatMap((method) =>
  MOVES.map(
    ([word, fault]): Fault => ({
      group: 'card-acceptor',
      name: `not made, old card not taken, then ${method} ${word}`,
      strikesAt: ({ name }) => name === 'making-card writing',
      strike: ({ machines }, person) => {
        person.takesFrom = Number.POSITIVE_INFINITY;
        machines.switches['card-face-printer'].strike({ methods: ['printFace'], trouble: TIMEOUT });
        machines.switches['card-acceptor'].strike({ ...fault, methods: [method] });
      },
    }),
  ),
);

/** Money that has to go back while the acquirer takes no refunds. */
const refundsRefused: Fault = {
  group: 'acquirer',
  name: 'refuses refunds, and the centre is out of reach after the payment',
  strikesAt: ({ name }) => name === 'pay open',
  strike: async ({ centre }) => {
    await centre.acquirer('refuses-refunds');
    centre.wire.strikeOperation('loss.report', 'request-lost');
    centre.wire.strikeOperation('card.request', 'request-lost');
  },
};

export const DOUBLE_FAULTS: readonly Fault[] = [
  ...leftAtGate,
  ...badChip,
  ...comingBack,
  ...leftBehind,
  refundsRefused,
];
