import { CrtCardIssuer } from '../../drivers/card-issuer/crt-card-issuer.ts';
import { wallTimers } from '../../drivers/wall-timers.ts';
import { need, parseCardMachine } from './card-machine.ts';

const ACTIONS = ['status', 'take', 'eject', 'bin', 'read'] as const;

/**
 * `device -- card-issuer status|take|eject|bin|read …`: one issuer, without the kiosk. A move prints the sensors after
 * it; `read` prints what the card shows to anybody, as `social-card read` does.
 */
export async function run(args: string[]): Promise<Record<string, unknown>> {
  const { action, transport } = parseCardMachine('card-issuer', ACTIONS, args);
  const issuer = new CrtCardIssuer({ transport, timers: wallTimers });
  try {
    need(await issuer.open());
    switch (action) {
      case 'read':
        return { ...need(await issuer.readWithoutKeys(new AbortController().signal)) };
      case 'take':
        need(await issuer.takeBlank());
        break;
      case 'eject':
        need(await issuer.present());
        break;
      case 'bin':
        need(await issuer.toBin());
        break;
      default:
        break;
    }
    return { ...need(await issuer.status()) };
  } finally {
    await issuer.close();
  }
}
