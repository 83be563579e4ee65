import { memoryCard } from '../../src/flows/memory/card-machine-path.ts';
import { MemoryCardIssuer } from '../../src/flows/memory/card-machines.ts';
import { referenceKeys } from '../virtual/social-card/blank-card-sample.ts';
import { cardIssuerContract } from './card-issuer-contract.ts';
import { issuerBench } from './issuer-bench.ts';

cardIssuerContract('driver on the virtual machine', async () => {
  const { issuer, machine, run } = await issuerBench();
  return {
    issuer,
    keys: referenceKeys,
    run,
    takeFromGate: () => void machine.takeFromGate(),
    fillBin: () => machine.setFault('bin-full'),
    count: () => {
      const { stack, bin, taken } = machine.truth();
      return { stack: stack.length, bin: bin.length, taken: taken.length };
    },
  };
});

cardIssuerContract('memory double', async () => {
  const issuer = new MemoryCardIssuer(['blank-1', 'blank-2', 'blank-3'].map((label) => memoryCard(label)));
  return {
    issuer,
    keys: referenceKeys,
    run: (act) => act,
    takeFromGate: () => void issuer.takeFromGate(),
    fillBin: () => {
      issuer.binFull = true;
    },
    count: () => ({ stack: issuer.stack.length, bin: issuer.bin.length, taken: issuer.taken.length }),
  };
});
