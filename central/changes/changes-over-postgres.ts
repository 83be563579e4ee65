import { setTimeout as sleep } from 'node:timers/promises';
import { sql } from 'kysely';
import { Client } from 'pg';
import { z } from 'zod';
import { CONSOLE_CHANGES } from '../../src/contracts/console/access.ts';
import type { Queries } from '../database/tables.ts';
import { type Change, type ChangeSignal, changesInProcess } from './change-signal.ts';

const CHANNEL = 'yikatong_change';
/** A notification holds 8,000 bytes: more kiosks than this are told by telling all. */
const MOST_KIOSKS = 200;
/** Milliseconds between two tries to listen again. */
const LISTEN_AGAIN_MS = 1_000;

const change: z.ZodType<Change> = z.discriminatedUnion('about', [
  z.object({ about: z.literal('kiosks'), kioskIds: z.array(z.string()) }),
  z.object({ about: z.literal('every-kiosk') }),
  z.object({ about: z.literal('console'), what: z.enum(CONSOLE_CHANGES) }),
]);

/**
 * Between processes: announced by NOTIFY, heard by a connection of its own that listens. Everybody hears it that way, the
 * announcer too. While the connection is broken changes are missed: whoever waits looks again by the clock.
 */
export async function changesOverPostgres(
  url: string,
  queries: Queries,
  onLost: (error: Error) => void,
): Promise<ChangeSignal> {
  const here = changesInProcess();
  const closing = new AbortController();
  let client = await listen();

  async function listen(): Promise<Client> {
    const listening = new Client({ connectionString: url, application_name: 'yikatong-central changes' });
    let over = false;
    // A broken connection says so more than once, and every word without a listener would end the process.
    listening.on('error', (error) => {
      if (over || closing.signal.aborted) return;
      over = true;
      onLost(error);
      void listenAgain();
    });
    await listening.connect();
    listening.on('notification', ({ payload }) => {
      const heard = change.safeParse(JSON.parse(payload ?? 'null'));
      if (heard.success) void here.announce(heard.data);
    });
    await listening.query(`listen ${CHANNEL}`);
    return listening;
  }

  async function listenAgain(): Promise<void> {
    while (!closing.signal.aborted) {
      try {
        client = await listen();
        // What was announced meanwhile nobody here has heard.
        await here.announce({ about: 'every-kiosk' });
        return;
      } catch (error) {
        if (!(error instanceof Error)) throw error;
        await sleep(LISTEN_AGAIN_MS);
      }
    }
  }

  return {
    subscribe: here.subscribe,
    announce: async (announced) => {
      const short: Change =
        announced.about === 'kiosks' && announced.kioskIds.length > MOST_KIOSKS
          ? { about: 'every-kiosk' }
          : announced;
      await sql`select pg_notify(${CHANNEL}, ${JSON.stringify(short)})`.execute(queries);
    },
    close: async () => {
      closing.abort();
      await here.close();
      await client.end();
    },
  };
}
