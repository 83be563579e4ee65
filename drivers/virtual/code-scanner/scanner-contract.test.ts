import { afterEach, describe, expect, it } from 'vitest';
import { MemoryCodeScanner } from '../../../src/flows/memory/printers-and-scanner.ts';
import { type CodeScanner, LONGEST_CODE } from '../../../src/ports/code-scanner.ts';
import { deviceTrouble } from '../../../src/ports/device-status.ts';
import { LineCodeScanner } from '../../code-scanner/line-code-scanner.ts';
import { TcpTransport } from '../../transport/tcp-transport.ts';
import { SteppedTimers } from '../stepped-timers.ts';
import { VirtualCodeScanner } from './virtual-code-scanner.ts';

interface Subject {
  readonly scanner: CodeScanner;
  /** Somebody holds a code to it; resolves when it is plugged in and the code is on its way. */
  show(text: string): Promise<void>;
  lose(): void;
  mend(): void;
  close(): Promise<void>;
}

const closers: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closers.splice(0)) await close();
});

async function inMemory(): Promise<Subject> {
  const memory = new MemoryCodeScanner();
  return {
    scanner: memory,
    show: async (text) => memory.show(text),
    lose: () => memory.lose(deviceTrouble('link-lost', 'gone')),
    mend: () => {
      memory.gone = null;
    },
    close: () => memory.close(),
  };
}

async function overTcp(): Promise<Subject> {
  const timers = new SteppedTimers();
  const virtual = await VirtualCodeScanner.start();
  const transport = new TcpTransport('127.0.0.1', virtual.port, timers);
  const scanner = new LineCodeScanner({ transport, timers });
  const pluggedIn = async (): Promise<void> => {
    while (virtual.connections === 0) {
      await new Promise<void>((resolve) => {
        const stop = virtual.onChange(() => {
          stop();
          resolve();
        });
      });
    }
  };
  return {
    scanner,
    show: async (text) => {
      await pluggedIn();
      virtual.scanCode(text);
    },
    lose: () => {
      virtual.setFault('link-lost');
      virtual.scanCode('CODE');
    },
    mend: () => virtual.mend(),
    close: async () => {
      await scanner.close();
      await virtual.close();
    },
  };
}

const nobodyGoes = new AbortController().signal;
const DONE = { ok: true, value: undefined };

describe.each([
  ['in memory', inMemory],
  ['over TCP', overTcp],
])('a code scanner %s keeps the contract', (_, make) => {
  async function opened(): Promise<Subject> {
    const subject = await make();
    closers.push(() => subject.close());
    expect(await subject.scanner.scan(nobodyGoes)).toMatchObject({ error: { code: 'link-lost' } });
    expect(await subject.scanner.probe()).toMatchObject({ error: { code: 'link-lost' } });
    expect(await subject.scanner.open()).toEqual(DONE);
    expect(await subject.scanner.open()).toEqual(DONE);
    expect(await subject.scanner.probe()).toEqual(DONE);
    return subject;
  }

  it('ECARD-2 gives one code to the one who waits, and gives up when the caller goes', async () => {
    const subject = await opened();
    const scan = subject.scanner.scan(nobodyGoes);
    expect(await subject.scanner.scan(nobodyGoes)).toMatchObject({ error: { code: 'scan-in-progress' } });
    await subject.show('ECARD:1');
    expect(await scan).toEqual({ ok: true, value: 'ECARD:1' });
    const gone = new AbortController();
    const given = subject.scanner.scan(gone.signal);
    gone.abort();
    expect(await given).toEqual({ ok: false, error: { kind: 'aborted' } });
    const next = subject.scanner.scan(nobodyGoes);
    await subject.show('ECARD:2');
    expect(await next).toEqual({ ok: true, value: 'ECARD:2' });
  });

  it('refuses a code longer than any', async () => {
    const subject = await opened();
    const scan = subject.scanner.scan(nobodyGoes);
    await subject.show('8'.repeat(LONGEST_CODE + 1));
    expect(await scan).toMatchObject({ error: { code: 'code-too-long' } });
  });

  it('tells a lost link while waiting and after, and is mended by open', async () => {
    const subject = await opened();
    const first = subject.scanner.scan(nobodyGoes);
    await subject.show('ECARD:1');
    await first;
    const scan = subject.scanner.scan(nobodyGoes);
    subject.lose();
    expect(await scan).toMatchObject({ error: { kind: 'device', code: 'link-lost' } });
    expect(await subject.scanner.probe()).toMatchObject({ error: { code: 'link-lost' } });
    subject.mend();
    expect(await subject.scanner.open()).toEqual(DONE);
    const next = subject.scanner.scan(nobodyGoes);
    await subject.show('ECARD:2');
    expect(await next).toEqual({ ok: true, value: 'ECARD:2' });
  });
});
