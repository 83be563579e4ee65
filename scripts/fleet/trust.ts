import { createHash, createPublicKey, type KeyObject, verify } from 'node:crypto';
import { openDocument } from '../../src/configuration/check-document.ts';
import { openRoot } from '../../src/configuration/follow-roots.ts';
import { kidOf } from '../../src/configuration/sign-statement.ts';
import { signersOf } from '../../src/configuration/verify-statement.ts';
import {
  type AssignedDocument,
  type Assignment,
  assignment,
} from '../../src/contracts/configuration/assignment.ts';
import type { SignedStatement, TrustRoot } from '../../src/contracts/configuration/keys.ts';
import type { ConfigurationTrouble } from '../../src/contracts/configuration/poll.ts';
import { err, ok, type Result } from '../../src/result.ts';

/**
 * What every made-up kiosk checks. Assignments: the director's signature, each time, for each kiosk. Documents: digest and
 * length of each copy; the offices' signatures once for each digest, since ten thousand kiosks share this process.
 */
export class FleetTrust {
  readonly #root: TrustRoot;
  readonly #directors = new Map<string, KeyObject>();
  readonly #opened = new Map<string, Promise<ConfigurationTrouble | null>>();

  constructor(root: TrustRoot) {
    this.#root = root;
    for (const { kid, kty, crv, x } of signersOf(root, 'director').keys) {
      this.#directors.set(kid, createPublicKey({ key: { kty, crv, x }, format: 'jwk' }));
    }
  }

  /** What this kiosk is to run: said by the director, to this kiosk, and newer than what was said before. */
  assignment(
    { payload, signatures }: SignedStatement,
    kioskId: string,
    newest: number,
  ): Result<Assignment, ConfigurationTrouble> {
    const isSigned = signatures.some((one) => {
      const key = this.#directors.get(kidOf(one) ?? '');
      const text = Buffer.from(`${one.protected}.${payload}`);
      return key !== undefined && verify(null, text, key, Buffer.from(one.signature, 'base64url'));
    });
    if (!isSigned) return err('signature-wrong');
    const read = assignment.safeParse(JSON.parse(Buffer.from(payload, 'base64url').toString()));
    if (!read.success) return err('content-invalid');
    if (read.data.kioskId !== kioskId) return err('not-for-this-kiosk');
    return read.data.version > newest ? ok(read.data) : err('assignment-older');
  }

  /** Whether a copy that came is the document that was named; null: it is. */
  document(text: string, named: AssignedDocument): Promise<ConfigurationTrouble | null> {
    const isNamed =
      text.length === named.length && createHash('sha256').update(text).digest('hex') === named.sha256;
    if (!isNamed) return Promise.resolve('damaged');
    const before = this.#opened.get(named.sha256);
    if (before) return before;
    const opened = openDocument(text, named, this.#root).then((read) => (read.ok ? null : read.error));
    this.#opened.set(named.sha256, opened);
    return opened;
  }
}

/** Throws where the text is no root that signs itself. */
export async function beginTrust(rootText: string): Promise<FleetTrust> {
  const opened = await openRoot(rootText);
  if (!opened.ok) throw new Error(`the first root: ${opened.error}`);
  return new FleetTrust(opened.value.root);
}
