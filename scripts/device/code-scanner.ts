import { parseArgs } from 'node:util';
import { LineCodeScanner } from '../../drivers/code-scanner/line-code-scanner.ts';
import { createTransport } from '../../drivers/transport/create-transport.ts';
import { parseTransport } from '../../drivers/transport/transport-address.ts';
import { wallTimers } from '../../drivers/wall-timers.ts';
import { DeviceCommandError } from './error.ts';

const USAGE = 'code-scanner scan --transport tcp://H:P | serial:/dev/ttyX?baud=9600 [--wait SECONDS]';

/** `device -- code-scanner scan …`: waits for one code and tells its length, never the code (protocols 4). */
export async function run(args: string[]): Promise<Record<string, unknown>> {
  const { transport, waitMs } = parseCommand(args);
  const address = parseTransport(transport);
  if (!address.ok) throw new DeviceCommandError(address.error.code, address.error.message);
  const driver = new LineCodeScanner({
    transport: createTransport(address.value, wallTimers),
    timers: wallTimers,
  });
  try {
    const opened = await driver.open();
    if (!opened.ok) throw new DeviceCommandError(opened.error.code, opened.error.message);
    const scanned = await driver.scan(AbortSignal.timeout(waitMs));
    if (scanned.ok) return { length: [...scanned.value].length, ok: true };
    const { error } = scanned;
    if (error.kind === 'device') throw new DeviceCommandError(error.code, error.message);
    throw new DeviceCommandError('no-code', `no code was scanned in ${waitMs / 1_000} s`);
  } finally {
    await driver.close();
  }
}

function parseCommand(args: string[]): { readonly transport: string; readonly waitMs: number } {
  const usage = (message: string) => new DeviceCommandError('usage', `${message}; ${USAGE}`);
  const parsed = (() => {
    try {
      return parseArgs({
        args,
        allowPositionals: true,
        options: { transport: { type: 'string' }, wait: { type: 'string', default: '10' } },
      });
    } catch (cause) {
      throw usage(cause instanceof Error ? cause.message : String(cause));
    }
  })();
  const [action, ...more] = parsed.positionals;
  const { transport, wait } = parsed.values;
  if (action !== 'scan' || more.length > 0) throw usage('scan');
  if (transport === undefined) throw usage('--transport is missing');
  const seconds = Number(wait);
  if (!(seconds > 0 && seconds <= 600)) throw usage('--wait wants 1 to 600 seconds');
  return { transport, waitMs: seconds * 1_000 };
}
