import type { PrintedDocument } from '../../../src/ports/document-printer.ts';
import { IppDocumentPrinter } from '../../document-printer/ipp-document-printer.ts';
import { SteppedTimers } from '../stepped-timers.ts';
import { VirtualIppPrinter } from './virtual-ipp-printer.ts';

/** A contribution record of a made-up person. */
export const SAMPLE_DOCUMENT: PrintedDocument = {
  heading: '海南省社会保障卡一卡通服务',
  title: '社会保险个人缴费记录',
  facts: [
    { label: '姓名', value: '试验甲' },
    { label: '社会保障号码', value: '4601**********0029' },
    { label: '参保地', value: '海南省测试市样例区' },
    { label: '打印时间', value: '2026-11-22 09:41' },
  ],
  tables: [
    {
      heading: ['缴费月份', '险种', '缴费基数', '个人缴费'],
      rows: [
        ['2026-09', '企业职工基本养老保险', '4,250.00', '340.00'],
        ['2026-10', '企业职工基本养老保险', '4,250.00', '340.00'],
      ],
      widths: [2, 4, 2, 2],
    },
  ],
  notes: ['内容以社会保险经办机构的记录为准。'],
  footer: '咨询电话 12333',
};

/** A virtual printer and a driver on one wire, with time that stands still: what the tests work at. */
export async function documentPrinterBench() {
  const timers = new SteppedTimers();
  const printer = await VirtualIppPrinter.start();
  const driver = new IppDocumentPrinter({ address: printer.uri, timers, user: 'yikatong@test' });
  const close = async (): Promise<void> => {
    await printer.close();
    await driver.close();
  };
  return { printer, driver, timers, close };
}

/** Resolves when the virtual printer has come to a state. */
export async function untilPrinter(printer: VirtualIppPrinter, reached: () => boolean): Promise<void> {
  if (reached()) return;
  await new Promise<void>((resolve) => {
    const stop = printer.onChange(() => {
      if (!reached()) return;
      stop();
      resolve();
    });
  });
}
