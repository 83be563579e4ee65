import { describe, expect, it } from 'vitest';
import type { Result } from '../../src/result.ts';
import {
  CARD_ISSUER_FAULTS,
  type CardIssuerFault,
  CRT_WIRE_FAULTS,
  type CrtCommandName,
  type CrtWireFault,
} from '../virtual/card-transport/crt-faults.ts';
import { referenceKeys } from '../virtual/social-card/blank-card-sample.ts';
import { type IssuerBench, issuerBench } from './issuer-bench.ts';

const METHODS = [
  'status',
  'takeBlank',
  'powerOn',
  'transmit',
  'read',
  'present',
  'waitTaken',
  'toBin',
] as const;
type Method = (typeof METHODS)[number];

/** The command a method is about: the one the fault strikes. */
const COMMAND: Record<Method, CrtCommandName> = {
  status: 'status',
  takeBlank: 'toChip',
  powerOn: 'coldReset',
  transmit: 'apdu',
  read: 'apdu',
  present: 'toGate',
  waitTaken: 'status',
  toBin: 'toBin',
};
const isMove = (method: Method): boolean => ['takeBlank', 'present', 'toBin'].includes(method);
const acts = (method: Method): boolean => isMove(method) || ['transmit', 'read'].includes(method);

/** A card where the method wants one. */
async function prepare({ issuer, run }: IssuerBench, method: Method): Promise<void> {
  if (method === 'status' || method === 'takeBlank') return;
  await run(issuer.takeBlank());
  if (method === 'transmit') await run(issuer.powerOn());
  if (method === 'waitTaken') await run(issuer.present());
}

function call({ issuer, never }: IssuerBench, method: Method): Promise<Result<unknown, object>> {
  switch (method) {
    case 'transmit':
      return issuer.transmit('0084000008');
    case 'read':
      return issuer.read(referenceKeys, never);
    case 'waitTaken':
      return issuer.waitTaken(AbortSignal.abort());
    default:
      return issuer[method]();
  }
}

/** `ok`, the trouble's code, or its kind where it has none. */
function nameOf(result: Result<unknown, object>): string {
  if (result.ok) return 'ok';
  const { error } = result;
  if ('code' in error && 'kind' in error && error.kind === 'device') return String(error.code);
  return 'kind' in error ? String(error.kind) : 'nameless';
}

/** Every card that was ever loaded is in exactly one place. */
function expectNoCardLost({ machine }: IssuerBench): void {
  const { stack, card, bin, taken, removed } = machine.truth();
  const all = [...stack, ...(card === null ? [] : [card]), ...bin, ...taken, ...removed];
  expect(all.toSorted()).toEqual(['blank-1', 'blank-2', 'blank-3']);
}

/** After the trouble the driver works again, without ever having moved a second card. */
async function expectRecovery(bench: IssuerBench): Promise<void> {
  const { machine, issuer, run } = bench;
  machine.mend();
  machine.clearPath();
  let opened = await run(issuer.open());
  for (let tries = 0; tries < 40 && !opened.ok; tries += 1) opened = await run(issuer.open());
  expect(opened).toEqual({ ok: true, value: undefined });
  const status = await run(issuer.status());
  expect(status).toMatchObject({ value: { position: machine.truth().position } });
  if (status.ok && status.value.position !== 'none') await run(issuer.toBin());
  expect(await run(issuer.takeBlank())).toEqual({ ok: true, value: undefined });
  expectNoCardLost(bench);
}

function wireOutcome(fault: CrtWireFault, method: Method): string {
  switch (fault) {
    case 'noise-before':
    case 'split-frame':
    case 'merged-frames':
    case 'nak':
      return method === 'read' ? 'card-error' : 'ok';
    case 'not-reset':
      return 'not-reset';
    default:
      break;
  }
  if (acts(method)) return 'answer-lost';
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

const matrix = CRT_WIRE_FAULTS.flatMap((fault) => METHODS.map((method) => [fault, method] as const));

describe('faults of the wire × methods: a named outcome, no card lost, and the driver works afterwards', () => {
  it.each(matrix)('%s during %s', async (fault, method) => {
    const bench = await issuerBench();
    await prepare(bench, method);
    bench.machine.once(fault, COMMAND[method]);
    expect(nameOf(await bench.run(call(bench, method)))).toBe(wireOutcome(fault, method));
    expectNoCardLost(bench);
    await expectRecovery(bench);
  });
});

const moved = { takeBlank: 'ic', present: 'gate', toBin: 'none' } as const;

describe('INV-2 INV-3 a move whose answer was lost', () => {
  it.each(['answer-lost', 'late', 'nonsense', 'bad-bcc', 'cut-frame', 'link-dropped'] as const)(
    'by %s: the sensors tell that it happened, and it happened once',
    async (fault) => {
      for (const method of ['takeBlank', 'present', 'toBin'] as const) {
        const bench = await issuerBench();
        const { machine, issuer, run } = bench;
        await prepare(bench, method);
        machine.once(fault, COMMAND[method]);
        expect(nameOf(await run(call(bench, method)))).toBe('answer-lost');
        let status = await run(issuer.status());
        for (let tries = 0; tries < 40 && !status.ok; tries += 1) {
          await run(issuer.open());
          status = await run(issuer.status());
        }
        expect(status).toMatchObject({ value: { position: moved[method] } });
        expect(machine.truth().stack).toHaveLength(2);
        expectNoCardLost(bench);
      }
    },
  );

  it('by mute: the sensors tell that nothing happened', async () => {
    const bench = await issuerBench();
    bench.machine.once('mute', 'toChip');
    expect(nameOf(await bench.run(bench.issuer.takeBlank()))).toBe('answer-lost');
    expect(await bench.run(bench.issuer.status())).toMatchObject({ value: { position: 'none' } });
    expect(bench.machine.truth().stack).toHaveLength(3);
  });
});

/** What a card's or the machine's fault comes to; a method it does not touch is `ok` (reading a blank: `card-error`). */
function cardOutcome(fault: CardIssuerFault, method: Method): string {
  const untouched = method === 'read' ? 'card-error' : 'ok';
  switch (fault) {
    case 'jam':
    case 'sensor-fault':
    case 'pulled-while-moving':
      return isMove(method) ? 'jammed' : untouched;
    case 'chip-dead':
      if (method === 'read') return 'mute';
      return method === 'powerOn' ? 'chip' : untouched;
    case 'chip-fails':
      return untouched;
    case 'stack-empty':
      return method === 'takeBlank' ? 'stock-empty' : untouched;
    case 'bin-full':
      return method === 'toBin' ? 'bin-full' : untouched;
    default:
      return untouched;
  }
}

const others = CARD_ISSUER_FAULTS.filter((fault) => !(CRT_WIRE_FAULTS as readonly string[]).includes(fault));
/** A chip that died while powered answers nothing either. */
const applies = (fault: CardIssuerFault, method: Method): boolean =>
  !(fault === 'chip-dead' && method === 'transmit');

describe('faults of cards and machine × methods', () => {
  const cases = others.flatMap((fault) =>
    METHODS.filter((method) => applies(fault, method)).map((method) => [fault, method] as const),
  );
  it.each(cases)('%s during %s', async (fault, method) => {
    const bench = await issuerBench();
    await prepare(bench, method);
    bench.machine.once(fault);
    expect(nameOf(await bench.run(call(bench, method)))).toBe(cardOutcome(fault, method));
    expectNoCardLost(bench);
    await expectRecovery(bench);
  });

  it('a jam lasts until somebody looked: no status, no move, no opening', async () => {
    const bench = await issuerBench();
    const { machine, issuer, run } = bench;
    machine.once('jam');
    expect(await run(issuer.takeBlank())).toEqual({ ok: false, error: { kind: 'jammed', code: '10' } });
    expect(await run(issuer.status())).toEqual({ ok: false, error: { kind: 'jammed', code: '10' } });
    expect(await run(issuer.takeBlank())).toMatchObject({ error: { kind: 'jammed' } });
    expect(await run(issuer.probe())).toMatchObject({ error: { kind: 'device', code: 'jammed' } });
    expect(await run(issuer.open())).toMatchObject({ error: { kind: 'device', code: 'jammed' } });
    expect(machine.truth()).toMatchObject({ position: 'path', card: 'blank-1' });
    machine.clearPath();
    expect(await run(issuer.open())).toMatchObject({ ok: true });
    expectNoCardLost(bench);
  });

  it('a full bin and an empty stack are seen by the sensors: no move is even asked for', async () => {
    const { machine, issuer, run } = await issuerBench();
    await run(issuer.takeBlank());
    machine.setFault('bin-full');
    machine.setFault('stack-empty');
    machine.repeat('mute', 2, 'toBin');
    expect(await run(issuer.toBin())).toEqual({ ok: false, error: { kind: 'bin-full' } });
    machine.mend('bin-full');
    machine.mend('mute');
    await run(issuer.toBin());
    machine.once('mute', 'toChip');
    expect(await run(issuer.takeBlank())).toEqual({ ok: false, error: { kind: 'stock-empty' } });
  });

  it('a chip that fails at its nth APDU is the chip’s trouble, and the card is still there', async () => {
    const { machine, issuer, run } = await issuerBench();
    machine.failChipAt(2);
    await run(issuer.takeBlank());
    await run(issuer.powerOn());
    expect(await run(issuer.transmit('80500000081122334455667788'))).toMatchObject({
      ok: true,
    });
    expect(await run(issuer.transmit('0084000008'))).toEqual({
      ok: false,
      error: { kind: 'chip', code: 'chip-timeout' },
    });
    expect(await run(issuer.toBin())).toMatchObject({ ok: true });
  });
});

describe('INV-3 power goes in mid-move', () => {
  const rests = ['from', 'path', 'to'] as const;
  const places = {
    takeBlank: { from: 'none', path: 'path', to: 'ic' },
    present: { from: 'ic', path: 'path', to: 'gate' },
    toBin: { from: 'ic', path: 'path', to: 'none' },
  } as const;
  const cases = (['takeBlank', 'present', 'toBin'] as const).flatMap((method) =>
    rests.map((rest) => [method, rest] as const),
  );
  it.each(cases)(
    '%s, the card resting at %s: sensors tell the truth, initialising moves nothing',
    async (method, rest) => {
      const bench = await issuerBench();
      const { machine, issuer, run } = bench;
      await prepare(bench, method);
      machine.powerCutDuring('move', rest);
      expect(nameOf(await run(call(bench, method)))).toBe('answer-lost');
      expect((await run(issuer.status())).ok).toBe(false);
      machine.powerOn();
      expect(await run(issuer.status())).toMatchObject({ error: { code: 'not-reset' } });
      const opened = await run(issuer.open());
      const place = places[method][rest];
      expect(opened.ok).toBe(place !== 'path');
      const status = await run(issuer.status());
      expect(status).toMatchObject(
        place === 'path' ? { error: { kind: 'jammed' } } : { value: { position: place } },
      );
      expect(machine.truth().position).toBe(place);
      expectNoCardLost(bench);
    },
  );
});
