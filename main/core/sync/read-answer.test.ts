import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { settled, VirtualClock } from '../virtual-clock.ts';
import { exchange } from './http-exchange.ts';

/** An answer that comes piece by piece, as the test lets it. */
function dribbling() {
  let give: ReadableStreamDefaultController<Uint8Array> | null = null;
  let stopped = false;
  const body = new ReadableStream<Uint8Array>({
    start: (controller) => {
      give = controller;
    },
    cancel: () => {
      stopped = true;
    },
  });
  const answer = new Response(body);
  return {
    answer,
    gives: (text: string) => give?.enqueue(new TextEncoder().encode(text)),
    ends: () => give?.close(),
    breaks: (reason: unknown) => give?.error(reason),
    isStopped: () => stopped,
  };
}

const request = { method: 'GET', path: '/x', answer: z.array(z.number()), deadlineMs: 60_000 } as const;

describe('the answer of the centre', () => {
  it('is put together from its pieces, however they are cut', async () => {
    const { answer, gives, ends } = dribbling();
    const asked = exchange(async () => answer, new VirtualClock(), '', request);
    for (const piece of ['[', '1,', '2', ']']) gives(piece);
    ends();
    expect(await asked).toEqual({ ok: true, value: [1, 2] });
  });

  it('INV-7 is read to its longest length and no further', async () => {
    const { answer, gives, isStopped } = dribbling();
    const asked = exchange(async () => answer, new VirtualClock(), '', { ...request, longestAnswer: 100 });
    gives(' '.repeat(60));
    gives(' '.repeat(60));
    expect(await asked).toEqual({ ok: false, error: { kind: 'unreadable-answer', status: 200 } });
    expect(isStopped()).toBe(true);
  });

  it('INV-7 is given up where it trickles, and waited for where it comes', async () => {
    const clock = new VirtualClock();
    const { answer, gives, ends, breaks } = dribbling();
    let ended: string | null = null;
    const asked = exchange(
      async (_, { signal }) => {
        signal?.addEventListener('abort', () => {
          ended = String(signal.reason);
          breaks(signal.reason);
        });
        return answer;
      },
      clock,
      '',
      { ...request, leastProgress: { bytes: 10, eachMs: 1_000 } },
    );
    for (let second = 0; second < 5; second += 1) {
      gives(' '.repeat(10));
      await settled();
      await clock.advance(1_000);
    }
    expect(ended).toBeNull();
    gives(' '.repeat(9));
    await settled();
    await clock.advance(1_000);
    expect(await asked).toMatchObject({ ok: false, error: { kind: 'link-down' } });
    expect(ended).toContain('too slow');
    expect(() => ends()).toThrow();
  });
});
