import { z } from 'zod';
import { screenMessage } from './command.ts';
import { view } from './view.ts';

/** Core → shell, over the child process's message channel (Electron: the utility process's port). */
export const coreMessage = z.discriminatedUnion('kind', [
  /** Store open, open transactions settled or being asked about, first view published. */
  z.object({ kind: z.literal('ready'), version: z.string(), notes: z.array(z.string()) }),
  z.object({ kind: z.literal('view'), view }),
  /** Every second; a core that misses five is killed and started again. */
  z.object({ kind: z.literal('alive') }),
  /** The page has to be loaded anew: its touch screen went quiet, or somebody asked for it. Nobody is served. */
  z.object({ kind: z.literal('restart-page'), why: z.enum(['touch', 'technician']) }),
  /** One sentence for the technician; core ends after it. Starting again will not help. */
  z.object({ kind: z.literal('fatal'), message: z.string() }),
]);
export type CoreMessage = z.infer<typeof coreMessage>;

/** Shell → core. */
export const shellMessage = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('screen'), message: screenMessage }),
  /** The screen was shown again (shell or page restarted): publish the present view. */
  z.object({ kind: z.literal('show-again') }),
  /** What the shell's watchdogs did while core was away or the page stood still; said to the next core that is ready. */
  z.object({
    kind: z.literal('watchdog'),
    watchdog: z.enum(['core', 'screen']),
    act: z.enum(['core-restarted', 'page-restarted']),
    why: z.enum(['silent', 'broke-contract', 'frozen', 'memory', 'touch', 'technician']),
  }),
  /**
   * Electron only, before anything else: the key under which the store's key file is sealed. The operating system's
   * key store opens it in the shell; core has no access. 32 bytes, never in arguments or the environment.
   */
  z.object({ kind: z.literal('sealing-key'), base64: z.base64().length(44) }),
]);
export type ShellMessage = z.infer<typeof shellMessage>;

/** A watchdog of the shell acted. */
export type WatchdogNote = Extract<ShellMessage, { kind: 'watchdog' }>;
