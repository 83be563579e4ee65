import { base64url } from 'jose';
import { z } from 'zod';
import { signedStatement, type TrustRoot, trustRoot } from '../../../src/contracts/configuration/keys.ts';
import {
  type OfficeSignature,
  officeSignature,
  type SigningPayload,
} from '../../../src/contracts/console/signing.ts';

/** As `npm run office -- sign` takes it. */
export const payloadFile = ({ payload }: SigningPayload): string => `${JSON.stringify({ payload })}\n`;

export const payloadFileName = ({ kind, line, version }: SigningPayload): string =>
  `${kind}-${line}-${version}.json`;

/** The tool prints more than a signature: version, office and key. */
const printed = z.object(officeSignature.shape);

/** What `npm run office -- sign` made; null where the text is none. */
export function signatureIn(text: string): OfficeSignature | null {
  const read = printed.safeParse(jsonOf(text));
  return read.success ? read.data : null;
}

export type SignedRoot = { readonly statement: z.infer<typeof signedStatement>; readonly root: TrustRoot };

/** A root with its signatures, as offices hand it on; null where the text is none. Whether it follows, the centre says. */
export function rootIn(text: string): SignedRoot | null {
  const statement = signedStatement.safeParse(jsonOf(text));
  if (!statement.success) return null;
  const root = trustRoot.safeParse(jsonOf(textOf(statement.data.payload)));
  return root.success ? { statement: statement.data, root: root.data } : null;
}

function textOf(payload: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(base64url.decode(payload));
  } catch {
    // No base64url, no UTF-8: no JSON either.
    return '';
  }
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}
