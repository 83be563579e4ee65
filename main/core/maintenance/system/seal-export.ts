import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import { CompactEncrypt, calculateJwkThumbprint, importJWK } from 'jose';
import { EXPORT_ENCRYPTION, type ExportKey } from '../../../../src/contracts/central/export-key.ts';

/** Packs the pieces and enciphers them for the centre alone: compact JWE over gzip, a fresh key for each export. */
export async function sealExport(pieces: AsyncIterable<string>, key: ExportKey): Promise<Uint8Array> {
  const packed: Buffer[] = [];
  // A pipeline, not a pipe: where the pieces break off this rejects, and does not wait for ever.
  await pipeline(pieces, createGzip(), async (chunks: AsyncIterable<Buffer>) => {
    for await (const chunk of chunks) packed.push(chunk);
  });
  const { alg, enc, cty } = EXPORT_ENCRYPTION;
  const sealed = await new CompactEncrypt(Buffer.concat(packed))
    .setProtectedHeader({ alg, enc, cty, kid: await calculateJwkThumbprint({ ...key }) })
    .encrypt(await importJWK({ ...key }, alg));
  return Buffer.from(`${sealed}\n`, 'latin1');
}
