import { expect, it } from 'vitest';
import { SteppedTimers } from '../../virtual/stepped-timers.ts';
import type { ChildPort } from '../child-port.ts';
import { CardHost } from './card-host.ts';

/** A host process in the hands of the test. */
class FakeChild implements ChildPort {
  readonly sent: { kind: string; id: number }[] = [];
  killed = false;
  #tell: (raw: unknown) => void = () => undefined;
  #end: () => void = () => undefined;
  readonly #onSent: () => void;

  constructor(onSent: () => void) {
    this.#onSent = onSent;
  }
  send(message: object): void {
    this.sent.push(message as { kind: string; id: number });
    this.#onSent();
  }
  onMessage(listener: (raw: unknown) => void): void {
    this.#tell = listener;
  }
  onExit(listener: () => void): void {
    this.#end = listener;
  }
  kill(): void {
    this.killed = true;
  }
  says(raw: unknown): void {
    this.#tell(raw);
  }
  ends(): void {
    this.#end();
  }
}

function bench() {
  const timers = new SteppedTimers();
  const children: FakeChild[] = [];
  let wake: () => void = () => undefined;
  const host = new CardHost(timers, () => {
    const child = new FakeChild(() => wake());
    children.push(child);
    return child;
  });
  const child = (index: number): FakeChild => {
    const found = children[index];
    if (found === undefined) throw new Error(`host ${index} was not started`);
    return found;
  };
  /** Asks, and resolves once the question has reached this child. */
  const ask = async (index: number) => {
    const sent = new Promise<void>((resolve) => {
      wake = resolve;
    });
    const answer = host.request({ kind: 'readers' }, 700);
    if (children.length === index + 1 && !host.running) child(index).says({ kind: 'ready' });
    await sent;
    const id = child(index).sent.at(-1)?.id ?? -1;
    return { answer, id };
  };
  return { timers, host, children, child, ask };
}

const trouble = (code: string) => ({ ok: false, error: { kind: 'device', code } });
const listed = (id: number, readers: string[]) => ({ kind: 'readers-listed', id, readers });

it('answers a question by its number, and leaves no timer behind', async () => {
  const { child, ask, timers, children } = bench();
  const first = await ask(0);
  child(0).says(listed(first.id, ['A']));
  expect(await first.answer).toMatchObject({ ok: true, value: { readers: ['A'] } });
  expect([timers.sleeping, children.length]).toEqual([0, 1]);
});

it('kills a host that passes a deadline, starts another and says timeout', async () => {
  const { child, children, ask, timers } = bench();
  const { answer } = await ask(0);
  await timers.expire(700);
  expect(await answer).toMatchObject(trouble('timeout'));
  expect([child(0).killed, children.length]).toEqual([true, 2]);
});

it('says timeout at the deadline although the next host hangs too', async () => {
  const { child, ask, timers } = bench();
  const { answer } = await ask(0);
  await timers.expire(700);
  await answer;
  expect([timers.now(), child(1).killed]).toEqual([700, false]);
  await timers.expire(5_000);
  expect(child(1).killed).toBe(true);
});

it('ignores what a killed host says late', async () => {
  const { child, host, ask, timers } = bench();
  const first = await ask(0);
  await timers.expire(700);
  await first.answer;
  const second = await ask(1);
  child(0).says(listed(second.id, ['of the old host']));
  child(0).says({ kind: 'card-state', reader: 'A', present: true });
  child(0).ends();
  child(1).says(listed(second.id, ['of the new host']));
  expect(await second.answer).toMatchObject({ value: { readers: ['of the new host'] } });
  expect([host.present('A'), host.running]).toEqual([null, true]);
});

it.each([
  ['a number', 7],
  ['no kind', { id: 0 }],
  ['an unknown kind', { kind: 'coffee', id: 0 }],
  ['a bad answer', { kind: 'answer', id: 0, answer: 'xyz' }],
  ['nothing', null],
])('names %s from a host, kills it and works with the next', async (_name, nonsense) => {
  const { child, ask } = bench();
  const { answer } = await ask(0);
  child(0).says(nonsense);
  expect(await answer).toMatchObject(trouble('host-nonsense'));
  expect(child(0).killed).toBe(true);
  const next = await ask(1);
  child(1).says(listed(next.id, []));
  expect(await next.answer).toMatchObject({ ok: true });
});

it('tells a host that ends, one that does not start, and pcscd going away', async () => {
  const { child, host, ask, timers } = bench();
  const first = await ask(0);
  child(0).ends();
  expect(await first.answer).toMatchObject(trouble('host-ended'));
  const silent = host.request({ kind: 'readers' }, 700);
  await timers.expire(5_000);
  expect(await silent).toMatchObject(trouble('host-silent'));
  const third = await ask(2);
  child(2).says({ kind: 'service-lost', message: 'PC/SC service stopped' });
  expect(await third.answer).toMatchObject(trouble('service-unreachable'));
});

it('answers everybody at once when it is stopped, also during the start', async () => {
  const { child, host, ask, timers } = bench();
  const { answer } = await ask(0);
  host.stop();
  expect(await answer).toMatchObject(trouble('host-ended'));
  const starting = host.start();
  host.stop();
  expect(await starting).toMatchObject(trouble('host-ended'));
  expect([child(0).killed, child(1).killed]).toEqual([true, true]);
  await new Promise((resolve) => setImmediate(resolve));
  expect(timers.sleeping).toBe(0);
});

it('knows cards and readers as the host tells them', async () => {
  const { child, host } = bench();
  const started = host.start();
  child(0).says({ kind: 'ready' });
  await started;
  child(0).says({ kind: 'card-state', reader: 'A', present: true });
  expect([host.present('A'), host.present('B'), host.gone('A')]).toEqual([true, null, false]);
  child(0).says({ kind: 'reader-gone', reader: 'A' });
  expect([host.present('A'), host.gone('A')]).toEqual([null, true]);
});
