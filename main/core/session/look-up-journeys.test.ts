import { describe, expect, it } from 'vitest';
import type { ServiceId } from '../../../src/contracts/service.ts';
import { idCardOf, socialCardOf } from '../../../src/flows/memory/people.ts';
import { ok } from '../../../src/result.ts';
import {
  ALIKE,
  POLICY,
  type ResidentAtTheScreen,
  residentAtTheScreen,
  TODAY,
} from './resident-at-the-screen.ts';

const ID_CARD = idCardOf(TODAY, 40);
const CARD = socialCardOf(TODAY, ID_CARD.document.number);

async function choose(
  service: ServiceId,
  prepare: (resident: ResidentAtTheScreen) => void = () => undefined,
) {
  const resident = residentAtTheScreen();
  prepare(resident);
  await resident.settle();
  await resident.touch({ type: 'start' });
  await resident.touch({ type: 'choose-service', service });
  return resident;
}

async function proveWhoItIs(resident: ResidentAtTheScreen) {
  resident.world.idCards.put(ID_CARD);
  await resident.settle();
  await resident.touch({ type: 'confirm' });
  await resident.touch({ type: 'consent-to-face' });
  await resident.touch({ type: 'face-result', result: ALIKE });
}

describe('READ-1 from the card to its state', () => {
  it('READ-1 the card first, identity only for its state, and then what fits', async () => {
    const resident = await choose('read-card');
    await resident.touch({ type: 'choose', value: 'card' });
    resident.world.socialCards.put(CARD);
    await resident.settle();
    expect(resident.on('card-view').socialSecurity).toBeNull();
    await resident.touch({ type: 'show-state' });
    await proveWhoItIs(resident);
    expect(resident.on('card-view')).toMatchObject({ socialSecurity: 'normal', financial: 'locked' });
    await resident.touch({ type: 'choose-service', service: 'activate' });
    // Nothing is asked twice: the card is still in the reader, and the resident known.
    resident.on('pin');
    expect(resident.now().service).toBe('activate');
  });

  it('ID-9 somebody else’s card gets no state, and is given back', async () => {
    const resident = await choose('read-card');
    await resident.touch({ type: 'choose', value: 'card' });
    resident.world.socialCards.put(socialCardOf(TODAY, '460199199001010029'));
    await resident.settle();
    await resident.touch({ type: 'show-state' });
    await proveWhoItIs(resident);
    expect(resident.on('refusal').reason).toBe('holder-mismatch');
    await resident.touch({ type: 'finish' });
    expect(resident.on('take-cards').readers).toContain('social-card');
  });

  it('READ-1 looked at: the card goes back, then goodbye without a receipt', async () => {
    const resident = await choose('read-card');
    await resident.touch({ type: 'choose', value: 'card' });
    resident.world.socialCards.put(CARD);
    await resident.settle();
    await resident.touch({ type: 'finish' });
    expect(resident.on('take-cards').readers).toEqual(['social-card']);
    resident.world.socialCards.take();
    await resident.settle();
    resident.on('ended');
    expect(resident.world.paper).toEqual([]);
  });
});

describe('services that need nobody', () => {
  it.each(['electronic-card', 'outlets', 'help'] as const)(
    '%s starts at once and ends without cards',
    async (service) => {
      const resident = await choose(service);
      resident.on(service);
      await resident.touch({ type: 'finish' });
      resident.on('ended');
    },
  );

  it('services.md 13 a counter topic is printed with its papers', async () => {
    const topic = POLICY.counterTopics[0];
    if (!topic) throw new Error('no counter topic');
    const resident = await choose('help');
    await resident.touch({ type: 'open-counter-topic', topic: topic.id });
    await resident.touch({ type: 'print-slip' });
    expect(resident.on('receipt')).toMatchObject({ state: 'go-to-counter', paper: 'printed' });
    expect(JSON.stringify(resident.world.paper)).toContain(topic.papers[0]?.zh);
  });
});

describe('services that show or certify', () => {
  it('CERT-1 ends with a receipt that says until when, on screen and paper', async () => {
    const resident = await choose('certify', ({ world }) => {
      world.progress = { state: 'done', number: null, day: '2027-11-21' };
    });
    await proveWhoItIs(resident);
    await resident.touch({ type: 'submit' });
    expect(resident.on('receipt')).toMatchObject({ state: 'done-here', validUntil: '2027-11-21' });
    expect(JSON.stringify(resident.world.paper)).toContain('2027-11-21');
  });

  it('PROG-1 REC-3 what was looked at leaves no receipt and no trace', async () => {
    const progress = await choose('progress');
    await proveWhoItIs(progress);
    progress.on('applications');
    await progress.touch({ type: 'finish' });
    const records = await choose('records');
    await proveWhoItIs(records);
    for (const value of ['insurance', 'medical', '2026']) await records.touch({ type: 'choose', value });
    records.on('records');
    await records.touch({ type: 'finish' });
    for (const { on, world } of [progress, records]) {
      on('take-cards');
      expect([...world.paper, ...world.accepted]).toEqual([]);
    }
  });

  it('INFO-2 a new number goes on with its confirmation, and the receipt says it holds', async () => {
    const resident = await choose('contact-data', ({ world }) => {
      world.contactData = ok({ mobileMasked: null, occupation: null, residentialAddressMasked: null });
    });
    await proveWhoItIs(resident);
    await resident.touch({ type: 'change', field: 'mobile' });
    await resident.touch({ type: 'enter-mobile', mobile: '13800005620' });
    await resident.touch({ type: 'enter-sms-code', code: '123456' });
    await resident.touch({ type: 'submit' });
    expect(resident.now().progress?.of).toBe(4);
    await resident.touch({ type: 'submit' });
    expect(resident.on('receipt').state).toBe('done-here');
    expect(resident.world.carriedOut).toHaveLength(1);
  });
});
