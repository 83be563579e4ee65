export type CardGeneration = 2 | 3;

/**
 * Generation of a card by its specification version: 3.x is the third, 1.x and 2.x (regional 2.01 among them) are
 * the second generation's chips (protocols 1.6). Only the first character decides; null for anything else.
 */
export function generationOf(specVersion: string): CardGeneration | null {
  switch (specVersion.charAt(0)) {
    case '1':
    case '2':
      return 2;
    case '3':
      return 3;
    default:
      return null;
  }
}
