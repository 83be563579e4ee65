import type { FictitiousResident } from '../../src/fictitious-residents/resident.ts';
import type { Visit } from './visits.ts';

/** How this person behaves besides wanting something. */
export interface Manner {
  /** Takes what comes to a gate; else the machine has to keep it. */
  readonly takesCards: boolean;
  readonly pays: 'pay' | 'cancel';
  /** After the kiosk went dark on them: begins again, or goes away. */
  readonly comesBack: boolean;
}

/** A person at the kiosk. */
export interface Person extends Manner {
  readonly visit: Visit;
  readonly resident: FictitiousResident;
  /** Wants to leave at the next screen that lets them. */
  leaves: boolean;
  /** Things done, and how often. */
  readonly did: Map<string, number>;
}

export const newPerson = (visit: Visit, resident: FictitiousResident, manner: Manner): Person => ({
  ...manner,
  visit,
  resident,
  leaves: false,
  did: new Map(),
});

/** How often this was done, this time counted. */
export function nth({ did }: Person, what: string): number {
  const times = (did.get(what) ?? 0) + 1;
  did.set(what, times);
  return times;
}

/** True the first time. */
export const once = (person: Person, what: string): boolean => nth(person, what) === 1;
