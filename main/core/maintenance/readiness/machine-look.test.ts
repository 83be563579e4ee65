import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { type AddressInfo, createServer as createSilent, type Server } from 'node:net';
import { networkInterfaces, tmpdir } from 'node:os';
import { join } from 'node:path';
import { createServer } from 'node:tls';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { centreCertificate } from './centre-certificate.ts';
import { systemMachine } from './machine-look.ts';

const OPENSSL = '/usr/bin/openssl';
const DAY_MS = 24 * 60 * 60_000;

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'yikatong-certificate-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function listening(server: Server): Promise<{ url: string; close: () => void }> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return { url: `https://127.0.0.1:${port}`, close: () => server.close() };
}

describe('the centre’s certificate', () => {
  it.skipIf(!existsSync(OPENSSL))(
    'is read with its last day, though nobody trusts it, and says why',
    async () => {
      const [key, cert] = [join(folder, 'key.pem'), join(folder, 'cert.pem')];
      execFileSync(
        OPENSSL,
        [
          'req',
          '-x509',
          '-newkey',
          'ec',
          '-pkeyopt',
          'ec_paramgen_curve:P-256',
          '-nodes',
          '-days',
          '12',
        ].concat(['-subj', '/CN=centre.test', '-keyout', key, '-out', cert]),
        { stdio: 'ignore' },
      );
      const server = createServer({ key: readFileSync(key), cert: readFileSync(cert) });
      server.on('tlsClientError', (error) => expect(error).toBeInstanceOf(Error));
      const { url, close } = await listening(server);
      const found = await centreCertificate(url);
      close();
      expect(found).toMatchObject({ kind: 'tls', untrusted: 'DEPTH_ZERO_SELF_SIGNED_CERT' });
      const days = found?.kind === 'tls' ? (found.validTo - found.validFrom) / DAY_MS : 0;
      expect(Math.round(days)).toBe(12);
    },
  );

  it('is none where somebody answers without one, where nobody answers, and over plain http', async () => {
    const { url, close } = await listening(createSilent((socket) => socket.end('hello')));
    expect(await centreCertificate(url)).toBeNull();
    close();
    expect(await centreCertificate('https://127.0.0.1:1')).toBeNull();
    expect(await centreCertificate('http://127.0.0.1:1')).toEqual({ kind: 'plain-http' });
  });
});

describe('this machine', () => {
  it('tells of its disk, memory, network and files, and of no hardware address', async () => {
    const machine = systemMachine({ folder, centralUrl: 'http://127.0.0.1:1' });
    const disk = await machine.disk();
    expect(disk.freeBytes).toBeGreaterThan(0);
    expect(disk.totalBytes).toBeGreaterThanOrEqual(disk.freeBytes);
    expect(machine.memory().coreBytes).toBeGreaterThan(1_000_000);
    const told = JSON.stringify(machine.network());
    for (const { mac } of Object.values(networkInterfaces()).flatMap((one) => one ?? []))
      expect(told).not.toContain(mac);
    expect(await machine.modifiedAt(folder)).toBeGreaterThan(0);
    expect(await machine.modifiedAt(join(folder, 'nothing'))).toBeNull();
  });
});
