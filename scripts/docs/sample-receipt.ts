import { readFileSync } from 'node:fs';
import { ReceiptPrinterDriver } from '../../drivers/receipt-printer/receipt-printer-driver.ts';
import { TcpTransport } from '../../drivers/transport/tcp-transport.ts';
import { VirtualReceiptPrinter } from '../../drivers/virtual/receipt-printer/virtual-receipt-printer.ts';
import { wallTimers } from '../../drivers/wall-timers.ts';
import { policyPack } from '../../src/policy/policy-pack.ts';
import { composeReceipt } from '../../src/receipt/compose-receipt.ts';
import { NOTHING_MORE, type ReceiptFacts } from '../../src/receipt/receipt-facts.ts';
import { makeReceiptReference } from '../../src/receipt/receipt-reference.ts';

/** An application accepted while the link was down (APPLY-8); nobody's. */
const FACTS: ReceiptFacts = {
  ...NOTHING_MORE,
  state: 'accepted-not-yet-sent',
  service: 'apply',
  reference: makeReceiptReference({
    bytes: (length) => Uint8Array.from({ length }, (_, at) => 7 + 29 * at),
  }),
  transactionId: null,
  readyBy: '2027-01-05',
  collectWithinDays: 180,
  place: {
    id: 'sample',
    name: '海甸岛便民服务站',
    region: '海口市',
    address: '海口市美兰区人民大道 40 号',
    phones: ['0898-12345678'],
  },
  mobileUnconfirmed: true,
  carried: [
    { field: 'name', value: '符＊＊' },
    { field: 'document-number', value: '4690 ＊＊＊＊ ＊＊＊＊ 742X' },
  ],
};
/** 2026-11-22 09:41 in Hainan: the page stays the same whenever it is drawn. */
const PRINTED_AT = Date.UTC(2026, 10, 22, 1, 41);

/** The paper a resident takes home: composed, sent over ESC/POS, and drawn from what came over the wire. */
export async function sampleReceiptPng(): Promise<Uint8Array> {
  const pack = new URL('../../assets/policy/hainan.json', import.meta.url);
  const policy = policyPack.parse(JSON.parse(readFileSync(pack, 'utf8')));
  const printer = await VirtualReceiptPrinter.start();
  const transport = new TcpTransport('127.0.0.1', printer.port, wallTimers);
  const driver = new ReceiptPrinterDriver({ transport, columns: 48, timers: wallTimers });
  try {
    const opened = await driver.open();
    if (!opened.ok) throw new Error(`the printer did not open: ${opened.error.kind}`);
    const printed = await driver.print(composeReceipt(FACTS, 'zh-CN', policy, PRINTED_AT));
    if (!printed.ok) throw new Error(`the printer did not print: ${printed.error.kind}`);
    const receipt = printer.receipts().at(-1);
    if (receipt === undefined) throw new Error('the printer cut no receipt');
    return receipt.png;
  } finally {
    await driver.close();
    await printer.close();
  }
}
