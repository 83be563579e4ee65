import type { AssignedDocument } from '../contracts/configuration/assignment.ts';
import {
  DOCUMENT_CONTENTS,
  type DocumentContent,
  type DocumentHeader,
  type DocumentKind,
  documentPayload,
  ROLE_OF_KIND,
} from '../contracts/configuration/document.ts';
import { MOST_STATEMENT_CHARACTERS, type TrustRoot } from '../contracts/configuration/keys.ts';
import type { ConfigurationTrouble } from '../contracts/configuration/poll.ts';
import { err, ok, type Result } from '../result.ts';
import { readEnvelope, signersOf, verifyStatement } from './verify-statement.ts';

/** A document that may be read: its header and what it holds, by its kind. */
export type OpenedDocument = {
  readonly [K in DocumentKind]: {
    readonly kind: K;
    readonly header: DocumentHeader;
    readonly content: DocumentContent<K>;
  };
}[DocumentKind];

/**
 * INV-7: digest and length as assigned before anything else; signed by enough keys of the kind's role; the document
 * that was named and no other; content that fits its kind. Whether this kiosk may run it now, `admitDocument` says.
 */
export async function openDocument(
  text: string,
  named: AssignedDocument,
  root: TrustRoot,
): Promise<Result<OpenedDocument, ConfigurationTrouble>> {
  if (text.length !== named.length || text.length > MOST_STATEMENT_CHARACTERS) return err('damaged');
  if ((await sha256Hex(text)) !== named.sha256) return err('damaged');
  const envelope = readEnvelope(text);
  if (!envelope.ok) return envelope;
  const said = await verifyStatement(envelope.value, [signersOf(root, ROLE_OF_KIND[named.kind])]);
  if (!said.ok) return said;
  const payload = documentPayload.safeParse(said.value);
  if (!payload.success) return err('content-invalid');
  const { content, ...header } = payload.data;
  const isNamed =
    header.kind === named.kind && header.line === named.line && header.version === named.version;
  if (!isNamed) return err('version-or-line-differs');
  return openContent(header, content);
}

function openContent(header: DocumentHeader, content: unknown): Result<OpenedDocument, ConfigurationTrouble> {
  const read = DOCUMENT_CONTENTS[header.kind].safeParse(content);
  if (!read.success) return err('content-invalid');
  const opened = { kind: header.kind, header, content: read.data } as OpenedDocument;
  if (opened.kind !== 'policy-pack') return ok(opened);
  // Receipts, journal and centre name a pack by what it says itself.
  const { id, version } = opened.content;
  return id === header.line && version === header.version ? ok(opened) : err('version-or-line-differs');
}

/** SHA-256 of the UTF-8 text, hex. */
export async function sha256Hex(text: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
