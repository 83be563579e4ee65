import type { CustodyCounts } from '../../../main/core/store/custody-store.ts';
import type { FictitiousResident } from '../../../src/fictitious-residents/resident.ts';
import type { Machines } from '../../matrix/world/machines.ts';
import type { BookedPerson } from '../centre/centre-contract.ts';

/** Cards that left the machines through a technician's hands. */
export interface Emptied {
  readonly issuer: number;
  readonly acceptor: number;
}

/** INV-2: nobody has two usable cards. */
export function usableOf(person: FictitiousResident, booked: BookedPerson | null): string[] {
  const usable = booked?.cards.filter(({ socialSecurity }) => socialSecurity === 'normal').length ?? 0;
  return usable > 1 ? [`INV-2 ${person.id} has ${usable} usable cards`] : [];
}

/** INV-2: what came out since `before` is this person's, known to the registry, and no more than was asked for. */
export function cameOut(
  { issuer }: Machines,
  before: number,
  person: FictitiousResident,
  booked: BookedPerson | null,
): string[] {
  const out = issuer.taken.slice(before);
  const strange = out.filter(
    ({ contents }) =>
      contents?.socialSecurityNumber !== person.socialSecurityNumber ||
      !booked?.cards.some(({ cardNumber }) => cardNumber === contents.cardNumber),
  );
  const asked = booked?.requests.length ?? 0;
  return [
    ...(strange.length > 0 ? [`INV-2 ${strange.length} cards came out that are not ${person.id}'s`] : []),
    ...(out.length > asked
      ? [`INV-2 ${out.length} cards came out for ${asked} requests of ${person.id}`]
      : []),
  ];
}

/** INV-3: the ledger and the machines agree, but for cards the ledger calls lost from sight. */
export function custodyOf({ issuer, acceptor }: Machines, counts: CustodyCounts, emptied: Emptied): string[] {
  const { stock, blanks, ownCards } = counts;
  const unseen = { blanks: blanks.unknown + blanks.missing, own: ownCards.unknown + ownCards.missing };
  const problems: string[] = [];
  const agree = (what: string, ledger: number, real: number, slack: number) => {
    if (ledger > real || real - ledger > slack)
      problems.push(`INV-3 ${what}: ledger ${ledger}, really ${real}`);
  };
  const insideIssuer = issuer.card === null ? 0 : 1;
  const insideAcceptor = acceptor.card === null ? 0 : 1;
  agree('stack', stock, issuer.stack.length, unseen.blanks);
  agree('handed over', blanks['handed-over'], issuer.taken.length, unseen.blanks);
  agree(
    'in the issuer',
    blanks.transport + blanks['chip-station'] + blanks.gate,
    insideIssuer,
    unseen.blanks,
  );
  agree('own cards back', ownCards['given-back'], acceptor.taken.length, unseen.own);
  agree('in the acceptor', ownCards.latched + ownCards.gate, insideAcceptor, unseen.own);
  agree('bin', blanks.rejected + blanks.retained, issuer.bin.length, unseen.blanks);
  agree('own cards kept', ownCards.retained, acceptor.bin.length, unseen.own);
  agree('blanks emptied', blanks.emptied, emptied.issuer, unseen.blanks);
  agree('own cards emptied', ownCards.emptied, emptied.acceptor, unseen.own);
  return problems;
}

/** INV-5: with everything healed no resident's card is inside any more. */
export function ownCardOf({ acceptor }: Machines, { ownCards }: CustodyCounts): string[] {
  if (acceptor.card === null) return [];
  const known = ownCards.latched + ownCards.gate + ownCards.unknown > 0;
  return [`INV-5 a card is still inside, and the ledger ${known ? 'knows it' : 'knows of none'}`];
}
