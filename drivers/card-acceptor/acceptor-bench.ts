import { MemoryTransport } from '../transport/memory-transport.ts';
import {
  VirtualCardAcceptor,
  type VirtualCardAcceptorOptions,
} from '../virtual/card-acceptor/virtual-card-acceptor.ts';
import { ManualTimers } from '../virtual/manual-timers.ts';
import type { CardSpecInput } from '../virtual/social-card/card-spec.ts';
import { CrtCardAcceptor } from './crt-card-acceptor.ts';

const never = new AbortController().signal;

/** A made-up person's third-generation card. */
export const OLD_CARD: CardSpecInput = {
  kind: 'social-security',
  specVersion: '3.00',
  algorithm: '03',
  cardId: '460100D156000005A1B2C3D4E5F60718',
  number: 'T00000001',
  issuedOn: '20240105',
  expiresOn: '20340105',
  holder: {
    socialSecurityNumber: '460199199001010029',
    name: '试验甲',
    sex: '2',
    ethnicGroup: '19',
    birthPlace: '460199',
    birthDate: '19900101',
  },
  accountNumber: '6217990000000000014',
};

/** The driver and the virtual acceptor on a wire inside the process, with time moved by hand. */
export async function acceptorBench(options: Omit<VirtualCardAcceptorOptions, 'timers' | 'port'> = {}) {
  const timers = new ManualTimers();
  const [near, far] = MemoryTransport.pair();
  const machine = new VirtualCardAcceptor({ ...options, timers });
  await machine.attachTo(far);
  const acceptor = new CrtCardAcceptor({ transport: near, timers });
  const run = <T>(act: Promise<T>): Promise<T> => timers.runUntil(act);
  const opened = await run(acceptor.open());
  if (!opened.ok) throw new Error(opened.error.message);
  /** Lets a hand do something once the entry is open, while `act` waits for a card. */
  const whileWaiting = async <T>(act: Promise<T>, hand: () => unknown): Promise<T> => {
    for (let looks = 0; looks < 100 && !machine.entryOpen; looks += 1) await timers.advance(100);
    hand();
    return run(act);
  };
  return { timers, machine, acceptor, run, whileWaiting, never };
}
export type AcceptorBench = Awaited<ReturnType<typeof acceptorBench>>;
