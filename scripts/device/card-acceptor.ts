import { CrtCardAcceptor } from '../../drivers/card-acceptor/crt-card-acceptor.ts';
import { wallTimers } from '../../drivers/wall-timers.ts';
import { need, parseCardMachine } from './card-machine.ts';

const ACTIONS = ['status', 'accept', 'read', 'give-back', 'retain'] as const;

/**
 * `device -- card-acceptor status|accept|read|give-back|retain …`: one acceptor, without the kiosk. A move prints the
 * sensors after it; `accept` waits for a hand (10 s, or --wait); `read` prints what the card shows to anybody.
 */
export async function run(args: string[]): Promise<Record<string, unknown>> {
  const { action, transport, waitMs } = parseCardMachine('card-acceptor', ACTIONS, args);
  const acceptor = new CrtCardAcceptor({ transport, timers: wallTimers });
  try {
    need(await acceptor.open());
    switch (action) {
      case 'read':
        return { ...need(await acceptor.readWithoutKeys(new AbortController().signal)) };
      case 'accept':
        need(await acceptor.accept(AbortSignal.timeout(waitMs)));
        break;
      case 'give-back':
        need(await acceptor.giveBack());
        break;
      case 'retain':
        need(await acceptor.retain());
        break;
      default:
        break;
    }
    return { ...need(await acceptor.status()) };
  } finally {
    await acceptor.close();
  }
}
