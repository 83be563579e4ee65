import type { Clock } from '../../src/ports/clock.ts';
import { instantNow } from '../moments.ts';

/** Takes a text message to the network. A province connects its own. */
export interface SmsGateway {
  send(mobile: string, text: string): Promise<void>;
}

export interface SentSms {
  readonly at: string;
  readonly mobile: string;
  readonly text: string;
}

/** How many messages the development gateway remembers. */
const REMEMBERED = 50;

/** For development: sends nothing and keeps the last messages in memory, newest first, for the dev dock. */
export function memorySmsGateway(clock: Clock): SmsGateway & { readonly last: () => readonly SentSms[] } {
  const sent: SentSms[] = [];
  return {
    send: (mobile, text) => {
      sent.unshift({ at: instantNow(clock), mobile, text });
      sent.length = Math.min(sent.length, REMEMBERED);
      return Promise.resolve();
    },
    last: () => sent,
  };
}
