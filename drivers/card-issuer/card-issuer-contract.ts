import { describe, expect, it } from 'vitest';
import type { CardIssuer } from '../../src/ports/card-issuer.ts';
import type { CardKeyService } from '../../src/ports/social-card-reader.ts';

/** What a test may do to an issuer from outside; three blanks are in the stack. */
export interface CardIssuerHarness {
  readonly issuer: CardIssuer;
  readonly keys: CardKeyService;
  takeFromGate(): void;
  fillBin(): void;
  /** Blanks in the stack, cards in the bin, cards with residents. */
  count(): { readonly stack: number; readonly bin: number; readonly taken: number };
  /** Lets time pass until it is done. */
  run<T>(act: Promise<T>): Promise<T>;
}

const never = new AbortController().signal;
const DONE = { ok: true, value: undefined };

/** Contract of the port: passed by the driver on virtual hardware and by the memory double. */
export function cardIssuerContract(name: string, make: () => Promise<CardIssuerHarness>): void {
  describe(`card issuer: ${name}`, () => {
    it('brings one blank to the chip, to the gate, and says when it was taken', async () => {
      const { issuer, run, takeFromGate, count } = await make();
      expect(await run(issuer.open())).toEqual(DONE);
      expect(await run(issuer.status())).toMatchObject({ value: { position: 'none', bin: 'room' } });
      expect(await run(issuer.takeBlank())).toEqual(DONE);
      expect(await run(issuer.status())).toMatchObject({ value: { position: 'ic' } });
      expect(await run(issuer.powerOn())).toMatchObject({ value: expect.stringMatching(/^3B[0-9A-F]+$/) });
      expect(await run(issuer.present())).toEqual(DONE);
      expect(await run(issuer.status())).toMatchObject({ value: { position: 'gate' } });
      const waiting = issuer.waitTaken(never);
      takeFromGate();
      expect(await run(waiting)).toEqual({ ok: true, value: 'taken' });
      expect(count()).toEqual({ stack: 2, bin: 0, taken: 1 });
    });

    it('INV-2 moves nothing when a card is where none should be, or none where one should be', async () => {
      const { issuer, run, count } = await make();
      const misplaced = (position: string) => ({ ok: false, error: { kind: 'wrong-position', position } });
      expect(await run(issuer.present())).toEqual(misplaced('none'));
      expect(await run(issuer.toBin())).toEqual(misplaced('none'));
      expect(await run(issuer.powerOn())).toEqual(misplaced('none'));
      await run(issuer.takeBlank());
      expect(await run(issuer.takeBlank())).toEqual(misplaced('ic'));
      expect(await run(issuer.waitTaken(never))).toEqual(misplaced('ic'));
      await run(issuer.present());
      expect(await run(issuer.takeBlank())).toEqual(misplaced('gate'));
      expect(await run(issuer.present())).toEqual(misplaced('gate'));
      expect(count()).toEqual({ stack: 2, bin: 0, taken: 0 });
    });

    it('INV-5 a card nobody took is left in the gate when the signal fires, and goes to the bin when told', async () => {
      const { issuer, run, count } = await make();
      await run(issuer.takeBlank());
      await run(issuer.present());
      expect(await run(issuer.waitTaken(AbortSignal.abort()))).toEqual({ ok: true, value: 'not-taken' });
      expect(await run(issuer.toBin())).toEqual(DONE);
      expect(count()).toEqual({ stack: 2, bin: 1, taken: 0 });
    });

    it('calls a card taken that was taken as the signal fired', async () => {
      const { issuer, run, takeFromGate } = await make();
      await run(issuer.takeBlank());
      await run(issuer.present());
      takeFromGate();
      expect(await run(issuer.waitTaken(AbortSignal.abort()))).toEqual({ ok: true, value: 'taken' });
    });

    it('rejects a card from the chip to the bin, until the bin is full', async () => {
      const { issuer, run, fillBin, count } = await make();
      await run(issuer.takeBlank());
      expect(await run(issuer.toBin())).toEqual(DONE);
      fillBin();
      await run(issuer.takeBlank());
      expect(await run(issuer.status())).toMatchObject({ value: { bin: 'full', position: 'ic' } });
      expect(await run(issuer.toBin())).toEqual({ ok: false, error: { kind: 'bin-full' } });
      expect(count()).toEqual({ stack: 1, bin: 1, taken: 0 });
    });

    it('says when the stack is empty, before anything moves', async () => {
      const { issuer, run } = await make();
      for (let taken = 0; taken < 3; taken += 1) {
        expect(await run(issuer.status())).toMatchObject({ value: { stock: 'low' } });
        await run(issuer.takeBlank());
        await run(issuer.toBin());
      }
      expect(await run(issuer.status())).toMatchObject({ value: { stock: 'empty' } });
      expect(await run(issuer.takeBlank())).toEqual({ ok: false, error: { kind: 'stock-empty' } });
    });

    it('talks to the chip only where one lies, and reads no holder from a blank', async () => {
      const { issuer, run, keys } = await make();
      expect((await run(issuer.transmit('0084000008'))).ok).toBe(false);
      expect(await run(issuer.read(keys, never))).toMatchObject({ error: { kind: 'wrong-position' } });
      await run(issuer.takeBlank());
      await run(issuer.powerOn());
      const selected = await run(issuer.transmit('00A404000F7378312E73682EC9E7BBE1B1A3D5CF'));
      expect(selected).toMatchObject({ value: expect.stringMatching(/9000$/) });
      expect(await run(issuer.read(keys, never))).toMatchObject({ error: { kind: 'card-error' } });
      expect(await run(issuer.read(keys, AbortSignal.abort()))).toEqual({
        ok: false,
        error: { kind: 'aborted' },
      });
    });
  });
}
