import { describe, expect, it } from 'vitest';
import type { CabinetBoard, CabinetStatus } from '../../src/ports/cabinet-board.ts';

/** What a test may do to a board from outside. */
export interface CabinetBoardHarness {
  readonly board: CabinetBoard;
  change(part: Partial<Pick<CabinetStatus, 'door' | 'power' | 'batteryPercent' | 'speaker'>>): void;
  /** The cable is out; `mend` puts it back. */
  lose(): void;
  mend(): void;
}

const never = new AbortController().signal;
const DONE = { ok: true, value: undefined };
const AT_REST: CabinetStatus = {
  door: 'closed',
  power: 'mains',
  batteryPercent: 100,
  lightPercent: 0,
  lamps: { 'card-slot': 'off', 'id-reader': 'off', receipt: 'off', 'pin-pad': 'off' },
  speaker: 'present',
};

/** Contract of the port: passed by the driver on virtual hardware and by the memory double. */
export function cabinetBoardContract(name: string, make: () => Promise<CabinetBoardHarness>): void {
  async function opened(): Promise<CabinetBoardHarness> {
    const harness = await make();
    expect(await harness.board.probe()).toMatchObject({ error: { code: 'link-lost' } });
    expect(await harness.board.open()).toEqual(DONE);
    expect(await harness.board.open()).toEqual(DONE);
    expect(await harness.board.probe()).toEqual(DONE);
    return harness;
  }

  describe(`cabinet board: ${name}`, () => {
    it('says how it stands', async () => {
      const { board, change } = await opened();
      expect(await board.status()).toEqual({ ok: true, value: AT_REST });
      change({ door: 'open', power: 'battery', batteryPercent: null, speaker: 'missing' });
      expect(await board.status()).toMatchObject({
        value: { door: 'open', power: 'battery', batteryPercent: null, speaker: 'missing' },
      });
    });

    it('sets light and lamps, one or all', async () => {
      const { board } = await opened();
      expect(await board.setLight(60)).toEqual(DONE);
      expect(await board.setLamp('all', 'on')).toEqual(DONE);
      expect(await board.setLamp('receipt', 'blink')).toEqual(DONE);
      expect(await board.status()).toMatchObject({
        value: {
          lightPercent: 60,
          lamps: { 'card-slot': 'on', 'id-reader': 'on', receipt: 'blink', 'pin-pad': 'on' },
        },
      });
      await expect(board.setLight(101)).rejects.toThrow(RangeError);
      await expect(board.setLight(0.5)).rejects.toThrow(RangeError);
    });

    it('tells door, power and amplifier to whoever waits, and nothing else', async () => {
      const { board, change } = await opened();
      const door = board.nextChange(AT_REST, never);
      change({ batteryPercent: 99 });
      await board.setLight(10);
      change({ door: 'open' });
      const told = await door;
      expect(told).toMatchObject({ ok: true, value: { door: 'open' } });
      if (!told.ok) return;
      const power = board.nextChange(told.value, never);
      change({ power: 'battery' });
      expect(await power).toMatchObject({ ok: true, value: { door: 'open', power: 'battery' } });
    });

    it('tells at once what is otherwise already', async () => {
      const { board, change } = await opened();
      change({ speaker: 'missing' });
      expect(await board.nextChange(AT_REST, never)).toMatchObject({ value: { speaker: 'missing' } });
    });

    it('gives up waiting with the signal', async () => {
      const { board } = await opened();
      const gone = new AbortController();
      const waited = board.nextChange(AT_REST, gone.signal);
      gone.abort();
      expect(await waited).toEqual({ ok: false, error: { kind: 'aborted' } });
      expect(await board.nextChange(AT_REST, gone.signal)).toMatchObject({ error: { kind: 'aborted' } });
      expect(await board.probe()).toEqual(DONE);
    });

    it('tells a lost link while waiting and after, and is mended by open', async () => {
      const { board, lose, mend } = await opened();
      const waited = board.nextChange(AT_REST, never);
      lose();
      expect(await waited).toMatchObject({ error: { kind: 'device', code: 'link-lost' } });
      expect(await board.status()).toMatchObject({ error: { code: 'link-lost' } });
      expect(await board.setLamp('all', 'on')).toMatchObject({ error: { code: 'link-lost' } });
      mend();
      expect(await board.open()).toEqual(DONE);
      expect(await board.status()).toMatchObject({ ok: true });
    });

    it('ends a wait when it is closed', async () => {
      const { board } = await opened();
      const waited = board.nextChange(AT_REST, never);
      await board.close();
      expect(await waited).toMatchObject({ ok: false, error: { kind: 'device' } });
      expect(await board.probe()).toMatchObject({ error: { code: 'link-lost' } });
    });
  });
}
