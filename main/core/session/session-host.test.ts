import { describe, expect, it } from 'vitest';
import { addDays, addYears } from '../../../src/calendar/calendar-day.ts';
import { idCardOf } from '../../../src/flows/memory/people.ts';
import {
  ALIKE,
  POLICY,
  type ResidentAtTheScreen,
  residentAtTheScreen,
  TODAY,
} from './resident-at-the-screen.ts';

async function chooseService(resident: ResidentAtTheScreen, service: 'apply' | 'activate' = 'apply') {
  await resident.settle();
  await resident.touch({ type: 'start' });
  await resident.touch({ type: 'choose-service', service });
}

async function showIdCard(resident: ResidentAtTheScreen, card = idCardOf(TODAY, 40)) {
  await chooseService(resident);
  resident.world.idCards.put(card);
  await resident.settle();
}

describe('identity', () => {
  it('ID-1 asks for the card and shows the person masked', async () => {
    const resident = residentAtTheScreen();
    await showIdCard(resident);
    const shown = resident.on('who-you-are');
    expect(shown.nameMasked).not.toContain('试验甲');
    expect(shown.numberMasked).toMatch(/＊/);
  });

  it('ID-2 refuses somebody of 15 years and 364 days and tells what a guardian brings', async () => {
    const resident = residentAtTheScreen();
    const birthDate = addDays(addYears(TODAY, -16), 1);
    await showIdCard(resident, idCardOf(addDays(TODAY, 1), 16));
    const shown = resident.on('refusal');
    expect(shown.reason).toBe('under-age');
    expect(shown.facts.turnsOn).toBe(addYears(birthDate, 16));
    expect(shown.papers.length).toBeGreaterThan(0);
    expect(shown.counters.length).toBeGreaterThan(0);
  });

  it('ID-3 refuses an expired card and says since when', async () => {
    const resident = residentAtTheScreen();
    await showIdCard(resident, idCardOf(TODAY, 40, { validTo: addDays(TODAY, -1) }));
    expect(resident.on('refusal')).toMatchObject({
      reason: 'document-expired',
      facts: { validTo: addDays(TODAY, -1) },
    });
  });

  it('asks to lift and replace a card that was not read, and ends honestly after three times', async () => {
    const resident = residentAtTheScreen();
    resident.world.idCardTrouble = { kind: 'read-failed', code: '41' };
    await showIdCard(resident);
    expect(resident.on('present-id-card').problem).toBe('lift-and-replace');
    for (let again = 0; again < 2; again += 1) {
      resident.world.idCards.take();
      await resident.settle();
      resident.world.idCards.put(idCardOf(TODAY, 40));
      await resident.settle();
    }
    expect(resident.on('trouble').what).toBe('id-card-unreadable');
  });

  it('INV-8 waits for a reader that is being brought back, then says it is out of order', async () => {
    const resident = residentAtTheScreen();
    resident.world.idCardTrouble = { kind: 'device', code: 'link-lost', message: '' };
    await showIdCard(resident);
    expect(resident.on('present-id-card').problem).toBe('reader-recovering');
    for (let again = 0; again < 20; again += 1) await resident.wait(1.5);
    expect(resident.on('trouble').what).toBe('id-card-reader-down');
  });

  it('INV-8 says no longer that the reader is being brought back when it is, and has patience anew', async () => {
    const resident = residentAtTheScreen();
    const trouble = { kind: 'device', code: 'link-lost', message: '' } as const;
    for (let outage = 0; outage < 2; outage += 1) {
      resident.world.idCardTrouble = trouble;
      if (outage === 0) await showIdCard(resident);
      else resident.world.idCards.put(idCardOf(TODAY, 40));
      await resident.settle();
      expect(resident.on('present-id-card').problem).toBe('reader-recovering');
      resident.world.idCards.take();
      resident.world.idCardTrouble = null;
      await resident.wait(1.5);
      expect(resident.on('present-id-card').problem).toBe('reader-recovering');
      await resident.wait(1);
      expect(resident.on('present-id-card').problem).toBeNull();
      await resident.wait(26);
    }
  });
});

describe('face', () => {
  const atFace = async () => {
    const resident = residentAtTheScreen();
    await showIdCard(resident);
    await resident.touch({ type: 'confirm' });
    return resident;
  };

  it('ID-6 asks for consent on a screen of its own, before any picture of the chip is published', async () => {
    const resident = await atFace();
    resident.on('face-consent');
    expect(resident.views.some((view) => view.screen === 'face')).toBe(false);
  });

  it('ID-6 declining leads to the no-face path, and back again', async () => {
    const resident = await atFace();
    await resident.touch({ type: 'decline-face' });
    expect(resident.on('without-face').why).toBe('declined');
    await resident.touch({ type: 'back' });
    resident.on('face-consent');
  });

  it('ID-6 another face fails three times and gets a slip for the counter', async () => {
    const resident = await atFace();
    await resident.touch({ type: 'consent-to-face' });
    for (let attempt = 1; attempt <= POLICY.face.tries; attempt += 1) {
      expect(resident.on('face').attempt).toBe(attempt);
      await resident.touch({ type: 'face-result', result: { ...ALIKE, distance: 0.8 } });
      if (attempt < POLICY.face.tries) await resident.touch({ type: 'try-again' });
    }
    expect(resident.on('without-face').why).toBe('failed');
    await resident.touch({ type: 'print-slip' });
    expect(resident.on('receipt').state).toBe('go-to-counter');
    expect(JSON.stringify(resident.world.paper)).not.toContain('试验甲');
  });

  it.each([
    [0.48, 'accept'],
    [0.5, 'retry'],
    [0.59, 'refuse'],
  ])('ID-5 distance %f is %s', async (distance, decision) => {
    const resident = await atFace();
    await resident.touch({ type: 'consent-to-face' });
    await resident.touch({ type: 'face-result', result: { ...ALIKE, distance } });
    expect(resident.world.audit.find(({ event }) => event === 'face-verified')?.detail.decision).toBe(
      decision,
    );
    expect(resident.now().screen).toBe(decision === 'accept' ? 'details' : 'face-again');
  });

  it('ID-5 an alike face without a live turn is not accepted', async () => {
    const resident = await atFace();
    await resident.touch({ type: 'consent-to-face' });
    await resident.touch({ type: 'face-result', result: { ...ALIKE, liveness: 'failed' } });
    expect(resident.on('face-again').why).toBe('not-live');
  });
});

describe('leaving', () => {
  it('warns, and takes any touch as an answer', async () => {
    const resident = residentAtTheScreen();
    await chooseService(resident);
    await resident.wait(POLICY.timeouts.screenSeconds);
    expect(resident.now().overlay?.kind).toBe('time-out');
    await resident.touch({ type: 'stay' });
    expect(resident.now().overlay).toBeNull();
    resident.on('present-id-card');
  });

  it('INV-6 nobody answers: cards back first, then everything of the person is gone', async () => {
    const resident = residentAtTheScreen();
    await showIdCard(resident);
    await resident.wait(POLICY.timeouts.screenSeconds);
    await resident.wait(POLICY.timeouts.warningSeconds);
    expect(resident.on('take-cards').readers).toEqual(['id-card']);
    resident.world.idCards.take();
    await resident.settle();
    expect(resident.on('ended').why).toBe('timed-out');
    expect(JSON.stringify(resident.now())).not.toMatch(/试|4601/);
    await resident.wait(POLICY.timeouts.endScreenSeconds);
    expect(resident.on('welcome').cardLeftBehind).toBe(false);
    expect(resident.host.idle()).toBe(true);
  });

  it('INV-5 a card left behind is said on the start screen and in the audit', async () => {
    const resident = residentAtTheScreen();
    await showIdCard(resident);
    await resident.touch({ type: 'cancel' });
    expect(resident.now().overlay?.kind).toBe('leave');
    await resident.touch({ type: 'leave' });
    await resident.wait(POLICY.timeouts.cardRemovalSeconds);
    await resident.wait(POLICY.timeouts.endScreenSeconds);
    expect(resident.on('welcome').cardLeftBehind).toBe(true);
    expect(resident.world.audit.some(({ event }) => event === 'card-left-behind')).toBe(true);
  });

  it('elder mode has twice the time', async () => {
    const resident = residentAtTheScreen();
    await resident.settle();
    await resident.touch({ type: 'set-elder', elder: true });
    await chooseService(resident);
    await resident.wait(POLICY.timeouts.screenSeconds * 1.9);
    expect(resident.now().overlay).toBeNull();
    await resident.wait(POLICY.timeouts.screenSeconds * 0.2);
    expect(resident.now().overlay?.kind).toBe('time-out');
  });

  it('low-reach mode follows the technician, unless a resident chooses; INV-6 the next one finds it as it was set', async () => {
    const resident = residentAtTheScreen();
    await resident.settle();
    expect(resident.now().lowReach).toBe(false);
    resident.world.lowReach = true;
    resident.host.refresh();
    await resident.settle();
    expect(resident.now().lowReach).toBe(true);
    await resident.touch({ type: 'set-low-reach', lowReach: false });
    await resident.touch({ type: 'start' });
    expect(resident.on('home').lowReach).toBe(false);
    await resident.touch({ type: 'cancel' });
    await resident.touch({ type: 'leave' });
    await resident.wait(POLICY.timeouts.endScreenSeconds);
    expect(resident.on('welcome').lowReach).toBe(true);
  });

  it('INV-6 who chooses on the start screen and goes leaves no choice to the next one, and the start screen waits on', async () => {
    const resident = residentAtTheScreen();
    await resident.settle();
    await resident.touch({ type: 'set-language', language: 'en' });
    await resident.touch({ type: 'set-elder', elder: true });
    await resident.touch({ type: 'set-low-reach', lowReach: true });
    await resident.wait(POLICY.timeouts.screenSeconds * 1.9);
    expect(resident.on('welcome')).toMatchObject({ language: 'en', elder: true, lowReach: true });
    await resident.wait(POLICY.timeouts.screenSeconds * 0.2);
    const after = resident.on('welcome');
    expect(after).toMatchObject({ language: 'zh-CN', elder: false, lowReach: false, overlay: null });
    expect(after.secondsLeft).toBeNull();
    await resident.wait(POLICY.timeouts.screenSeconds * 3);
    expect(resident.on('welcome').revision).toBe(after.revision);
  });

  it('a touch that follows a choice on the start screen at once counts', async () => {
    const resident = residentAtTheScreen();
    await resident.settle();
    const before = resident.now().revision;
    await resident.touch({ type: 'set-elder', elder: true });
    await resident.poke({ type: 'start' }, before);
    resident.on('home');
  });

  it('drops a touch that was meant for a screen that is gone', async () => {
    const resident = residentAtTheScreen();
    await resident.settle();
    const before = resident.now().revision;
    await resident.touch({ type: 'start' });
    await resident.poke({ type: 'choose-service', service: 'apply' }, before);
    resident.on('home');
  });

  it('lets through only what the screen offers', async () => {
    const resident = residentAtTheScreen();
    await resident.settle();
    await resident.poke({ type: 'submit' });
    await resident.poke({ type: 'choose-service', service: 'loss' });
    resident.on('welcome');
  });
});

it('INV-8 says it is out of service where nothing can be offered', async () => {
  const services = POLICY.services.filter(({ service }) => service === 'apply' || service === 'activate');
  const resident = residentAtTheScreen({ ...POLICY, services });
  resident.world.devices['id-card-reader'] = 'offline';
  resident.host.refresh();
  await resident.settle();
  expect(resident.on('out-of-service').reasons).toContain('id-card-reader-down');
});

it('says since when it is out of service, and where to go, until something works again', async () => {
  const services = POLICY.services.filter(({ service }) => service === 'activate');
  const resident = residentAtTheScreen({ ...POLICY, services });
  const look = async (idCardReader: 'offline' | 'online', linkUp: boolean) => {
    resident.world.devices['id-card-reader'] = idCardReader;
    resident.world.linkUp = linkUp;
    resident.host.refresh();
    await resident.settle();
  };
  await look('offline', true);
  const { since, counters } = resident.on('out-of-service');
  expect(since).toBe(resident.world.now);
  expect(counters).toEqual(POLICY.counters.slice(0, 3));
  await resident.wait(60);
  await look('online', false);
  expect(resident.on('out-of-service').since).toBe(since);
  await look('online', true);
  expect(resident.now().screen).toBe('welcome');
  await look('offline', true);
  expect(resident.on('out-of-service').since).toBe((since ?? 0) + 60_000);
});

it('INV-8 a kiosk without an ID card reader still answers questions and reads cards', async () => {
  const resident = residentAtTheScreen();
  resident.world.devices['id-card-reader'] = 'offline';
  resident.host.refresh();
  await resident.settle();
  await resident.touch({ type: 'start' });
  const open = resident.on('home').tiles.filter(({ available }) => available);
  expect(open.map(({ service }) => service)).toEqual([
    'exchange',
    'read-card',
    'electronic-card',
    'outlets',
    'help',
  ]);
});
