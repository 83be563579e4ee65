import type { ConfigurationTrouble } from '../../../src/contracts/configuration/poll.ts';
import { isRefusedFor, type ReturnReason } from '../store/configuration-set.ts';
import type { Store } from '../store/open-store.ts';

/** Kinds and versions of documents, for the audit: `policy-pack 4, texts 2`. */
export const namesOf = (documents: readonly { readonly kind: string; readonly version: number }[]): string =>
  documents.map(({ kind, version }) => `${kind} ${version}`).join(', ');

/**
 * The last good set is the one from now on; what failed here is never run here again, and what was damaged on the disk
 * only as the centre gives it anew. On record in the same commit.
 */
export function goBack(
  { configuration, audit, transaction }: Pick<Store, 'configuration' | 'audit' | 'transaction'>,
  reason: ReturnReason | ConfigurationTrouble,
  now: number,
): void {
  transaction(() => {
    const good = new Set(configuration.lastGood()?.documents.map(({ sha256 }) => sha256));
    const bad = configuration.current()?.documents.filter(({ sha256 }) => !good.has(sha256)) ?? [];
    const { left, to } = configuration.goBack(reason, now);
    audit.record('configuration-returned', { assignment: left, to, reason });
    if (!isRefusedFor(reason)) return;
    for (const document of bad) {
      audit.record('configuration-refused', { assignment: left, document: namesOf([document]), reason });
    }
  });
}
