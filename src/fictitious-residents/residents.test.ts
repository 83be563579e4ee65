import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, ageOn, day } from '../calendar/calendar-day.ts';
import { APPLICATION_FAILURES, APPLICATION_STEPS } from '../contracts/central/progress.ts';
import { checkCharacter } from '../identity/citizen-number.ts';
import { withLuhnDigit } from './made-up-number.ts';
import { expectedDecision } from './portrait-distances.ts';
import { PEOPLE } from './portrait-people.ts';
import { fictitiousResident, fictitiousResidents } from './residents.ts';

const today = day('2026-11-22');
const everybody = fictitiousResidents(today);
const named = (id: string) => {
  const found = fictitiousResident(today, id);
  if (!found) throw new Error(`no resident ${id}`);
  return found;
};

describe('fictitious residents', () => {
  it('are some thirty or more, each with an id, number, mobile and portrait of its own family', () => {
    expect(everybody.length).toBeGreaterThanOrEqual(30);
    const unshared = everybody.flatMap((r) => [r.id, r.document.number, r.mobile]);
    expect(new Set(unshared).size).toBe(everybody.length * 3);
    for (const resident of everybody) expect(PEOPLE).toHaveProperty(resident.portrait);
  });

  it('ID-2 always has somebody who turns sixteen today and somebody who does tomorrow', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 20_000 }), (days) => {
        const on = addDays(day('2024-01-01'), days);
        const sixteen = fictitiousResident(on, 'apply-exactly-16')?.document.birthDate ?? on;
        const fifteen = fictitiousResident(on, 'apply-15-and-364-days')?.document.birthDate ?? on;
        expect([ageOn(sixteen, on), ageOn(fifteen, on)]).toEqual([16, 15]);
        expect(ageOn(fifteen, addDays(on, 1))).toBe(16);
      }),
      { numRuns: 300 },
    );
  });

  it('ID-3 covers expired, last day, not yet valid and 长期', () => {
    expect(named('identity-expired').document.validTo).toBe('2026-11-21');
    expect(named('identity-last-day').document.validTo).toBe(today);
    expect(named('identity-not-yet-valid').document.validFrom).toBe('2026-11-23');
    expect(named('apply-long-term-id').document.validTo).toBeNull();
  });

  it('ID-4 numbers agree with birth date, sex and check character, but where a case says otherwise', () => {
    const odd = new Set(['identity-bad-check-digit', 'identity-sex-conflict', 'identity-birth-conflict']);
    for (const { id, document } of everybody) {
      if (document.kind !== 'resident-id-card' || odd.has(id)) continue;
      expect(document.number, id).toHaveLength(18);
      expect(document.number.slice(6, 14), id).toBe(document.birthDate.replaceAll('-', ''));
      expect(Number(document.number[16]) % 2, id).toBe(document.sex === 'male' ? 1 : 0);
      expect(document.number[17], id).toBe(checkCharacter(document.number));
    }
    const spoilt = named('identity-bad-check-digit').document.number;
    expect(spoilt[17]).not.toBe(checkCharacter(spoilt));
    expect(checkCharacter('46019919900101002')).toBe('9');
  });

  it('ID-8 covers the four document layouts', () => {
    expect(new Set(everybody.map((r) => r.document.kind)).size).toBe(4);
  });

  it('gives cards that belong together: 19-digit account with Luhn digit, id, region, one owner', () => {
    const cards = everybody.flatMap((r) => (r.card ? [r.card] : []));
    for (const card of cards) {
      expect(card.accountNumber).toMatch(/^\d{19}$/);
      expect(withLuhnDigit(card.accountNumber.slice(0, 18))).toBe(card.accountNumber);
      expect(card.cardId).toMatch(/^[0-9A-F]{32}$/);
      expect(card.cardNumber).toHaveLength(9);
      expect(card.holder.socialSecurityNumber).toBe(named(card.ownerId).socialSecurityNumber);
    }
    expect(withLuhnDigit('621799000000000001')).toBe('6217990000000000014');
    expect(new Set(cards.map((card) => card.specVersion))).toEqual(new Set(['1.00', '2.00', '3.00']));
  });

  it('ID-9 has a resident who carries the card of another', () => {
    const borrower = named('activate-somebody-elses-card');
    expect(borrower.card?.ownerId).toBe('activate-3.0');
    expect(borrower.card?.holder.socialSecurityNumber).not.toBe(borrower.socialSecurityNumber);
  });

  it("ID-5 have faces of their own, and one whose face another's card refuses", () => {
    const zones = { accept: 0.48, refuse: 0.58 };
    for (const { id, portrait } of everybody) {
      expect(expectedDecision(portrait, portrait, zones), id).toBe('accept');
    }
    const pair = [named('apply-plain-1').portrait, named('apply-other-face').portrait] as const;
    expect(expectedDecision(...pair, zones)).toBe('refuse');
  });

  it('LOSS-2 REPL-3 REPL-8 CERT-1 have files the authority decides by', () => {
    expect(named('loss-temporary').file.lostUntil).toBe('2026-12-02');
    expect(named('loss-hardship').file.hardship).toBe(true);
    expect(named('replace-fourth').file.replacementsThisMonth).toBe(3);
    expect(named('benefits-receiver').file.receivesBenefits).toBe(true);
    expect(named('swap-2.0').card?.specVersion).toBe('2.00');
  });

  it('PROG-1 PROG-2 have an application at every step and one for every failure', () => {
    const waiting = everybody.filter((one) => one.id.startsWith('progress-'));
    expect(waiting.every((one) => one.applicationPending && one.card === null)).toBe(true);
    expect(new Set(waiting.map((one) => one.file.progress.step))).toEqual(new Set(APPLICATION_STEPS));
    expect(new Set(waiting.map((one) => one.file.progress.failure))).toEqual(
      new Set([null, ...APPLICATION_FAILURES]),
    );
  });

  it('covers names the chip and the printer find hard', () => {
    expect([...named('apply-long-name').document.name]).toHaveLength(15);
    expect(named('apply-minority-name').document.name).toContain('·');
    expect(named('apply-rare-character-1').document.name).toContain('𠮷');
    expect(named('apply-rare-character-2').document.name).toContain('䶮');
  });
});
