import { type FiguresQuery, figuresAnswer } from '../../../src/contracts/console/figures.ts';
import { receiptCodeAnswer } from '../../../src/contracts/console/receipt-codes.ts';
import { transactionAnswer } from '../../../src/contracts/console/transactions.ts';
import {
  type DecisionRequest,
  decisionAnswer,
  type WorkQuery,
  workAnswer,
  workItemAnswer,
} from '../../../src/contracts/console/work.ts';
import type { ConsoleClient, Reader } from './console-client.ts';

const at = (...segments: readonly string[]) => `/${segments.map(encodeURIComponent).join('/')}`;

/** What waits for people, transactions by reference, and figures by day. */
export const workReading = (reader: Reader) => ({
  list: (query: Partial<WorkQuery>) => reader.get('/work', workAnswer, query),
  item: (itemId: string) => reader.get(at('work', itemId), workItemAnswer),
  transaction: (reference: string) => reader.get('/transactions', transactionAnswer, { reference }),
  figures: (query: FiguresQuery) => reader.get('/figures', figuresAnswer, { ...query }),
});

/** Decisions about what waits. */
export const workActs = (client: ConsoleClient) => ({
  decide: (itemId: string, request: DecisionRequest) =>
    client.post(at('work', itemId, 'decisions'), decisionAnswer, request),
  checkReceipt: (code: string) => client.post('/receipt-codes', receiptCodeAnswer, { code }),
  confirm: (decisionId: string) =>
    client.post(at('work-decisions', decisionId, 'confirmation'), decisionAnswer, {}),
  withdraw: (decisionId: string) =>
    client.post(at('work-decisions', decisionId, 'withdrawal'), decisionAnswer, {}),
});
