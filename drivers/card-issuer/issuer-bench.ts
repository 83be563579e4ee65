import { MemoryTransport } from '../transport/memory-transport.ts';
import {
  VirtualCardIssuer,
  type VirtualCardIssuerOptions,
} from '../virtual/card-issuer/virtual-card-issuer.ts';
import { ManualTimers } from '../virtual/manual-timers.ts';
import { CrtCardIssuer } from './crt-card-issuer.ts';

const never = new AbortController().signal;

/** The driver and the virtual issuer on a wire inside the process, with time moved by hand. */
export async function issuerBench(options: Omit<VirtualCardIssuerOptions, 'timers' | 'port'> = {}) {
  const timers = new ManualTimers();
  const [near, far] = MemoryTransport.pair();
  const machine = new VirtualCardIssuer({ blanks: 3, ...options, timers });
  await machine.attachTo(far);
  const issuer = new CrtCardIssuer({ transport: near, timers });
  const run = <T>(act: Promise<T>): Promise<T> => timers.runUntil(act);
  const opened = await run(issuer.open());
  if (!opened.ok) throw new Error(opened.error.message);
  return { timers, machine, issuer, run, never };
}
export type IssuerBench = Awaited<ReturnType<typeof issuerBench>>;
