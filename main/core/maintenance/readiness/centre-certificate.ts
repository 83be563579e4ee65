import { isIP } from 'node:net';
import { connect, type TLSSocket } from 'node:tls';
import type { CertificateFact } from '../../../../src/maintenance/kiosk-facts.ts';

/** Milliseconds; whoever asks has a little more patience. */
const DEADLINE_MS = 3_000;

/**
 * The certificate the centre shows, whether it is trusted or not: a technician is to read why. null where nobody
 * answers with one.
 */
export function centreCertificate(centralUrl: string): Promise<CertificateFact | null> {
  const { protocol, hostname, port } = new URL(centralUrl);
  if (protocol !== 'https:') return Promise.resolve({ kind: 'plain-http' });
  const host = hostname.replace(/^\[|\]$/g, '');
  const { promise, resolve } = Promise.withResolvers<CertificateFact | null>();
  const socket = connect({
    host,
    port: Number(port || 443),
    // A server name is a name; an address has none (RFC 6066).
    ...(isIP(host) === 0 && { servername: host }),
    // Nothing is sent over it, and whether it is trusted is what is asked.
    rejectUnauthorized: false,
  });
  socket.setTimeout(DEADLINE_MS, () => socket.destroy());
  socket.once('secureConnect', () => {
    resolve(certificateOf(socket));
    socket.destroy();
  });
  socket.once('error', () => socket.destroy());
  socket.once('close', () => resolve(null));
  return promise;
}

function certificateOf(socket: TLSSocket): CertificateFact | null {
  const { valid_from, valid_to } = socket.getPeerCertificate();
  const validFrom = Date.parse(valid_from);
  const validTo = Date.parse(valid_to);
  if (!Number.isFinite(validFrom) || !Number.isFinite(validTo)) return null;
  // Node's types say `Error`; it is the code of why.
  const why: unknown = socket.authorizationError;
  const code = why instanceof Error && 'code' in why ? String(why.code) : String(why);
  return { kind: 'tls', validFrom, validTo, untrusted: socket.authorized ? null : code.slice(0, 80) };
}
