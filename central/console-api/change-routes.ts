import { z } from 'zod';
import { type ConsoleChange, consoleChange } from '../../src/contracts/console/access.ts';
import { EVERYBODY } from '../../src/contracts/console/roles.ts';
import type { ChangeSignal } from '../changes/change-signal.ts';
import type { Foundations } from '../foundations.ts';
import { HttpProblem } from '../http/problem.ts';
import { sessionOfHash } from '../operators/sessions.ts';
import type { ConsoleDoorApp } from './console-frame.ts';

/** Pages one person has open at once. */
const MOST_OF_SESSION = 6;
/** Of one process: each costs a socket and, every few seconds, one look. */
const MOST_OF_PROCESS = 500;
/** A proxy on the way closes what says nothing for half a minute; and a session that ended is noticed by then. */
export const LOOK_EVERY_MS = 15_000;
/** Changes come in flocks: an open page asks again once for all of them. */
const GATHER_MS = 250;

/** What the open pages of a process hear, through one subscription for all of them. */
interface Listener {
  readonly sessionHash: string;
  hear(what: ConsoleChange['what']): void;
}

/**
 * `GET changes`: server-sent events that say what kind of thing changed; the page asks for it itself. It ends with
 * the session: signed out, ended by an administrator, idle. An open stream is no activity.
 */
export function changeRoutes(
  app: ConsoleDoorApp,
  foundations: Pick<Foundations, 'queries' | 'clock'> & { readonly changes: ChangeSignal },
  lookEveryMs: number = LOOK_EVERY_MS,
): void {
  const listeners = new Set<Listener>();
  foundations.changes.subscribe((change) => {
    if (change.about === 'console') for (const listener of listeners) listener.hear(change.what);
  });

  app.add(
    {
      method: 'GET',
      path: 'changes',
      roles: EVERYBODY,
      schema: { summary: 'Server-sent events: what has changed', response: { 200: z.unknown() } },
    },
    async (_asked, request, reply) => {
      const sessionHash = request.consoleSession?.sessionHash ?? '';
      const mine = [...listeners].filter((one) => one.sessionHash === sessionHash).length;
      if (mine >= MOST_OF_SESSION || listeners.size >= MOST_OF_PROCESS) throw new HttpProblem('rate-limited');

      reply.raw.setHeader('content-type', 'text/event-stream');
      for (const [name, value] of Object.entries(reply.getHeaders())) {
        if (value !== undefined) reply.raw.setHeader(name, value);
      }
      // A proxy that gathered what comes would tell it late.
      reply.raw.setHeader('x-accel-buffering', 'no');
      reply.hijack();
      const { raw } = reply;
      // Ended is not closed yet: a browser on a slow line takes its time.
      const write = (text: string): void => {
        if (!raw.writableEnded && !raw.destroyed) raw.write(text);
      };
      const changed = new Set<ConsoleChange['what']>();
      let telling: NodeJS.Timeout | null = null;

      const tell = (): void => {
        telling = null;
        for (const what of changed) write(`data: ${JSON.stringify(consoleChange.parse({ what }))}\n\n`);
        changed.clear();
      };
      const look = async (): Promise<void> => {
        if ((await sessionOfHash(foundations, sessionHash)) === null) raw.end();
        else write(': here\n\n');
      };
      const lookOrEnd = (): void => {
        look().catch(() => raw.destroy());
      };
      const listener: Listener = {
        sessionHash,
        hear: (what) => {
          changed.add(what);
          telling ??= setTimeout(tell, GATHER_MS);
          if (what === 'access') lookOrEnd();
        },
      };
      listeners.add(listener);
      const looking = setInterval(lookOrEnd, lookEveryMs);
      raw.once('close', () => {
        listeners.delete(listener);
        clearInterval(looking);
        if (telling !== null) clearTimeout(telling);
      });
      write('retry: 3000\n\n');
    },
  );
}
