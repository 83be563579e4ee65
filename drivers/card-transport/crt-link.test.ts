import { describe, expect, it } from 'vitest';
import { MemoryTransport } from '../transport/memory-transport.ts';
import { ManualTimers } from '../virtual/manual-timers.ts';
import { CRT, type CrtCommand } from './crt-command.ts';
import { ACK, EOT, encodeFrame, NAK } from './crt-frame.ts';
import { type CrtEvent, CrtFrameParser } from './crt-frame-parser.ts';
import { CrtLink } from './crt-link.ts';

const DONE = [0x32, 0x32, 0x30];

/** The far end by hand: every frame the kiosk sends is told to `answers`, in order. */
async function wire(...answers: ((command: readonly number[]) => readonly (readonly number[])[])[]) {
  const timers = new ManualTimers();
  const [near, far] = MemoryTransport.pair();
  const parser = new CrtFrameParser();
  const heard: CrtEvent[] = [];
  const commands: string[] = [];
  far.onData((bytes) => {
    for (const event of parser.push(bytes)) {
      heard.push(event);
      if (event.kind !== 'frame') continue;
      const [, cm = 0, pm = 0] = event.text;
      commands.push(`${cm.toString(16)}${pm.toString(16)}`);
      const isFence = [CRT.version, CRT.configuration, CRT.serialNumber, CRT.sensors].some(
        (fence) => fence.cm === cm && fence.pm === pm,
      );
      const replies = isFence ? [[ACK], done(cm, pm)] : (answers.shift()?.([cm, pm]) ?? []);
      for (const reply of replies) void far.write(Uint8Array.from(reply));
    }
  });
  const link = new CrtLink(near, timers);
  await link.open();
  const ask = (command: CrtCommand) => timers.runUntil(link.command(command));
  return { timers, link, far, ask, commands, heard };
}

const done = (cm: number, pm: number): readonly number[] => [
  ...encodeFrame(Uint8Array.from([0x50, cm, pm, ...DONE])),
];
const good = ([cm = 0, pm = 0]: readonly number[]) => [[ACK], done(cm, pm)];
const moves = (commands: readonly string[]): number =>
  commands.filter((command) => command === '3231').length;

describe('the conversation (protocols 3.3)', () => {
  it('sends a frame, takes ACK and answer, and acknowledges the answer', async () => {
    const { ask, heard } = await wire(good);
    expect(await ask(CRT.status)).toMatchObject({ ok: true, value: { kind: 'done' } });
    expect(heard.slice(-2).map(({ kind }) => kind)).toEqual(['frame', 'ack']);
  });

  it('sends a refused frame twice more, then gives up by name: nothing was done', async () => {
    const once = await wire(() => [[NAK]], good);
    expect(await once.ask(CRT.toChip)).toMatchObject({ ok: true });
    expect(moves(once.commands)).toBe(2);
    const always = await wire(
      () => [[NAK]],
      () => [[NAK]],
      () => [[NAK]],
      good,
    );
    expect(await always.ask(CRT.toChip)).toMatchObject({ ok: false, error: { code: 'frame-refused' } });
    expect(moves(always.commands)).toBe(3);
  });

  it('INV-2 never sends a move again because of a NAK after ACK or amid noise', async () => {
    const after = await wire(() => [[ACK], [NAK]]);
    expect(await after.ask(CRT.toChip)).toMatchObject({ error: { code: 'answer-lost' } });
    expect(moves(after.commands)).toBe(1);
    const noisy = await wire(() => [[0x77, NAK, 0x12]]);
    expect(await noisy.ask(CRT.toChip)).toMatchObject({ error: { code: 'answer-lost' } });
    expect(moves(noisy.commands)).toBe(1);
  });

  it('INV-3 calls a move whose answer did not come `answer-lost`, a question `timeout`', async () => {
    const { ask, commands } = await wire(
      () => [[ACK]],
      () => [[ACK]],
    );
    expect(await ask(CRT.toGate)).toMatchObject({ error: { kind: 'device', code: 'answer-lost' } });
    expect(await ask(CRT.status)).toMatchObject({ error: { code: 'timeout' } });
    expect(commands.filter((command) => command === '3239')).toHaveLength(1);
  });

  it('takes no late answer for a new one', async () => {
    const { ask, far, timers } = await wire(
      () => [[ACK]],
      () => [[ACK], [...encodeFrame(Uint8Array.from([0x50, 0x31, 0x30, 0x31, 0x32, 0x30]))]],
    );
    expect(await ask(CRT.status)).toMatchObject({ ok: false });
    // The answer to the question given up: no card. It must not pass for the next one, which finds a card.
    await far.write(encodeFrame(Uint8Array.from([0x50, 0x31, 0x30, 0x30, 0x32, 0x30])));
    await timers.advance(0);
    expect(await ask(CRT.status)).toMatchObject({ value: { sensors: { position: 'gate' } } });
  });

  it('clears the line with EOT and a question that was not asked the last time', async () => {
    const { ask, commands, heard } = await wire(() => [[ACK]], good);
    await ask(CRT.status);
    await ask(CRT.status);
    const fences = commands.filter((command) => command !== '3130');
    expect(new Set(fences).size).toBe(2);
    expect(heard.some(({ kind }) => kind === 'eot')).toBe(true);
    expect(EOT).toBe(0x04);
  });

  it('names a link that ends: before the frame is out nothing happened', async () => {
    const { link, timers } = await wire(() => [[ACK]]);
    await link.close();
    expect(await timers.runUntil(link.command(CRT.toChip))).toMatchObject({ error: { code: 'link-lost' } });
    const cutOff = await wire(() => {
      void cutOff.link.close();
      return [];
    });
    expect(await cutOff.ask(CRT.toChip)).toMatchObject({ error: { code: 'answer-lost' } });
  });
});
