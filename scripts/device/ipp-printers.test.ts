import { afterEach, expect, it } from 'vitest';
import { startVirtualCardFacePrinter } from '../../drivers/virtual/card-face-printer/virtual-card-face-printer.ts';
import { VirtualIppPrinter } from '../../drivers/virtual/document-printer/virtual-ipp-printer.ts';
import { run as cardFace } from './card-face-printer.ts';
import { run as document } from './document-printer.ts';

const closers: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closers.splice(0)) await close();
});
async function documentPrinter(): Promise<VirtualIppPrinter> {
  const printer = await VirtualIppPrinter.start();
  closers.push(() => printer.close());
  return printer;
}

it('tells paper, toner, cover and jam', async () => {
  const printer = await documentPrinter();
  await printer.setFault('toner-low');
  expect(await document(['status', '--transport', printer.uri])).toEqual({
    paper: 'full',
    toner: 'low',
    cover: 'closed',
    jammed: false,
  });
});

it('prints a test page of two pages, and a test face', async () => {
  const printer = await documentPrinter();
  expect(await document(['test', '--transport', printer.uri])).toMatchObject({
    printed: true,
    paper: 'full',
  });
  const pdf = Buffer.from(printer.printed[0]?.pdf ?? []).toString('latin1');
  expect(pdf.match(/\/Type \/Page\b/g)).toHaveLength(2);
  const cards = await startVirtualCardFacePrinter();
  closers.push(() => cards.close());
  expect(await cardFace(['test', '--transport', cards.uri])).toEqual({ printed: true });
});

it('names what keeps it from printing, and wrong words', async () => {
  const printer = await documentPrinter();
  await printer.setFault('paper-out');
  await expect(document(['test', '--transport', printer.uri])).rejects.toMatchObject({ code: 'paper-out' });
  await expect(document(['status', '--transport', 'tcp://h:1'])).rejects.toMatchObject({
    code: 'ipp-address',
  });
  await expect(document(['print', '--transport', printer.uri])).rejects.toMatchObject({ code: 'usage' });
  await expect(cardFace(['test'])).rejects.toMatchObject({ code: 'usage' });
});

it('an A4 page on the card printer is a job that failed', async () => {
  const cards = await startVirtualCardFacePrinter();
  closers.push(() => cards.close());
  await expect(document(['test', '--transport', cards.uri])).rejects.toMatchObject({ code: 'job-failed' });
  expect(cards.held).toBe(0);
});
