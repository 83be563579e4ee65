import { maskIdentityNumber, maskName } from '../identity/masking.ts';
import { NOTHING_MORE } from '../receipt/receipt-facts.ts';
import type { Ending } from './ending.ts';
import type { FlowKit } from './kit.ts';
import type { SessionContext } from './session-setup.ts';

/** ID-6: the way to a counter, on paper, with what the kiosk already knows; masked, for paper lies about. */
export function counterSlip(kit: FlowKit, { presented, service, ending }: SessionContext): Ending {
  const topic = ending?.kind === 'refusal' ? ending.facts?.topic : undefined;
  const reference = kit.transactions.slipReference();
  kit.audit.record('counter-slip-printed', { reference, outcome: 'offered' });
  return {
    kind: 'receipt',
    receipt: {
      ...NOTHING_MORE,
      state: 'go-to-counter',
      service: service ?? 'help',
      reference,
      transactionId: null,
      place: kit.policy.counters[0] ?? null,
      // EXCH-4: the papers of the matter, where the refusal named one.
      counterTopic: kit.policy.counterTopics.find(({ id }) => id === topic) ?? null,
      refusal: ending?.kind === 'refusal' ? ending.reason : null,
      carried: presented
        ? [
            { field: 'name', value: maskName(presented.identity.name) },
            { field: 'document-number', value: maskIdentityNumber(presented.identity.number) },
          ]
        : [],
    },
  };
}
