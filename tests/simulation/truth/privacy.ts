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
  /** Whether anything sought begins with these two bytes: that is asked of every byte on the disk. */
  const begins = new Uint8Array(1 << 16);
  const byBeginning = new Map<number, { readonly person: string; readonly sought: Buffer }[]>();
  for (const person of people) {
    for (const canary of canariesOf(person)) {
      const sought = Buffer.from(canary);
      const beginning = sought.readUInt32LE(0);
      begins[beginning & 0xffff] = 1;
      byBeginning.set(beginning, [...(byBeginning.get(beginning) ?? []), { person: person.id, sought }]);
    }
  }
  return image.flatMap(({ path, bytes }) => {
    const content = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    for (let at = 0; at + 4 <= content.length; at += 1) {
      if (begins[(bytes[at] ?? 0) | ((bytes[at + 1] ?? 0) << 8)] === 0) continue;
      const found = byBeginning
        .get(content.readUInt32LE(at))
        ?.find(({ sought }) => content.compare(sought, 0, sought.length, at, at + sought.length) === 0);
      if (found) return [`INV-6 ${found.person}: a canary is in clear in ${path}`];
    }
    return [];
  });
}
