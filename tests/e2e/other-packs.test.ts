import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { KioskPage } from '../../scripts/world/kiosk-page.ts';
import { parsePolicyPack } from '../../src/policy/policy-pack.ts';
import { accounted, registryOf } from './accounts.ts';
import { atTheService, choose, expectReceipt, offerOwnCard, takeNewCard } from './card-journeys.ts';
import { finish, leave, submit, told } from './journeys.ts';
import { eventually, kioskWorld, session } from './kiosk-test.ts';
import { readInHand } from './taken-card.ts';

/** What home offers is what the pack opens, no more and no less; the machines may need a moment to be there. */
async function expectTilesOf(kiosk: KioskPage, pack: string) {
  const parsed = parsePolicyPack(readFileSync(`assets/policy/${pack}.json`, 'utf8'));
  if (!parsed.ok) throw new Error(`${pack} can't be read`);
  const services = (open: boolean) =>
    parsed.value.services.flatMap(({ service, enabled }) => (enabled === open ? [service] : [])).sort();
  const tiles = (kind: string) =>
    kiosk.page
      .locator(kind)
      .evaluateAll((found) => found.map((tile) => (tile as HTMLElement).dataset.service ?? '').sort());
  await kiosk.touch('start');
  await kiosk.screen('home');
  await eventually(
    () => tiles('button.tile'),
    (shown) => JSON.stringify(shown) === JSON.stringify(services(true)),
  );
  expect(await tiles('.tile.off')).toEqual(services(false));
}

describe('henan', () => {
  const world = kioskWorld({ pack: 'henan' });
  const residentId = 'henan-damaged';

  it('EXCH-5, REPL-7 a damaged card is exchanged at the machine, for nothing since the fee was waived', async () => {
    await accounted(world(), { blanks: { 'handed-over': 1 }, ownCards: { retained: 1 } }, async () => {
      await session(world(), { residentId, faceSeen: true }, async (kiosk, resident) => {
        await expectTilesOf(kiosk, 'henan');
        await leave(world(), kiosk);
        await atTheService(world(), kiosk, 'exchange', residentId);
        await choose(kiosk, 'face-damaged');
        await offerOwnCard(world(), kiosk, residentId);
        while ((await kiosk.screen('notice', 'check-answers')) === 'notice') await kiosk.touch('confirm');
        await submit(kiosk);
        const card = await readInHand(await takeNewCard(world(), kiosk));
        expect(card.socialSecurityNumber).toBe(resident.socialSecurityNumber);
        expect(card.cardId).toMatch(/^41/);
        await expectReceipt(world(), kiosk, {
          state: 'done-here',
          parts: ['new-card-handed-over', 'old-card-kept'],
        });
        const shown = (await kiosk.events()).map((event) => (event.kind === 'screen' ? event.screen : ''));
        expect(shown).not.toContain('pay');
        await finish(world(), kiosk);
      });
    });
  });
});

describe('jiangsu-suzhou', () => {
  const world = kioskWorld({ pack: 'jiangsu-suzhou' });
  const residentId = 'suzhou-found';

  it('LOSS-6 a temporary loss is undone with the card that was found', async () => {
    await session(world(), { residentId, faceSeen: true }, async (kiosk) => {
      const { socialCards } = world().hardware;
      const { activate } = await kiosk.words();
      await expectTilesOf(kiosk, 'jiangsu-suzhou');
      await leave(world(), kiosk);
      await atTheService(world(), kiosk, 'loss', residentId);
      await choose(kiosk, 'undo');
      await kiosk.screen('notice');
      await kiosk.touch('confirm');
      await kiosk.screen('present-social-card');
      await socialCards.insert({ kind: 'mute' });
      await told(kiosk, activate.cardProblems.mute);
      await socialCards.pull();
      await kiosk.doBeside(() => world().insertSocialCard(residentId));
      await expectReceipt(world(), kiosk, { state: 'done-here', parts: ['loss-undone'] });
      await finish(world(), kiosk);
    });
    expect((await registryOf(world(), residentId)).cards).toMatchObject([{ socialSecurity: 'normal' }]);
  });
});
