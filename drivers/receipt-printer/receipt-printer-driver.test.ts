import { afterEach, describe, expect, it } from 'vitest';
import { printerBench, SAMPLE_RECEIPT } from '../virtual/receipt-printer/printer-bench.ts';
import { PRINTER_FAULTS, type PrinterFault } from '../virtual/receipt-printer/printer-faults.ts';

type Bench = Awaited<ReturnType<typeof printerBench>>;
const closers: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closers.splice(0)) await close();
});
async function bench(columns: 32 | 48 = 48): Promise<Bench> {
  const made = await printerBench(columns);
  closers.push(made.close);
  return made;
}

/** The reading and polling deadlines of the driver, milliseconds. */
const ANSWER_MS = 1_000;
const POLL_MS = 500;

const FULL = { paper: 'full', cover: 'closed', cutter: 'ok', online: true };

/** After any fault: mended, opened, and one whole receipt comes out, the newest, with nothing left over. */
async function expectRecovery({ printer, driver }: Bench): Promise<void> {
  printer.mend();
  const before = printer.receipts().length;
  expect(await driver.open()).toEqual({ ok: true, value: undefined });
  expect(await driver.probe()).toEqual({ ok: true, value: undefined });
  expect(await driver.print({ ...SAMPLE_RECEIPT, title: '下一位' })).toEqual({ ok: true, value: undefined });
  expect(printer.receipts()).toHaveLength(before + 1);
  expect(printer.text()).toMatch(/^海南省社会保障卡一卡通\n下一位\n/);
}

describe('receipt printer over ESC/POS', () => {
  it.each([32, 48] as const)('APPLY-7 prints every word of a receipt in %i columns', async (columns) => {
    const { printer, driver } = await bench(columns);
    expect(await driver.open()).toEqual({ ok: true, value: undefined });
    expect(await driver.status()).toEqual({ ok: true, value: FULL });
    expect(await driver.print(SAMPLE_RECEIPT)).toEqual({ ok: true, value: undefined });
    const text = printer.text().replaceAll(/\s/g, '');
    expect(text).toContain('业务编号HN-2026-1122-0007');
    expect(text).toContain('领卡地点测试市政务服务中心一楼社会保障卡服务专区三号窗口');
    expect(text).toContain('已在本机受理，尚未发送。');
    expect(text).toContain('[QRHN-2026-1122-0007]');
    expect(text).toMatch(/凭业务编号可在本机查询进度$/);
    expect(printer.uncutText()).toBe('');
  });

  it('prints two receipts asked for at once one after the other', async () => {
    const { printer, driver, timers } = await bench();
    await driver.open();
    const both = await Promise.all([
      driver.print(SAMPLE_RECEIPT),
      driver.print(SAMPLE_RECEIPT),
      driver.probe(),
    ]);
    expect(both.every((result) => result.ok)).toBe(true);
    expect(printer.receipts().map((receipt) => receipt.text)).toEqual([printer.text(), printer.text()]);
    expect(timers.sleeping).toBe(0);
  });

  it('can be opened twice, closed twice, and says so when it is not open', async () => {
    const { driver } = await bench();
    await driver.open();
    expect(await driver.open()).toEqual({ ok: true, value: undefined });
    await driver.close();
    await driver.close();
    expect(await driver.print(SAMPLE_RECEIPT)).toMatchObject({ error: { code: 'link-lost' } });
  });

  it('refuses a QR text it cannot carry, before anything is printed', async () => {
    const { printer, driver } = await bench();
    await driver.open();
    expect(await driver.print({ ...SAMPLE_RECEIPT, qr: '回执' })).toMatchObject({
      error: { code: 'qr-not-printable' },
    });
    expect(printer.receipts()).toHaveLength(0);
  });
});

describe('a fault before the print', () => {
  const cases: readonly [PrinterFault, object, object][] = [
    ['paper-low', { ok: true, value: { ...FULL, paper: 'low' } }, { ok: true }],
    ['paper-out', { ok: true, value: { paper: 'out', online: false } }, { error: { kind: 'paper-out' } }],
    ['cover-open', { ok: true, value: { cover: 'open', online: false } }, { error: { kind: 'cover-open' } }],
    [
      'offline',
      { ok: true, value: { online: false } },
      { error: { kind: 'device', code: 'printer-offline' } },
    ],
    [
      'unrecoverable-error',
      { error: { code: 'unrecoverable-error' } },
      { error: { kind: 'device', code: 'unrecoverable-error' } },
    ],
  ];
  it.each(cases)('%s: told by status, nothing printed in vain', async (fault, status, printed) => {
    const made = await bench();
    await made.driver.open();
    made.printer.setFault(fault);
    expect(await made.driver.status()).toMatchObject(status);
    const result = await made.driver.print(SAMPLE_RECEIPT);
    expect(result).toMatchObject(printed);
    expect(made.printer.receipts()).toHaveLength(result.ok ? 1 : 0);
    expect(made.printer.uncutText()).toBe('');
    await expectRecovery(made);
  });

  it('nonsense-status: named, and the link is dropped so that no late byte is believed', async () => {
    const made = await bench();
    await made.driver.open();
    made.printer.setFault('nonsense-status');
    expect(await made.driver.print(SAMPLE_RECEIPT)).toMatchObject({ error: { code: 'bad-status' } });
    expect(await made.driver.probe()).toMatchObject({ error: { code: 'link-lost' } });
    expect(await made.driver.open()).toMatchObject({ error: { code: 'bad-status' } });
    expect(made.printer.receipts()).toHaveLength(0);
    await expectRecovery(made);
  });

  it.each(['status', 'probe', 'open'] as const)('mute when asked by %s: a time-out by name', async (call) => {
    const made = await bench();
    await made.driver.open();
    made.printer.setFault('mute');
    const asked = made.driver[call]();
    await made.timers.expire(ANSWER_MS);
    expect(await asked).toMatchObject({ error: { kind: 'device', code: 'timeout' } });
    await expectRecovery(made);
  });

  it('a pulled cable is told at once and mended by open alone', async () => {
    const made = await bench();
    await made.driver.open();
    const lost = new Promise((resolve) => made.transport.onClose(resolve));
    made.printer.disconnect();
    await lost;
    expect(await made.driver.status()).toMatchObject({ error: { code: 'link-lost' } });
    expect(await made.driver.print(SAMPLE_RECEIPT)).toMatchObject({ error: { code: 'link-lost' } });
    await expectRecovery(made);
  });
});

describe('a fault while printing', () => {
  const cases: readonly [PrinterFault, string][] = [
    ['paper-out-mid-print', 'paper-out'],
    ['cutter-jam', 'cutter-error'],
  ];
  it.each(cases)(
    'INV-6 %s: named, and the rest never comes out for the next resident',
    async (fault, kind) => {
      const made = await bench();
      await made.driver.open();
      made.printer.setFault(fault);
      const printing = made.driver.print(SAMPLE_RECEIPT);
      await made.until(() => made.printer.stopped);
      expect(made.printer.uncutText()).toContain('申领受理回执');
      await made.timers.expire(POLL_MS);
      expect(await printing).toEqual({ ok: false, error: { kind } });
      await expectRecovery(made);
      expect(made.printer.receipts()).toHaveLength(1);
    },
  );

  it('disconnect-mid-print: never called printed', async () => {
    const made = await bench();
    await made.driver.open();
    made.printer.setFault('disconnect-mid-print');
    expect(await made.driver.print(SAMPLE_RECEIPT)).toMatchObject({
      error: { kind: 'device', code: 'link-lost' },
    });
    await expectRecovery(made);
  });

  it('mute in mid-print: never called printed, though paper came out', async () => {
    const made = await bench();
    await made.driver.open();
    const printing = made.driver.print(SAMPLE_RECEIPT);
    await made.timers.asleepFor(POLL_MS);
    made.printer.setFault('mute');
    await made.until(() => made.printer.receipts().length === 1);
    await made.timers.expire(POLL_MS);
    await made.timers.expire(ANSWER_MS);
    expect(await printing).toMatchObject({ error: { kind: 'device', code: 'timeout' } });
    await expectRecovery(made);
  });

  it('cover opened in mid-print: named as what it is', async () => {
    const made = await bench();
    await made.driver.open();
    const printing = made.driver.print(SAMPLE_RECEIPT);
    await made.timers.asleepFor(POLL_MS);
    made.printer.setFault('cover-open');
    await made.timers.expire(POLL_MS);
    expect(await printing).toEqual({ ok: false, error: { kind: 'cover-open' } });
    await expectRecovery(made);
  });

  it('every fault of the list has its place above', () => {
    expect(PRINTER_FAULTS).toHaveLength(10);
  });
});
