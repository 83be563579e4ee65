import { stat, statfs } from 'node:fs/promises';
import { freemem, networkInterfaces, totalmem } from 'node:os';
import type { CertificateFact, MemoryFact, NetworkFact } from '../../../../src/maintenance/kiosk-facts.ts';
import { centreCertificate } from './centre-certificate.ts';

/** What the readiness report asks of the computer; the simulation has one of its own. */
export interface MachineLook {
  /** Of the file system the store is on. */
  disk(): Promise<{ readonly freeBytes: number; readonly totalBytes: number }>;
  memory(): Omit<MemoryFact, 'growth'>;
  /** Names and addresses; no hardware address. */
  network(): readonly NetworkFact[];
  certificate(): Promise<CertificateFact | null>;
  /** Milliseconds since the epoch; null where there is no such file. */
  modifiedAt(path: string): Promise<number | null>;
}

export interface MachineOptions {
  /** Where the store is. */
  readonly folder: string;
  readonly centralUrl: string;
}

/** The machine this process runs on. */
export const systemMachine = ({ folder, centralUrl }: MachineOptions): MachineLook => ({
  async disk() {
    const { bavail, blocks, bsize } = await statfs(folder);
    return { freeBytes: bavail * bsize, totalBytes: blocks * bsize };
  },
  memory: () => ({
    coreBytes: process.memoryUsage.rss(),
    freeBytes: freemem(),
    totalBytes: totalmem(),
  }),
  network: () =>
    Object.entries(networkInterfaces()).flatMap(([name, addresses = []]) =>
      addresses
        .filter(({ internal, family }) => !internal && family === 'IPv4')
        .map(({ address }) => ({ interface: name, address })),
    ),
  certificate: () => centreCertificate(centralUrl),
  async modifiedAt(path) {
    try {
      return (await stat(path)).mtimeMs;
    } catch (error) {
      if (error instanceof Error && 'code' in error) return null;
      throw error;
    }
  },
});
