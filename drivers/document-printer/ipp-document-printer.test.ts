import { afterEach, describe, expect, it } from 'vitest';
import type { DocumentPrintTrouble } from '../../src/ports/document-printer.ts';
import type { Result } from '../../src/result.ts';
import {
  documentPrinterBench,
  SAMPLE_DOCUMENT,
  untilPrinter,
} from '../virtual/document-printer/printer-bench.ts';
import { IPP_PRINTER_FAULTS, type IppPrinterFault } from '../virtual/document-printer/printer-faults.ts';
import { SteppedTimers } from '../virtual/stepped-timers.ts';
import { ANSWER_MS, SUBMIT_MS } from './ipp-connection.ts';
import { IppDocumentPrinter } from './ipp-document-printer.ts';
import { POLL_MS, PRINT_MS } from './print-queue.ts';

type Bench = Awaited<ReturnType<typeof documentPrinterBench>>;
type PrintEnd = Result<void, DocumentPrintTrouble>;
const closers: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closers.splice(0)) await close();
});
async function bench(): Promise<Bench> {
  const made = await documentPrinterBench();
  closers.push(made.close);
  expect(await made.driver.open()).toEqual({ ok: true, value: undefined });
  return made;
}

const nobodyGoes = new AbortController().signal;

/** Lets the driver's waits pass, whatever they are, until it has an answer. */
async function pass(timers: SteppedTimers, end: Promise<PrintEnd>, ms: number): Promise<PrintEnd> {
  const waits = (async () => {
    for (;;) await timers.expire(ms);
  })();
  return await Promise.race([end, waits]);
}

async function printed({ driver, timers }: Bench): Promise<PrintEnd> {
  return await pass(timers, driver.print(SAMPLE_DOCUMENT, nobodyGoes), POLL_MS);
}

/** After any fault: mended, opened, one whole document comes out, and the queue is empty. */
async function expectRecovery(made: Bench): Promise<void> {
  await made.printer.mend();
  const before = made.printer.printed.length;
  expect(await made.driver.open()).toEqual({ ok: true, value: undefined });
  expect(await made.driver.probe()).toEqual({ ok: true, value: undefined });
  expect(await printed(made)).toEqual({ ok: true, value: undefined });
  expect(made.printer.printed).toHaveLength(before + 1);
  expect(made.printer.held).toBe(0);
  expect(made.timers.sleeping).toBe(0);
}

const FULL = { paper: 'full', toner: 'full', cover: 'closed', jammed: false };

describe('document printer over IPP', () => {
  it('REC-2 prints a document and says so when the queue does', async () => {
    const made = await bench();
    expect(await made.driver.status()).toEqual({ ok: true, value: FULL });
    expect(await printed(made)).toEqual({ ok: true, value: undefined });
    const [job] = made.printer.printed;
    expect(Buffer.from(job?.pdf ?? []).toString('latin1')).toMatch(/^%PDF-1\.[\s\S]*%%EOF\s*$/);
    expect(made.printer.held).toBe(0);
  });

  it('INV-6 puts nothing about a person where everybody sees the queue', async () => {
    const made = await bench();
    await printed(made);
    expect(made.printer.printed).toMatchObject([{ title: 'yikatong-document', user: 'yikatong@test' }]);
  });

  it('prints two documents asked for at once one after the other', async () => {
    const made = await bench();
    const both = Promise.all([
      made.driver.print(SAMPLE_DOCUMENT, nobodyGoes),
      made.driver.print(SAMPLE_DOCUMENT, nobodyGoes),
    ]);
    await pass(
      made.timers,
      both.then(([, second]) => second),
      POLL_MS,
    );
    expect((await both).every((end) => end.ok)).toBe(true);
    expect(made.printer.printed).toHaveLength(2);
  });

  it('can be opened twice, closed twice, and says so when it is not open', async () => {
    const { driver } = await bench();
    expect(await driver.open()).toEqual({ ok: true, value: undefined });
    await driver.close();
    await driver.close();
    expect(await driver.print(SAMPLE_DOCUMENT, nobodyGoes)).toMatchObject({ error: { code: 'link-lost' } });
    expect(await driver.open()).toEqual({ ok: true, value: undefined });
  });

  it.each(['ipp://', 'http://h/printers/x', 'ipp://h', 'ipp://h:0/x', 'ipp://u@h/x', 'ipp://h/x?y'])(
    'refuses the address %s by name',
    async (address) => {
      const driver = new IppDocumentPrinter({ address, timers: new SteppedTimers() });
      expect(await driver.open()).toMatchObject({ error: { code: 'ipp-address' } });
    },
  );

  it.each([
    ['/nowhere/font.ttc', 'NotoSansCJKsc-Regular'],
    ['/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc', 'NotoSansMartian'],
    [import.meta.filename, 'NotoSansCJKsc-Regular'],
  ])('font-missing is told before anything is printed: %s, %s', async (path, postscriptName) => {
    const face = { path, postscriptName };
    const timers = new SteppedTimers();
    const driver = new IppDocumentPrinter({
      address: 'ipp://127.0.0.1:9/x',
      timers,
      font: { regular: face, bold: face },
    });
    expect(await driver.open()).toMatchObject({ error: { kind: 'device', code: 'font-missing' } });
  });
});

describe('a fault before the print', () => {
  const cases: readonly [IppPrinterFault, object, object][] = [
    ['paper-low', { ok: true, value: { ...FULL, paper: 'low' } }, { ok: true }],
    ['toner-low', { ok: true, value: { ...FULL, toner: 'low' } }, { ok: true }],
    ['paper-out', { ok: true, value: { ...FULL, paper: 'out' } }, { error: { kind: 'paper-out' } }],
    ['cover-open', { ok: true, value: { ...FULL, cover: 'open' } }, { error: { kind: 'cover-open' } }],
    ['jammed', { ok: true, value: { ...FULL, jammed: true } }, { error: { kind: 'jammed' } }],
    ['toner-out', { ok: true, value: { ...FULL, toner: 'out' } }, { error: { code: 'toner-out' } }],
    [
      'paused',
      { error: { code: 'printer-stopped' } },
      { error: { kind: 'device', code: 'printer-stopped' } },
    ],
    ['nonsense-answer', { error: { code: 'bad-answer' } }, { error: { code: 'bad-answer' } }],
    [
      'refuses-connection',
      { error: { code: 'connection-refused' } },
      { error: { kind: 'device', code: 'connection-refused' } },
    ],
  ];
  it.each(cases)('%s: told by status, nothing printed in vain', async (fault, status, end) => {
    const made = await bench();
    await made.printer.setFault(fault);
    expect(await made.driver.status()).toMatchObject(status);
    const result = await printed(made);
    expect(result).toMatchObject(end);
    expect(made.printer.printed).toHaveLength(result.ok ? 1 : 0);
    expect(made.printer.held).toBe(0);
    await expectRecovery(made);
  });

  it.each(['status', 'probe', 'open'] as const)('mute when asked by %s: a time-out by name', async (call) => {
    const made = await bench();
    await made.printer.setFault('mute');
    const asked = made.driver[call]();
    await made.timers.expire(ANSWER_MS);
    expect(await asked).toMatchObject({ error: { kind: 'device', code: 'timeout' } });
    await expectRecovery(made);
  });
});

describe('a fault while printing', () => {
  const cases: readonly [IppPrinterFault, object][] = [
    ['paper-out-mid-print', { kind: 'paper-out' }],
    ['jam-mid-print', { kind: 'jammed' }],
    ['job-aborted', { kind: 'job-failed', code: 'aborted-by-system' }],
    ['paper-out', { kind: 'paper-out' }],
    ['cover-open', { kind: 'cover-open' }],
    ['nonsense-answer', { kind: 'device', code: 'bad-answer' }],
    ['refuses-connection', { kind: 'device', code: 'connection-refused' }],
  ];
  it.each(cases)('INV-6 %s: named, and the document does not stay in the queue', async (fault, trouble) => {
    const made = await bench();
    const sudden = !['paper-out-mid-print', 'jam-mid-print', 'job-aborted'].includes(fault);
    if (!sudden) await made.printer.setFault(fault);
    const printing = made.driver.print(SAMPLE_DOCUMENT, nobodyGoes);
    if (sudden) {
      await made.timers.asleepFor(POLL_MS);
      await made.printer.setFault(fault);
    }
    expect(await pass(made.timers, printing, POLL_MS)).toMatchObject({ ok: false, error: trouble });
    expect(made.printer.printed).toHaveLength(0);
    await expectRecovery(made);
    expect(made.printer.printed).toHaveLength(1);
  });

  it('late: given up after its time and cancelled', async () => {
    const made = await bench();
    await made.printer.setFault('late');
    const printing = made.driver.print(SAMPLE_DOCUMENT, nobodyGoes);
    await made.timers.asleepFor(POLL_MS);
    expect(made.printer.held).toBe(1);
    made.timers.advance(PRINT_MS);
    expect(await printing).toMatchObject({ error: { kind: 'device', code: 'timeout' } });
    expect(made.printer.held).toBe(0);
    await expectRecovery(made);
  });

  it('INV-6 the caller goes: cancelled in the queue at once', async () => {
    const made = await bench();
    await made.printer.setFault('late');
    const gone = new AbortController();
    const printing = made.driver.print(SAMPLE_DOCUMENT, gone.signal);
    await made.timers.asleepFor(POLL_MS);
    gone.abort();
    expect(await printing).toEqual({ ok: false, error: { kind: 'job-failed', code: 'given-up' } });
    expect(made.printer.held).toBe(0);
    await expectRecovery(made);
  });

  it('INV-6 closed in the middle: cancelled before close is done', async () => {
    const made = await bench();
    await made.printer.setFault('late');
    const printing = made.driver.print(SAMPLE_DOCUMENT, nobodyGoes);
    await made.timers.asleepFor(POLL_MS);
    await made.driver.close();
    expect(made.printer.held).toBe(0);
    expect(await printing).toMatchObject({ error: { code: 'given-up' } });
  });

  it('INV-6 mute-after-submit: never called printed, and the job whose number nobody knows is cancelled', async () => {
    const made = await bench();
    await made.printer.setFault('mute-after-submit');
    const printing = made.driver.print(SAMPLE_DOCUMENT, nobodyGoes);
    await untilPrinter(made.printer, () => made.printer.held === 1);
    await made.timers.expire(SUBMIT_MS);
    expect(await printing).toMatchObject({ error: { kind: 'device', code: 'timeout' } });
    expect(made.printer.held).toBe(0);
    await expectRecovery(made);
  });

  it('INV-6 mute in mid-print: what could not be cancelled is cancelled when it answers again', async () => {
    const made = await bench();
    const printing = made.driver.print(SAMPLE_DOCUMENT, nobodyGoes);
    await made.timers.asleepFor(POLL_MS);
    await made.printer.setFault('mute');
    await made.timers.expire(POLL_MS);
    await made.timers.expire(ANSWER_MS);
    await made.timers.expire(ANSWER_MS);
    expect(await printing).toMatchObject({ error: { kind: 'device', code: 'timeout' } });
    expect(made.printer.held).toBe(1);
    await made.printer.mend();
    expect(await made.driver.probe()).toEqual({ ok: true, value: undefined });
    expect(made.printer.held).toBe(0);
    await expectRecovery(made);
  });

  it("INV-6 what a killed kiosk left in the queue is cancelled when it opens again, and nobody else's", async () => {
    const made = await bench();
    await made.printer.setFault('late');
    const stranger = new IppDocumentPrinter({
      address: made.printer.uri,
      timers: new SteppedTimers(),
      user: 'yikatong@elsewhere',
    });
    await stranger.open();
    for (const driver of [made.driver, stranger]) {
      const before = made.printer.held;
      void driver.print(SAMPLE_DOCUMENT, nobodyGoes);
      await untilPrinter(made.printer, () => made.printer.held > before);
    }
    const again = new IppDocumentPrinter({
      address: made.printer.uri,
      timers: new SteppedTimers(),
      user: 'yikatong@test',
    });
    expect(await again.open()).toEqual({ ok: true, value: undefined });
    expect(made.printer.held).toBe(1);
    await stranger.close();
  });

  it('every fault of the list has its place above', () => {
    expect(IPP_PRINTER_FAULTS).toHaveLength(15);
  });
});
