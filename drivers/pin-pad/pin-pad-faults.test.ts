import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import { padBench } from '../virtual/pin-pad/pad-bench.ts';
import { PAD_FAULTS, type PadFault } from '../virtual/pin-pad/pad-faults.ts';
import { XFS_TIMEOUTS } from './xfs-connection.ts';

const PIN = '935174';
const NEVER = new AbortController().signal;
const ENTRY = { minDigits: 6, maxDigits: 6, accountNumber: '6217990000000000014', onKey: () => undefined };

const closers: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closers.splice(0)) await close();
});
async function bench() {
  const made = await padBench();
  closers.push(made.close);
  return made;
}
type Bench = Awaited<ReturnType<typeof padBench>>;

/** One whole entry; what the resident does is always the same. */
async function enter({ pad, driver }: Bench) {
  const entry = driver.enterPin(ENTRY, NEVER);
  await pad.waitForEntry();
  pad.typePin(PIN);
  return entry;
}

/** After any fault: fault gone, link mended, and a PIN can be entered. */
async function expectRecovery(made: Bench): Promise<void> {
  made.pad.faults.clear();
  if (made.pad.state !== 'online') made.pad.setState('online');
  expect(await made.driver.open()).toEqual({ ok: true, value: undefined });
  expect(await made.driver.probe()).toEqual({ ok: true, value: undefined });
  expect(await enter(made)).toMatchObject({ ok: true });
}

describe('a fault while a PIN is entered', () => {
  const named: readonly [PadFault, object][] = [
    ['disconnect-mid-entry', { ok: false, error: { kind: 'device', code: 'link-lost' } }],
    ['wrong-json', { ok: false, error: { kind: 'device', code: 'bad-message' } }],
    ['duplicate-completion', { ok: true }],
    ['late-acknowledge', { ok: true }],
    ['clear-digits', { ok: false, error: { kind: 'device', code: 'clear-digit-from-pad' } }],
    ['short-block', { ok: false, error: { kind: 'device', code: 'bad-pin-block' } }],
  ];
  it.each(named)('%s', async (fault, outcome) => {
    const made = await bench();
    await made.driver.open();
    made.pad.faults.failNext(fault);
    expect(await enter(made)).toMatchObject(outcome);
    await expectRecovery(made);
  });

  it('hardware-error: named, told by event, and no entry before the pad is well again', async () => {
    const made = await bench();
    await made.driver.open();
    made.pad.faults.failNext('hardware-error');
    expect(await made.driver.enterPin(ENTRY, NEVER)).toMatchObject({ error: { code: 'hardware-error' } });
    expect(made.driver.state).toBe('hardwareError');
    expect(await made.driver.enterPin(ENTRY, NEVER)).toMatchObject({
      error: { code: 'device-hardwareError' },
    });
    expect(await made.driver.probe()).toMatchObject({ error: { code: 'device-hardwareError' } });
    await expectRecovery(made);
  });

  it('keyboard-jam: the entry ends by its time-out', async () => {
    const made = await bench();
    await made.driver.open();
    made.pad.faults.failRepeatedly('keyboard-jam');
    const entry = enter(made);
    await made.timers.asleepFor(125_000);
    await made.timers.expire(120_000);
    expect(await entry).toEqual({ ok: false, error: { kind: 'timed-out' } });
    await expectRecovery(made);
  });

  it('mute: no acknowledge is a time-out by name, and a late answer disturbs nobody', async () => {
    const made = await bench();
    await made.driver.open();
    made.pad.faults.failRepeatedly('mute');
    const entry = made.driver.enterPin(ENTRY, NEVER);
    await made.timers.expire(XFS_TIMEOUTS.acknowledgeMs);
    expect(await entry).toMatchObject({ error: { kind: 'device', code: 'timeout' } });
    await expectRecovery(made);
  });

  it('mute in mid-entry: an abort is answered after the cancel time-out', async () => {
    const made = await bench();
    await made.driver.open();
    const away = new AbortController();
    const entry = made.driver.enterPin(ENTRY, away.signal);
    await made.pad.waitForEntry();
    await made.timers.asleepFor(125_000);
    made.pad.faults.failRepeatedly('mute');
    away.abort();
    await made.timers.expire(XFS_TIMEOUTS.cancelMs);
    expect(await entry).toEqual({ ok: false, error: { kind: 'aborted' } });
    await expectRecovery(made);
  });
});

describe('a fault outside an entry', () => {
  it.each(['mute', 'wrong-json'] as const)('%s when asked for health', async (fault) => {
    const made = await bench();
    await made.driver.open();
    made.pad.faults.failRepeatedly(fault);
    const probe = made.driver.probe();
    if (fault === 'mute') await made.timers.expire(XFS_TIMEOUTS.acknowledgeMs);
    expect(await probe).toMatchObject({ ok: false, error: { kind: 'device' } });
    await expectRecovery(made);
  });

  it.each(['mute', 'wrong-json'] as const)('%s while connecting', async (fault) => {
    const made = await bench();
    made.pad.faults.failRepeatedly(fault);
    const opening = made.driver.open();
    if (fault === 'mute') await made.timers.expire(XFS_TIMEOUTS.acknowledgeMs);
    expect(await opening).toMatchObject({ ok: false, error: { kind: 'device' } });
    await expectRecovery(made);
  });

  it('a lost link is told at once and mended by open alone', async () => {
    const made = await bench();
    await made.driver.open();
    made.pad.disconnect();
    while (made.driver.state !== 'offline') await new Promise(setImmediate);
    expect(await made.driver.probe()).toMatchObject({ error: { code: 'link-lost' } });
    expect(await made.driver.enterPin(ENTRY, NEVER)).toMatchObject({ error: { code: 'link-lost' } });
    await expectRecovery(made);
  });

  it('a pad that suspects fraud takes no PIN', async () => {
    const made = await bench();
    await made.driver.open();
    made.pad.setState('fraudAttempt');
    while (made.driver.state !== 'fraudAttempt') await new Promise(setImmediate);
    expect(await made.driver.enterPin(ENTRY, NEVER)).toMatchObject({
      error: { code: 'device-fraudAttempt' },
    });
    await expectRecovery(made);
  });
});

describe('what a pad may answer to a command', () => {
  it.each([
    ['canceled', undefined, 'cancelled-by-pad'],
    ['invalidData', undefined, 'invalid-data'],
    ['sequenceError', undefined, 'sequence-error'],
    ['commandErrorCode', 'keyNotFound', 'key-not-found'],
    ['gibberish', undefined, 'unknown-completion-code'],
  ])('%s %s', async (completionCode, errorCode, code) => {
    const made = await bench();
    await made.driver.open();
    made.pad.completeNextWith(completionCode, errorCode);
    expect(await made.driver.enterPin(ENTRY, NEVER)).toMatchObject({ error: { kind: 'device', code } });
    await expectRecovery(made);
  });

  it('tolerates messages nobody asked for, and names them', async () => {
    const made = await bench();
    await made.driver.open();
    const entry = made.driver.enterPin(ENTRY, NEVER);
    await made.pad.waitForEntry();
    const message = (header: object, payload: object = {}) =>
      made.pad.sendRaw(JSON.stringify({ header, payload }));
    message({ type: 'completion', name: 'Common.Status', requestId: 999, completionCode: 'success' });
    message({ type: 'completion', name: 'Common.Status', requestId: 4, completionCode: 'success' });
    message({ type: 'acknowledge', name: 'Keyboard.PinEntry', requestId: 4 });
    message({ type: 'event', name: 'Keyboard.KeyEvent', requestId: 4 }, { completion: 7 });
    message({ type: 'event', name: 'Keyboard.LayoutEvent', requestId: 4 });
    message({ type: 'command', name: 'Common.Status', requestId: 1 });
    message({ type: 'unsolicited', name: 'Common.StatusChangedEvent' }, { common: { device: 'on fire' } });
    message({ type: 'unsolicited', name: 'Lights.NobodyKnows' });
    made.pad.typePin(PIN);
    expect(await entry).toMatchObject({ ok: true });
    expect(made.anomalies).toEqual([
      'unknown-request',
      'name-mismatch',
      'duplicate-acknowledge',
      'bad-event-payload',
      'unexpected-command',
      'unreadable-status',
    ]);
    await expectRecovery(made);
  });

  it('survives any text at any moment: a named outcome, and the next entry works', async () => {
    const noise = fc.array(fc.oneof(fc.string(), fc.json(), fc.constant('{"header":{}}')), { maxLength: 5 });
    await fc.assert(
      fc.asyncProperty(noise, async (texts) => {
        const made = await padBench();
        try {
          await made.driver.open();
          const entry = made.driver.enterPin(ENTRY, NEVER);
          await made.pad.waitForEntry();
          for (const text of texts) made.pad.sendRaw(text);
          made.pad.typePin(PIN);
          const result = await entry;
          expect(result.ok).toBe(texts.length === 0);
          if (!result.ok) expect(result.error).toMatchObject({ kind: 'device', code: 'bad-message' });
          await expectRecovery(made);
        } finally {
          await made.close();
        }
      }),
      { numRuns: 30 },
    );
  });

  it('every fault of the list is told apart above', () => {
    expect(PAD_FAULTS).toHaveLength(9);
  });
});
