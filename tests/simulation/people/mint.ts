import type { CalendarDay } from '../../../src/calendar/calendar-day.ts';
import type { FictitiousCard, FictitiousResident } from '../../../src/fictitious-residents/resident.ts';
import { fictitiousResidents } from '../../../src/fictitious-residents/residents.ts';
import { archetypeOf } from './archetypes.ts';
import {
  inCharacters,
  ownAccountNumber,
  ownCardId,
  ownCardNumber,
  ownMobile,
  ownNumber,
  PEOPLE_AT_MOST,
} from './own-numbers.ts';

/** Whose card somebody carries by mistake: numbered so far from everybody who comes. */
const STRANGERS_FROM = PEOPLE_AT_MOST / 2;

let models: { readonly today: CalendarDay; readonly byId: ReadonlyMap<string, FictitiousResident> } | null =
  null;

function modelOf(id: string, today: CalendarDay): FictitiousResident {
  if (models?.today !== today)
    models = { today, byId: new Map(fictitiousResidents(today).map((one) => [one.id, one])) };
  const model = models.byId.get(id);
  if (!model) throw new Error(`no fictitious resident ${id}`);
  return model;
}

/** A person of this kind whom nobody else is: number, card, account, mobile, name and birthday are their own. */
export function mint(archetype: string, number: number, today: CalendarDay): FictitiousResident {
  return madeAfter(modelOf(archetypeOf(archetype).like, today), number, today);
}

/** Somebody else with a card, whose card lies in the wrong hands. */
export const strangerTo = (number: number, today: CalendarDay): FictitiousResident =>
  madeAfter(modelOf('activate-3.0', today), (number + STRANGERS_FROM) % PEOPLE_AT_MOST, today);

function madeAfter(model: FictitiousResident, number: number, today: CalendarDay): FictitiousResident {
  const { birthDate, sex, idNumber } = ownNumber(number);
  const person: FictitiousResident = {
    ...model,
    id: `person-${number}`,
    document: {
      ...model.document,
      name: model.document.name + inCharacters(number),
      sex,
      birthDate,
      number: idNumber,
      address: `海南省测试市样例区虚构路${number}号`,
    },
    socialSecurityNumber: idNumber,
    mobile: ownMobile(number),
  };
  const { card } = model;
  if (card === null) return person;
  if (card.ownerId !== model.id) return { ...person, card: strangerTo(number, today).card };
  return { ...person, card: cardOf(card, person, number) };
}

/** The model's card in its owner's name and with numbers of its own. */
function cardOf(model: FictitiousCard, owner: FictitiousResident, number: number): FictitiousCard {
  const { name, sex, birthDate } = owner.document;
  return {
    ...model,
    cardId: ownCardId(model.cardId.slice(0, 6), number),
    cardNumber: ownCardNumber(number),
    accountNumber: ownAccountNumber(number),
    holder: { ...model.holder, socialSecurityNumber: owner.socialSecurityNumber, name, sex, birthDate },
    ownerId: owner.id,
  };
}
