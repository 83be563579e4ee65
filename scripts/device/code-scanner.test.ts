import { afterEach, expect, it } from 'vitest';
import { VirtualCodeScanner } from '../../drivers/virtual/code-scanner/virtual-code-scanner.ts';
import { run } from './code-scanner.ts';

const closers: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closers.splice(0)) await close();
});

/** Holds the code to the scanner as soon as somebody is plugged in. */
async function scannerShowing(code: string): Promise<VirtualCodeScanner> {
  const scanner = await VirtualCodeScanner.start();
  closers.push(() => scanner.close());
  scanner.onChange(() => setImmediate(() => scanner.scanCode(code)));
  return scanner;
}

it("ECARD-2 tells a code's length and never the code", async () => {
  const scanner = await scannerShowing('ECARD:试验-001');
  const told = await run(['scan', '--transport', scanner.uri]);
  expect(told).toEqual({ length: 12, ok: true });
});

it('names what went wrong without the code, and wrong words', async () => {
  const scanner = await scannerShowing('SECRET-CODE');
  scanner.setFault('garbage');
  const failure: unknown = await run(['scan', '--transport', scanner.uri]).catch((cause: unknown) => cause);
  expect(failure).toMatchObject({ code: 'code-garbage' });
  expect(String(failure)).not.toContain('SECRET');
  scanner.setFault('mute');
  await expect(run(['scan', '--transport', scanner.uri, '--wait', '0.05'])).rejects.toMatchObject({
    code: 'no-code',
  });
  await expect(run(['scan', '--transport', 'ipp://h/x'])).rejects.toMatchObject({ code: 'transport-scheme' });
  await expect(run(['read'])).rejects.toMatchObject({ code: 'usage' });
});
