import { IppDocumentPrinter } from '../../drivers/document-printer/ipp-document-printer.ts';
import type { PrintedDocument } from '../../src/ports/document-printer.ts';
import { parseIppCommand, printFailure } from './ipp-command.ts';

/** `device -- document-printer status|test --transport ipp://…`: one printer, without the kiosk. */
export async function run(args: string[]): Promise<Record<string, unknown>> {
  const { action, options } = parseIppCommand(args, 'document-printer', ['status', 'test']);
  const driver = new IppDocumentPrinter(options);
  try {
    const opened = await driver.open();
    if (!opened.ok) throw printFailure(opened.error);
    if (action === 'test') {
      const printed = await driver.print(TEST_PAGE, new AbortController().signal);
      if (!printed.ok) throw printFailure(printed.error);
    }
    const status = await driver.status();
    if (!status.ok) throw printFailure(status.error);
    return { ...(action === 'test' ? { printed: true } : {}), ...status.value };
  } finally {
    await driver.close();
  }
}

/** Every part of a document once, and more rows than a page holds. */
const TEST_PAGE: PrintedDocument = {
  heading: '一卡通自助智能机',
  title: '打印测试页',
  facts: [
    { label: '左栏', value: '左栏文字' },
    { label: '右栏', value: '右栏文字' },
    { label: '长文字', value: '长文字自动换行，汉字不会被切成两半，标点不会出现在行首。' },
    { label: '数字字母', value: '0123456789 ABCXYZ' },
  ],
  tables: [
    {
      heading: ['序号', '内容', '金额'],
      rows: Array.from({ length: 36 }, (_, index) => [
        `第${index + 1}行`,
        '表格跨页时重复表头',
        `${(index + 1) * 10}.00`,
      ]),
      widths: [1, 4, 1],
    },
  ],
  notes: ['两页内容完整清晰、页码为一至二即为正常。'],
  footer: '打印测试',
};
