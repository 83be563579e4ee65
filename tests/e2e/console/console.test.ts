import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { type KioskPage, openKiosk } from '../../../scripts/world/kiosk-page.ts';
import { dayInShanghai } from '../../../src/calendar/calendar-day.ts';
import type { OperatorRole } from '../../../src/contracts/console/roles.ts';
import type { ServiceId } from '../../../src/contracts/service.ts';
import { yuanOf } from '../../../src/money/yuan.ts';
import { TROUBLE_WORDS } from '../../../src/rollout/trouble-words.ts';
import { atTheService, CARD_FEN, choose, codeToPay, PACK, toCheckAnswers } from '../card-journeys.ts';
import { finish, goHome, leave, openService, submit } from '../journeys.ts';
import { eventually, kioskWorld } from '../kiosk-test.ts';
import { Desk, openBrowser, TEXTS } from './desk.ts';
import { Person } from './person.ts';
import {
  approve,
  changeInText,
  changeReplacementFee,
  checkAndSave,
  draft,
  editDocument,
  signAs,
} from './release-at-the-desk.ts';
import { kioskIs, rollOut, rolloutIs } from './rollout-at-the-desk.ts';

/** As surroundings.ts names it. */
const KIOSK = '演示机 01';
/** Has reported the loss already: pays for the card alone. */
const RESIDENT = 'loss-formal';
const NEW_FEE_FEN = CARD_FEN + 350;
/** Journeys that went well after which the kiosk keeps a pack (src/configuration/trial-verdict.ts). */
const WELL_VISITS = 5;
/** The pack goes back by itself within this time of the verdict (INV-7), milliseconds. */
const BACK_WITHIN_MS = 60_000;

/** How the desk says that journeys failed. */
const WHY_BACK = TROUBLE_WORDS.find(({ trouble }) => trouble === 'journeys-failed')?.says.zh ?? '';

const world = kioskWorld({ cards: 'direct' });
let browser: Browser;
let kiosk: KioskPage;
const desks: Desk[] = [];
let editor: Desk;
let approver: Desk;
let signers: readonly [Desk, Desk];

/** Somebody new at the desk. */
async function arrive(
  login: string,
  roles: readonly OperatorRole[],
  by: 'signIn' | 'atTheDesk' = 'signIn',
): Promise<Desk> {
  const person = await Person.withRoles(world(), login, roles);
  const desk = await person[by](browser);
  desks.push(desk);
  return desk;
}

beforeAll(async () => {
  browser = await openBrowser();
  kiosk = await openKiosk(world(), { residentId: RESIDENT, faceSeen: true });
}, 60_000);
afterEach(() => {
  for (const { complaints } of desks) expect(complaints).toEqual([]);
});
afterAll(async () => {
  await kiosk?.close();
  await browser?.close();
});

/** Nobody's business: looks up where the counters are, and goes. */
async function lookUpOutlets(): Promise<void> {
  await openService(kiosk, 'outlets');
  await kiosk.screen('outlets');
  await finish(world(), kiosk);
}

/** From the start screen to the tiles. */
async function atHome(): Promise<void> {
  await kiosk.screen('welcome');
  await kiosk.touch('start');
  await kiosk.screen('home');
}

const tile = (service: ServiceId) => kiosk.page.locator(`.tile[data-service="${service}"]`);

// One world in order: what one test has changed is what the next one finds.
describe('the operators’ console', { retry: 0 }, () => {
  it('opens to no wrong code, makes whoever guesses wait, and to a viewer shows no button', async () => {
    const { signIn, closures, releases } = TEXTS;
    const viewer = await Person.withRoles(world(), 'viewer', ['viewer']);
    const administrator = await Person.withRoles(world(), 'administrator', ['administrator']);
    const desk = await Desk.atTheDoor(browser, world().central.consoleUrl);
    desks.push(desk);
    expect(await viewer.knockAt(desk, '000000')).toBe(401);
    await desk.reads(signIn.refused);
    // A slow machine takes longer over a code than the first wait lasts: the next one is twice as long.
    await eventually(
      () => viewer.knockAt(desk, '000000'),
      (status) => status === 429,
    );
    await desk.page.getByText(/请在 \d+ 秒后再试/).waitFor();
    const opened = await eventually(
      () => viewer.knockAt(desk, viewer.code()),
      (status) => status !== 429,
    );
    expect(opened).toBe(200);

    await desk.go('#/closures');
    await desk.reads(closures.none);
    expect(await desk.button(closures.close).count()).toBe(0);
    await desk.go('#/releases');
    await desk.reads(releases.empty);
    expect(await desk.button(releases.create).count()).toBe(0);
    const closing = { service: 'activate', reason: 'a viewer tries' };
    expect(await viewer.ask('POST', '/closures', closing)).toMatchObject({ status: 403 });

    await desk.signOut.click();
    await desk.button(signIn.enter).waitFor();
    // The code that opened is used up: the next one opens.
    expect(await viewer.knockAt(desk, viewer.code())).toBe(401);
    expect(await viewer.knockAt(desk, viewer.code(1))).toBe(200);
    await desk.signOut.waitFor();
    const roles = { roles: ['viewer', 'signer'] };
    const changed = await administrator.ask('PUT', `/operators/${viewer.account.operatorId}/roles`, roles);
    expect(changed.status).toBe(200);
    await desk.page.reload();
    await desk.button(signIn.enter).waitFor();
    await desk.close();
  });

  it('closes one service on every kiosk within seconds, and another person opens it again', async () => {
    const { closures, words } = TEXTS;
    const name = words.services.activate;
    [editor, approver] = await Promise.all([
      arrive('editor', ['editor', 'fleet']),
      arrive('approver', ['approver']),
    ]);
    const { reasons } = (await kiosk.words()).home;
    await atHome();
    await tile('activate').and(kiosk.page.locator('button')).waitFor();
    await editor.go('#/closures');
    await editor.press(closures.close);
    await editor.choose(editor.dialog.getByLabel(closures.service), name);
    await editor.dialog.getByLabel(closures.reason).fill('银行系统升级');
    await editor.dialog.getByLabel(closures.type(name)).fill(name);
    await editor.settle(closures.close);
    await tile('activate').filter({ hasText: reasons['closed-by-centre'] }).waitFor({ timeout: 10_000 });
    await approver.go('#/closures');
    await approver.press(closures.open);
    await approver.page.locator('.ant-popover:visible .ant-btn-primary').click();
    await tile('activate').and(kiosk.page.locator('button')).waitFor({ timeout: 10_000 });
    await leave(world(), kiosk);
  });

  it('two people push a fee change to one kiosk, and a resident there sees the new fee', async () => {
    const today = dayInShanghai(Date.now());
    const says = yuanOf(NEW_FEE_FEN);
    const releaseId = await draft(editor, '补卡工本费调整', '省物价部门批复，今天起执行');
    await editDocument(editor, PACK.id);
    await changeReplacementFee(editor, today, says);
    await checkAndSave(editor, says);
    await editor.press(TEXTS.releases.replayRun);
    await editor.page
      .locator('.ant-card', { hasText: TEXTS.releases.replay })
      .locator('.ant-alert')
      .waitFor();
    await editor.press(TEXTS.releases.submit);
    await editor.reads(TEXTS.releases.submitted);
    await approve(approver, releaseId, says);

    signers = await Promise.all([
      arrive('signer-1', ['signer'], 'atTheDesk'),
      arrive('signer-2', ['signer'], 'atTheDesk'),
    ]);
    await signAs(signers[0], world(), 'office-1', releaseId);
    await signAs(signers[1], world(), 'office-3', releaseId);

    await rollOut(approver, releaseId, KIOSK, WELL_VISITS);
    await kioskIs(approver, KIOSK, 'on-trial');

    await atTheService(world(), kiosk, 'replace', RESIDENT);
    await toCheckAnswers(kiosk);
    expect(await kiosk.text()).toContain(says);
    await submit(kiosk);
    // The centre makes the order: it judges by the pack the request was begun under.
    await codeToPay(kiosk, NEW_FEE_FEN);
    await kiosk.touch('cancel-payment');
    await kiosk.screen('receipt');
    await kiosk.touch('finish');
    await kiosk.screen('take-cards');
    await goHome(world(), kiosk);

    for (let visit = 0; visit < WELL_VISITS; visit += 1) await lookUpOutlets();
    // Sooner than the next poll would be.
    await kioskIs(approver, KIOSK, 'running', 10_000);
    await rolloutIs(approver, 'done');
  });

  it('a pack under which journeys fail goes back by itself, and its rollout pauses', async () => {
    const releaseId = await draft(editor, '参保记录多查几年', '群众要求查更早的参保记录');
    await editDocument(editor, PACK.id);
    // The schema takes fifty years; the office has no year before 1990, and answers none of them.
    const { yearsBack } = PACK.records;
    await changeInText(editor, `"yearsBack": ${yearsBack}`, '"yearsBack": 50');
    await checkAndSave(editor, '50');
    await editor.press(TEXTS.releases.submit);
    await editor.reads(TEXTS.releases.submitted);
    await approve(approver, releaseId, '50');
    await signAs(signers[0], world(), 'office-2', releaseId);
    await signAs(signers[1], world(), 'office-3', releaseId);
    await rollOut(approver, releaseId, KIOSK, WELL_VISITS);
    await kioskIs(approver, KIOSK, 'on-trial');

    for (let failed = 0; failed < 2; failed += 1) {
      await atTheService(world(), kiosk, 'records', RESIDENT);
      await choose(kiosk, 'payments');
      await choose(kiosk, 'pension');
      await kiosk.screen('choose');
      await kiosk.press((await kiosk.words()).frame.nextPage);
      await choose(kiosk, '1985');
      await kiosk.screen('trouble');
      expect(await kiosk.outcome()).toBe('authority-refused-to-answer');
      await finish(world(), kiosk);
    }
    const verdictAt = performance.now();
    await kioskIs(approver, KIOSK, 'returned', BACK_WITHIN_MS);
    expect(performance.now() - verdictAt).toBeLessThan(BACK_WITHIN_MS);
    await rolloutIs(approver, 'paused');
    await approver.reads(WHY_BACK, approver.page.locator('tr', { hasText: KIOSK }));
    // What was kept before runs again.
    await atTheService(world(), kiosk, 'replace', RESIDENT);
    await toCheckAnswers(kiosk);
    expect(await kiosk.text()).toContain(yuanOf(NEW_FEE_FEN));
    await leave(world(), kiosk);
  });

  it('a stolen kiosk is revoked: it does nothing any more, and says so', async () => {
    const { kiosks } = TEXTS;
    await editor.go('#/kiosks');
    await editor.page.getByRole('link', { name: KIOSK }).click();
    await editor.button(kiosks.revoke).waitFor();
    const kioskId = editor.place.split('/').at(-1) ?? '';
    await atHome();
    await editor.press(kiosks.revoke);
    await editor.dialog.getByLabel(kiosks.revokeReason).fill('整机被盗，已报警');
    await editor.dialog.getByLabel(kiosks.revokeType(kioskId)).fill(kioskId);
    await editor.settle(kiosks.revoke);
    // A core that was started a moment ago keeps its place in the queue of polls, and beats every half minute.
    await kiosk.page.locator('body:not(:has(button.tile))').waitFor({ timeout: 40_000 });
    const { home, outOfService } = await kiosk.words();
    expect(await kiosk.text()).toContain(home.reasons.revoked);
    await kiosk.touch('cancel');
    await kiosk.overlay('leave');
    await kiosk.touch('leave');
    while ((await kiosk.screen('ended', 'out-of-service')) === 'ended') await kiosk.touch('finish');
    expect(await kiosk.text()).toContain(outOfService.leadRevoked);
    await editor.reads('整机被盗，已报警');
  });
});
