import { base64url } from 'jose';
import { type DocumentPayload, documentPayload } from '../../../src/contracts/configuration/document.ts';

/** SHA-256 of a payload's text, hex: what both sides read out before signing. */
export async function payloadDigest(payload: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(payload));
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** What the payload says, read from the very bytes that are signed; null where it is no document. */
export function payloadDocument(payload: string): DocumentPayload | null {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(base64url.decode(payload));
    const parsed = documentPayload.safeParse(JSON.parse(text));
    return parsed.success ? parsed.data : null;
  } catch {
    // Whatever cannot be read as base64url, UTF-8 or JSON is no document.
    return null;
  }
}
