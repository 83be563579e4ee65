import { base64url } from 'jose';
import { z } from 'zod';
import { type DocumentPayload, documentPayload } from '../../src/contracts/configuration/document.ts';
import {
  type SignedStatement,
  signedStatement,
  type TrustRoot,
  trustRoot,
} from '../../src/contracts/configuration/keys.ts';
import { OfficeError } from './office-error.ts';

/** A statement that may lack signatures still: offices hand it from one to the next. */
const openStatement = z.strictObject({
  payload: signedStatement.shape.payload,
  signatures: z.array(signedStatement.shape.signatures.element).max(12),
});
/** What the console's page gives to sign, saved as a file; only the payload is taken from it. */
const handedOver = z.object({ payload: signedStatement.shape.payload });

/** What is to be signed, and what it says. */
export type ToSign =
  | { readonly what: 'document'; readonly payload: string; readonly document: DocumentPayload }
  | {
      readonly what: 'root';
      readonly payload: string;
      readonly root: TrustRoot;
      readonly signatures: SignedStatement['signatures'];
    };

/** Reads what is to be signed: a root with the signatures it has, a payload of the console, or its bare text. */
export function readToSign(text: string): ToSign {
  const trimmed = text.trim();
  const value: unknown = trimmed.startsWith('{') ? JSON.parse(trimmed) : { payload: trimmed };
  const open = openStatement.safeParse(value);
  const given = open.success ? open : handedOver.safeParse(value);
  if (!given.success) throw new OfficeError('no-payload', 'There is no payload in this file.');
  const { payload } = given.data;
  const said = saidBy(payload);
  const root = trustRoot.safeParse(said);
  if (root.success) {
    return { what: 'root', payload, root: root.data, signatures: open.success ? open.data.signatures : [] };
  }
  const document = documentPayload.safeParse(said);
  if (document.success) return { what: 'document', payload, document: document.data };
  throw new OfficeError(
    'unknown-payload',
    'This is neither a document of configuration nor a root: do not sign it.',
  );
}

/** The JSON of a payload; undefined where it is none. */
export function saidBy(payload: string): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(base64url.decode(payload)));
  } catch {
    // No base64url or no JSON: no contract accepts it.
    return undefined;
  }
}
