import type { DocumentHeader } from '../contracts/configuration/document.ts';

/** A set is applied as a whole, so on the last of its documents' days. Milliseconds since the epoch; 0: at once. */
export const dueAt = (headers: readonly Pick<DocumentHeader, 'effectiveFrom'>[]): number =>
  Math.max(0, ...headers.map(({ effectiveFrom }) => Date.parse(effectiveFrom)));

/** Whether its day has come, link or not. */
export const isDue = ({ effectiveFrom }: { readonly effectiveFrom: number }, now: number): boolean =>
  now >= effectiveFrom;
