import { maskOwner } from '../../../src/identity/masking.ts';
import type { CardTransaction, RequestPlan } from '../../../src/ports/card-transaction.ts';
import { handOver, switchOldCard } from './hand-over.ts';
import { makeCard } from './make-card.ts';
import { nameTransaction } from './new-transaction.ts';
import { awaitPayment, createOrder, mayAct, orderOf } from './pay-order.ts';
import { actAtAuthority } from './request-act.ts';
import { RequestRecord } from './request-record.ts';
import type { RequestTools } from './request-tools.ts';
import { settleRequestNow } from './settle-request-now.ts';

/** Opens a request: names and what it costs are on disk when this returns (rows 1-2). */
export function openRequest(tools: RequestTools, plan: RequestPlan): CardTransaction {
  const { store, timers, entropy, crashPoint } = tools;
  const names = nameTransaction(entropy);
  const { service } = plan;
  const openedAt = timers.now();
  const request = { ...names, course: 'request', service, openedAt, closedAt: null, given: null } as const;
  const record = new RequestRecord(tools, request);
  const items = plan.charge.filter(({ fen }) => fen > 0).map((item) => ({ ...item }));
  crashPoint('request-before-charge');
  store.transaction(() => {
    store.journal.open(request);
    record.write({ kind: 'outcome', act: 'charge', key: null, detail: { items } });
  });
  crashPoint('request-after-charge');
  return liveRequest(tools, record, { ...plan, charge: items });
}

function liveRequest(tools: RequestTools, record: RequestRecord, plan: RequestPlan): CardTransaction {
  const { timers } = tools;
  const { transactionId, reference, key } = record.request;
  const now = () => new Date(timers.now()).toISOString();
  /** By the stopwatch: the centre's clock and this one need not agree. */
  let expiresAt = 0;
  let holder: string | null = null;
  const needPaid = () => {
    if (!mayAct(record)) throw new Error('nothing is done before it was paid');
  };
  return {
    transactionId,
    reference,
    key,
    async createOrder(expiresAfterSeconds, signal) {
      expiresAt = timers.elapsed() + expiresAfterSeconds * 1_000;
      const order = await createOrder(tools, record, plan, expiresAfterSeconds, signal);
      if (order.state !== 'open') return order;
      return { ...order, expiresAt: timers.now() + expiresAt - timers.elapsed() };
    },
    awaitPayment: (signal) => awaitPayment(tools, record, expiresAt, signal),
    async reportLoss(report, signal) {
      needPaid();
      const intent = { kind: 'intent', act: 'loss', key: record.newKey(), detail: {} } as const;
      const operation = {
        ...report,
        kind: 'loss.report',
        receiptReference: reference,
        pack: tools.pack,
        reportedAt: now(),
      } as const;
      return actAtAuthority(tools, record, intent, operation, ({ loss }) => loss, signal);
    },
    async submit(request, signal) {
      needPaid();
      const names = { receiptReference: reference, pack: tools.pack, acceptedAt: now() };
      const operation =
        request.kind === 'card.request'
          ? { ...request, ...names, order: orderOf(record) }
          : { ...request, ...names };
      const { issue, identity } = request;
      holder = identity.name;
      const intent = { kind: 'intent', act: 'submit', key, detail: { issue } } as const;
      return actAtAuthority(tools, record, intent, operation, ({ submit }) => submit, signal);
    },
    async makeCard(onPhase, signal) {
      const made = await makeCard(tools, record, onPhase, signal);
      const card = record.state().cards.at(-1)?.card;
      const masked = maskOwner(holder, plan.socialSecurityNumber);
      // Until it is handed over: a technician who finds it in the bin sees whose it is, masked.
      if (made.state === 'bound' && card) tools.store.cardOwners.note(card, { masked });
      return made;
    },
    switchOldCard: (signal) => switchOldCard(tools, record, signal),
    handOver: (signal) => handOver(tools, record, signal),
    async conclude(withinMs, signal) {
      try {
        await settleRequestNow(tools, record, {
          until: timers.elapsed() + withinMs,
          waitForOutbox: true,
          signal,
        });
      } finally {
        tools.released(transactionId);
      }
      return record.conclusion();
    },
  };
}
