import { describe, expect, it } from 'vitest';
import { addWorkingDays } from '../../../src/calendar/calendar-day.ts';
import { NOTHING_DONE } from '../../../src/flows/memory/card-transaction.ts';
import { idCardOf } from '../../../src/flows/memory/people.ts';
import { err, ok } from '../../../src/result.ts';
import {
  ALIKE,
  POLICY,
  type ResidentAtTheScreen,
  residentAtTheScreen,
  TODAY,
} from './resident-at-the-screen.ts';

const MOBILE = '13800005620';

async function pastFace(prepare: (resident: ResidentAtTheScreen) => void = () => undefined) {
  const resident = residentAtTheScreen();
  prepare(resident);
  await resident.settle();
  await resident.touch({ type: 'start' });
  await resident.touch({ type: 'choose-service', service: 'apply' });
  resident.world.idCards.put(idCardOf(TODAY, 40));
  await resident.settle();
  await resident.touch({ type: 'confirm' });
  await resident.touch({ type: 'consent-to-face' });
  await resident.touch({ type: 'face-result', result: ALIKE });
  return resident;
}

async function answerAll(resident: ResidentAtTheScreen) {
  await resident.touch({ type: 'confirm' });
  await resident.touch({ type: 'enter-mobile', mobile: MOBILE });
  if (resident.now().screen === 'sms-code') await resident.touch({ type: 'enter-sms-code', code: '123456' });
  const occupation = resident.on('occupation').options[0];
  await resident.touch({ type: 'choose-occupation', occupation: occupation?.value ?? '' });
  await resident.touch({ type: 'use-chip-address' });
  if (resident.now().screen === 'choose') await resident.touch({ type: 'choose', value: 'outlet' });
  const place = resident.on('collection-place').places[3];
  await resident.touch({ type: 'choose-outlet', outlet: place?.id ?? '' });
  await resident.touch({ type: 'choose-photo', source: 'camera' });
  await resident.touch({ type: 'photo-taken', jpegBase64: '/9j/AAAA' });
  await resident.touch({ type: 'confirm' });
}

describe('APPLY-1, APPLY-2 who may apply', () => {
  it('APPLY-1 refuses a second card and offers what fits instead', async () => {
    const resident = await pastFace(({ world }) => {
      world.eligibility = ok({
        decision: 'has-card',
        card: { cardNumberMasked: 'T0 ＊＊＊＊ 01', socialSecurity: 'normal', financial: 'locked' },
      });
    });
    expect(resident.on('refusal')).toMatchObject({ reason: 'has-card', instead: ['activate'] });
    await resident.touch({ type: 'choose-service', service: 'activate' });
    resident.on('present-social-card');
    expect(resident.now().service).toBe('activate');
  });

  it('APPLY-1 tells of an application that is under way', async () => {
    const resident = await pastFace(({ world }) => {
      world.eligibility = ok({ decision: 'application-pending', reference: 'YKT-1', readyBy: '2026-12-01' });
    });
    expect(resident.on('refusal')).toMatchObject({
      reason: 'application-pending',
      facts: { readyBy: '2026-12-01' },
    });
  });

  it('APPLY-2 the authority decides who is entitled', async () => {
    const resident = await pastFace(({ world }) => {
      world.eligibility = ok({ decision: 'not-entitled' });
    });
    expect(resident.on('refusal').reason).toBe('not-entitled');
  });

  it('an authority that will not answer is trouble, and nothing was changed', async () => {
    const resident = await pastFace(({ world }) => {
      world.eligibility = err({ kind: 'refused-to-answer', code: 'broken' });
    });
    expect(resident.on('trouble')).toMatchObject({
      what: 'authority-refused-to-answer',
      nothingChanged: true,
    });
  });
});

describe('APPLY-3 what is collected', () => {
  it('APPLY-3 shows the chip read-only and asks for the rest once', async () => {
    const resident = await pastFace();
    const fields = resident.on('details').rows.map(({ field }) => field);
    expect(fields).toEqual([
      'name',
      'sex',
      'ethnic-group',
      'birth-date',
      'country',
      'document-kind',
      'document-number',
      'document-validity',
      'chip-address',
    ]);
    await answerAll(resident);
    const shown = resident.on('check-answers');
    expect(shown.lines.filter(({ change }) => change).map(({ field }) => field)).toEqual([
      'mobile',
      'occupation',
      'residential-address',
      'collection-place',
      'photo',
    ]);
    expect(JSON.stringify(shown)).not.toContain(MOBILE);
  });

  it('APPLY-3 a wrong code three times ends the application kindly', async () => {
    const resident = await pastFace(({ world }) => {
      world.smsVerified = ok({ result: 'wrong', triesLeft: 2 });
    });
    await resident.touch({ type: 'confirm' });
    await resident.touch({ type: 'enter-mobile', mobile: MOBILE });
    for (let left = POLICY.mobile.codeTries; left > 0; left -= 1) {
      expect(resident.on('sms-code').triesLeft).toBe(left);
      await resident.touch({ type: 'enter-sms-code', code: '000000' });
    }
    expect(resident.on('refusal').reason).toBe('code-wrong-too-often');
  });

  it('APPLY-3 another code can be asked for only after its time', async () => {
    const resident = await pastFace();
    await resident.touch({ type: 'confirm' });
    await resident.touch({ type: 'enter-mobile', mobile: MOBILE });
    expect(resident.on('sms-code').resendInSeconds).toBe(60);
    await resident.touch({ type: 'resend-sms-code' });
    resident.on('sms-code');
    await resident.wait(60);
    await resident.touch({ type: 'stay' });
    await resident.touch({ type: 'resend-sms-code' });
    expect(resident.on('sms-code').resendInSeconds).toBe(60);
  });

  it('refuses an occupation and an outlet that are not in the pack', async () => {
    const resident = await pastFace();
    await resident.touch({ type: 'confirm' });
    await resident.touch({ type: 'enter-mobile', mobile: MOBILE });
    await resident.touch({ type: 'enter-sms-code', code: '123456' });
    await resident.touch({ type: 'choose-occupation', occupation: 'astronaut' });
    resident.on('occupation');
  });

  it('a changed answer goes straight back to check-answers', async () => {
    const resident = await pastFace();
    await answerAll(resident);
    const other = resident.kit.policy.application.occupations[1];
    await resident.touch({ type: 'change', field: 'occupation' });
    await resident.touch({ type: 'choose-occupation', occupation: other?.code ?? '' });
    const line = resident.on('check-answers').lines.find(({ field }) => field === 'occupation');
    expect(line?.value).toBe(other?.name.zh);
  });

  it('APPLY-4 offers the photo on file where there is one', async () => {
    const resident = await pastFace(({ world }) => {
      world.eligibility = ok({ decision: 'eligible', photoOnFile: true });
      world.photoOnFile = ok('/9j/FILE');
    });
    await resident.touch({ type: 'confirm' });
    await resident.touch({ type: 'enter-mobile', mobile: MOBILE });
    await resident.touch({ type: 'enter-sms-code', code: '123456' });
    await resident.touch({
      type: 'choose-occupation',
      occupation: POLICY.application.occupations[0]?.code ?? '',
    });
    await resident.touch({ type: 'use-chip-address' });
    await resident.touch({ type: 'choose', value: 'outlet' });
    await resident.touch({
      type: 'choose-outlet',
      outlet: POLICY.application.collectionOutlets[0]?.id ?? '',
    });
    expect(resident.on('photo').onFileBase64).toBe('/9j/FILE');
    await resident.touch({ type: 'choose-photo', source: 'authority-file' });
    await resident.touch({ type: 'submit' });
    expect(resident.world.accepted[0]).toMatchObject({ operation: { photo: { source: 'authority-file' } } });
  });
});

describe('APPLY-5…8 the end', () => {
  it('APPLY-5 the first card is free and the screen says so', async () => {
    const resident = await pastFace();
    await answerAll(resident);
    expect(resident.on('check-answers').feeFen).toBe(0);
  });

  it('APPLY-6, APPLY-7 the receipt states number, by when, where and whom to call', async () => {
    const resident = await pastFace();
    await answerAll(resident);
    await resident.touch({ type: 'submit' });
    expect(resident.on('receipt')).toMatchObject({
      state: 'sent-waiting-for-office',
      applicationNumber: 'A-1',
      readyBy: '2026-12-31',
      collectWithinDays: POLICY.application.collectWithinDays,
      paper: 'printed',
    });
    const paper = JSON.stringify(resident.world.paper[0]);
    for (const told of ['A-1', '2026-12-31', '12333', '0898-96588']) expect(paper).toContain(told);
    expect(paper).not.toContain(MOBILE);
  });

  it('APPLY-8 with the link down it is accepted here, not yet sent, with an unconfirmed number', async () => {
    const resident = await pastFace(({ world }) => {
      world.linkUp = false;
    });
    await answerAll(resident);
    expect(resident.on('check-answers').queued).toBe(true);
    await resident.touch({ type: 'submit' });
    expect(resident.on('receipt')).toMatchObject({
      state: 'accepted-not-yet-sent',
      mobileUnconfirmed: true,
      readyBy: addWorkingDays(TODAY, POLICY.application.readyWithinWorkingDays),
    });
    expect(resident.world.accepted[0]).toMatchObject({ operation: { mobileConfirmation: null } });
  });

  it('APPLY-7 no paper: the receipt stays on the screen and can be printed again', async () => {
    const resident = await pastFace(({ world }) => {
      world.printed = err({ kind: 'paper-out' });
    });
    await answerAll(resident);
    await resident.touch({ type: 'submit' });
    expect(resident.on('receipt')).toMatchObject({ paper: 'no-paper' });
    expect(resident.now().can).toContain('print-slip');
    resident.world.printed = ok(undefined);
    await resident.touch({ type: 'print-slip' });
    expect(resident.on('receipt').paper).toBe('printed');
    expect(resident.world.accepted).toHaveLength(1);
  });

  it('INV-4 a refusal for good is said with its reason', async () => {
    const resident = await pastFace(({ world }) => {
      world.progress = { state: 'refused', code: 'not-entitled' };
    });
    await answerAll(resident);
    await resident.touch({ type: 'submit' });
    expect(resident.on('receipt')).toMatchObject({
      state: 'refused',
      refusal: 'not-entitled',
      readyBy: null,
    });
  });

  it('INV-6 nothing of the person is in the audit trail', async () => {
    const resident = await pastFace();
    await answerAll(resident);
    await resident.touch({ type: 'submit' });
    expect(JSON.stringify(resident.world.audit)).not.toMatch(/试验|138000|4601991986|虚构路/);
  });
});

describe('APPLY-6 a card at once', () => {
  async function wantsItNow() {
    const resident = await pastFace();
    await resident.touch({ type: 'confirm' });
    await resident.touch({ type: 'enter-mobile', mobile: MOBILE });
    await resident.touch({ type: 'enter-sms-code', code: '123456' });
    const occupation = resident.on('occupation').options[0];
    await resident.touch({ type: 'choose-occupation', occupation: occupation?.value ?? '' });
    await resident.touch({ type: 'use-chip-address' });
    expect(resident.on('choose').question).toBe('how-to-get-it');
    await resident.touch({ type: 'choose', value: 'now' });
    await resident.touch({ type: 'choose-photo', source: 'camera' });
    await resident.touch({ type: 'photo-taken', jpegBase64: '/9j/AAAA' });
    await resident.touch({ type: 'confirm' });
    return resident;
  }

  it('APPLY-6 is accepted, made, bound and handed over, free of charge', async () => {
    const resident = await wantsItNow();
    expect(resident.on('check-answers').lines.map(({ field }) => field)).not.toContain('collection-place');
    resident.money.script.conclusion = { ...NOTHING_DONE, request: 'accepted', newCard: 'handed-over' };
    await resident.touch({ type: 'submit' });
    expect(resident.on('take-card').which).toBe('new');
    resident.money.take();
    await resident.settle();
    expect(resident.on('receipt').parts).toEqual(['new-card-handed-over', 'electronic-card-follows']);
    expect(resident.money.acts).toEqual(['submit', 'makeCard', 'handOver', 'conclude']);
    expect(resident.money.bodies[0]).toMatchObject({ kind: 'application.submit', issue: 'on-the-spot' });
  });

  it('APPLY-6 a card that could not be made is collected at an outlet, and nothing is lost', async () => {
    const resident = await wantsItNow();
    resident.money.script.made = { state: 'not-made', why: 'device' };
    resident.money.script.conclusion = {
      ...NOTHING_DONE,
      request: 'accepted',
      newCard: 'to-collect',
      day: '2027-01-04',
    };
    await resident.touch({ type: 'submit' });
    const receipt = resident.on('receipt');
    expect([receipt.state, receipt.readyBy]).toEqual(['sent-waiting-for-office', '2027-01-04']);
    expect(receipt.place).not.toBeNull();
  });

  it('APPLY-6, APPLY-8 asks where it is collected when the link goes down before it could be made', async () => {
    const resident = await wantsItNow();
    resident.on('check-answers');
    resident.world.linkUp = false;
    await resident.touch({ type: 'submit' });
    const place = resident.on('collection-place').places[0];
    await resident.touch({ type: 'choose-outlet', outlet: place?.id ?? '' });
    resident.world.progress = { state: 'queued' };
    await resident.touch({ type: 'submit' });
    expect(resident.on('receipt').state).toBe('accepted-not-yet-sent');
    expect(resident.world.accepted[0]?.operation).toMatchObject({ issue: 'at-outlet' });
  });
});
