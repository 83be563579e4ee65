import { afterEach, expect, it } from 'vitest';
import { deviceTrouble } from '../../src/ports/device-status.ts';
import { TcpTransport } from '../transport/tcp-transport.ts';
import { CODE_SCANNER_FAULTS, VirtualCodeScanner } from '../virtual/code-scanner/virtual-code-scanner.ts';
import { SteppedTimers } from '../virtual/stepped-timers.ts';
import { LINE_GAP_MS } from './code-line-parser.ts';
import { LineCodeScanner } from './line-code-scanner.ts';

const CODE = 'ECARD:6f1a2b3c-试验-001';
const closers: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closers.splice(0)) await close();
});

async function bench(end: '\r' | '\n' | '\r\n' = '\r') {
  const timers = new SteppedTimers();
  const scanner = await VirtualCodeScanner.start({ end });
  const transport = new TcpTransport('127.0.0.1', scanner.port, timers);
  const driver = new LineCodeScanner({ transport, timers });
  closers.push(
    () => driver.close(),
    () => scanner.close(),
  );
  await open(driver, scanner);
  /** Resolves when the driver's end has seen the next bytes. */
  const nextBytes = () => new Promise<void>((resolve) => void transport.onData(() => resolve()));
  return { timers, scanner, driver, nextBytes };
}

async function open(driver: LineCodeScanner, scanner: VirtualCodeScanner): Promise<void> {
  const plugged = new Promise<void>((resolve) => {
    const stop = scanner.onChange(() => {
      if (scanner.connections === 0) return;
      stop();
      resolve();
    });
  });
  expect(await driver.open()).toEqual({ ok: true, value: undefined });
  await plugged;
}

const never = new AbortController().signal;

it.each(['\r', '\n', '\r\n'] as const)('ECARD-2 passes a code on as it is, ended by %j', async (end) => {
  const { driver, scanner } = await bench(end);
  const scan = driver.scan(never);
  scanner.scanCode(CODE);
  expect(await scan).toEqual({ ok: true, value: CODE });
});

it('what was scanned before anybody asked is thrown away', async () => {
  const { driver, scanner, nextBytes } = await bench();
  const come = nextBytes();
  scanner.scanCode('of the person before');
  await come;
  const scan = driver.scan(never);
  scanner.scanCode(CODE);
  expect(await scan).toEqual({ ok: true, value: CODE });
});

it('gives up at once when the caller goes, and works for the next', async () => {
  const { driver, scanner } = await bench();
  const gone = new AbortController();
  const scan = driver.scan(gone.signal);
  expect(await driver.scan(never)).toMatchObject({ error: { code: 'scan-in-progress' } });
  gone.abort();
  expect(await scan).toEqual({ ok: false, error: { kind: 'aborted' } });
  expect(await driver.scan(gone.signal)).toEqual({ ok: false, error: { kind: 'aborted' } });
  const next = driver.scan(never);
  scanner.scanCode(CODE);
  expect(await next).toEqual({ ok: true, value: CODE });
});

it('garbage: named without a byte of the code, and the next code is good', async () => {
  const { driver, scanner } = await bench();
  scanner.setFault('garbage');
  const scan = driver.scan(never);
  scanner.scanCode(CODE);
  const error = deviceTrouble('code-garbage', 'the scanner sent a line that is no code');
  expect(await scan).toEqual({ ok: false, error });
  scanner.mend();
  const next = driver.scan(never);
  scanner.scanCode(CODE);
  expect(await next).toEqual({ ok: true, value: CODE });
});

it('half-line: waits on, and does not glue it to the next code', async () => {
  const { driver, scanner, timers, nextBytes } = await bench();
  scanner.setFault('half-line');
  const scan = driver.scan(never);
  const come = nextBytes();
  scanner.scanCode('someone else');
  await come;
  timers.advance(LINE_GAP_MS + 1);
  scanner.mend();
  scanner.scanCode(CODE);
  expect(await scan).toEqual({ ok: true, value: CODE });
});

it('mute: waits until the caller goes', async () => {
  const { driver, scanner } = await bench();
  scanner.setFault('mute');
  const gone = new AbortController();
  const scan = driver.scan(gone.signal);
  scanner.scanCode(CODE);
  gone.abort();
  expect(await scan).toMatchObject({ error: { kind: 'aborted' } });
});

it('link-lost: named while waiting, by probe and by scan, and mended by open alone', async () => {
  const { driver, scanner } = await bench();
  scanner.setFault('link-lost');
  const scan = driver.scan(never);
  scanner.scanCode(CODE);
  expect(await scan).toMatchObject({ error: { kind: 'device', code: 'link-lost' } });
  expect(await driver.probe()).toMatchObject({ error: { code: 'link-lost' } });
  expect(await driver.scan(never)).toMatchObject({ error: { code: 'link-lost' } });
  scanner.mend();
  await open(driver, scanner);
  expect(await driver.probe()).toEqual({ ok: true, value: undefined });
  const next = driver.scan(never);
  scanner.scanCode(CODE);
  expect(await next).toEqual({ ok: true, value: CODE });
});

it('closing ends a scan at work', async () => {
  const { driver } = await bench();
  const scan = driver.scan(never);
  await driver.close();
  expect(await scan).toMatchObject({ error: { code: 'link-lost' } });
});

it('every fault of the list has its place above', () => {
  expect(CODE_SCANNER_FAULTS).toHaveLength(4);
});
