import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { day } from '../calendar/calendar-day.ts';
import { FINANCIAL_STATES } from '../card/financial-side.ts';
import { SOCIAL_SECURITY_STATES } from '../card/social-security-side.ts';
import { type PolicyPack, parsePolicyPack } from '../policy/policy-pack.ts';
import type { ScannedCode } from '../ports/code-scanner.ts';
import type { SocialSecurityCard } from '../ports/social-card-reader.ts';
import { err, ok } from '../result.ts';
import { memoryKit } from './memory/memory-kit.ts';
import { socialCardOf } from './memory/people.ts';
import { serviceAtTheScreen } from './memory/service-at-the-screen.ts';
import { verifiedResident } from './memory/verified-resident.ts';
import { readCard } from './read-card.ts';

const TODAY = day('2026-11-22');
const { identity: HOLDER } = verifiedResident(TODAY);
const loaded = parsePolicyPack(readFileSync('assets/policy/hainan.json', 'utf8'));
if (!loaded.ok) throw new Error(JSON.stringify(loaded.error));
const withCodes = (standsInForCard: boolean): PolicyPack => ({
  ...loaded.value,
  electronicCard: { ...loaded.value.electronicCard, standsInForCard },
});
const card = (changes: Partial<SocialSecurityCard> = {}) =>
  socialCardOf(TODAY, HOLDER.socialSecurityNumber, changes);

interface Start {
  readonly prepare?: (world: ReturnType<typeof memoryKit>['world']) => void;
  readonly policy?: PolicyPack;
  readonly returned?: SocialSecurityCard;
}

async function begin({ prepare, policy = withCodes(false), returned }: Start = {}) {
  const { kit, world } = memoryKit(policy, Date.UTC(2026, 10, 22, 4));
  prepare?.(world);
  const screen = serviceAtTheScreen(kit, 'read-card', readCard(kit), {
    language: 'zh-CN',
    identity: returned ? HOLDER : null,
    card: returned ?? null,
  });
  await screen.settle();
  return { world, screen };
}

describe('READ-1 what is printed on the card, for anybody', () => {
  it('READ-1 shows generation, place and days, number and name masked, and no state', async () => {
    const { world, screen } = await begin();
    expect(screen.on('present-social-card').slot).toBe('reader');
    world.socialCards.put(card());
    await screen.settle();
    expect(screen.on('card-view')).toMatchObject({
      from: 'card',
      generation: 3,
      cardNumberMasked: 'T0 ＊＊＊＊ 01',
      nameMasked: '试＊＊',
      region: '海口市',
      socialSecurity: null,
      financial: null,
      next: [],
    });
    expect(JSON.stringify(screen.now())).not.toContain(HOLDER.socialSecurityNumber);
    await screen.touch({ type: 'finish' });
    expect(screen.ending()).toEqual({ kind: 'seen' });
    expect(screen.held()).not.toContain('T00000001');
  });

  it('READ-1 its state needs identity: the session is asked to find out who this is', async () => {
    const { world, screen } = await begin();
    world.socialCards.put(card());
    await screen.settle();
    await screen.touch({ type: 'show-state' });
    expect(screen.ending()).toEqual({ kind: 'identify', card: card() });
  });

  it('READ-1 no state is promised with the link down, or for a card issued elsewhere', async () => {
    const offline = await begin({
      prepare: (world) => {
        world.linkUp = false;
      },
    });
    const elsewhere = await begin();
    offline.world.socialCards.put(card());
    elsewhere.world.socialCards.put(card({ cardId: '440100D156000005A1B2C3D4E5F60718' }));
    for (const { screen } of [offline, elsewhere]) {
      await screen.settle();
      screen.on('card-view');
      expect(screen.now().can).not.toContain('show-state');
    }
  });

  it('INV-5 where only the acceptor reads, the card is back in the hand before anything is shown', async () => {
    const { world, screen } = await begin({
      prepare: (w) => {
        w.machines = { ...w.machines, canReadCards: false };
      },
    });
    expect(screen.on('present-social-card').slot).toBe('acceptor');
    world.ownCards.put(card());
    await screen.settle();
    screen.on('card-view');
    expect(world.ownCards.card).toBeNull();
  });
});

describe('READ-1 its state, for its holder', () => {
  it('READ-1 tells both sides and what fits next, as far as this kiosk can do it', async () => {
    const { screen } = await begin({ returned: card() });
    expect(screen.on('card-view')).toMatchObject({ socialSecurity: 'normal', financial: 'locked' });
    expect(screen.on('card-view').next).toContain('activate');
    expect(screen.now().can).not.toContain('show-state');
    await screen.touch({ type: 'choose-service', service: 'activate' });
    expect(screen.ending()).toEqual({ kind: 'go-on', service: 'activate' });
  });

  it('READ-1 only what was offered is gone on to', async () => {
    const { screen } = await begin({ returned: card() });
    await screen.touch({ type: 'choose-service', service: 'replace' });
    screen.on('card-view');
  });

  it('READ-1 a second-generation card is offered the swap, where it can be made', async () => {
    const old = card({ generation: 2, specVersion: '2.00' });
    const able = await begin({ returned: old });
    expect(able.screen.on('card-view').next).toContain('swap');
    const unable = await begin({
      returned: old,
      prepare: (world) => {
        world.blanks = 0;
      },
    });
    expect(unable.screen.on('card-view').next).not.toContain('swap');
  });

  it.each(SOCIAL_SECURITY_STATES.flatMap((one) => FINANCIAL_STATES.map((two) => [one, two] as const)))(
    'READ-1 a card that is %s and %s is never a dead end',
    async (socialSecurity, financial) => {
      const { screen } = await begin({
        returned: card(),
        prepare: (world) => {
          world.cardStatus = ok({
            known: true,
            holderMatches: true,
            socialSecurity,
            financial,
            mobileMasked: null,
          });
        },
      });
      const { next, ...shown } = screen.on('card-view');
      expect(shown).toMatchObject({ socialSecurity, financial });
      expect(next.length).toBeGreaterThan(0);
      expect(next.includes('activate')).toBe(socialSecurity === 'normal' && financial === 'locked');
    },
  );

  it('ID-9 somebody else’s card: refused, said why, on record', async () => {
    const { world, screen } = await begin({
      returned: card({ socialSecurityNumber: '460199199001010029' }),
    });
    expect(screen.ending()).toMatchObject({ kind: 'refusal', reason: 'holder-mismatch' });
    expect(world.audit.at(-1)).toMatchObject({
      event: 'social-card-read',
      detail: { outcome: 'holder-mismatch' },
    });
  });

  it('ID-9 a chip that keeps its number: the authority compares', async () => {
    const { screen } = await begin({
      returned: card({ socialSecurityNumber: null }),
      prepare: (world) => {
        world.cardStatus = ok({
          known: true,
          holderMatches: false,
          socialSecurity: 'normal',
          financial: 'active',
          mobileMasked: null,
        });
      },
    });
    expect(screen.ending()).toMatchObject({ kind: 'refusal', reason: 'holder-mismatch' });
  });

  it.each([
    [ok({ known: false } as const), { kind: 'refusal', reason: 'card-unknown' }],
    [err({ kind: 'link-down' } as const), { kind: 'trouble', what: 'link-down' }],
  ] as const)('READ-1 the answer %j ends honestly', async (answer, ending) => {
    const { screen } = await begin({
      returned: card(),
      prepare: (world) => {
        world.cardStatus = answer;
      },
    });
    expect(screen.ending()).toMatchObject(ending);
  });
});

describe('ECARD-2 an electronic card may stand in where the pack allows', () => {
  const CODE = 'EC:0123456789' as ScannedCode;

  it('ECARD-2 is asked only there, and only with the link up', async () => {
    expect((await begin({ policy: withCodes(true) })).screen.on('choose').question).toBe('card-or-code');
    (await begin()).screen.on('present-social-card');
    const offline = await begin({
      policy: withCodes(true),
      prepare: (world) => {
        world.linkUp = false;
      },
    });
    offline.screen.on('present-social-card');
  });

  it('ECARD-2 shows what the authority says of the code, and keeps no code', async () => {
    const { world, screen } = await begin({
      policy: withCodes(true),
      prepare: (w) => {
        w.electronicCard = ok({
          result: 'valid',
          nameMasked: '试＊＊',
          cardNumberMasked: 'T0 ＊＊＊＊ 01',
          socialSecurity: 'normal',
          financial: 'active',
        });
      },
    });
    await screen.touch({ type: 'choose', value: 'code' });
    world.codes.put(CODE);
    await screen.settle();
    expect(screen.on('card-view')).toMatchObject({ from: 'electronic-card', socialSecurity: 'normal' });
    expect(world.codesChecked).toEqual([CODE]);
    expect(screen.held() + JSON.stringify(world.audit)).not.toContain(CODE);
  });

  it('ECARD-2 with the card in the hand it is the card', async () => {
    const { world, screen } = await begin({ policy: withCodes(true) });
    await screen.touch({ type: 'choose', value: 'card' });
    world.socialCards.put(card());
    await screen.settle();
    expect(screen.on('card-view').from).toBe('card');
  });
});
