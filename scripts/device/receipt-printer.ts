import { parseArgs } from 'node:util';
import { ReceiptPrinterDriver } from '../../drivers/receipt-printer/receipt-printer-driver.ts';
import { createTransport } from '../../drivers/transport/create-transport.ts';
import { parseTransport } from '../../drivers/transport/transport-address.ts';
import { wallTimers } from '../../drivers/wall-timers.ts';
import type { PrintTrouble } from '../../src/ports/receipt-printer.ts';
import type { PaperReceipt } from '../../src/receipt/paper-receipt.ts';
import { DeviceCommandError } from './error.ts';

const USAGE =
  'receipt-printer status|print-test --transport tcp://H:9100 | serial:/dev/ttyX?baud=115200 [--columns 32|48]';

/** `device -- receipt-printer status|print-test …`: one printer, without the kiosk. */
export async function run(args: string[]): Promise<Record<string, unknown>> {
  const { action, transport, columns } = parseCommand(args);
  const address = parseTransport(transport);
  if (!address.ok) throw failure(address.error);
  const driver = new ReceiptPrinterDriver({
    transport: createTransport(address.value, wallTimers),
    columns,
    timers: wallTimers,
  });
  try {
    const opened = await driver.open();
    if (!opened.ok) throw failure(opened.error);
    if (action === 'print-test') {
      const printed = await driver.print(TEST_RECEIPT);
      if (!printed.ok) throw failure(printed.error);
    }
    const status = await driver.status();
    if (!status.ok) throw failure(status.error);
    return { ...(action === 'print-test' ? { printed: true } : {}), ...status.value };
  } finally {
    await driver.close();
  }
}

function failure(trouble: PrintTrouble): DeviceCommandError {
  if (trouble.kind === 'device') return new DeviceCommandError(trouble.code, trouble.message);
  return new DeviceCommandError(trouble.kind, `the printer cannot print: ${trouble.kind}`);
}

function parseCommand(args: string[]) {
  const usage = (message: string) => new DeviceCommandError('usage', `${message}; ${USAGE}`);
  const parsed = (() => {
    try {
      return parseArgs({
        args,
        allowPositionals: true,
        options: { transport: { type: 'string' }, columns: { type: 'string', default: '48' } },
      });
    } catch (cause) {
      throw usage(cause instanceof Error ? cause.message : String(cause));
    }
  })();
  const [action, ...more] = parsed.positionals;
  const { transport, columns } = parsed.values;
  if ((action !== 'status' && action !== 'print-test') || more.length > 0)
    throw usage('status or print-test');
  if (transport === undefined) throw usage('--transport is missing');
  if (columns !== '32' && columns !== '48') throw usage('--columns is 32 or 48');
  return { action, transport, columns: columns === '32' ? (32 as const) : (48 as const) };
}

/** Every kind of line, a character the printer lacks, and a code to hold a phone to. */
const TEST_RECEIPT: PaperReceipt = {
  heading: '一卡通自助智能机',
  title: '打印测试',
  lines: [
    { kind: 'rule' },
    { kind: 'pair', label: '左对齐', value: '右对齐' },
    { kind: 'pair', label: '数字字母', value: '0123456789 ABCXYZ' },
    { kind: 'pair', label: '缺字应显示为〓', value: '𠮷' },
    { kind: 'text', text: '加重文字', emphasis: true },
    { kind: 'text', text: '长文字自动换行，汉字不会被切成两半，标点不会出现在行首。', emphasis: false },
    { kind: 'rule' },
  ],
  qr: 'PRINT-TEST',
  footer: ['以上内容完整清晰即为正常'],
};
