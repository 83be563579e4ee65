import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { IppDocumentPrinter } from '../../drivers/document-printer/ipp-document-printer.ts';
import { SAMPLE_DOCUMENT, untilPrinter } from '../../drivers/virtual/document-printer/printer-bench.ts';
import { VirtualIppPrinter } from '../../drivers/virtual/document-printer/virtual-ipp-printer.ts';
import { wallTimers } from '../../drivers/wall-timers.ts';
import { hasCupsd, type PrivateCupsd, startPrivateCupsd } from './private-cupsd.ts';

const nobodyGoes = new AbortController().signal;

describe.skipIf(!hasCupsd)('through a real CUPS queue (needs /usr/sbin/cupsd: apt-get install cups)', () => {
  let printer: VirtualIppPrinter;
  let cups: PrivateCupsd;
  let driver: IppDocumentPrinter;
  beforeAll(async () => {
    printer = await VirtualIppPrinter.start();
    cups = await startPrivateCupsd(printer.uri);
    driver = new IppDocumentPrinter({ address: cups.uri, timers: wallTimers, user: 'yikatong@test' });
  });
  afterAll(async () => {
    await driver?.close();
    await cups?.stop();
    await printer?.close();
  });

  it('REC-2 prints, and INV-6 leaves no document in the spool', async () => {
    expect(await driver.open()).toEqual({ ok: true, value: undefined });
    expect(await driver.print(SAMPLE_DOCUMENT, nobodyGoes)).toEqual({ ok: true, value: undefined });
    expect(printer.printed).toHaveLength(1);
    expect(Buffer.from(printer.printed[0]?.pdf ?? []).toString('latin1')).toMatch(/^%PDF-1[\s\S]*%%EOF\s*$/);
    expect(cups.spooled()).toEqual([]);
  });

  it('INV-6 empty paper is named, nothing stays in spool or printer, and the next document comes out', async () => {
    await printer.setFault('paper-out');
    expect(await driver.print(SAMPLE_DOCUMENT, nobodyGoes)).toEqual({
      ok: false,
      error: { kind: 'paper-out' },
    });
    await untilPrinter(printer, () => printer.held === 0);
    expect(cups.spooled()).toEqual([]);
    await printer.mend();
    expect(await driver.print(SAMPLE_DOCUMENT, nobodyGoes)).toEqual({ ok: true, value: undefined });
    expect(printer.printed).toHaveLength(2);
  });
});
