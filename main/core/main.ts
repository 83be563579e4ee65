import { parentPort } from '../../drivers/social-card/parent-port.ts';
import { type CoreMessage, shellMessage } from '../../src/contracts/core-link.ts';
import { type Core, startCore } from './core.ts';
import { readCoreConfig } from './core-config.ts';

/** Core's process: started by a shell with the path of its configuration; speaks `core-link` with its parent. */
const parent = parentPort<CoreMessage>();

/** Long enough for the sentence to leave the process; starting again would not help. */
const LAST_WORDS_MS = 200;

function giveUp(message: string): void {
  parent.send({ kind: 'fatal', message });
  setTimeout(() => process.exit(1), LAST_WORDS_MS);
}

async function main(): Promise<void> {
  const config = readCoreConfig(process.argv[2]);
  if (!config.ok) return giveUp(config.error);
  let core: Core | null = null;
  parent.onMessage((raw) => {
    const message = shellMessage.safeParse(raw);
    if (message.success) core?.receive(message.data);
  });
  const started = await startCore(config.value, {
    say: (message) => parent.send(message),
    // Crash-only: nothing depends on a clean end.
    end: () => process.exit(75),
  });
  if (!started.ok) return giveUp(started.error);
  core = started.value;
}

await main();
