import { randomBytes, randomUUID } from 'node:crypto';
import type {
  CardDelivery,
  CardRequest,
  ContactChange,
  LossReport,
  OperationOutcome,
} from '../../src/contracts/central/operations.ts';
import type { PersonalisationAnswer, ResidentCardAnswer } from '../../src/contracts/central/queries.ts';
import type { FictitiousResident } from '../../src/fictitious-residents/resident.ts';
import { cardOf, face, identityOf } from '../bench-operations.ts';
import { type BenchOptions, centralBench } from '../central-bench.ts';
import type { AcquirerView } from '../dev/acquirer-view.ts';
import { blankCard } from '../personalisation/blank-bench.ts';

const ATR = '3B6D000000005453540000240105000001';
const REFERENCE = 'YKT-BENCH-7';

/** A card that was written and can be bound. */
export interface WrittenCard {
  readonly personalisationId: string;
  readonly cardId: string;
  readonly cardNumber: string;
  readonly accountNumber: string;
}

/** A kiosk that takes requests, makes cards and hands them over, against the real service. */
export async function lifecycleBench(options: BenchOptions = {}) {
  const bench = await centralBench(options);
  const at = (): string => new Date(bench.now()).toISOString();
  const put = async (body: object, key: string = randomUUID()): Promise<OperationOutcome> => {
    const sent = { receiptReference: REFERENCE, ...body };
    const answer = await bench.call('PUT', `/v1/operations/${key}`, sent);
    if (answer.status !== 200) throw new Error(JSON.stringify(answer.body));
    return answer.body as OperationOutcome;
  };
  const person = (id: string): FictitiousResident => bench.resident(id);
  const about = (id: string) => ({ identity: identityOf(person(id)), face });

  /** Creates an order and has it paid; its key. */
  async function pay(id: string, fen: number): Promise<string> {
    const key = randomUUID();
    const asked = { items: [{ what: 'card', fen }], amountFen: fen, expiresAfterSeconds: 180 };
    const { socialSecurityNumber } = person(id);
    await put({ kind: 'payment.create', socialSecurityNumber, ...asked }, key);
    const { body } = await bench.call('GET', '/dev/acquirer/orders');
    const order = (body as unknown as AcquirerView).orders.find((one) => one.key === key);
    if (!order) throw new Error('the acquirer has no such order');
    await bench.call('POST', `/dev/acquirer/orders/${order.id}/pay`);
    return key;
  }

  /** Writes a blank card for a request, as far as the centre lets it. */
  async function write(request: string): Promise<WrittenCard | null> {
    const blank = blankCard(randomBytes(8).toString('hex').toUpperCase());
    const step = async (path: string, body: object) =>
      (await bench.call('POST', path, body)).body as PersonalisationAnswer;
    let answer = await step('/v1/personalisations', { request, atr: ATR });
    while (answer.step === 'commands') {
      const answers = blank.answers(answer.commands);
      answer = await step(`/v1/personalisations/${answer.personalisationId}/answers`, { answers });
    }
    if (answer.step === 'refused') return null;
    const { personalisationId, cardId, cardNumber, face: printed } = answer;
    return { personalisationId, cardId, cardNumber, accountNumber: printed.accountNumber };
  }

  const bind = (
    request: string,
    { personalisationId, cardId, cardNumber }: WrittenCard,
  ): Promise<OperationOutcome> => put({ kind: 'card.bind', request, personalisationId, cardId, cardNumber });

  return {
    ...bench,
    put,
    pay,
    write,
    bind,
    /** Writes a blank for a request and binds it. */
    make: async (request: string): Promise<WrittenCard> => {
      const written = await write(request);
      if (written === null) throw new Error('no card for this request');
      const bound = await bind(request, written);
      if (bound.state !== 'done') throw new Error(JSON.stringify(bound));
      return written;
    },
    report: (id: string, report: LossReport['report'], reportedAt = at()): Promise<OperationOutcome> =>
      put({ kind: 'loss.report', reportedAt, report, ...about(id) }),
    undo: (id: string, cardId = cardOf(person(id)).cardId): Promise<OperationOutcome> => {
      const { socialSecurityNumber } = person(id);
      return put({ kind: 'loss.undo', socialSecurityNumber, cardId, face });
    },
    request: (
      id: string,
      change: Partial<CardRequest>,
      key: string = randomUUID(),
    ): Promise<OperationOutcome> =>
      put(
        {
          kind: 'card.request',
          acceptedAt: at(),
          purpose: 'replacement',
          exchangeReason: null,
          oldCardId: null,
          account: 'same',
          issue: 'on-the-spot',
          collectionOutlet: 'outlet-1',
          order: null,
          ...about(id),
          ...change,
        },
        key,
      ),
    change: (request: string): Promise<OperationOutcome> => put({ kind: 'card.switch', request }),
    deliver: (request: string, outcome: CardDelivery['outcome']): Promise<OperationOutcome> =>
      put({ kind: 'card.delivery', request, outcome, at: at() }),
    certify: (id: string, certifiedAt = at()): Promise<OperationOutcome> =>
      put({ kind: 'certification.submit', certifiedAt, ...about(id) }),
    changeContact: (id: string, change: Partial<ContactChange>): Promise<OperationOutcome> => {
      const { socialSecurityNumber } = person(id);
      const nothing = { mobile: null, occupation: null, residentialAddress: null };
      return put({ kind: 'contact.change', socialSecurityNumber, face, ...nothing, ...change });
    },
    /** What POST /v1/residents/card says. */
    card: async (id: string): Promise<ResidentCardAnswer> => {
      const { socialSecurityNumber } = person(id);
      return (await bench.call('POST', '/v1/residents/card', { socialSecurityNumber }))
        .body as ResidentCardAnswer;
    },
    /** The person as the registry has it. */
    registry: async (id: string) => {
      const seen = await bench.central.dev?.residents();
      const found = seen?.residents.find((resident) => resident.id === id);
      if (!found) throw new Error(`no resident ${id}`);
      return found;
    },
    /** Messages that have left for this person, newest first. */
    messages: async (id: string): Promise<string[]> => {
      await bench.central.sweep();
      const { mobile } = person(id);
      const sent = bench.central.dev?.messages() ?? [];
      return sent.filter((message) => message.mobile === mobile).map((message) => message.text);
    },
  };
}
export type LifecycleBench = Awaited<ReturnType<typeof lifecycleBench>>;

/** Shorthand of the tests: `temporarily-lost/active` for each card of a person, oldest first. */
export const states = (seen: {
  readonly cards: readonly { readonly socialSecurity: string; readonly financial: string | null }[];
}): string[] => seen.cards.map((card) => `${card.socialSecurity}/${card.financial ?? 'none'}`);
