import type { Foundations } from '../foundations.ts';
import type { Around } from '../http/app.ts';
import { instantNow } from '../moments.ts';
import type { SmsGateway } from './gateway.ts';

/** Messages sent in one go; the rest waits for the next. */
const AT_ONCE = 50;

/** Sends what transactions have queued. */
export interface SmsOutbox {
  /** False where the gateway failed: what was not sent stays queued and is tried again. */
  send(): Promise<boolean>;
}

/** Right after the answer to an operation, so that no resident waits for the gateway; the sweep sends what is left. */
export const sendAfterOperations =
  (outbox: SmsOutbox): Around['finish'] =>
  async (method) => {
    if (method === 'PUT') await outbox.send();
  };

/**
 * Messages to residents leave after the commit that gave the reason, oldest first, and are marked when the gateway has
 * taken them: at least once, whenever power fails. Without a gateway they wait.
 */
export function smsOutbox({ queries, clock }: Foundations, gateway: SmsGateway | null): SmsOutbox {
  let sending: Promise<boolean> | null = null;

  async function sendQueued(to: SmsGateway): Promise<boolean> {
    const queued = await queries
      .selectFrom('text_message')
      .select(['message_id', 'mobile', 'text'])
      .where('sent_at', 'is', null)
      .orderBy('queued_at')
      .limit(AT_ONCE)
      .execute();
    for (const { message_id, mobile, text } of queued) {
      try {
        await to.send(mobile, text);
      } catch {
        return false;
      }
      await queries
        .updateTable('text_message')
        .set({ sent_at: instantNow(clock) })
        .where('message_id', '=', message_id)
        .execute();
    }
    return true;
  }

  return {
    // One at a time: two callers at once must not send a message twice.
    send: async () => {
      if (gateway === null) return true;
      while (sending !== null) await sending;
      sending = sendQueued(gateway).finally(() => {
        sending = null;
      });
      return sending;
    },
  };
}
