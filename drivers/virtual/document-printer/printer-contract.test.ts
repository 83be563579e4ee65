import { afterEach, describe, expect, it } from 'vitest';
import {
  MemoryCardFacePrinter,
  MemoryDocumentPrinter,
} from '../../../src/flows/memory/printers-and-scanner.ts';
import type { DeviceTrouble, ManagedDevice } from '../../../src/ports/device-status.ts';
import type { DocumentPrintTrouble } from '../../../src/ports/document-printer.ts';
import type { Result } from '../../../src/result.ts';
import { POLL_MS } from '../../document-printer/print-queue.ts';
import { cardFaceBench, SAMPLE_FACE } from '../card-face-printer/face-bench.ts';
import { documentPrinterBench, SAMPLE_DOCUMENT, untilPrinter } from './printer-bench.ts';
import type { VirtualIppPrinter } from './virtual-ipp-printer.ts';

type End = Result<void, DocumentPrintTrouble>;
type Fault = 'paper-out' | 'cover-open' | 'jammed' | 'toner-out' | 'job-aborted' | 'late' | 'gone';

/** What the contract asks of a printer, whatever is behind it. */
interface Subject {
  readonly device: ManagedDevice;
  print(signal: AbortSignal): Promise<End>;
  /** Resolves when a job is under way. */
  underWay(): Promise<void>;
  out(): number;
  break(fault: Fault): Promise<void>;
  mend(): Promise<void>;
  close(): Promise<void>;
}

const closers: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closers.splice(0)) await close();
});

const GONE: DeviceTrouble = { kind: 'device', code: 'connection-refused', message: 'gone' };
const SENSED = {
  'paper-out': { paper: 'out' },
  'cover-open': { cover: 'open' },
  jammed: { jammed: true },
  'toner-out': { toner: 'out' },
} as const;

function inMemory(
  memory: MemoryDocumentPrinter | MemoryCardFacePrinter,
  print: Subject['print'],
  out: () => number,
): Subject {
  const inOrder = memory.condition;
  return {
    device: memory,
    print,
    out,
    underWay: async () => undefined,
    async break(fault) {
      if (fault === 'late') memory.late = true;
      else if (fault === 'gone') memory.gone = GONE;
      else if (fault === 'job-aborted') memory.ending = { kind: 'job-failed', code: 'aborted-by-system' };
      else memory.condition = { ...inOrder, ...SENSED[fault] };
    },
    async mend() {
      Object.assign(memory, { late: false, gone: null, ending: null, condition: inOrder });
    },
    close: () => memory.close(),
  };
}

function overIpp(
  bench: { readonly printer: VirtualIppPrinter; readonly timers: { expire(ms: number): Promise<void> } },
  device: ManagedDevice,
  print: Subject['print'],
  close: Subject['close'],
): Subject {
  const { printer, timers } = bench;
  return {
    device,
    async print(signal) {
      const waits = (async () => {
        for (;;) await timers.expire(POLL_MS);
      })();
      return await Promise.race([print(signal), waits]);
    },
    out: () => printer.printed.length,
    underWay: () => untilPrinter(printer, () => printer.held === 1),
    break: (fault) => printer.setFault(fault === 'gone' ? 'refuses-connection' : fault),
    mend: () => printer.mend(),
    close,
  };
}

const subjects: readonly (readonly [string, () => Promise<Subject>])[] = [
  [
    'document printer in memory',
    async () => {
      const memory = new MemoryDocumentPrinter();
      return inMemory(
        memory,
        (signal) => memory.print(SAMPLE_DOCUMENT, signal),
        () => memory.printed.length,
      );
    },
  ],
  [
    'card face printer in memory',
    async () => {
      const memory = new MemoryCardFacePrinter();
      return inMemory(
        memory,
        (signal) => memory.printFace(SAMPLE_FACE, signal),
        () => memory.faces.length,
      );
    },
  ],
  [
    'document printer over IPP',
    async () => {
      const bench = await documentPrinterBench();
      const { driver, close } = bench;
      return overIpp(bench, driver, (signal) => driver.print(SAMPLE_DOCUMENT, signal), close);
    },
  ],
  [
    'card face printer over IPP',
    async () => {
      const bench = await cardFaceBench();
      const { driver, close } = bench;
      return overIpp(bench, driver, (signal) => driver.printFace(SAMPLE_FACE, signal), close);
    },
  ],
];

const nobodyGoes = new AbortController().signal;
const DONE = { ok: true, value: undefined };

describe.each(subjects)('%s keeps the contract', (_, make) => {
  async function opened(): Promise<Subject> {
    const subject = await make();
    closers.push(() => subject.close());
    expect(await subject.device.open()).toEqual(DONE);
    return subject;
  }

  it('prints when opened, not before and not after', async () => {
    const subject = await make();
    closers.push(() => subject.close());
    expect(await subject.print(nobodyGoes)).toMatchObject({ error: { code: 'link-lost' } });
    expect(await subject.device.open()).toEqual(DONE);
    expect(await subject.device.open()).toEqual(DONE);
    expect(await subject.print(nobodyGoes)).toEqual(DONE);
    await subject.device.close();
    expect(await subject.print(nobodyGoes)).toMatchObject({ error: { code: 'link-lost' } });
    expect(subject.out()).toBe(1);
  });

  it.each([
    ['paper-out', { kind: 'paper-out' }],
    ['cover-open', { kind: 'cover-open' }],
    ['jammed', { kind: 'jammed' }],
    ['toner-out', { kind: 'device', code: 'toner-out' }],
    ['job-aborted', { kind: 'job-failed', code: 'aborted-by-system' }],
    ['gone', { kind: 'device', code: 'connection-refused' }],
  ] as const)('%s: named, nothing comes out, and mended it prints', async (fault, error) => {
    const subject = await opened();
    await subject.break(fault);
    expect(await subject.print(nobodyGoes)).toMatchObject({ ok: false, error });
    expect(subject.out()).toBe(0);
    await subject.mend();
    expect(await subject.device.open()).toEqual(DONE);
    expect(await subject.print(nobodyGoes)).toEqual(DONE);
    expect(subject.out()).toBe(1);
  });

  it('INV-6 the caller goes: given up, and nothing comes out later', async () => {
    const subject = await opened();
    await subject.break('late');
    const gone = new AbortController();
    const printing = subject.print(gone.signal);
    await subject.underWay();
    gone.abort();
    expect(await printing).toEqual({ ok: false, error: { kind: 'job-failed', code: 'given-up' } });
    await subject.mend();
    expect(await subject.print(gone.signal)).toMatchObject({ error: { code: 'given-up' } });
    expect(subject.out()).toBe(0);
  });
});
