import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { day } from '../calendar/calendar-day.ts';
import { parsePolicyPack } from '../policy/policy-pack.ts';
import { err, ok } from '../result.ts';
import { contactData } from './contact-data.ts';
import { memoryKit } from './memory/memory-kit.ts';
import { serviceAtTheScreen } from './memory/service-at-the-screen.ts';
import { verifiedResident } from './memory/verified-resident.ts';

const TODAY = day('2026-11-22');
const RESIDENT = verifiedResident(TODAY);
const MOBILE = '13800005620';
const loaded = parsePolicyPack(readFileSync('assets/policy/hainan.json', 'utf8'));
if (!loaded.ok) throw new Error(JSON.stringify(loaded.error));
const POLICY = loaded.value;
const [OCCUPATION, OTHER] = POLICY.application.occupations;
if (!OCCUPATION || !OTHER) throw new Error('no occupations');

async function begin(prepare: (world: ReturnType<typeof memoryKit>['world']) => void = () => undefined) {
  const { kit, world } = memoryKit(POLICY, Date.UTC(2026, 10, 22, 4));
  world.contactData = ok({
    mobileMasked: '139 ＊＊＊＊ 1111',
    occupation: OCCUPATION!.code,
    residentialAddressMasked: '海南省测试市＊＊＊',
  });
  prepare(world);
  const screen = serviceAtTheScreen(kit, 'contact-data', contactData(kit), RESIDENT);
  await screen.settle();
  const change = (field: 'mobile' | 'occupation' | 'residential-address') =>
    screen.touch({ type: 'change', field });
  const newMobile = async () => {
    await change('mobile');
    await screen.touch({ type: 'enter-mobile', mobile: MOBILE });
    if (screen.now().screen === 'sms-code') await screen.touch({ type: 'enter-sms-code', code: '123456' });
  };
  return { world, screen, change, newMobile };
}

describe('INFO-1 mobile, occupation, residential address and nothing else', () => {
  it('INFO-1 shows what the office has, masked, in words', async () => {
    const { screen } = await begin();
    expect(screen.on('contact-data').lines).toEqual([
      { field: 'mobile', value: '139 ＊＊＊＊ 1111', changed: false },
      { field: 'occupation', value: OCCUPATION.name.zh, changed: false },
      { field: 'residential-address', value: '海南省测试市＊＊＊', changed: false },
    ]);
    expect(screen.now().can).not.toContain('submit');
    await screen.touch({ type: 'change', field: 'name' });
    screen.on('contact-data');
    await screen.touch({ type: 'finish' });
    expect(screen.ending()).toEqual({ kind: 'seen' });
  });

  it('INFO-1 sends only what changed, once, after it was checked', async () => {
    const { world, screen, change } = await begin();
    await change('occupation');
    expect(screen.on('occupation').chosen).toBe(OCCUPATION.code);
    await screen.touch({ type: 'choose-occupation', occupation: OTHER.code });
    expect(screen.on('contact-data').lines[1]).toEqual({
      field: 'occupation',
      value: OTHER.name.zh,
      changed: true,
    });
    await screen.touch({ type: 'submit' });
    expect(screen.on('check-answers').lines.map(({ field }) => field)).toEqual([
      'name',
      'document-number',
      'occupation',
    ]);
    expect(world.carriedOut).toEqual([]);
    await screen.touch({ type: 'submit' });
    expect(world.carriedOut).toEqual([
      {
        service: 'contact-data',
        operation: {
          socialSecurityNumber: RESIDENT.identity.socialSecurityNumber,
          mobile: null,
          occupation: OTHER.code,
          residentialAddress: null,
          face: RESIDENT.face,
        },
      },
    ]);
    expect(screen.ending()).toMatchObject({
      kind: 'receipt',
      receipt: { service: 'contact-data', state: 'done-here' },
    });
  });

  it('INFO-1 a change from check-answers comes straight back there, masked', async () => {
    const { screen, change } = await begin();
    await change('residential-address');
    await screen.touch({ type: 'use-chip-address' });
    await screen.touch({ type: 'submit' });
    await change('residential-address');
    await screen.touch({ type: 'enter-address', address: '海南省测试市样例区虚构路88号' });
    const line = screen.on('check-answers').lines.find(({ field }) => field === 'residential-address');
    expect(line?.value).toContain('＊');
    expect(line?.value).not.toContain('88号');
    await screen.touch({ type: 'back' });
    screen.on('contact-data');
  });

  it.each([
    [{ state: 'unknown' }, 'unknown-asking', null],
    [{ state: 'nothing-happened' }, 'nothing-happened', null],
    [{ state: 'refused', code: 'identity-invalid' }, 'refused', 'identity-invalid'],
  ] as const)('INV-4 an end %j is a receipt that says %s', async (end, state, refusal) => {
    const { screen, change } = await begin((world) => {
      world.actEnd = end;
    });
    await change('residential-address');
    await screen.touch({ type: 'use-chip-address' });
    await screen.touch({ type: 'submit' });
    await screen.touch({ type: 'submit' });
    expect(screen.ending()).toMatchObject({ receipt: { state, refusal } });
  });

  it('INFO-1 the office cannot be asked: honest, nothing changed', async () => {
    const { screen } = await begin((world) => {
      world.contactData = err({ kind: 'refused-to-answer', code: 'x' });
    });
    expect(screen.ending()).toMatchObject({ kind: 'trouble', what: 'authority-refused-to-answer' });
  });

  it('INFO-1 the link goes before submit: nobody is asked to change anything', async () => {
    const { world, screen, change } = await begin();
    await change('residential-address');
    await screen.touch({ type: 'use-chip-address' });
    await screen.touch({ type: 'submit' });
    world.linkUp = false;
    await screen.touch({ type: 'submit' });
    expect(screen.ending()).toMatchObject({ kind: 'trouble', what: 'link-down' });
    expect(world.carriedOut).toEqual([]);
  });
});

describe('INFO-2 a new mobile number is confirmed by SMS code', () => {
  it('INFO-2 goes along with its confirmation, and is gone from the kiosk afterwards', async () => {
    const { world, screen, newMobile } = await begin();
    await newMobile();
    expect(screen.on('contact-data').lines[0]).toMatchObject({ value: '138 ＊＊＊＊ 5620', changed: true });
    await screen.touch({ type: 'submit' });
    await screen.touch({ type: 'submit' });
    expect(world.carriedOut[0]).toMatchObject({
      operation: { mobile: { number: MOBILE, confirmation: 'confirmation' }, occupation: null },
    });
    expect(screen.held()).not.toContain(MOBILE);
  });

  it('INFO-2 without a code, with the link down, no number is taken', async () => {
    const { world, screen, change } = await begin();
    await change('mobile');
    world.linkUp = false;
    await screen.touch({ type: 'enter-mobile', mobile: MOBILE });
    expect(screen.ending()).toMatchObject({ kind: 'trouble', what: 'link-down' });
    expect(world.carriedOut).toEqual([]);
  });

  it('INFO-2 the wrong code too often ends it; back from the number changes nothing', async () => {
    const { screen, change } = await begin((world) => {
      world.smsVerified = ok({ result: 'wrong', triesLeft: 0 });
    });
    await change('mobile');
    await screen.touch({ type: 'back' });
    expect(screen.on('contact-data').lines[0]?.changed).toBe(false);
    await change('mobile');
    await screen.touch({ type: 'enter-mobile', mobile: MOBILE });
    await screen.touch({ type: 'enter-sms-code', code: '000000' });
    expect(screen.ending()).toMatchObject({ kind: 'refusal', reason: 'code-wrong-too-often' });
  });
});

describe('INFO-2 where no code can be sent', () => {
  it.each([
    ['rate-limited', 'too-many-codes'],
    ['unavailable', 'code-not-sent'],
  ])('INFO-2 a centre that answers %s is told as %s', async (code, problem) => {
    const { screen, newMobile } = await begin((world) => {
      world.smsSent = err({ kind: 'refused-to-answer', code });
    });
    await newMobile();
    expect(screen.on('mobile').problem).toBe(problem);
  });
});
