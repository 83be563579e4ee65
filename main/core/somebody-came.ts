import type { ScreenMessage } from '../../src/contracts/command.ts';
import type { Screen } from '../../src/contracts/view.ts';

/** Devices that were given up for a while are tried again at once; out of service there is nothing to start. */
export const somebodyCame = (message: ScreenMessage, screen: Screen | null): boolean =>
  message.kind === 'hello' ||
  (message.kind === 'command' && message.command.type === 'start') ||
  (message.kind === 'activity' && screen === 'out-of-service');
