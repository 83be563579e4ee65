import { describe, expect, it } from 'vitest';
import type { CardAcceptor } from '../../src/ports/card-acceptor.ts';
import type { CardKeyService } from '../../src/ports/social-card-reader.ts';

/** What a test may do to an acceptor from outside. */
export interface CardAcceptorHarness {
  readonly acceptor: CardAcceptor;
  readonly keys: CardKeyService;
  /** Waits until the mouth is open, and puts the made-up person's card in. */
  insertWhile<T>(act: Promise<T>): Promise<T>;
  /** Pushes a card at the mouth now; whether the machine took it. */
  push(): boolean;
  takeFromGate(): void;
  fillBin(): void;
  count(): { readonly bin: number; readonly taken: number };
  run<T>(act: Promise<T>): Promise<T>;
}

const never = new AbortController().signal;
const DONE = { ok: true, value: undefined };
const NO_CARD = { ok: false, error: { kind: 'no-card' } };

/** Contract of the port: passed by the driver on virtual hardware and by the memory double. */
export function cardAcceptorContract(name: string, make: () => Promise<CardAcceptorHarness>): void {
  describe(`card acceptor: ${name}`, () => {
    it('takes a card only while a flow asks for one, and closes behind it', async () => {
      const { acceptor, run, insertWhile, push } = await make();
      expect(await run(acceptor.open())).toEqual(DONE);
      expect(push()).toBe(false);
      expect(await insertWhile(acceptor.accept(never))).toEqual(DONE);
      expect(await run(acceptor.status())).toEqual({
        ok: true,
        value: { media: 'latched', retainBin: 'room' },
      });
      expect(push()).toBe(false);
    });

    it('reads the latched card, gives it back and sees it taken', async () => {
      const { acceptor, run, insertWhile, takeFromGate, keys, count } = await make();
      await insertWhile(acceptor.accept(never));
      expect(await run(acceptor.read(keys, never))).toMatchObject({
        value: { name: '试验甲', socialSecurityNumber: '460199199001010029', specVersion: '3.00' },
      });
      expect(await run(acceptor.giveBack())).toEqual(DONE);
      expect(await run(acceptor.status())).toMatchObject({ value: { media: 'gate' } });
      const waiting = acceptor.waitTaken(never);
      takeFromGate();
      expect(await run(waiting)).toEqual({ ok: true, value: 'taken' });
      expect(await run(acceptor.status())).toMatchObject({ value: { media: 'none' } });
      expect(count()).toEqual({ bin: 0, taken: 1 });
    });

    it('INV-5 takes in a card that nobody took, and keeps it when told to', async () => {
      const { acceptor, run, insertWhile, count } = await make();
      await insertWhile(acceptor.accept(never));
      await run(acceptor.giveBack());
      expect(await run(acceptor.waitTaken(AbortSignal.abort()))).toEqual({ ok: true, value: 'not-taken' });
      expect(await run(acceptor.takeIn())).toEqual(DONE);
      expect(await run(acceptor.status())).toMatchObject({ value: { media: 'latched' } });
      expect(await run(acceptor.retain())).toEqual(DONE);
      expect(count()).toEqual({ bin: 1, taken: 0 });
    });

    it('keeps nothing when the bin is full: the card stays latched', async () => {
      const { acceptor, run, insertWhile, fillBin, count } = await make();
      await insertWhile(acceptor.accept(never));
      fillBin();
      expect(await run(acceptor.retain())).toEqual({ ok: false, error: { kind: 'bin-full' } });
      expect(await run(acceptor.status())).toEqual({
        ok: true,
        value: { media: 'latched', retainBin: 'full' },
      });
      expect(count()).toEqual({ bin: 0, taken: 0 });
    });

    it('INV-5 never takes a card that is already inside for the one it asks for', async () => {
      const { acceptor, run, insertWhile } = await make();
      await insertWhile(acceptor.accept(never));
      expect(await run(acceptor.accept(never))).toMatchObject({
        error: { kind: 'device', code: 'card-inside' },
      });
    });

    it('has nothing to give, take in, keep or read where no card is', async () => {
      const { acceptor, run, keys } = await make();
      expect(await run(acceptor.giveBack())).toEqual(NO_CARD);
      expect(await run(acceptor.takeIn())).toEqual(NO_CARD);
      expect(await run(acceptor.retain())).toEqual(NO_CARD);
      expect(await run(acceptor.read(keys, never))).toEqual(NO_CARD);
      expect(await run(acceptor.waitTaken(never))).toEqual({ ok: true, value: 'taken' });
    });

    it('gives up waiting when the signal fires, with the entry closed', async () => {
      const { acceptor, run, push } = await make();
      const leaving = new AbortController();
      const waiting = acceptor.accept(leaving.signal);
      leaving.abort();
      expect(await run(waiting)).toEqual({ ok: false, error: { kind: 'aborted' } });
      expect(push()).toBe(false);
    });
  });
}
