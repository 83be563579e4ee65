import type { Timers } from '../../../src/ports/clock.ts';

/** What is read of an answer. A network of another kind may have no stream of bytes, only the whole text. */
export type Received = Pick<Response, 'status' | 'text'> & { readonly body?: Response['body'] };

/** So many bytes must have come in each such time, milliseconds: a line that trickles is given up (slow retrieval). */
export interface LeastProgress {
  readonly bytes: number;
  readonly eachMs: number;
}

/** The text of an answer; null where it is longer than `longest` bytes: the rest is never read (endless data). */
export async function readAnswer(
  received: Received,
  longest: number,
  hasRead: (bytes: number) => void,
): Promise<string | null> {
  if (!received.body) {
    const text = await received.text();
    return Buffer.byteLength(text) > longest ? null : text;
  }
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of received.body) {
    bytes += chunk.length;
    // Leaving the loop cancels the stream.
    if (bytes > longest) return null;
    hasRead(chunk.length);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

/** Calls `tooSlow` at the first time in which too little was read; `read` counts all bytes. Until the signal fires. */
export async function watchProgress(
  { bytes, eachMs }: LeastProgress,
  read: () => number,
  timers: Timers,
  finished: AbortSignal,
  tooSlow: () => void,
): Promise<void> {
  for (let before = read(); ; before = read()) {
    await timers.sleep(eachMs, finished);
    if (finished.aborted) return;
    if (read() - before < bytes) {
      tooSlow();
      return;
    }
  }
}
