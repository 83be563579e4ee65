import { describe, expect, it } from 'vitest';
import type { Result } from '../../src/result.ts';
import {
  CARD_ACCEPTOR_FAULTS,
  type CardAcceptorFault,
  CRT_WIRE_FAULTS,
  type CrtCommandName,
  type CrtWireFault,
} from '../virtual/card-transport/crt-faults.ts';
import { referenceKeys } from '../virtual/social-card/blank-card-sample.ts';
import { type AcceptorBench, acceptorBench, OLD_CARD } from './acceptor-bench.ts';

const METHODS = ['status', 'accept', 'read', 'giveBack', 'waitTaken', 'takeIn', 'retain'] as const;
type Method = (typeof METHODS)[number];

const COMMAND: Record<Method, CrtCommandName> = {
  status: 'status',
  accept: 'allowEntry',
  read: 'apdu',
  giveBack: 'toGate',
  waitTaken: 'status',
  takeIn: 'toChip',
  retain: 'toBin',
};
const isMove = (method: Method): boolean => ['giveBack', 'takeIn', 'retain'].includes(method);

async function prepare({ acceptor, machine, run, whileWaiting, never }: AcceptorBench, method: Method) {
  if (method === 'status' || method === 'accept') return;
  await whileWaiting(acceptor.accept(never), () => machine.insert(OLD_CARD, 'old'));
  if (method === 'waitTaken' || method === 'takeIn') await run(acceptor.giveBack());
}

function call({ acceptor, machine, never, run, whileWaiting }: AcceptorBench, method: Method) {
  switch (method) {
    case 'accept':
      return whileWaiting(acceptor.accept(never), () => machine.insert(OLD_CARD, 'old'));
    case 'read':
      return run(acceptor.read(referenceKeys, never));
    case 'waitTaken':
      return run(acceptor.waitTaken(AbortSignal.abort()));
    default:
      return run<Result<unknown, object>>(acceptor[method]());
  }
}

function nameOf(result: Result<unknown, object>): string {
  if (result.ok) return 'ok';
  const { error } = result;
  if ('code' in error && 'kind' in error && error.kind === 'device') return String(error.code);
  return 'kind' in error ? String(error.kind) : 'nameless';
}

/** A card that went in is in exactly one place. */
function expectNoCardLost({ machine }: AcceptorBench, method: Method): void {
  const { card, bin, taken, removed } = machine.truth();
  const all = [...(card === null ? [] : [card]), ...bin, ...taken, ...removed];
  if (method === 'status') expect(all).toEqual([]);
  else if (method !== 'accept') expect(all).toEqual(['old']);
}

async function expectRecovery({ machine, acceptor, run, whileWaiting, never }: AcceptorBench): Promise<void> {
  machine.mend();
  machine.clearPath();
  let opened = await run(acceptor.open());
  for (let tries = 0; tries < 40 && !opened.ok; tries += 1) opened = await run(acceptor.open());
  expect(opened).toEqual({ ok: true, value: undefined });
  expect(machine.entryOpen).toBe(false);
  const status = await run(acceptor.status());
  if (status.ok && status.value.media !== 'none') await run(acceptor.retain());
  expect((await whileWaiting(acceptor.accept(never), () => machine.insert(OLD_CARD, 'next'))).ok).toBe(true);
  expect(await run(acceptor.read(referenceKeys, never))).toMatchObject({ value: { name: '试验甲' } });
}

function wireOutcome(fault: CrtWireFault, method: Method): string {
  switch (fault) {
    case 'noise-before':
    case 'split-frame':
    case 'merged-frames':
    case 'nak':
      return 'ok';
    case 'not-reset':
      return 'not-reset';
    default:
      break;
  }
  if (isMove(method) || method === 'read') return 'answer-lost';
  switch (fault) {
    case 'bad-bcc':
    case 'nonsense':
      return 'bad-checksum';
    case 'endless-nonsense':
      return 'noise';
    case 'cut-frame':
      return 'cut-frame';
    case 'link-dropped':
      return 'link-lost';
    default:
      return 'timeout';
  }
}

describe('faults of the wire × methods: a named outcome, no card lost, and the driver works afterwards', () => {
  const matrix = CRT_WIRE_FAULTS.flatMap((fault) => METHODS.map((method) => [fault, method] as const));
  it.each(matrix)('%s during %s', async (fault, method) => {
    const bench = await acceptorBench();
    await prepare(bench, method);
    bench.machine.once(fault, COMMAND[method]);
    expect(nameOf(await call(bench, method))).toBe(
      // When the link or the machine is gone, the entry cannot be closed either: that is told instead of nothing.
      wireOutcome(fault, method),
    );
    expectNoCardLost(bench, method);
    await expectRecovery(bench);
  });
});

function cardOutcome(fault: CardAcceptorFault, method: Method): string {
  switch (fault) {
    case 'jam':
    case 'sensor-fault':
    case 'pulled-while-moving':
      return isMove(method) ? 'jammed' : 'ok';
    case 'chip-dead':
      return method === 'read' ? 'mute' : 'ok';
    case 'chip-fails':
      return method === 'read' ? 'card-error' : 'ok';
    case 'bin-full':
      return method === 'retain' ? 'bin-full' : 'ok';
    case 'entry-obstructed':
      return method === 'accept' ? 'jammed' : 'ok';
    default:
      return 'ok';
  }
}

describe('faults of cards and machine × methods', () => {
  const others = CARD_ACCEPTOR_FAULTS.filter(
    (fault) => !(CRT_WIRE_FAULTS as readonly string[]).includes(fault),
  );
  it.each(others.flatMap((fault) => METHODS.map((method) => [fault, method] as const)))(
    '%s during %s',
    async (fault, method) => {
      const bench = await acceptorBench();
      await prepare(bench, method);
      bench.machine.once(fault);
      expect(nameOf(await call(bench, method))).toBe(cardOutcome(fault, method));
      expectNoCardLost(bench, method);
      await expectRecovery(bench);
    },
  );

  it('INV-5 tells of a jam by its media word, and lets nothing move', async () => {
    const bench = await acceptorBench();
    const { acceptor, machine, run } = bench;
    await prepare(bench, 'retain');
    machine.once('jam');
    expect(await run(acceptor.retain())).toEqual({ ok: false, error: { kind: 'jammed', code: '10' } });
    expect(await run(acceptor.status())).toEqual({
      ok: true,
      value: { media: 'jammed', retainBin: 'room' },
    });
    expect(await run(acceptor.giveBack())).toMatchObject({ error: { kind: 'jammed' } });
    expect(machine.truth()).toMatchObject({ position: 'path', card: 'old', bin: [] });
  });

  it('INV-5 after a power cut the card is where it was, the entry is closed, and it can be given back', async () => {
    const bench = await acceptorBench();
    const { acceptor, machine, run } = bench;
    await prepare(bench, 'giveBack');
    machine.powerOff();
    expect((await run(acceptor.giveBack())).ok).toBe(false);
    machine.powerOn();
    expect(await run(acceptor.open())).toMatchObject({ ok: true });
    expect(await run(acceptor.status())).toMatchObject({ value: { media: 'latched' } });
    expect(await run(acceptor.giveBack())).toMatchObject({ ok: true });
    expect(machine.truth()).toMatchObject({ position: 'gate', card: 'old' });
  });

  it.each(['before', 'after'] as const)(
    'a card that came in as the wait was given up, %s the last look, is told, not forgotten',
    async (when) => {
      const { acceptor, machine, whileWaiting } = await acceptorBench();
      const leaving = new AbortController();
      const outcome = await whileWaiting(acceptor.accept(leaving.signal), () => {
        leaving.abort();
        const push = () => machine.insert(OLD_CARD, 'late');
        if (when === 'before') return push();
        // The sensors of the last look are read, the entry is not yet closed.
        const stop = machine.onChange(() => {
          stop();
          queueMicrotask(push);
        });
      });
      expect(outcome).toEqual({ ok: true, value: undefined });
      expect(machine.truth()).toMatchObject({ position: 'ic', card: 'late' });
      expect(machine.entryOpen).toBe(false);
    },
  );
});
