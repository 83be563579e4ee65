import { describe, expect, it } from 'vitest';
import type { IdCardTrouble } from '../../src/ports/id-card-reader.ts';
import { ok, type Result } from '../../src/result.ts';
import {
  faultStatus,
  type IdCardReaderFault,
  STATUS_FAULTS,
  type StatusFault,
  WIRE_FAULTS,
} from '../virtual/id-card-reader/faults.ts';
import type { SamCommandName } from './command.ts';
import { BENCH_CARD, memoryBench } from './memory-bench.ts';
import { statusTrouble } from './module-status.ts';

/** The command in flight when the fault strikes is the state of the driver. */
const STATES = ['status', 'sam-id', 'find', 'select', 'read-with-fingerprints', 'extra-address'] as const;
type State = (typeof STATES)[number];
type Bench = Awaited<ReturnType<typeof memoryBench>>;

async function actUnder(fault: IdCardReaderFault, state: State, bench: Bench): Promise<string> {
  const { timers, module, reader, never } = bench;
  module.placeCard(BENCH_CARD);
  if (state !== 'find') await timers.runUntil(reader.waitForCard(never));
  module.fail(fault, 1, state satisfies SamCommandName);
  const read = () => reader.read(never);
  const acts: Record<State, () => Promise<Result<unknown, IdCardTrouble>>> = {
    status: () => reader.probe(),
    'sam-id': () => reader.samId(),
    find: () => reader.waitForCard(never),
    select: read,
    'read-with-fingerprints': read,
    'extra-address': read,
  };
  const result = await timers.runUntil(acts[state]());
  if (result.ok) return 'ok';
  return 'code' in result.error ? result.error.code : result.error.kind;
}

async function expectRecovery({ timers, module, reader, never }: Bench): Promise<void> {
  module.clearFaults();
  expect(await timers.runUntil(reader.open())).toEqual(ok(undefined));
  module.placeCard(BENCH_CARD);
  expect(await timers.runUntil(reader.waitForCard(never))).toEqual(ok(undefined));
  expect(await timers.runUntil(reader.read(never))).toMatchObject(ok({ document: BENCH_CARD.document }));
}

const hasBlocks = (state: State): boolean =>
  ['sam-id', 'read-with-fingerprints', 'extra-address'].includes(state);

function wireOutcome(fault: (typeof WIRE_FAULTS)[number], state: State): string {
  switch (fault) {
    case 'mute':
    case 'late':
      return 'timeout';
    case 'bad-checksum':
      return 'bad-checksum';
    case 'cut-frame':
    case 'wrong-length':
      return 'cut-frame';
    case 'merged-frames':
    case 'split-frame':
    case 'garbage-before':
      return 'ok';
    case 'endless-garbage':
      return 'noise';
    case 'wrong-block-length':
      return hasBlocks(state) ? 'bad-length' : 'ok';
    case 'connection-dropped':
      return 'link-lost';
    case 'card-lifted':
      if (state === 'select') return 'no-card';
      return state === 'read-with-fingerprints' || state === 'extra-address' ? 'read-failed' : 'ok';
  }
}

function statusOutcome(fault: StatusFault, state: State): string {
  if (fault === 'sw3-80' && state === 'find') return 'ok';
  if (fault === 'sw3-81' && state === 'select') return 'ok';
  if (fault === 'sw3-21' && state === 'read-with-fingerprints') return 'ok';
  if ((fault === 'sw3-21' || fault === 'sw3-91') && state === 'extra-address') return 'ok';
  const trouble = statusTrouble(faultStatus(fault) ?? 0);
  if (state === 'status' && trouble.kind !== 'device') return 'unexpected-status';
  return 'code' in trouble ? trouble.code : trouble.kind;
}

/** A card lifted under FIND is simply not found yet: `waitForCard` goes on. */
const applies = (fault: IdCardReaderFault, state: State): boolean =>
  !(fault === 'card-lifted' && state === 'find');

const product = <F extends IdCardReaderFault>(faults: readonly F[]) =>
  faults.flatMap((fault) =>
    STATES.filter((state) => applies(fault, state)).map((state) => [fault, state] as const),
  );

describe('wire faults × driver states: a named outcome, and the driver works afterwards', () => {
  it.each(product(WIRE_FAULTS))('%s during %s', async (fault, state) => {
    const bench = await memoryBench();
    expect(await actUnder(fault, state, bench)).toBe(wireOutcome(fault, state));
    await expectRecovery(bench);
  });
});

describe('SW3 codes × driver states (protocols 2.3)', () => {
  it.each(product(STATUS_FAULTS))('%s during %s', async (fault, state) => {
    const bench = await memoryBench();
    expect(await actUnder(fault, state, bench)).toBe(statusOutcome(fault, state));
    await expectRecovery(bench);
  });
});

it('every fault while the line is being opened is named too', async () => {
  for (const fault of [
    'mute',
    'cut-frame',
    'bad-checksum',
    'sw3-60',
    'sw3-66',
    'connection-dropped',
  ] as const) {
    const bench = await memoryBench();
    await bench.reader.close();
    bench.module.fail(fault, 1);
    const opened = await bench.timers.runUntil(bench.reader.open());
    expect(opened.ok).toBe(false);
    await expectRecovery(bench);
  }
});
