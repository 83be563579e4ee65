import type { ScreenMessage } from '../../../src/contracts/command.ts';
import type { Log } from '../log.ts';

/** Sentences of operators that fit nowhere on the screens change nothing; how many, stands in the log. */
export function noteIgnoredTexts(message: ScreenMessage, log: Pick<Log, 'warn'>): void {
  if (message.kind === 'texts-heard' && message.ignored > 0) {
    log.warn('texts-ignored', { count: message.ignored });
  }
}
