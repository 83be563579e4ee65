import { createPrivateKey, sign } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { day } from '../../../../src/calendar/calendar-day.ts';
import type { TechnicianList } from '../../../../src/contracts/maintenance/technician-list.ts';
import { TECHNICIAN_CHALLENGE_PREFIX } from '../../../../src/ports/technician-card.ts';
import { err, ok } from '../../../../src/result.ts';
import {
  cardKeyOf,
  type FictitiousTechnician,
  fictitiousTechnicians,
  oneTimeCode,
  pinOf,
} from './fictitious-technicians.ts';
import { TechnicianAtTheScreen } from './technician-at-the-screen.ts';

let list: TechnicianList;
beforeAll(async () => {
  list = await fictitiousTechnicians();
});

const WRONG_PIN = '735190';

/** The card of one who says to be `says`. */
const cardOf =
  (
    technician: FictitiousTechnician,
    says: string = technician,
    prefix: string = TECHNICIAN_CHALLENGE_PREFIX,
  ) =>
  async (challenge: Uint8Array) => {
    const key = createPrivateKey({ key: { ...cardKeyOf(technician) }, format: 'jwk' });
    const signed = Buffer.concat([Buffer.from(prefix), challenge]);
    const signature = sign('sha256', signed, { key, dsaEncoding: 'ieee-p1363' })
      .toString('hex')
      .toUpperCase();
    return ok({ technician: says, signature });
  };

async function atTheDoor(changed: TechnicianList | null = list): Promise<TechnicianAtTheScreen> {
  const screen = new TechnicianAtTheScreen(changed);
  await screen.call();
  return screen;
}

async function enterCode(screen: TechnicianAtTheScreen, technician: string, code: string) {
  await screen.touch({ act: 'use-code' });
  await screen.touch({ act: 'enter-code', technician, code });
}

const codeOf = (screen: TechnicianAtTheScreen, technician: FictitiousTechnician) =>
  oneTimeCode(technician, screen.timers.now());

async function withCode(screen: TechnicianAtTheScreen, technician: FictitiousTechnician = 'T-0417') {
  await enterCode(screen, technician, codeOf(screen, technician));
}

const someoneElse = (change: Partial<TechnicianList['technicians'][number]>): TechnicianList => ({
  ...list,
  technicians: list.technicians.map((one) => (one.id === 'T-0417' ? { ...one, ...change } : one)),
});

describe('technician card or one-time code, plus PIN, working with the link down', () => {
  it('lets in with a code and the PIN', async () => {
    const screen = await atTheDoor();
    await withCode(screen);
    expect(screen.page('sign-in')).toMatchObject({ step: 'pin', technician: 'T-0417', problem: null });
    await screen.touch({ act: 'enter-pin', pin: pinOf('T-0417') });
    expect(screen.page('readiness').technician).toBe('T-0417');
    expect(screen.events()).toContain(
      'technician-signed-in {"technician":"T-0417","means":"code","person":"first"}',
    );
  });

  it('lets in with a card that signs this challenge', async () => {
    const screen = await atTheDoor();
    screen.card = cardOf('T-0417');
    await screen.touch({ act: 'use-card' });
    expect(screen.page('sign-in')).toMatchObject({ step: 'pin', technician: 'T-0417' });
    await screen.touch({ act: 'enter-pin', pin: pinOf('T-0417') });
    screen.page('readiness');
  });

  it.each([
    ['a card that says to be somebody else', cardOf('T-0981', 'T-0417')],
    ['a signature over the challenge for something else', cardOf('T-0417', 'T-0417', 'other')],
    ['a signature that is none', async () => ok({ technician: 'T-0417', signature: 'AB' })],
    ['an id that nobody has', cardOf('T-0417', 'T-9999')],
    ["a resident's card", async () => err({ kind: 'not-a-social-security-card' as const })],
  ])('does not let in %s', async (_, card) => {
    const screen = await atTheDoor();
    screen.card = card;
    await screen.touch({ act: 'use-card' });
    expect(screen.page('sign-in')).toMatchObject({ step: 'how', problem: 'wrong', technician: null });
  });

  it.each([
    [{ kind: 'mute' as const }, 'card-not-read'],
    [{ kind: 'card-removed' as const }, 'card-not-read'],
    [{ kind: 'device' as const, code: 'link-lost', message: '' }, 'reader-down'],
  ])('says of a card with %j that it is %s, and counts nothing', async (trouble, problem) => {
    const screen = await atTheDoor();
    screen.card = async () => err(trouble);
    await screen.touch({ act: 'use-card' });
    expect(screen.page('sign-in').problem).toBe(problem);
    expect(screen.store.technicianTries.of('T-0417').wrong).toBe(0);
  });

  it('takes a code of the step before or after, and none of two steps away', async () => {
    for (const [steps, let_in] of [
      [-2, false],
      [-1, true],
      [1, true],
      [2, false],
    ] as const) {
      const screen = await atTheDoor();
      await enterCode(screen, 'T-0417', oneTimeCode('T-0417', screen.timers.now() + steps * 30_000));
      expect(screen.page('sign-in').step).toBe(let_in ? 'pin' : 'code');
    }
  });

  it('takes no step twice, not even after a power cut', async () => {
    const screen = await atTheDoor();
    const code = codeOf(screen, 'T-0417');
    await enterCode(screen, 'T-0417', code);
    await screen.cut();
    await screen.call();
    await enterCode(screen, 'T-0417', code);
    expect(screen.page('sign-in')).toMatchObject({ step: 'code', problem: 'wrong' });
  });

  it('says the same of a wrong id, a wrong code and somebody who is not valid today', async () => {
    const wrong = await atTheDoor();
    await enterCode(wrong, 'T-0417', codeOf(wrong, 'T-0981'));
    const nobody = await atTheDoor();
    await enterCode(nobody, 'T-9999', codeOf(nobody, 'T-0417'));
    // A day begins in Shanghai: 23 November there, 22 November in the world.
    const gone = await atTheDoor(someoneElse({ validTo: day('2026-11-21') }));
    await withCode(gone);
    const [page] = [wrong, nobody, gone].map((screen) => screen.page('sign-in'));
    for (const screen of [wrong, nobody, gone]) expect(screen.page('sign-in')).toEqual(page);
    expect(page).toMatchObject({ step: 'code', problem: 'wrong', technician: null });
    expect(nobody.events().at(-1)).toContain('"technician":null');
    expect(gone.events().at(-1)).toContain('not-valid-today');
  });

  it('counts days in Shanghai: the last day ends at midnight there', async () => {
    const screen = await atTheDoor(someoneElse({ validTo: day('2026-11-22') }));
    await screen.wait(12 * 3_600 - 61);
    await screen.call();
    await withCode(screen);
    expect(screen.page('sign-in').step).toBe('pin');
    await screen.touch({ act: 'give-up-sign-in' });
    await screen.wait(61);
    await screen.call();
    await withCode(screen);
    expect(screen.page('sign-in').problem).toBe('wrong');
  });

  it('lets a card in on a kiosk whose clock lost its battery: it is not before the list was made', async () => {
    const screen = await atTheDoor();
    screen.timers.setWallClock(-screen.timers.now());
    screen.card = cardOf('T-0417');
    await screen.touch({ act: 'use-card' });
    await screen.touch({ act: 'enter-pin', pin: pinOf('T-0417') });
    screen.page('readiness');
  });

  it.each([
    ['no list', null],
    ['a list that is broken', '{"version":1'],
    ['a list of another shape', '{"version":0,"technicians":[]}'],
  ])('lets nobody in with %s, and says so', async (_, text) => {
    const screen = await atTheDoor(null);
    if (text !== null) writeFileSync(screen.techniciansFile, text);
    await withCode(screen);
    expect(screen.page('sign-in').problem).toBe('no-list');
  });

  it('reads the list anew at each sign-in', async () => {
    const screen = await atTheDoor(null);
    writeFileSync(screen.techniciansFile, JSON.stringify(list));
    await withCode(screen);
    expect(screen.page('sign-in').step).toBe('pin');
    writeFileSync(
      screen.techniciansFile,
      JSON.stringify({ ...list, technicians: list.technicians.slice(1) }),
    );
    await screen.touch({ act: 'enter-pin', pin: pinOf('T-0417') });
    expect(screen.page('sign-in').problem).toBe('wrong');
  });
});

describe('back-off that doubles, lock after 15, audited', () => {
  async function wrongPins(screen: TechnicianAtTheScreen, count: number) {
    for (let wrong = 0; wrong < count; wrong += 1) {
      const { waitsUntil } = screen.store.technicianTries.of('T-0417');
      await screen.timers.advance(Math.max(0, waitsUntil - screen.timers.now()));
      await screen.touch({ act: 'enter-pin', pin: WRONG_PIN });
    }
  }

  it('waits 2 s after the third wrong PIN, and checks nothing meanwhile', async () => {
    const screen = await atTheDoor();
    await withCode(screen);
    await wrongPins(screen, 2);
    expect(screen.page('sign-in')).toMatchObject({ problem: 'wrong', waitUntil: null });
    await wrongPins(screen, 1);
    const until = screen.timers.now() + 2_000;
    expect(screen.page('sign-in')).toMatchObject({ step: 'pin', problem: 'wrong', waitUntil: until });
    await screen.touch({ act: 'enter-pin', pin: pinOf('T-0417') });
    expect(screen.page('sign-in')).toMatchObject({ step: 'pin', problem: 'wait', waitUntil: until });
    expect(screen.store.technicianTries.of('T-0417').wrong).toBe(3);
    await screen.timers.advance(2_000);
    await screen.touch({ act: 'enter-pin', pin: pinOf('T-0417') });
    screen.page('readiness');
    expect(screen.store.technicianTries.of('T-0417').wrong).toBe(0);
  });

  it('a right code forgives no wrong PIN', async () => {
    const screen = await atTheDoor();
    await withCode(screen);
    await wrongPins(screen, 2);
    await screen.timers.advance(30_000);
    await withCode(screen);
    expect(screen.store.technicianTries.of('T-0417').wrong).toBe(2);
  });

  it('locks after 15, says so once in the audit, and only a supervisor lets in again', async () => {
    const screen = await atTheDoor();
    await withCode(screen);
    await wrongPins(screen, 15);
    expect(screen.page('sign-in')).toMatchObject({ step: 'how', problem: 'locked' });
    await screen.timers.advance(86_400_000);
    await withCode(screen);
    await withCode(screen);
    expect(screen.page('sign-in').problem).toBe('locked');
    expect(screen.host.lockedOut()).toEqual(['T-0417']);
    const locked = screen.events().filter((event) => event.startsWith('technician-locked-out'));
    expect(locked).toEqual(['technician-locked-out {"technician":"T-0417"}']);

    screen.host.unlock('T-0417', 'T-0100');
    screen.host.unlock('T-0417', 'T-0100');
    expect(screen.host.lockedOut()).toEqual([]);
    expect(screen.events().filter((event) => event.startsWith('technician-unlocked'))).toHaveLength(1);
    await withCode(screen);
    await screen.touch({ act: 'enter-pin', pin: pinOf('T-0417') });
    screen.page('readiness');
  });

  it('an id that nobody has waits and locks like any other, and is nobody to unlock', async () => {
    const screen = await atTheDoor();
    await screen.touch({ act: 'use-code' });
    for (let wrong = 0; wrong < 15; wrong += 1) {
      await screen.timers.advance(5_000_000);
      await screen.touch({ act: 'enter-code', technician: 'T-9999', code: '000000' });
    }
    expect(screen.page('sign-in').problem).toBe('locked');
    expect(screen.host.lockedOut()).toEqual([]);
  });

  it('a power cut between count and check gives no free try', async () => {
    const screen = await atTheDoor();
    await withCode(screen);
    screen.host.receive({
      kind: 'maintain',
      revision: screen.now?.revision ?? 0,
      act: { act: 'enter-pin', pin: WRONG_PIN },
    });
    // The PIN is not checked yet: the count is on disk before.
    expect(screen.store.technicianTries.of('T-0417').wrong).toBe(1);
    await screen.cut();
    expect(screen.store.technicianTries.of('T-0417').wrong).toBe(1);
  });

  it('a clock that is set back does not shorten a wait', async () => {
    const screen = await atTheDoor();
    await withCode(screen);
    await wrongPins(screen, 5);
    const until = screen.page('sign-in').waitUntil;
    screen.timers.setWallClock(-3_600_000);
    await screen.timers.advance(8_000);
    await screen.touch({ act: 'enter-pin', pin: pinOf('T-0417') });
    expect(screen.page('sign-in')).toMatchObject({ problem: 'wait', waitUntil: until });
  });

  it('a clock that ran years ahead keeps nobody out for years once it is right', async () => {
    const years = 10 * 365 * 86_400_000;
    const screen = await atTheDoor();
    const byCard = () => screen.touch({ act: 'use-card' });
    screen.card = cardOf('T-0417');
    screen.timers.setWallClock(years);
    await byCard();
    await wrongPins(screen, 5);
    screen.timers.setWallClock(-years);
    await byCard();
    expect(screen.page('sign-in').problem).toBe('wait');
    // The longest wait before the lock; it does not begin anew with each look.
    await screen.timers.advance(2 ** 12 * 1_000);
    await byCard();
    expect(screen.page('sign-in')).toMatchObject({ step: 'pin', problem: null });
  });
});

it('nothing of a PIN or a code is in any view, in the audit or on disk', async () => {
  const screen = await atTheDoor();
  const code = codeOf(screen, 'T-0417');
  await withCode(screen);
  await screen.touch({ act: 'enter-pin', pin: WRONG_PIN });
  await screen.touch({ act: 'enter-pin', pin: pinOf('T-0417') });
  screen.page('readiness');
  const left = JSON.stringify([
    screen.views,
    screen.store.audit.all(),
    screen.store.technicianTries.of('T-0417'),
  ]);
  for (const secret of [WRONG_PIN, pinOf('T-0417'), code]) expect(left).not.toContain(secret);
});
