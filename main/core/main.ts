import { parentPort } from '../../drivers/social-card/parent-port.ts';
import { type CoreMessage, shellMessage } from '../../src/contracts/core-link.ts';
import { sealedByShell } from '../supervisor/sealed-by-shell.ts';
import { systemEntropy } from './clock.ts';
import { type Core, startCore } from './core.ts';
import { readCoreConfig } from './core-config.ts';
import type { SafeStorage } from './store/key-file.ts';

/** Core's process: started by a shell with the path of its configuration; speaks `core-link` with its parent. */
const parent = parentPort<CoreMessage>();

/** Given by a shell that has an operating system's key store: core waits for its key before it opens the store. */
const SEALING_KEY_FROM_SHELL = '--sealing-key-from-shell';

/** As a shell says it: 128 and the signal's number. */
const EXIT_STATUS = { SIGTERM: 143, SIGINT: 130 } as const;

/** Long enough for the sentence to leave the process; starting again would not help. */
const LAST_WORDS_MS = 200;

function giveUp(message: string): void {
  parent.send({ kind: 'fatal', message });
  setTimeout(() => process.exit(1), LAST_WORDS_MS);
}

/** Ends at once, as without this: only that it was meant is noted before. */
function endBySignal(signal: 'SIGTERM' | 'SIGINT', core: () => Core | null): void {
  process.once(signal, () => {
    try {
      core()?.toldToEnd?.();
    } finally {
      process.exit(EXIT_STATUS[signal]);
    }
  });
}

async function main(): Promise<void> {
  // Under Electron the PC/SC host is forked from a binary that must behave as Node.
  if (process.versions.electron) process.env.ELECTRON_RUN_AS_NODE = '1';
  const config = readCoreConfig(process.argv[2]);
  if (!config.ok) return giveUp(config.error);
  let core: Core | null = null;
  endBySignal('SIGTERM', () => core);
  endBySignal('SIGINT', () => core);
  const sealing = Promise.withResolvers<SafeStorage>();
  parent.onMessage((raw) => {
    const message = shellMessage.safeParse(raw);
    if (!message.success) return;
    if (message.data.kind === 'sealing-key') {
      sealing.resolve(sealedByShell(Buffer.from(message.data.base64, 'base64'), systemEntropy));
    } else core?.receive(message.data);
  });
  const safeStorage = process.argv.includes(SEALING_KEY_FROM_SHELL) ? await sealing.promise : null;
  const started = await startCore(config.value, {
    say: (message) => parent.send(message),
    // Crash-only: nothing depends on a clean end.
    end: () => process.exit(75),
    ...(safeStorage && { safeStorage }),
  });
  if (!started.ok) return giveUp(started.error);
  core = started.value;
}

await main();
