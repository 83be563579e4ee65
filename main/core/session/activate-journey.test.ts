import { describe, expect, it } from 'vitest';
import { PIN_REFUSALS } from '../../../src/contracts/central/queries.ts';
import { idCardOf, socialCardOf } from '../../../src/flows/memory/people.ts';
import type { PinBlock } from '../../../src/ports/pin-pad.ts';
import type { SocialCardTrouble, SocialSecurityCard } from '../../../src/ports/social-card-reader.ts';
import { err, ok } from '../../../src/result.ts';
import {
  ALIKE,
  POLICY,
  packOf,
  type ResidentAtTheScreen,
  residentAtTheScreen,
  TODAY,
} from './resident-at-the-screen.ts';

const ID_CARD = idCardOf(TODAY, 40);
const BLOCK: PinBlock = { format: 'iso4-aes', keyName: 'PINKEY', block: 'AB'.repeat(16) };

async function atTheCard(
  prepare: (resident: ResidentAtTheScreen) => void = () => undefined,
  policy = POLICY,
) {
  const resident = residentAtTheScreen(policy);
  prepare(resident);
  await resident.settle();
  await resident.touch({ type: 'start' });
  await resident.touch({ type: 'choose-service', service: 'activate' });
  resident.world.idCards.put(ID_CARD);
  await resident.settle();
  await resident.touch({ type: 'confirm' });
  await resident.touch({ type: 'consent-to-face' });
  await resident.touch({ type: 'face-result', result: ALIKE });
  return resident;
}

async function insert(resident: ResidentAtTheScreen, changes: Partial<SocialSecurityCard> = {}) {
  resident.world.socialCards.put(socialCardOf(TODAY, ID_CARD.document.number, changes));
  await resident.settle();
}

async function enterPinTwice(resident: ResidentAtTheScreen) {
  for (const round of ['first', 'again'] as const) {
    expect(resident.on('pin').round).toBe(round);
    resident.world.pad?.type(3);
    await resident.settle();
    expect(resident.on('pin').digits).toBe(3);
    resident.world.pad?.end(ok(BLOCK));
    await resident.settle();
  }
}

async function toCheckAnswers(resident: ResidentAtTheScreen) {
  await insert(resident);
  await enterPinTwice(resident);
  await resident.touch({ type: 'choose-balance-sms', wanted: true });
}

it('ACT-1, ACT-4, ACT-5, ACT-7 activates with two enciphered entries, free, balance SMS as chosen', async () => {
  const resident = await atTheCard();
  await toCheckAnswers(resident);
  expect(resident.on('check-answers').feeFen).toBe(0);
  await resident.touch({ type: 'submit' });
  expect(resident.on('receipt').state).toBe('done-here');
  expect(resident.world.carriedOut).toEqual([
    {
      service: 'activate',
      operation: expect.objectContaining({
        entries: [BLOCK, BLOCK],
        balanceSms: true,
        cardNumber: 'T00000001',
      }),
    },
  ]);
});

it('ACT-6 says before it starts that it cannot be done while the link is down', async () => {
  const resident = residentAtTheScreen();
  resident.world.linkUp = false;
  await resident.settle();
  await resident.touch({ type: 'start' });
  expect(resident.on('home').tiles.find(({ service }) => service === 'activate')).toMatchObject({
    available: false,
    reason: 'link-down',
  });
});

it('ACT-6 the link goes while the resident is on the way: nothing happens to the card', async () => {
  const resident = await atTheCard();
  resident.world.linkUp = false;
  await insert(resident);
  expect(resident.on('trouble')).toMatchObject({
    what: 'link-down',
    nothingChanged: true,
    card: 'take-it-back',
  });
  await resident.touch({ type: 'finish' });
  expect(resident.on('take-cards').readers).toContain('social-card');
});

it('ACT-6 the link goes before submit: the bank is not asked', async () => {
  const resident = await atTheCard();
  await toCheckAnswers(resident);
  resident.world.linkUp = false;
  await resident.touch({ type: 'submit' });
  expect(resident.on('trouble').what).toBe('link-down');
  expect(resident.world.carriedOut).toHaveLength(0);
});

it('INV-4 an unknown end is said as unknown', async () => {
  const resident = await atTheCard(({ world }) => {
    world.actEnd = { state: 'unknown' };
  });
  await toCheckAnswers(resident);
  await resident.touch({ type: 'submit' });
  expect(resident.on('receipt').state).toBe('unknown-asking');
  expect(resident.world.carriedOut).toHaveLength(1);
});

describe('which card', () => {
  it('ID-9 refuses somebody else’s card and gives it back', async () => {
    const resident = await atTheCard();
    await insert(resident, { socialSecurityNumber: '460199199001010029' });
    expect(resident.on('refusal').reason).toBe('holder-mismatch');
    await resident.touch({ type: 'finish' });
    expect(resident.on('take-cards').readers).toContain('social-card');
  });

  it('ID-10 refuses a card issued elsewhere and names the region', async () => {
    const resident = await atTheCard();
    await insert(resident, { cardId: '440100D156000005A1B2C3D4E5F60718' });
    expect(resident.on('refusal')).toMatchObject({ reason: 'other-province', facts: { region: '广东省' } });
  });

  it('refuses a card without a bank account', async () => {
    const resident = await atTheCard();
    await insert(resident, { accountNumber: null });
    expect(resident.on('refusal').reason).toBe('no-bank-account');
  });

  it.each([
    ['normal', 'active', 'already-active'],
    ['normal', 'closed', 'account-closed'],
    ['temporarily-lost', 'locked', 'temporarily-lost'],
    ['formally-lost', 'locked', 'formally-lost'],
    ['suspended', 'locked', 'suspended'],
    ['expired', 'locked', 'expired'],
    ['awaiting-collection', 'locked', 'not-yet-collected'],
  ] as const)('ACT-2 refuses a card that is %s and %s', async (socialSecurity, financial, reason) => {
    const resident = await atTheCard(({ world }) => {
      world.cardStatus = ok({
        known: true,
        holderMatches: true,
        socialSecurity,
        financial,
        mobileMasked: null,
      });
    });
    await insert(resident);
    expect(resident.on('refusal').reason).toBe(reason);
  });

  it('ACT-2 refuses a card the registry does not know', async () => {
    const resident = await atTheCard(({ world }) => {
      world.cardStatus = ok({ known: false });
    });
    await insert(resident);
    expect(resident.on('refusal').reason).toBe('card-unknown');
  });

  it.each([
    [{ kind: 'mute' }, 'mute'],
    [{ kind: 'card-removed' }, 'card-removed'],
    [{ kind: 'card-error', code: '6981' }, 'read-failed'],
    [{ kind: 'not-a-social-security-card' }, 'not-a-social-security-card'],
    [{ kind: 'device', code: 'link-lost', message: '' }, 'reader-recovering'],
  ] as [SocialCardTrouble, string][])(
    '%o is said on the screen, and another try succeeds',
    async (fault, problem) => {
      const resident = await atTheCard(({ world }) => {
        world.socialCardTrouble = fault;
      });
      await insert(resident);
      expect(resident.on('present-social-card').problem).toBe(problem);
      resident.world.socialCardTrouble = null;
      resident.world.socialCards.take();
      await resident.settle();
      await insert(resident);
      await resident.wait(2);
      resident.on('pin');
    },
  );

  it('three mute tries end with the card given back', async () => {
    const resident = await atTheCard(({ world }) => {
      world.socialCardTrouble = { kind: 'mute' };
    });
    for (let again = 0; again < 3; again += 1) {
      await insert(resident);
      resident.world.socialCards.take();
      await resident.settle();
    }
    expect(resident.on('trouble').what).toBe('social-card-unreadable');
  });

  it('a forged card is refused', async () => {
    const resident = await atTheCard(({ world }) => {
      world.socialCardTrouble = { kind: 'key-service', code: 'forged-card' };
    });
    await insert(resident);
    expect(resident.on('refusal').reason).toBe('forged-card');
  });
});

describe('ACT-3, ACT-4 the PIN', () => {
  it.each(PIN_REFUSALS)('ACT-3 the bank refuses: %s; the resident starts over', async (reason) => {
    const resident = await atTheCard(({ world }) => {
      world.pinChecked = ok({ result: 'refused', reason });
    });
    await insert(resident);
    await enterPinTwice(resident);
    expect(resident.on('pin')).toMatchObject({
      round: 'first',
      problem: reason,
      triesLeft: POLICY.activation.pinTries - 1,
    });
    resident.world.pinChecked = ok({ result: 'ok' });
    await enterPinTwice(resident);
    resident.on('balance-sms');
  });

  it('ACT-3 ends kindly when every try was refused', async () => {
    const resident = await atTheCard(({ world }) => {
      world.pinChecked = ok({ result: 'refused', reason: 'one-digit-repeated' });
    });
    await insert(resident);
    for (let left = POLICY.activation.pinTries; left > 0; left -= 1) await enterPinTwice(resident);
    expect(resident.on('refusal').reason).toBe('pin-tries-used-up');
    expect(resident.world.carriedOut).toHaveLength(0);
  });

  it('cancelled at the pad: the resident says when to begin again', async () => {
    const resident = await atTheCard();
    await insert(resident);
    resident.world.pad?.end(err({ kind: 'cancelled-at-pad' }));
    await resident.settle();
    expect(resident.on('pin').problem).toBe('cancelled-at-pad');
    await resident.touch({ type: 'try-again' });
    await enterPinTwice(resident);
    resident.on('balance-sms');
  });

  it('INV-8 a pad that gives up is waited for, then the service ends and nothing has changed', async () => {
    const resident = await atTheCard();
    await insert(resident);
    for (let again = 0; again < 20 && resident.now().screen === 'pin'; again += 1) {
      resident.world.pad?.end(err({ kind: 'device', code: 'link-lost', message: '' }));
      await resident.settle();
      await resident.wait(1.5);
    }
    expect(resident.on('trouble')).toMatchObject({ what: 'pin-pad-down', nothingChanged: true });
  });

  it('ACT-4 no view ever holds a block', async () => {
    const resident = await atTheCard();
    await toCheckAnswers(resident);
    expect(JSON.stringify(resident.views)).not.toContain(BLOCK.block);
  });
});

it('INV-5 walking away from the PIN gives the card back first', async () => {
  const resident = await atTheCard();
  await insert(resident);
  resident.on('pin');
  await resident.wait(POLICY.timeouts.typingScreenSeconds);
  await resident.wait(POLICY.timeouts.warningSeconds);
  expect(resident.on('take-cards').readers).toEqual(['id-card', 'social-card']);
  expect(resident.world.pad).toBeNull();
});

it('ACT-2 (J 2.3.2) where an older card ends with the activation, that is said and agreed to first', async () => {
  const policy = packOf('jiangsu-suzhou');
  const resident = await atTheCard(() => undefined, policy);
  const cardId = `${policy.servedRegions[0]}0000`.slice(0, 6).concat('D156000005A1B2C3D4E5F60718');
  await insert(resident, { cardId });
  await enterPinTwice(resident);
  await resident.touch({ type: 'choose-balance-sms', wanted: false });
  expect(resident.on('notice')).toMatchObject({
    what: 'ends-older-card',
    facts: { name: policy.electronicCard.endsOlderCard?.zh },
  });
  await resident.touch({ type: 'confirm' });
  resident.on('check-answers');
});
