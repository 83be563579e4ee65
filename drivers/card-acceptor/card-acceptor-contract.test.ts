import { memoryCard } from '../../src/flows/memory/card-machine-path.ts';
import { MemoryCardAcceptor } from '../../src/flows/memory/card-machines.ts';
import { referenceKeys, SAMPLE_CARD } from '../virtual/social-card/blank-card-sample.ts';
import { acceptorBench, OLD_CARD } from './acceptor-bench.ts';
import { cardAcceptorContract } from './card-acceptor-contract.ts';

for (const stopsAt of ['ic', 'gate'] as const) {
  cardAcceptorContract(`driver on a virtual machine that stops cards at ${stopsAt}`, async () => {
    const { acceptor, machine, run, whileWaiting } = await acceptorBench({ stopsAt });
    return {
      acceptor,
      keys: referenceKeys,
      run,
      insertWhile: (act) => whileWaiting(act, () => machine.insert(OLD_CARD)),
      push: () => machine.insert(OLD_CARD) === 'drawn-in',
      takeFromGate: () => void machine.takeFromGate(),
      fillBin: () => machine.setFault('bin-full'),
      count: () => ({ bin: machine.truth().bin.length, taken: machine.truth().taken.length }),
    };
  });
}

cardAcceptorContract('memory double', async () => {
  const acceptor = new MemoryCardAcceptor();
  const push = () => acceptor.insertCard(memoryCard('card-1', SAMPLE_CARD));
  return {
    acceptor,
    keys: referenceKeys,
    run: (act) => act,
    insertWhile: (act) => {
      push();
      return act;
    },
    push,
    takeFromGate: () => void acceptor.takeFromGate(),
    fillBin: () => {
      acceptor.binFull = true;
    },
    count: () => ({ bin: acceptor.bin.length, taken: acceptor.taken.length }),
  };
});
