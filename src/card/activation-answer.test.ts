import { describe, expect, it } from 'vitest';
import type { CardStatusAnswer } from '../contracts/central/queries.ts';
import type { Refusal } from '../contracts/trouble.ts';
import {
  type ActivationFacts,
  type ActivationRefusal,
  activationAnswer,
  issuerRegion,
  presentedCardAnswer,
} from './activation-answer.ts';
import { FINANCIAL_STATES } from './financial-side.ts';
import { generationOf } from './generation.ts';
import { SOCIAL_SECURITY_STATES } from './social-security-side.ts';
import { canPay, countsAsHavingCard, usable } from './usable.ts';

const CARD_ID = `460100D15600000512345678ABCDEF01`;
const READY = { known: true, holderMatches: true, socialSecurity: 'normal', financial: 'locked' } as const;
const facts = (card: ActivationFacts['card'], regionCode = '460100'): ActivationFacts => ({
  regionCode,
  servedRegions: ['46'],
  card,
});
const refusal = (asked: ActivationFacts): ActivationRefusal | null => {
  const answer = activationAnswer(asked);
  return answer.ok ? null : answer.error;
};

describe('ACT-2 which card may be activated', () => {
  it('ACT-2 takes exactly one pair of states out of all', () => {
    const taken: string[] = [];
    for (const socialSecurity of SOCIAL_SECURITY_STATES) {
      for (const financial of FINANCIAL_STATES) {
        if (refusal(facts({ ...READY, socialSecurity, financial })) === null) {
          taken.push(`${socialSecurity}/${financial}`);
        }
      }
    }
    expect(taken).toEqual(['normal/locked']);
  });

  it.each([
    ['in-production', 'not-yet-collected'],
    ['awaiting-collection', 'not-yet-collected'],
    ['temporarily-lost', 'temporarily-lost'],
    ['formally-lost', 'formally-lost'],
    ['suspended', 'suspended'],
    ['expired', 'expired'],
    ['recalled', 'recalled'],
    ['cancelled', 'cancelled'],
  ] as const)('ACT-2 %s is refused as %s, whatever the bank says', (socialSecurity, kind) => {
    for (const financial of FINANCIAL_STATES) {
      expect(refusal(facts({ ...READY, socialSecurity, financial }))).toEqual({ kind });
    }
  });

  it.each([
    ['active', 'already-active'],
    ['pin-locked', 'pin-locked'],
    ['closed', 'account-closed'],
  ] as const)('ACT-2 a financial side %s is refused as %s', (financial, kind) => {
    expect(refusal(facts({ ...READY, financial }))).toEqual({ kind });
  });

  it('ID-9 ID-10 place first, then whether it is known, then whose it is, then its state', () => {
    const worst = { ...READY, holderMatches: false, socialSecurity: 'cancelled' } as const;
    expect(refusal(facts(worst, '410100'))).toEqual({ kind: 'other-province', regionCode: '410100' });
    expect(refusal(facts({ known: false }))).toEqual({ kind: 'card-unknown' });
    expect(refusal(facts(worst))).toEqual({ kind: 'holder-mismatch' });
    expect(refusal(facts({ ...worst, holderMatches: true }))).toEqual({ kind: 'cancelled' });
  });

  it('takes the authority’s answer as it comes, and each refusal has its sentence', () => {
    const answer: CardStatusAnswer = { ...READY, mobileMasked: null };
    expect(refusal(facts(answer))).toBeNull();
    const sentences: readonly Refusal[] = [] as readonly ActivationRefusal['kind'][];
    expect(sentences).toEqual([]);
  });
});

describe('ID-9 ID-10 what the kiosk sees by itself', () => {
  const OWNER = { socialSecurityNumber: '460199199001010029' };

  it.each([
    ['460199199001010029', null],
    [null, null],
    ['460199196001010033', { kind: 'holder-mismatch' }],
  ])('ID-9 chip says %s', (socialSecurityNumber, expected) => {
    const answer = presentedCardAnswer({ cardId: CARD_ID, socialSecurityNumber }, OWNER, ['46']);
    expect(answer.ok ? null : answer.error).toEqual(expected);
  });

  it('ID-10 names the place of a card from elsewhere, also when it is somebody else’s', () => {
    const card = { cardId: CARD_ID.replace('4601', '4101'), socialSecurityNumber: '460199196001010033' };
    expect(presentedCardAnswer(card, OWNER, ['46'])).toEqual({
      ok: false,
      error: { kind: 'other-province', regionCode: '410100' },
    });
    expect(issuerRegion(CARD_ID)).toBe('460100');
  });
});

describe('small questions about a card', () => {
  it.each([
    ['1.00', 2],
    ['2.00', 2],
    ['2.01', 2],
    ['3.00', 3],
    ['', null],
    ['4.00', null],
    ['x', null],
  ])('READ-1 version %j is generation %s', (version, generation) => {
    expect(generationOf(version)).toBe(generation);
  });

  it('INV-2 usable is the normal state alone; APPLY-1 all but cancelled count as having a card', () => {
    expect(SOCIAL_SECURITY_STATES.filter((socialSecurity) => usable({ socialSecurity }))).toEqual(['normal']);
    expect(
      SOCIAL_SECURITY_STATES.filter((socialSecurity) => !countsAsHavingCard({ socialSecurity })),
    ).toEqual(['cancelled']);
  });

  it('M A15 a normal card pays only once activated', () => {
    const paying = FINANCIAL_STATES.filter((financial) => canPay({ socialSecurity: 'normal', financial }));
    expect(paying).toEqual(['active']);
    expect(canPay({ socialSecurity: 'formally-lost', financial: 'active' })).toBe(false);
  });
});
