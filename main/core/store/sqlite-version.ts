/** Older ones lack fixes the store relies on (WAL-reset corruption among them). */
export const LEAST_SQLITE = [3, 53, 0] as const;

/** True where `version` ("3.54.1") is new enough for the store. */
export function sqliteIsNewEnough(version: string): boolean {
  const parts = version.split('.').map(Number);
  for (const [index, least] of LEAST_SQLITE.entries()) {
    const part = parts[index] ?? 0;
    if (Number.isNaN(part)) return false;
    if (part !== least) return part > least;
  }
  return true;
}
