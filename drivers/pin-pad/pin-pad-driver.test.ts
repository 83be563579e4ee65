import { afterEach, describe, expect, it } from 'vitest';
import { openPin } from '../../src/pin-block/iso4.ts';
import type { PinBlock } from '../../src/ports/pin-pad.ts';
import { PIN_KEY, padBench } from '../virtual/pin-pad/pad-bench.ts';
import { systemCipher } from '../virtual/pin-pad/pad-memory.ts';

const PAN = '6217990000000000014';
const PIN = '935174';
const NEVER = new AbortController().signal;

const closers: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closers.splice(0)) await close();
});
async function bench(format: PinBlock['format'] = 'iso4-aes') {
  const made = await padBench(format);
  closers.push(made.close);
  return made;
}
const options = (counts: number[] = []) => ({
  minDigits: 6,
  maxDigits: 6,
  accountNumber: PAN,
  onKey: (count: number) => counts.push(count),
});

describe('PIN pad over XFS4IoT', () => {
  it.each(['iso4-aes', 'iso4-sm4'] as const)(
    'ACT-4 holds only an encrypted PIN block (%s)',
    async (format) => {
      const { pad, driver } = await bench(format);
      expect(await driver.open()).toEqual({ ok: true, value: undefined });
      const counts: number[] = [];
      const entry = driver.enterPin(options(counts), NEVER);
      await pad.waitForEntry();
      pad.typePin(PIN);
      const result = await entry;
      if (!result.ok) throw new Error(JSON.stringify(result.error));
      expect(result.value).toMatchObject({ format, keyName: 'PINKEY' });
      expect(result.value.block).toMatch(/^[0-9A-F]{32}$/);
      expect(counts).toEqual([1, 2, 3, 4, 5, 6, 6]);
      const block = Buffer.from(result.value.block, 'hex');
      expect(openPin(block, PAN, systemCipher(format, PIN_KEY))).toEqual({ ok: true, value: PIN });
    },
  );

  it('ACT-4 no digit is on the wire: two PINs make the same frames until the block', async () => {
    const traffic: string[][] = [];
    for (const pin of [PIN, '608213']) {
      const { pad, driver } = await bench();
      await driver.open();
      const entry = driver.enterPin(options(), NEVER);
      await pad.waitForEntry();
      pad.typePin(pin);
      expect((await entry).ok).toBe(true);
      const frames = pad.frames.map((frame) => frame.text.replaceAll(/127\.0\.0\.1:\d+/g, 'pad'));
      expect(frames.length).toBeGreaterThan(15);
      expect(frames.filter((text) => text.includes(pin))).toEqual([]);
      expect(frames.filter((text) => text.includes('KeyEvent') && /"digit":"(?!enter)/.test(text))).toEqual(
        [],
      );
      traffic.push(frames.filter((text) => !text.includes('"pinBlock"')));
    }
    expect(traffic[0]).toEqual(traffic[1]);
  });

  it('counts back on backspace and clear', async () => {
    const { pad, driver } = await bench();
    await driver.open();
    const counts: number[] = [];
    const entry = driver.enterPin(options(counts), NEVER);
    await pad.waitForEntry();
    for (const key of ['1', '2', 'backspace', '3', 'clear', 'backspace'] as const) pad.press(key);
    // Too few digits: enter does nothing yet.
    for (const key of ['9', '3', 'enter', '5', '1', '7', '4', '8', 'enter'] as const) pad.press(key);
    const result = await entry;
    expect(counts).toEqual([1, 2, 1, 2, 0, 0, 1, 2, 2, 3, 4, 5, 6, 6]);
    if (!result.ok) throw new Error(JSON.stringify(result.error));
    const block = Buffer.from(result.value.block, 'hex');
    expect(openPin(block, PAN, systemCipher('iso4-aes', PIN_KEY))).toEqual({ ok: true, value: PIN });
  });

  it('ACT-4 takes a second entry at once, and seals the same PIN differently', async () => {
    const { pad, driver } = await bench();
    await driver.open();
    const blocks = [];
    for (let time = 0; time < 2; time += 1) {
      const entry = driver.enterPin(options(), NEVER);
      await pad.waitForEntry();
      pad.typePin(PIN);
      const result = await entry;
      if (result.ok) blocks.push(result.value.block);
    }
    expect(blocks).toHaveLength(2);
    expect(blocks[0]).not.toBe(blocks[1]);
  });

  it('tells a cancel at the pad from one by the kiosk', async () => {
    const { pad, driver } = await bench();
    await driver.open();
    const atPad = driver.enterPin(options(), NEVER);
    await pad.waitForEntry();
    pad.press('1');
    pad.press('cancel');
    expect(await atPad).toEqual({ ok: false, error: { kind: 'cancelled-at-pad' } });

    const walkedAway = new AbortController();
    const byKiosk = driver.enterPin(options(), walkedAway.signal);
    await pad.waitForEntry();
    pad.press('1');
    walkedAway.abort();
    expect(await byKiosk).toEqual({ ok: false, error: { kind: 'aborted' } });
    expect(pad.entryActive).toBe(false);
    expect(pad.count).toBe(0);
  });

  it('does not start when the resident has already left', async () => {
    const { pad, driver } = await bench();
    await driver.open();
    expect(await driver.enterPin(options(), AbortSignal.abort())).toEqual({
      ok: false,
      error: { kind: 'aborted' },
    });
    expect(pad.frames.some((frame) => frame.text.includes('"name":"Keyboard.PinEntry"'))).toBe(false);
  });

  it('ends by the pad’s own time-out, and leaves no sleeper behind', async () => {
    const { pad, driver, timers } = await bench();
    await driver.open();
    const entry = driver.enterPin(options(), NEVER);
    await pad.waitForEntry();
    // The driver would wait longer than the pad does: 120 s and a grace of 5 s.
    await timers.asleepFor(125_000);
    await timers.expire(120_000);
    expect(await entry).toEqual({ ok: false, error: { kind: 'timed-out' } });
    expect(timers.sleeping).toBe(0);
  });

  it('refuses a second entry beside a running one', async () => {
    const { pad, driver } = await bench();
    await driver.open();
    const first = driver.enterPin(options(), NEVER);
    await pad.waitForEntry();
    expect(await driver.enterPin(options(), NEVER)).toMatchObject({ error: { code: 'entry-running' } });
    pad.typePin(PIN);
    expect((await first).ok).toBe(true);
  });
});

describe('finding the PIN pad', () => {
  it('asks a publisher for its services', async () => {
    const { pad, makeDriver } = await bench();
    const driver = makeDriver(pad.publisherUri);
    expect(await driver.open()).toEqual({ ok: true, value: undefined });
    expect(pad.frames.map((frame) => frame.text).join()).toContain('ServicePublisher.GetServices');
    expect(driver.state).toBe('online');
  });

  it.each([
    ['not a uri', 'bad-address'],
    ['http://127.0.0.1/xfs4iot/v1.0/PinPad1', 'bad-address'],
    ['ws://127.0.0.1:1/xfs4iot/v1.0/PinPad1', 'link-lost'],
  ])('names what is wrong with %s', async (address, code) => {
    const { makeDriver } = await bench();
    expect(await makeDriver(address).open()).toMatchObject({ ok: false, error: { code } });
  });
});
