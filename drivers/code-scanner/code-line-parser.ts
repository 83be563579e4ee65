import { LONGEST_CODE } from '../../src/ports/code-scanner.ts';

/** Why a line is no code; the line itself is told to nobody. */
export type CodeRejection = 'code-too-long' | 'code-garbage';

export type CodeEvent =
  | { readonly kind: 'code'; readonly text: string }
  | { readonly kind: 'rejected'; readonly reason: CodeRejection };

/** A scanner sends a whole code at once; after such a silence what came before belongs to nothing. Milliseconds. */
export const LINE_GAP_MS = 500;

const CR = 0x0d;
const LF = 0x0a;
/** UTF-8 needs up to four bytes a character. */
const MOST_BYTES = LONGEST_CODE * 4;

/** Cuts a stream into codes: lines of text ended by CR, LF or both. Forgets every byte as soon as it can. */
export class CodeLineParser {
  #line: number[] = [];
  #rejection: CodeRejection | null = null;
  #begun = false;
  /** The line at work began before anybody wanted it. */
  #stale = false;
  #lastByteAt = Number.NEGATIVE_INFINITY;

  /** What came before now, and the rest of a line that has begun, is nobody's. */
  discard(now: number): void {
    const running = this.#begun && now - this.#lastByteAt <= LINE_GAP_MS;
    this.forget();
    this.#begun = running;
    this.#stale = running;
  }

  /** The link ended: no line goes on over that. */
  forget(): void {
    this.#line = [];
    this.#rejection = null;
    this.#begun = false;
    this.#stale = false;
  }

  /** Codes and rejected lines that these bytes complete. `now` in milliseconds. */
  push(bytes: Uint8Array, now: number): CodeEvent[] {
    if (now - this.#lastByteAt > LINE_GAP_MS) this.forget();
    this.#lastByteAt = now;
    const events: CodeEvent[] = [];
    for (const byte of bytes) {
      if (byte !== CR && byte !== LF) {
        this.#take(byte);
        continue;
      }
      // The second half of CRLF, or an empty line.
      if (!this.#begun) continue;
      if (!this.#stale) events.push(this.#event());
      this.forget();
    }
    return events;
  }

  #take(byte: number): void {
    this.#begun = true;
    if (this.#stale || this.#rejection) return;
    if (byte < 0x20 || byte === 0x7f) this.#rejection = 'code-garbage';
    else if (this.#line.length >= MOST_BYTES) this.#rejection = 'code-too-long';
    else this.#line.push(byte);
    if (this.#rejection) this.#line = [];
  }

  #event(): CodeEvent {
    if (this.#rejection) return { kind: 'rejected', reason: this.#rejection };
    const text = decode(Uint8Array.from(this.#line));
    if (text === null || /[\u0080-\u009f]/.test(text)) return { kind: 'rejected', reason: 'code-garbage' };
    if ([...text].length > LONGEST_CODE) return { kind: 'rejected', reason: 'code-too-long' };
    return { kind: 'code', text };
  }
}

/** Null where the bytes are no UTF-8. */
function decode(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return null;
  }
}
