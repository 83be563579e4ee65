import { describe, expect, it } from 'vitest';
import {
  answerApplication,
  chooseRest,
  enterCode,
  enterMobile,
  goHome,
  identify,
  submit,
  verifyFace,
} from './journeys.ts';
import { doneOperations, eventually, kioskWorld, session } from './kiosk-test.ts';

const world = kioskWorld({ cards: 'direct' });
const APPLICATION = 'application.submit';

it('APPLY-1…7 straight through to a printed receipt, and the office has it once', async () => {
  const before = (await doneOperations(world(), APPLICATION)).length;
  await session(world(), { residentId: 'apply-plain-2' }, async (kiosk, resident) => {
    await identify(world(), kiosk, 'apply', resident.id);
    await verifyFace(kiosk);
    await answerApplication(world(), kiosk, resident.mobile);
    await submit(kiosk);
    await kiosk.screen('receipt');
    const words = await kiosk.words();
    expect(await kiosk.text()).toContain(words.receipt.ofService.apply?.['sent-waiting-for-office']?.title);
    await kiosk.touch('finish');
    await goHome(world(), kiosk);
  });
  const done = await doneOperations(world(), APPLICATION);
  expect(done).toHaveLength(before + 1);
  const paper = world().hardware.printer.text();
  expect(paper).toContain(done.at(-1)?.receiptReference);
  for (const told of ['12333', '0898-96588', '领卡地点', '最晚可领']) expect(paper).toContain(told);
});

describe('who may not', () => {
  it.each([
    ['apply-15-and-364-days', 'under-age', 'ID-2'],
    ['identity-expired', 'document-expired', 'ID-3'],
    ['identity-bad-check-digit', 'number-invalid', 'ID-4'],
  ] as const)('%s is refused: %s (%s)', async (residentId, reason, _rule) => {
    await session(world(), { residentId }, async (kiosk) => {
      await identify(world(), kiosk, 'apply', residentId);
      await kiosk.screen('refusal');
      const words = await kiosk.words();
      expect(await kiosk.text()).toContain(words.refusals[reason].title);
      await kiosk.touch('finish');
      await kiosk.screen('take-cards');
      await goHome(world(), kiosk);
    });
  });

  it('APPLY-1 somebody who has a card is told so', async () => {
    await session(world(), { residentId: 'apply-has-card', faceSeen: true }, async (kiosk, resident) => {
      await identify(world(), kiosk, 'apply', resident.id);
      await verifyFace(kiosk);
      await kiosk.screen('refusal');
      expect(await kiosk.text()).toContain((await kiosk.words()).refusals['has-card'].title);
      await kiosk.touch('finish');
      await goHome(world(), kiosk);
    });
  });
});

describe('the face', () => {
  it('ID-6 declining leads to a slip for the counter', async () => {
    await session(world(), { residentId: 'apply-long-term-id' }, async (kiosk, resident) => {
      await identify(world(), kiosk, 'apply', resident.id);
      await kiosk.screen('who-you-are');
      await kiosk.touch('confirm');
      await kiosk.screen('face-consent');
      await kiosk.touch('decline-face');
      await kiosk.screen('without-face');
      await kiosk.touch('print-slip');
      await kiosk.screen('receipt');
      await kiosk.touch('finish');
      await goHome(world(), kiosk);
      const slip = world().hardware.printer.text();
      expect(slip).toContain('请到窗口办理');
      expect(slip).not.toContain(resident.document.number);
    });
  });

  it('ID-5 another person before the camera is refused three times', async () => {
    const card = 'apply-plain-1';
    await session(world(), { residentId: 'apply-other-face' }, async (kiosk) => {
      await identify(world(), kiosk, 'apply', card);
      await verifyFace(kiosk);
      await kiosk.screen('without-face');
      await kiosk.touch('finish');
      await goHome(world(), kiosk);
    });
    const trail = JSON.stringify(
      await eventually(
        () => world().central.auditTrail(),
        (trail) => JSON.stringify(trail).includes('"refuse"'),
      ),
    );
    expect(trail).not.toContain(world().resident(card).document.number);
  });
});

it('APPLY-3 a wrong SMS code three times ends it', async () => {
  await session(world(), { residentId: 'apply-plain-3' }, async (kiosk, resident) => {
    await identify(world(), kiosk, 'apply', resident.id);
    await verifyFace(kiosk);
    await kiosk.screen('details');
    await kiosk.touch('confirm');
    await enterMobile(kiosk, resident.mobile);
    for (let tries = 0; tries < 3; tries += 1) await enterCode(kiosk, '000000');
    await kiosk.screen('refusal');
    expect(await kiosk.text()).toContain((await kiosk.words()).refusals['code-wrong-too-often'].title);
    await kiosk.touch('finish');
    await goHome(world(), kiosk);
  });
});

it('APPLY-7 no paper at the end: the receipt stays on the screen and prints when paper is back', async () => {
  await session(world(), { residentId: 'apply-elder', elder: true }, async (kiosk, resident) => {
    await identify(world(), kiosk, 'apply', resident.id);
    await verifyFace(kiosk);
    await answerApplication(world(), kiosk, resident.mobile);
    world().hardware.printer.setFault('paper-out');
    await submit(kiosk);
    await kiosk.screen('receipt');
    const words = await kiosk.words();
    await kiosk.page.getByText(words.receipt.papers['no-paper']).first().waitFor();
    world().hardware.printer.mend();
    await kiosk.touch('print-slip');
    await kiosk.page.getByText(words.receipt.papers.printed).first().waitFor();
    await kiosk.touch('finish');
    await goHome(world(), kiosk);
  });
});

it('APPLY-8, INV-4 with the link down it is accepted, not yet sent, and arrives once when the link is back', async () => {
  const before = (await doneOperations(world(), APPLICATION)).length;
  await session(world(), { residentId: 'apply-plain-1' }, async (kiosk, resident) => {
    world().link.cut();
    await identify(world(), kiosk, 'apply', resident.id);
    await verifyFace(kiosk);
    await kiosk.screen('details');
    await kiosk.touch('confirm');
    await enterMobile(kiosk, resident.mobile);
    await chooseRest(kiosk);
    await submit(kiosk);
    await kiosk.screen('receipt');
    expect(await kiosk.text()).toContain((await kiosk.words()).receipt.states['accepted-not-yet-sent'].title);
    await kiosk.touch('finish');
    await goHome(world(), kiosk);
  });
  expect(await doneOperations(world(), APPLICATION)).toHaveLength(before);
  world().link.restore();
  await eventually(
    () => doneOperations(world(), APPLICATION),
    (done) => done.length === before + 1,
  );
});

it('INV-4, INV-8 core killed right after acceptance: the start screen comes back and the office gets it once', async () => {
  const before = (await doneOperations(world(), APPLICATION)).length;
  await session(world(), { residentId: 'apply-photo-on-file' }, async (kiosk, resident) => {
    await identify(world(), kiosk, 'apply', resident.id);
    await verifyFace(kiosk);
    await answerApplication(world(), kiosk, resident.mobile);
    world().crashAt('application-after-intent');
    await submit(kiosk);
    await kiosk.screen('welcome');
    // While core is away the page knocks and is told so: that is no fault of the page.
    kiosk.complaints.splice(
      0,
      Number.POSITIVE_INFINITY,
      ...kiosk.complaints.filter((said) => !said.includes('503')),
    );
  });
  await eventually(
    () => doneOperations(world(), APPLICATION),
    (done) => done.length === before + 1,
  );
});
