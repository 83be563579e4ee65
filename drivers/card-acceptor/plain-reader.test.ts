import { describe, expect, it } from 'vitest';
import { referenceKeys } from '../virtual/social-card/blank-card-sample.ts';
import { acceptorBench, OLD_CARD } from './acceptor-bench.ts';
import { PlainReader } from './plain-reader.ts';

async function bench() {
  const made = await acceptorBench();
  return { ...made, reader: new PlainReader(made.acceptor) };
}
const DONE = { ok: true, value: undefined };

describe('an acceptor as a plain reader', () => {
  it('waits for a card, reads it, gives it back and waits until it was taken', async () => {
    const { reader, machine, run, whileWaiting, never } = await bench();
    expect(await run(reader.open())).toEqual(DONE);
    expect(await whileWaiting(reader.waitForCard(never), () => machine.insert(OLD_CARD))).toEqual(DONE);
    expect(await run(reader.read(referenceKeys, never))).toMatchObject({ value: { name: '试验甲' } });
    machine.takePresentedCards(1_000);
    expect(await run(reader.waitForRemoval(never))).toEqual(DONE);
    expect(machine.truth()).toMatchObject({ position: 'none', taken: ['card-1'], bin: [] });
    expect(await run(reader.waitForRemoval(never))).toEqual(DONE);
    expect(await run(reader.probe())).toEqual(DONE);
  });

  it('INV-5 offers back first what lies inside from before', async () => {
    const { reader, acceptor, machine, whileWaiting, never } = await bench();
    await whileWaiting(acceptor.accept(never), () => machine.insert(OLD_CARD, 'forgotten'));
    machine.takePresentedCards(1_000);
    expect(await whileWaiting(reader.waitForCard(never), () => machine.insert(OLD_CARD, 'new'))).toEqual(
      DONE,
    );
    expect(machine.truth()).toMatchObject({ card: 'new', position: 'ic', taken: ['forgotten'] });
  });

  it('gives a card back at once that came in as the resident was given up', async () => {
    const { reader, machine, whileWaiting } = await bench();
    const leaving = new AbortController();
    const outcome = await whileWaiting(reader.waitForCard(leaving.signal), () => {
      machine.insert(OLD_CARD);
      leaving.abort();
    });
    expect(outcome).toEqual({ ok: false, error: { kind: 'aborted' } });
    expect(machine.truth()).toMatchObject({ position: 'gate', bin: [] });
  });

  it('leaves a card in the gate when the wait for its removal is given up, and says aborted', async () => {
    const { reader, machine, run, whileWaiting, never } = await bench();
    await whileWaiting(reader.waitForCard(never), () => machine.insert(OLD_CARD));
    expect(await run(reader.waitForRemoval(AbortSignal.abort()))).toEqual({
      ok: false,
      error: { kind: 'aborted' },
    });
    expect(machine.truth().position).toBe('gate');
  });

  it('names a jam as the device’s trouble', async () => {
    const { reader, machine, run, whileWaiting, never } = await bench();
    await whileWaiting(reader.waitForCard(never), () => machine.insert(OLD_CARD));
    machine.once('jam');
    expect(await run(reader.waitForRemoval(never))).toMatchObject({
      error: { kind: 'device', code: 'jammed' },
    });
    expect(await run(reader.read(referenceKeys, never))).toMatchObject({
      error: { kind: 'device', code: 'jammed' },
    });
  });
});
