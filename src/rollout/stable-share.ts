/** FNV-1a's start and prime, 32 bits. */
const FNV_OFFSET = 0x811c9dc5;
const FNV_PRIME = 0x01000193;
const TWO_TO_32 = 2 ** 32;

/**
 * A number in [0, 1) that the text alone decides, spread evenly: the same on every machine and in every year, so that
 * nobody ever changes groups. FNV-1a, finished as in MurmurHash3 (the last letters must count as much as the first).
 * Chance only, no secret: whoever knows the rollout knows who comes first.
 */
export function stableShare(text: string): number {
  let hash = FNV_OFFSET;
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), FNV_PRIME);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return ((hash ^ (hash >>> 16)) >>> 0) / TWO_TO_32;
}
