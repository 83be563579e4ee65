import { afterEach, expect, it } from 'vitest';
import { printerBench } from '../../drivers/virtual/receipt-printer/printer-bench.ts';
import { run } from './receipt-printer.ts';

const closers: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closers.splice(0)) await close();
});
async function bench() {
  const made = await printerBench();
  closers.push(made.close);
  return made;
}

it('tells paper, cover, cutter and line', async () => {
  const { printer } = await bench();
  printer.setFault('paper-low');
  expect(await run(['status', '--transport', printer.uri])).toEqual({
    paper: 'low',
    cover: 'closed',
    cutter: 'ok',
    online: true,
  });
});

it('prints a test slip', async () => {
  const { printer } = await bench();
  expect(await run(['print-test', '--transport', printer.uri])).toMatchObject({
    printed: true,
    paper: 'full',
  });
  expect(printer.text()).toContain('打印测试');
  expect(printer.text()).not.toContain('𠮷');
});

it('names what keeps it from printing, and wrong words', async () => {
  const { printer } = await bench();
  printer.setFault('cover-open');
  await expect(run(['print-test', '--transport', printer.uri])).rejects.toMatchObject({ code: 'cover-open' });
  await expect(run(['status', '--transport', 'lpt:1'])).rejects.toMatchObject({ code: 'transport-scheme' });
  await expect(run(['status', '--transport', printer.uri, '--columns', '40'])).rejects.toMatchObject({
    code: 'usage',
  });
  await expect(run([])).rejects.toMatchObject({ code: 'usage' });
});
