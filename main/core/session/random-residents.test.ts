import fc from 'fast-check';
import { expect, it } from 'vitest';
import { COMMAND_TYPES, type Command, type CommandType } from '../../../src/contracts/command.ts';
import type { ServiceId } from '../../../src/contracts/service.ts';
import { idCardOf, socialCardOf } from '../../../src/flows/memory/people.ts';
import { err, ok } from '../../../src/result.ts';
import { IN_USE } from './card-order-bench.ts';
import {
  ALIKE,
  POLICY,
  type ResidentAtTheScreen,
  residentAtTheScreen,
  TODAY,
} from './resident-at-the-screen.ts';

const ID_CARD = idCardOf(TODAY, 40);
const PERSONAL = new RegExp(`试验|${ID_CARD.document.number}|虚构路|13800005620|6217990000000000014`);

const SAMPLES: { readonly [T in CommandType]: Extract<Command, { type: T }> } = {
  start: { type: 'start' },
  'set-language': { type: 'set-language', language: 'en' },
  'set-elder': { type: 'set-elder', elder: true },
  'set-low-reach': { type: 'set-low-reach', lowReach: true },
  'choose-service': { type: 'choose-service', service: 'apply' },
  confirm: { type: 'confirm' },
  back: { type: 'back' },
  cancel: { type: 'cancel' },
  stay: { type: 'stay' },
  leave: { type: 'leave' },
  finish: { type: 'finish' },
  'try-again': { type: 'try-again' },
  'consent-to-face': { type: 'consent-to-face' },
  'decline-face': { type: 'decline-face' },
  'face-result': { type: 'face-result', result: ALIKE },
  'print-slip': { type: 'print-slip' },
  'enter-mobile': { type: 'enter-mobile', mobile: '13800005620' },
  'enter-sms-code': { type: 'enter-sms-code', code: '123456' },
  'resend-sms-code': { type: 'resend-sms-code' },
  'choose-occupation': {
    type: 'choose-occupation',
    occupation: POLICY.application.occupations[0]?.code ?? '',
  },
  'use-chip-address': { type: 'use-chip-address' },
  'enter-address': { type: 'enter-address', address: '海南省测试市样例区虚构路9号' },
  'choose-outlet': { type: 'choose-outlet', outlet: POLICY.application.collectionOutlets[0]?.id ?? '' },
  'choose-photo': { type: 'choose-photo', source: 'camera' },
  'photo-taken': { type: 'photo-taken', jpegBase64: '/9j/AAAA' },
  'camera-failed': { type: 'camera-failed' },
  'retake-photo': { type: 'retake-photo' },
  'choose-balance-sms': { type: 'choose-balance-sms', wanted: true },
  change: { type: 'change', field: 'mobile' },
  submit: { type: 'submit' },
  choose: { type: 'choose', value: 'same' },
  'cancel-payment': { type: 'cancel-payment' },
  'print-document': { type: 'print-document' },
  'show-state': { type: 'show-state' },
  'scan-code': { type: 'scan-code' },
  'code-scanned': { type: 'code-scanned', code: 'ECARD-0123456789' },
  'choose-outlet-kind': { type: 'choose-outlet-kind', kind: 'agency' },
  'choose-region': { type: 'choose-region', region: null },
  search: { type: 'search', text: 'gs' },
  'open-topic': { type: 'open-topic', topic: 'no-such-topic' },
  'open-counter-topic': { type: 'open-counter-topic', topic: POLICY.counterTopics[0]?.id ?? '' },
};

/** The first thing a question offers; the sample where nothing is asked. */
function sampleOf(resident: ResidentAtTheScreen, type: CommandType): Command {
  const shown = resident.now();
  if (type !== 'choose' || shown.screen !== 'choose') return SAMPLES[type];
  return { type, value: shown.options[0]?.value ?? '' };
}

const BLOCK = { format: 'iso4-aes', keyName: 'PINKEY', block: 'AB'.repeat(16) } as const;

/** What may happen around a resident at any moment. */
const HAPPENINGS: Record<string, (resident: ResidentAtTheScreen) => Promise<void> | void> = {
  layIdCard: ({ world }) => world.idCards.put(ID_CARD),
  liftIdCard: ({ world }) => world.idCards.take(),
  insertCard: ({ world }) => world.socialCards.put(socialCardOf(TODAY, ID_CARD.document.number)),
  insertOther: ({ world }) => world.socialCards.put(socialCardOf(TODAY, '460199199001010029')),
  pullCard: ({ world }) => world.socialCards.take(),
  linkDown: ({ world }) => {
    world.linkUp = false;
  },
  linkUp: ({ world }) => {
    world.linkUp = true;
  },
  readerTrouble: ({ world }) => {
    world.socialCardTrouble = { kind: 'card-error', code: '6981' };
  },
  readerWell: ({ world }) => {
    world.socialCardTrouble = null;
  },
  pinTyped: ({ world }) => world.pad?.end(ok(BLOCK)),
  padFails: ({ world }) => world.pad?.end(err({ kind: 'device', code: 'link-lost', message: '' })),
  noPaper: ({ world }) => {
    world.printed = err({ kind: 'paper-out' });
  },
  offerOwnCard: ({ world }) =>
    world.ownCards.put(socialCardOf(TODAY, ID_CARD.document.number, { generation: 2, specVersion: '2.00' })),
  pays: ({ money }) => money.pay('paid'),
  paymentUnknown: ({ money }) => money.pay('unknown'),
  takesNewCard: ({ money }) => money.take(),
  noStock: ({ world }) => {
    world.machines = { ...world.machines, canMakeCards: false };
  },
  chooseActivate: async (resident) => resident.poke({ type: 'choose-service', service: 'activate' }),
  second: async (resident) => resident.wait(1),
  halfMinute: async (resident) => resident.wait(30),
};

type Step = { touch?: CommandType; offered?: number; happens?: string; say?: Command };

const WITH_IDENTITY: readonly Step[] = [
  { happens: 'layIdCard' },
  { touch: 'confirm' },
  { touch: 'consent-to-face' },
  { touch: 'face-result' },
];

/** A session that goes well, step by step: random steps begin anywhere along it. */
const begin = (service: ServiceId): readonly Step[] => [
  { touch: 'start' },
  { say: { type: 'choose-service', service } },
];
const JOURNEYS = {
  loss: [
    ...begin('loss'),
    ...WITH_IDENTITY,
    { say: { type: 'choose', value: 'formal' } },
    { touch: 'confirm' },
    { touch: 'submit' },
    { happens: 'pays' },
    { touch: 'finish' },
  ],
  replace: [
    ...begin('replace'),
    ...WITH_IDENTITY,
    { touch: 'choose' },
    { touch: 'confirm' },
    { touch: 'submit' },
    { happens: 'pays' },
    { happens: 'takesNewCard' },
    { touch: 'finish' },
  ],
  swap: [
    ...begin('swap'),
    ...WITH_IDENTITY,
    { happens: 'offerOwnCard' },
    { touch: 'choose' },
    { touch: 'confirm' },
    { touch: 'submit' },
    { happens: 'takesNewCard' },
    { touch: 'finish' },
  ],
  certify: [...begin('certify'), ...WITH_IDENTITY, { touch: 'submit' }, { touch: 'finish' }],
  records: [
    ...begin('records'),
    ...WITH_IDENTITY,
    { touch: 'choose' },
    { touch: 'choose' },
    { touch: 'choose' },
    { touch: 'print-document' },
    { touch: 'finish' },
  ],
  progress: [...begin('progress'), ...WITH_IDENTITY, { touch: 'finish' }],
  'contact-data': [...begin('contact-data'), ...WITH_IDENTITY, { say: { type: 'change', field: 'mobile' } }],
  'read-card': [
    ...begin('read-card'),
    { touch: 'choose' },
    { happens: 'insertCard' },
    { touch: 'show-state' },
    ...WITH_IDENTITY,
  ],
  'electronic-card': [...begin('electronic-card'), { touch: 'scan-code' }, { touch: 'code-scanned' }],
  outlets: [...begin('outlets'), { touch: 'choose-outlet-kind' }, { touch: 'print-document' }],
  help: [...begin('help'), { touch: 'search' }, { touch: 'open-counter-topic' }, { touch: 'print-slip' }],
  exchange: [...begin('exchange'), { touch: 'choose' }],
  apply: [
    { touch: 'start' },
    { say: { type: 'choose-service', service: 'apply' } },
    ...WITH_IDENTITY,
    { touch: 'confirm' },
    { touch: 'enter-mobile' },
    { touch: 'enter-sms-code' },
    { touch: 'choose-occupation' },
    { touch: 'use-chip-address' },
    { say: { type: 'choose', value: 'outlet' } },
    { touch: 'choose-outlet' },
    { touch: 'choose-photo' },
    { touch: 'photo-taken' },
    { touch: 'confirm' },
    { touch: 'submit' },
    { touch: 'finish' },
  ],
  activate: [
    { touch: 'start' },
    { say: { type: 'choose-service', service: 'activate' } },
    ...WITH_IDENTITY,
    { happens: 'insertCard' },
    { happens: 'pinTyped' },
    { happens: 'pinTyped' },
    { touch: 'choose-balance-sms' },
    { touch: 'submit' },
    { touch: 'finish' },
  ],
} as const satisfies Partial<Record<ServiceId, readonly Step[]>>;
const STOPS = Object.entries(JOURNEYS).flatMap(([service, steps]) =>
  steps.map((_: Step, stop: number) => [service as keyof typeof JOURNEYS, stop] as const),
);

const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(...COMMAND_TYPES).map((type) => ({ touch: type })) },
  // Most people touch what the screen offers: index into the present `can`.
  { weight: 6, arbitrary: fc.nat(20).map((offered) => ({ offered })) },
  { weight: 4, arbitrary: fc.constantFrom(...Object.keys(HAPPENINGS)).map((happens) => ({ happens })) },
);

async function residentAt(service: keyof typeof JOURNEYS, stop: number): Promise<ResidentAtTheScreen> {
  const resident = residentAtTheScreen();
  resident.world.residentCard = ok(IN_USE);
  await resident.settle();
  for (const one of JOURNEYS[service].slice(0, stop)) await take(resident, one);
  return resident;
}

async function take(resident: ResidentAtTheScreen, one: Step) {
  if (one.say !== undefined) await resident.poke(one.say);
  if (one.happens !== undefined) await HAPPENINGS[one.happens]?.(resident);
  if (one.touch !== undefined) await resident.poke(sampleOf(resident, one.touch));
  if (one.offered !== undefined) {
    const { can } = resident.now();
    const type = can[one.offered % can.length];
    if (type !== undefined) await resident.poke(sampleOf(resident, type));
  }
  await resident.settle();
}

it('INV-5, INV-6, INV-8 whatever residents and devices do, every state decides, and it ends at a clean start screen', async () => {
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...STOPS), fc.array(step, { maxLength: 40 }), async (stop, steps) => {
      const resident = await residentAt(...stop);
      for (const one of steps) {
        await take(resident, one);
        const shown = resident.now();
        if (['welcome', 'home', 'take-cards', 'ended', 'out-of-service'].includes(shown.screen)) {
          expect(JSON.stringify(shown)).not.toMatch(PERSONAL);
        }
      }
      // Everybody goes home in the end: cards taken, hands off.
      for (let wait = 0; wait < 40 && !resident.host.idle(); wait += 1) {
        resident.world.idCards.take();
        resident.world.socialCards.take();
        resident.money.pay('expired');
        await resident.wait(31);
      }
      expect(resident.host.idle()).toBe(true);
      expect(JSON.stringify(resident.world.audit)).not.toMatch(PERSONAL);
      const started = resident.world.audit.filter(({ event }) => event === 'session-started').length;
      const ended = resident.world.audit.filter(({ event }) => event === 'session-ended').length;
      expect(ended).toBe(started);
      resident.host.stop();
    }),
    { numRuns: 120 },
  );
}, 60_000);

it.each(STOPS)(
  'every command in %s at step %i is either offered or dropped on purpose',
  async (service, stop) => {
    const resident = await residentAt(service, stop);
    const shown = resident.now();
    for (const type of COMMAND_TYPES.filter((one) => !shown.can.includes(one))) {
      await resident.poke(SAMPLES[type]);
      expect(resident.now(), type).toEqual(shown);
    }
  },
);

it.each(STOPS)(
  'INV-5, INV-6 walking away in %s at step %i: cards back, data gone, start screen',
  async (service, stop) => {
    const resident = await residentAt(service, stop);
    for (let wait = 0; wait < 12 && !resident.host.idle(); wait += 1) {
      if (resident.now().screen === 'take-cards') {
        resident.world.idCards.take();
        resident.world.socialCards.take();
      }
      // An order that nobody pays expires by itself.
      resident.money.pay('expired');
      await resident.wait(31);
    }
    expect(resident.host.idle()).toBe(true);
    expect(JSON.stringify(resident.now())).not.toMatch(PERSONAL);
  },
);

it('every command of the contract has its screen: none is dead', async () => {
  const seen = new Set<CommandType>(['stay', 'leave', 'print-slip', 'try-again']);
  for (const stop of STOPS) for (const type of (await residentAt(...stop)).now().can) seen.add(type);
  expect(COMMAND_TYPES.filter((type) => !seen.has(type))).toEqual([]);
});
