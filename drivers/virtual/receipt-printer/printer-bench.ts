import type { PaperReceipt } from '../../../src/receipt/paper-receipt.ts';
import { ReceiptPrinterDriver } from '../../receipt-printer/receipt-printer-driver.ts';
import { TcpTransport } from '../../transport/tcp-transport.ts';
import { SteppedTimers } from '../stepped-timers.ts';
import { VirtualReceiptPrinter } from './virtual-receipt-printer.ts';

/** An application accepted with the link down (APPLY-7, APPLY-8); the person is made up. */
export const SAMPLE_RECEIPT: PaperReceipt = {
  heading: '海南省社会保障卡一卡通',
  title: '申领受理回执',
  lines: [
    { kind: 'rule' },
    { kind: 'pair', label: '业务编号', value: 'HN-2026-1122-0007' },
    { kind: 'pair', label: '办理人', value: '试*甲' },
    { kind: 'pair', label: '证件号码', value: '4601**********0029' },
    { kind: 'pair', label: '受理时间', value: '2026-11-22 09:41' },
    { kind: 'pair', label: '领卡地点', value: '测试市政务服务中心一楼社会保障卡服务专区三号窗口' },
    { kind: 'rule' },
    { kind: 'text', text: '已在本机受理，尚未发送。', emphasis: true },
    {
      kind: 'text',
      text: '网络恢复后自动提交。自受理之日起30个工作日内可到所选网点领卡，180天内有效。',
      emphasis: false,
    },
    { kind: 'rule' },
  ],
  qr: 'HN-2026-1122-0007',
  footer: ['咨询电话 12333', '凭业务编号可在本机查询进度'],
};

/** A virtual printer and a driver on one TCP wire, with time that stands still: what the tests work at. */
export async function printerBench(columns: 32 | 48 = 48) {
  const timers = new SteppedTimers();
  const printer = await VirtualReceiptPrinter.start({ columns });
  const transport = new TcpTransport('127.0.0.1', printer.port, timers);
  const driver = new ReceiptPrinterDriver({ transport, columns, timers });
  /** Resolves when the printer has come to a state. */
  const until = async (reached: () => boolean): Promise<void> => {
    if (reached()) return;
    await new Promise<void>((resolve) => {
      const stop = printer.onChange(() => {
        if (!reached()) return;
        stop();
        resolve();
      });
    });
  };
  const close = async (): Promise<void> => {
    await driver.close();
    await printer.close();
  };
  return { printer, driver, timers, transport, until, close };
}
