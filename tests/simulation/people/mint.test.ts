import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ageOn, day } from '../../../src/calendar/calendar-day.ts';
import { calendarDay, mobileNumber, upperHex } from '../../../src/contracts/fields.ts';
import { withLuhnDigit } from '../../../src/fictitious-residents/made-up-number.ts';
import { MADE_UP_DIVISION } from '../../../src/fictitious-residents/made-up-person.ts';
import { fictitiousResidents } from '../../../src/fictitious-residents/residents.ts';
import { parseCitizenNumber } from '../../../src/identity/citizen-number.ts';
import { ARCHETYPES } from './archetypes.ts';
import { mint, strangerTo } from './mint.ts';
import { PEOPLE_AT_MOST } from './own-numbers.ts';

const today = day('2026-11-23');
const someNumber = fc.integer({ min: 0, max: PEOPLE_AT_MOST / 2 - 1 });
const someKind = fc.constantFrom(...ARCHETYPES.map(({ name }) => name));

/** What no two people share. */
function ownOf(archetype: string, number: number): readonly string[] {
  const { id, document, mobile, card } = mint(archetype, number, today);
  const own = card?.ownerId === id ? [card.cardId, card.cardNumber, card.accountNumber] : [];
  return [id, document.number, document.name, mobile, ...own];
}

describe('people made up without end', () => {
  it('share no number, name, mobile, card or account with anybody', () => {
    const seen = new Set(
      fictitiousResidents(today).flatMap(({ id, document, mobile, card }) => [
        id,
        document.number,
        mobile,
        ...(card ? [card.cardId, card.cardNumber, card.accountNumber] : []),
      ]),
    );
    let expected = seen.size;
    for (let number = 0; number < 20_000; number += 1) {
      const kind = ARCHETYPES[number % ARCHETYPES.length]?.name ?? '';
      for (const one of ownOf(kind, number)) {
        seen.add(one);
        expected += 1;
      }
    }
    expect(seen.size).toBe(expected);
  });

  it('stay apart wherever their numbers lie, and from the strangers whose cards they carry', () => {
    fc.assert(
      fc.property(someKind, someKind, someNumber, someNumber, (one, other, a, b) => {
        fc.pre(a !== b);
        const own = new Set(ownOf(one, a));
        expect(ownOf(other, b).filter((thing) => own.has(thing))).toEqual([]);
        expect(own.has(strangerTo(b, today).document.number)).toBe(false);
      }),
      { numRuns: 300 },
    );
  });

  it('ID-4 have numbers that agree with themselves, in the division nobody lives in', () => {
    fc.assert(
      fc.property(someKind, someNumber, (kind, number) => {
        const { document, socialSecurityNumber, mobile } = mint(kind, number, today);
        const parsed = parseCitizenNumber(document.number);
        expect(parsed).toMatchObject({
          ok: true,
          value: { divisionCode: MADE_UP_DIVISION, birthDate: document.birthDate, sex: document.sex },
        });
        expect(socialSecurityNumber).toBe(document.number);
        expect(ageOn(document.birthDate, today)).toBeGreaterThanOrEqual(16);
        expect(mobileNumber.safeParse(mobile).success).toBe(true);
        expect(calendarDay.safeParse(document.birthDate).success).toBe(true);
      }),
      { numRuns: 300 },
    );
  });

  it('carry cards with 19-digit Luhn accounts in the name of who owns them (ID-9)', () => {
    fc.assert(
      fc.property(someKind, someNumber, (kind, number) => {
        const { id, card, socialSecurityNumber } = mint(kind, number, today);
        if (card === null) return;
        expect(withLuhnDigit(card.accountNumber.slice(0, 18))).toBe(card.accountNumber);
        expect(card.accountNumber).toHaveLength(19);
        expect(card.cardNumber).toHaveLength(9);
        expect(upperHex(16).safeParse(card.cardId).success).toBe(true);
        const own = kind !== 'activation of somebody else’s card';
        expect(card.ownerId === id).toBe(own);
        expect(card.holder.socialSecurityNumber === socialSecurityNumber).toBe(own);
      }),
      { numRuns: 300 },
    );
  });

  it('are the same person every time', () => {
    expect(mint('swap', 4_711, today)).toEqual(mint('swap', 4_711, today));
  });
});
