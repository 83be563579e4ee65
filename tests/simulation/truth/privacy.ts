import type { View } from '../../../src/contracts/view.ts';
import type { FictitiousResident } from '../../../src/fictitious-residents/resident.ts';

/** What of a person may be nowhere in clear. */
export const canariesOf = ({
  document,
  socialSecurityNumber,
  mobile,
  card,
}: FictitiousResident): string[] => [
  document.name,
  document.address,
  socialSecurityNumber,
  mobile,
  ...(card ? [card.cardNumber, card.accountNumber, card.cardId] : []),
];

/** INV-6: nothing of the person who was here is on the start screen. */
export function onScreen(person: FictitiousResident, view: View | null): string[] {
  if (view === null) return [];
  const shown = JSON.stringify(view);
  const found = canariesOf(person).find((canary) => shown.includes(canary));
  return found === undefined ? [] : [`INV-6 personal data of ${person.id} on the ${view.screen} screen`];
}

/** INV-6: nothing of anybody is on the disk in clear. Each byte is looked at once, however many people there were. */
export function onDisk(
  people: readonly FictitiousResident[],
  image: readonly { readonly path: string; readonly bytes: Uint8Array }[],
): string[] {
  const beginnings = new Uint8Array(1 << BITS);
  const byBeginning = new Map<number, { readonly person: string; readonly sought: Buffer }[]>();
  for (const person of people) {
    for (const canary of canariesOf(person)) {
      const sought = Buffer.from(canary);
      const beginning = sought.readUInt32LE(0);
      beginnings[slot(beginning)] = 1;
      byBeginning.set(beginning, [...(byBeginning.get(beginning) ?? []), { person: person.id, sought }]);
    }
  }
  return image.flatMap(({ path, bytes }) => {
    const content = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    for (
      let at = nextBeginning(bytes, 0, beginnings);
      at >= 0;
      at = nextBeginning(bytes, at + 1, beginnings)
    ) {
      const found = byBeginning
        .get(content.readUInt32LE(at))
        ?.find(({ sought }) => content.subarray(at, at + sought.length).equals(sought));
      if (found) return [`INV-6 ${found.person}: a canary is in clear in ${path}`];
    }
    return [];
  });
}

/** A table of so many bits tells almost every four bytes nothing begins with. */
const BITS = 18;
const slot = (fourBytes: number): number => Math.imul(fourBytes, 0x9e3779b1) >>> (32 - BITS);

/** Where from `from` on four bytes stand that something sought may begin with; -1 where none do. */
function nextBeginning(bytes: Uint8Array, from: number, beginnings: Uint8Array): number {
  let word = 0;
  for (let at = from; at < bytes.length; at += 1) {
    word = (word >>> 8) | ((bytes[at] ?? 0) << 24);
    if (beginnings[slot(word)] === 1 && at >= from + 3) return at - 3;
  }
  return -1;
}
