import { openDocument } from '../../../src/configuration/check-document.ts';
import { followRoots, openRoot, type TrustedRoot } from '../../../src/configuration/follow-roots.ts';
import { readEnvelope } from '../../../src/configuration/verify-statement.ts';
import type { TrustRoot } from '../../../src/contracts/configuration/keys.ts';
import { err, ok, type Result } from '../../../src/result.ts';
import type { StoredDocument } from '../store/configuration-document-store.ts';
import type { StoredRoot } from '../store/configuration-root-store.ts';
import type { ConfigurationSet } from '../store/configuration-set.ts';
import type { ConfigurationStore } from '../store/configuration-store.ts';
import { SealBroken } from '../store/payload-cipher.ts';
import type { BrokenSet } from './load-running.ts';
import type { SetContent } from './set-content.ts';

/**
 * Reads a set from the disk as if it came from a stranger: seal, digest, length, signatures and content of each
 * document, under the root it was checked under first. Expiry is not asked: what runs goes on (INV-7).
 */
export async function readSet(
  { roots, documents }: Pick<ConfigurationStore, 'roots' | 'documents'>,
  shippedRoot: string,
  set: ConfigurationSet,
): Promise<Result<SetContent, BrokenSet>> {
  const content: Record<string, unknown> = {};
  for (const named of set.documents) {
    const broken = (trouble: BrokenSet['trouble']) => err({ trouble, blamed: named });
    const stored = unsealed(() => documents.find(named.sha256));
    if (stored === null) return broken('damaged');
    const root = await rootOf(roots, shippedRoot, stored);
    if (root === null) return broken('root-not-followed');
    const opened = await openDocument(stored.text, named, root);
    if (!opened.ok) return broken(opened.error);
    content[opened.value.kind] = opened.value.content;
  }
  // Each is the content of its kind: `openDocument` says so.
  return ok(content as SetContent);
}

/**
 * The root a document was checked under. One after the shipped one counts where the whole chain to it is there; one
 * before it is what an older version of the software followed, and was sealed by this kiosk alone.
 */
async function rootOf(
  roots: ConfigurationStore['roots'],
  shippedRoot: string,
  { rootVersion }: StoredDocument,
): Promise<TrustRoot | null> {
  const shipped = await openRoot(shippedRoot);
  if (!shipped.ok) return null;
  if (rootVersion === shipped.value.root.version) return shipped.value.root;
  if (rootVersion > shipped.value.root.version) return followed(roots, shipped.value, rootVersion);
  const stored = unsealed(() => roots.of(rootVersion));
  const opened = stored && (await openRoot(stored.statement));
  return opened?.ok && opened.value.root.version === rootVersion ? opened.value.root : null;
}

async function followed(
  roots: ConfigurationStore['roots'],
  shipped: TrustedRoot,
  upTo: number,
): Promise<TrustRoot | null> {
  const chain: StoredRoot[] = [];
  for (let version = shipped.root.version + 1; version <= upTo; version += 1) {
    const stored = unsealed(() => roots.of(version));
    if (stored === null) return null;
    chain.push(stored);
  }
  const statements = chain.map(({ statement }) => readEnvelope(statement)).filter((one) => one.ok);
  const walked = await followRoots(
    shipped,
    statements.map(({ value }) => value),
  );
  const last = walked.followed.at(-1)?.root;
  return last?.version === upTo ? last : null;
}

/** null: the row is not there, or somebody else wrote it. */
function unsealed<T>(read: () => T | null): T | null {
  try {
    return read();
  } catch (error) {
    if (error instanceof SealBroken) return null;
    throw error;
  }
}
