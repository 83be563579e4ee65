/**
 * Whether a card's issuing region is served here (ID-10). Regions are GB/T 2260 codes; a pack names prefixes, so
 * `46` is a whole province and `3205` one city.
 */
export const isServed = (servedRegions: readonly string[], region: string): boolean =>
  servedRegions.some((prefix) => region.startsWith(prefix));
