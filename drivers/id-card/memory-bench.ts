import { MemoryTransport } from '../transport/memory-transport.ts';
import { VECTOR_DOCUMENTS, VECTOR_PORTRAIT } from '../virtual/id-card-reader/vector-cards.ts';
import type { VirtualIdCard } from '../virtual/id-card-reader/virtual-card.ts';
import { VirtualIdCardReader } from '../virtual/id-card-reader/virtual-id-card-reader.ts';
import { ManualTimers } from '../virtual/manual-timers.ts';
import type { SamCommandName } from './command.ts';
import { SamIdCardReader } from './sam-id-card-reader.ts';

export const BENCH_CARD: VirtualIdCard = {
  document: VECTOR_DOCUMENTS.id_A,
  portrait: VECTOR_PORTRAIT,
  fingerprints: 2,
  extraAddress: '海南省测试市样例区新址路9号',
};

/** The driver and the virtual module on a wire inside the process, with time moved by hand. */
export async function memoryBench() {
  const timers = new ManualTimers();
  const [near, far] = MemoryTransport.pair();
  const module = new VirtualIdCardReader({ timers });
  await module.attachTo(far);
  const commands: SamCommandName[] = [];
  module.onCommand((name) => commands.push(name));
  const reader = new SamIdCardReader({ transport: near, timers, decoder: null });
  await timers.runUntil(reader.open());
  return { timers, module, reader, commands, never: new AbortController().signal };
}
