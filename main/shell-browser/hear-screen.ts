import type { RawData, WebSocket } from 'ws';
import { type ScreenMessage, screenMessage } from '../../src/contracts/command.ts';
import type { Log } from '../core/log.ts';

/** Bytes. The largest message is the card photo: 200,000 characters of base64, and its envelope. */
export const LARGEST_MESSAGE = 256 * 1024;
/** A page of ours never sends a message that does not parse; one that keeps doing so is not ours. */
const MOST_BAD_MESSAGES = 5;
/** WebSocket close code "policy violation". */
const POLICY_VIOLATION = 1008;

interface Hearing {
  readonly onMessage: (message: ScreenMessage) => void;
  readonly log: Pick<Log, 'warn'>;
}

/** Hands on what parses, counts what does not, and closes on the fifth. The first message must be `hello`. */
export function hearScreen(socket: WebSocket, { onMessage, log }: Hearing): void {
  let greeted = false;
  let bad = 0;
  socket.on('message', (data, isBinary) => {
    const message = isBinary ? null : parse(data);
    if (message !== null && (greeted || message.kind === 'hello')) {
      greeted = true;
      onMessage(message);
      return;
    }
    bad += 1;
    // Only that it was bad: it may hold what a resident typed.
    log.warn('screen-message-malformed', { count: bad });
    if (bad >= MOST_BAD_MESSAGES) socket.close(POLICY_VIOLATION, 'too many bad messages');
  });
  // Broken frames and messages over the limit; ws closes the connection itself and `close` follows.
  socket.on('error', () => log.warn('screen-frame-broken', {}));
}

function parse(data: RawData): ScreenMessage | null {
  try {
    const parsed = screenMessage.safeParse(JSON.parse(data.toString()));
    return parsed.success ? parsed.data : null;
  } catch {
    // Not JSON.
    return null;
  }
}
