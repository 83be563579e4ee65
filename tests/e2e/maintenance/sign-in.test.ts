import { expect, it } from 'vitest';
import type { KioskPage } from '../../../scripts/world/kiosk-page.ts';
import { nearbyCounters } from '../../../src/flows/nearby-counters.ts';
import {
  NO_TRIES,
  type SignInTries,
  takenForWrong,
  WRONG_TRIES_TO_LOCK,
} from '../../../src/maintenance/sign-in-tries.ts';
import { PACK } from '../card-journeys.ts';
import { goHome, leave } from '../journeys.ts';
import { eventually, kioskWorld, sessionWithoutFace } from '../kiosk-test.ts';
import {
  atSignIn,
  auditFromNow,
  callTechnician,
  comeIn,
  enterPin,
  goOut,
  needs,
  onPage,
  reported,
  seen,
  showCard,
  signInByCard,
  signInByCode,
  touchAct,
  touchChoice,
  visit,
} from '../technician.ts';
import { beginTask, hands } from '../technician-tasks.ts';

const world = kioskWorld({ blanks: 40 });
const FIRST = 'T-0417';
const SECOND = 'T-0981';
const SUPERVISOR = 'T-0100';
const RESIDENT = 'loss-active';
/** Five minutes of patience in three seconds. */
const HURRY = 100;
/** Nobody's. */
const WRONG_PIN = '999999';

it('Getting in: card and PIN lead to the readiness page, red first; once nothing is red, leaving gives the kiosk back', async () => {
  const audited = auditFromNow(world());
  const { printer } = world().hardware;
  printer.setFault('paper-out');
  await visit(
    world(),
    async (kiosk) => {
      await comeIn(world(), kiosk, FIRST);
      const levels = (await needs(kiosk)).map(({ level }) => level);
      expect(await needs(kiosk)).toContainEqual({ subject: 'paper', level: 'stop' });
      expect(levels).toEqual(levels.toSorted().toReversed());
      expect(await goOut(kiosk)).toBe('not-ready');
      printer.mend();
      await comeIn(world(), kiosk, FIRST);
      expect(await needs(kiosk)).not.toContainEqual({ subject: 'paper', level: 'stop' });
      expect(await goOut(kiosk)).toBe('ready');
      await kiosk.screen('welcome');
      await kiosk.touch('start');
      await kiosk.screen('home');
      await leave(world(), kiosk);
    },
    { residentId: RESIDENT },
  );
  expect(audited('technician-signed-in')).toEqual([
    { technician: FIRST, means: 'card', person: 'first' },
    { technician: FIRST, means: 'card', person: 'first' },
  ]);
  expect(audited('maintenance-ended').map(({ disposition }) => disposition)).toEqual(['not-ready', 'ready']);
});

it('Getting in: a call waits for the end of a resident’s session; the screen says closed, since when and where to go', async () => {
  const [counter] = nearbyCounters(PACK);
  await sessionWithoutFace(world(), RESIDENT, async (kiosk) => {
    await kiosk.touch('start');
    await kiosk.screen('home');
    await callTechnician(kiosk);
    await kiosk.touch('set-language');
    await kiosk.screen('home');
    await kiosk.touch('cancel');
    await kiosk.overlay('leave');
    await kiosk.touch('leave');
    await kiosk.screen('ended');
    await kiosk.touch('finish');
    await atSignIn(kiosk, 'how');
    const outside = kiosk.page.locator('.outside');
    for (const said of ['暂停服务', counter?.name ?? '', PACK.hotlines[0]?.number ?? ''])
      expect(await outside.textContent()).toContain(said);
    expect(await outside.textContent()).toMatch(/\d\d:\d\d 起/);
    await touchAct(kiosk, 'give-up-sign-in');
    await goHome(world(), kiosk);
  });
});

it('Time-outs apply: who walks away is signed out; with something red the kiosk stays closed until somebody comes', async () => {
  const audited = auditFromNow(world());
  await visit(world(), async (kiosk) => {
    world().hardware.printer.setFault('paper-out');
    await comeIn(world(), kiosk, FIRST);
    world().hurry(HURRY);
    await touchAct(kiosk, 'open-devices');
    await kiosk.screen('out-of-service');
    world().hurry(1);
    expect(await kiosk.text()).toContain((await kiosk.words()).outOfService.leadMaintenance);
    world().hardware.printer.mend();
    await comeIn(world(), kiosk, SECOND);
    await goOut(kiosk);
    await kiosk.screen('welcome');
  });
  const ends = audited('maintenance-ended').map(({ technician, disposition }) => [technician, disposition]);
  expect(ends[0]).toEqual([FIRST, 'timed-out']);
  expect(ends[1]?.[0]).toBe(SECOND);
});

/** Types a PIN that is wrong, as often as the kiosk takes it; the clock jumps over every wait. */
async function wrongUntilLocked(kiosk: KioskPage) {
  const audited = auditFromNow(world());
  let tries: SignInTries = NO_TRIES;
  while (tries.wrong < WRONG_TRIES_TO_LOCK) {
    await enterPin(kiosk, WRONG_PIN);
    tries = takenForWrong(tries, 0);
    await eventually(
      () => Promise.resolve(audited('technician-refused').length),
      (refused) => refused === tries.wrong,
    );
    if (tries.wrong === WRONG_TRIES_TO_LOCK - 1) await seen(kiosk, '.sign-in-wait');
    world().shiftClock(tries.waitsUntil);
    // A view of the new time: the page counts its wait from the moment a view came.
    if (tries.wrong < WRONG_TRIES_TO_LOCK) await kiosk.touch('set-language');
  }
  await atSignIn(kiosk, 'how');
  world().shiftClock(0);
}

it('Getting in: a wrong PIN waits ever longer and locks after 15, audited once; a one-time code lets another in with the link down; a supervisor unlocks', async () => {
  const audited = auditFromNow(world());
  await visit(world(), async (kiosk) => {
    await callTechnician(kiosk);
    await showCard(world(), kiosk, FIRST);
    await wrongUntilLocked(kiosk);
    const { signIn } = (await kiosk.words()).maintenance;
    expect(await kiosk.text()).toContain(signIn.problems.locked);
    // The right card opens nothing any more.
    await touchChoice(kiosk, 'card');
    await eventually(
      () => Promise.resolve(audited('technician-refused').at(-1)),
      (last) => last?.why === 'locked',
    );
    await atSignIn(kiosk, 'how');
    await world().hardware.socialCards.pull();
    await touchAct(kiosk, 'give-up-sign-in');
    await kiosk.screen('welcome');

    world().link.cut();
    await callTechnician(kiosk);
    await signInByCode(kiosk, SECOND);
    await reported(kiosk);
    await goOut(kiosk);
    world().link.restore();

    await callTechnician(kiosk);
    await signInByCode(kiosk, SUPERVISOR);
    await reported(kiosk);
    await beginTask(kiosk, 'unlock-technician');
    const task = hands(kiosk, 'unlock-technician');
    await task.chooses('choose-technician', FIRST);
    await task.ends();
    await goOut(kiosk);

    await callTechnician(kiosk);
    await signInByCard(world(), kiosk, FIRST);
    await onPage(kiosk, 'readiness');
    await goOut(kiosk);
  });
  const refused = audited('technician-refused').filter(({ why }) => why === 'wrong-pin');
  expect(refused.map(({ wrong }) => wrong)).toEqual(
    Array.from({ length: WRONG_TRIES_TO_LOCK }, (_, at) => at + 1),
  );
  expect(audited('technician-locked-out')).toEqual([{ technician: FIRST }]);
  expect(audited('technician-unlocked')).toEqual([{ technician: FIRST, by: SUPERVISOR }]);
}, 120_000);
