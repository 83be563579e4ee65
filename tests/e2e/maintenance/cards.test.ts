import { join } from 'node:path';
import { expect, it } from 'vitest';
import { readKioskLedger } from '../../../scripts/world/kiosk-ledger.ts';
import type { KioskPage } from '../../../scripts/world/kiosk-page.ts';
import type { AuditEventId } from '../../../src/contracts/audit.ts';
import { maskOwner } from '../../../src/identity/masking.ts';
import { accounted } from '../accounts.ts';
import { atTheService, leave, offerOwnCard, takeNewCard, toCheckAnswers } from '../card-journeys.ts';
import { submit } from '../journeys.ts';
import { eventually, kioskWorld, session } from '../kiosk-test.ts';
import { auditFromNow, comeIn, goOut, needs, seen, signInByCard, touchAct, visit } from '../technician.ts';
import { beginTask, hands } from '../technician-tasks.ts';

const world = kioskWorld({ blanks: 40, cards: 'direct' });
const FIRST = 'T-0417';
const SECOND = 'T-0981';
const BAG = 'HK-7741';
/** Half a minute for taking cards in two seconds. */
const HURRY = 15;

const loaded = () => readKioskLedger(join(world().folder, 'kiosk')).loaded;

/** The centre has heard of this event with these facts. */
const heardAtTheCentre = (event: AuditEventId, fact: string) =>
  eventually(
    async () => JSON.stringify(await world().central.auditTrail()),
    (trail) => trail.includes(`"${event}"`) && trail.includes(fact),
  );

/** Signed in by both, in front of the first step of a task of two. */
async function beginOfTwo(kiosk: KioskPage, task: 'load-cards' | 'empty-retain-bin') {
  await comeIn(world(), kiosk, FIRST);
  await beginTask(kiosk, task);
  await signInByCard(world(), kiosk, SECOND);
  return hands(kiosk, task);
}

it('INV-3 load cards: counts that differ are counted again, a count unlike the label is explained, two sign for it', async () => {
  const audited = auditFromNow(world());
  const before = loaded();
  await accounted(world(), {}, async () => {
    await visit(world(), async (kiosk) => {
      const task = hands(kiosk, 'load-cards');
      await beginOfTwo(kiosk, 'load-cards');
      await task.counts('pack-label', 50);
      await task.counts('count-first', 48);
      await task.counts('count-second', 49);
      await task.did('counts-differ');
      await task.counts('count-first', 48);
      await task.counts('count-second', 48);
      await task.chooses('explain-difference', 'pack-was-short');
      await task.at('put-in');
      await kiosk.doBeside(() => world().hardware.issuer.load(48));
      await task.chooses('put-in', 'all-in');
      await task.ends();
      await goOut(kiosk);
    });
  });
  expect(loaded() - before).toBe(48);
  expect(audited('blanks-loaded')).toMatchObject([
    { technician: FIRST, second: SECOND, blanks: 48, stock: 88, label: 50, explained: 'pack-was-short' },
  ]);
  await heardAtTheCentre('blanks-loaded', '"pack-was-short"');
});

it('INV-3 the power fails while cards are put in: closed until the task is gone on with, and counted once', async () => {
  const audited = auditFromNow(world());
  const before = loaded();
  await accounted(world(), {}, async () => {
    await visit(world(), async (kiosk) => {
      const task = hands(kiosk, 'load-cards');
      await beginOfTwo(kiosk, 'load-cards');
      await task.counts('pack-label', 10);
      await task.counts('count-first', 10);
      await task.counts('count-second', 10);
      await task.at('put-in');
      await kiosk.doBeside(() => world().hardware.issuer.load(10));
      world().killCore();
      await kiosk.screen('out-of-service');
      const { outOfService } = await kiosk.words();
      expect(await kiosk.text()).toContain(outOfService.leadMaintenance);
      await seen(kiosk, '.out-of-service-since');
      expect(loaded()).toBe(before);

      await comeIn(world(), kiosk, SECOND);
      await touchAct(kiosk, 'resume-task', 'load-cards');
      await signInByCard(world(), kiosk, FIRST);
      await task.chooses('put-in', 'all-in');
      await seen(kiosk, '[data-ask="end"]');
      world().killCore();
      // All is booked: residents are served again, and no task is left.
      await kiosk.screen('welcome');
      await comeIn(world(), kiosk, FIRST);
      expect(await needs(kiosk)).not.toContainEqual({ subject: 'unfinished-task', level: 'stop' });
      await goOut(kiosk);
    });
  });
  expect(loaded() - before).toBe(10);
  expect(audited('blanks-loaded')).toMatchObject([{ blanks: 10, label: 10 }]);
});

/** SWAP-3: the old card stays in the machine. */
async function swapsCard(residentId: string) {
  await session(world(), { residentId, faceSeen: true }, async (kiosk) => {
    await atTheService(world(), kiosk, 'swap', residentId);
    await offerOwnCard(world(), kiosk, residentId);
    await toCheckAnswers(kiosk);
    await submit(kiosk);
    await takeNewCard(world(), kiosk);
    await kiosk.screen('receipt');
    await leave(world(), kiosk);
  });
}

/** INV-5: offered back, and nobody takes it. */
async function forgetsCard(residentId: string) {
  const { acceptor, idCardReader } = world().hardware;
  await session(world(), { residentId, faceSeen: true }, async (kiosk) => {
    await atTheService(world(), kiosk, 'swap', residentId);
    await offerOwnCard(world(), kiosk, residentId);
    await kiosk.screen('choose');
    await kiosk.touch('cancel');
    await kiosk.overlay('leave');
    world().hurry(HURRY);
    await kiosk.touch('leave');
    await kiosk.screen('take-cards');
    world().hurry(1);
    idCardReader.removeCard();
    await eventually(
      () => Promise.resolve(acceptor.truth().bin),
      (bin) => bin.includes(residentId),
    );
    await kiosk.screen('ended');
    await kiosk.touch('finish');
    await kiosk.screen('welcome');
  });
}

it('INV-5 empty the retain bin after two retained cards: each with reason and masked owner, into a sealed bag', async () => {
  const audited = auditFromNow(world());
  const owners = ['swap-2.0', 'swap-2.0-locked'] as const;
  const reasons = ['swap', 'not-taken'] as const;
  const moved = { blanks: { 'handed-over': 1 }, ownCards: { emptied: 2 } } as const;
  await accounted(world(), moved, async () => {
    await swapsCard(owners[0]);
    await forgetsCard(owners[1]);
    await visit(world(), async (kiosk) => {
      const task = hands(kiosk, 'empty-retain-bin');
      await beginOfTwo(kiosk, 'empty-retain-bin');
      await task.did('open-bin');
      await task.at('list-cards');
      const cards = await kiosk.page.locator('.task-cards li').allTextContents();
      expect(cards).toHaveLength(2);
      const { tasks } = await kiosk.words();
      owners.forEach((id, at) => {
        const { document, socialSecurityNumber } = world().resident(id);
        expect(cards[at]).toContain(maskOwner(document.name, socialSecurityNumber));
        expect(cards[at]).not.toContain(document.name);
        expect(cards[at]).toContain(tasks.reasons[reasons[at] ?? '']);
      });
      await task.did('list-cards');
      await kiosk.doBeside(() => void world().hardware.acceptor.emptyBin());
      await task.counts('count-first', 2);
      await task.counts('count-second', 2);
      await task.types('bag-number', BAG);
      await task.did('seal-bag');
      await task.ends();
      await goOut(kiosk);
    });
  });
  expect(audited('bin-emptied')).toMatchObject([
    {
      bin: 'acceptor',
      expected: 2,
      counted: 2,
      bag: BAG,
      technician: FIRST,
      second: SECOND,
    },
  ]);
  await heardAtTheCentre('bin-emptied', `"${BAG}"`);
});

it('INV-3 settle an unknown dispense: the card is placed where the technician found it, and nothing is out of sight', async () => {
  const audited = auditFromNow(world());
  const { issuer } = world().hardware;
  const OUT_OF_SIGHT = { subject: 'cards-out-of-sight', level: 'soon' };
  await accounted(world(), { blanks: { emptied: 1 } }, async () => {
    issuer.once('jam', 'toGate');
    await session(world(), { residentId: 'loss-hardship', faceSeen: true }, async (kiosk) => {
      await atTheService(world(), kiosk, 'replace', 'loss-hardship');
      await toCheckAnswers(kiosk);
      await submit(kiosk);
      await kiosk.screen('receipt');
      await leave(world(), kiosk);
    });
    await visit(world(), async (kiosk) => {
      await comeIn(world(), kiosk, FIRST);
      expect(await needs(kiosk)).toContainEqual(OUT_OF_SIGHT);
      await beginTask(kiosk, 'settle-unknown');
      await signInByCard(world(), kiosk, SECOND);
      const task = hands(kiosk, 'settle-unknown');
      await task.at('choose-unknown');
      await kiosk.touchThis(kiosk.page.locator('.choice').first());
      await task.did('advice');
      await task.at('where-found');
      await kiosk.doBeside(() => void issuer.clearPath());
      await task.chooses('where-found', 'in-bag');
      await task.ends();
      expect(await needs(kiosk)).not.toContainEqual(OUT_OF_SIGHT);
      await goOut(kiosk);
    });
  });
  expect(audited('card-placed')).toMatchObject([
    { technician: FIRST, second: SECOND, found: 'in-bag', place: 'emptied' },
  ]);
});
