import { parseArgs } from 'node:util';
import { PinPadDriver } from '../../drivers/pin-pad/pin-pad-driver.ts';
import { wallTimers } from '../../drivers/wall-timers.ts';
import type { PinTrouble } from '../../src/ports/pin-pad.ts';
import { DeviceCommandError } from './error.ts';

const USAGE =
  'pin-pad status|enter --uri ws://HOST[:PORT][/xfs4iot/v1.0/SERVICE] [--account DIGITS] [--key NAME] [--sm4] [--wait SECONDS]';
/** Six digits, as the card's PIN (ACT-3). */
const PIN_DIGITS = 6;

interface PinPadCommand {
  readonly action: 'status' | 'enter';
  readonly uri: string;
  readonly account: string;
  readonly key: string;
  readonly format: 'iso4-aes' | 'iso4-sm4';
  readonly waitMs: number;
}

/** `device -- pin-pad status|enter …`: one pad, without the kiosk. Never prints a digit (ACT-4). */
export async function run(args: string[]): Promise<Record<string, unknown>> {
  const command = parseCommand(args);
  const driver = new PinPadDriver({
    address: command.uri,
    keyName: command.key,
    format: command.format,
    timers: wallTimers,
    entryMs: command.waitMs,
  });
  try {
    const opened = await driver.open();
    if (!opened.ok) throw new DeviceCommandError(opened.error.code, opened.error.message);
    return command.action === 'status' ? { state: driver.state } : await enter(driver, command);
  } finally {
    await driver.close();
  }
}

async function enter(driver: PinPadDriver, command: PinPadCommand): Promise<Record<string, unknown>> {
  let digits = 0;
  const onKey = (count: number): void => {
    digits = count;
  };
  const options = { minDigits: PIN_DIGITS, maxDigits: PIN_DIGITS, accountNumber: command.account, onKey };
  const entered = await driver.enterPin(options, new AbortController().signal);
  if (!entered.ok) throw failure(entered.error);
  return { digits, ...entered.value };
}

function failure(trouble: PinTrouble): DeviceCommandError {
  if (trouble.kind === 'device') return new DeviceCommandError(trouble.code, trouble.message);
  return new DeviceCommandError(trouble.kind, `the entry ended: ${trouble.kind}`);
}

function parseCommand(args: string[]): PinPadCommand {
  const usage = (message: string) => new DeviceCommandError('usage', `${message}; ${USAGE}`);
  const parsed = (() => {
    try {
      return parseArgs({
        args,
        allowPositionals: true,
        options: {
          uri: { type: 'string' },
          account: { type: 'string', default: '' },
          key: { type: 'string', default: 'PINKEY' },
          sm4: { type: 'boolean', default: false },
          wait: { type: 'string', default: '60' },
        },
      });
    } catch (cause) {
      throw usage(cause instanceof Error ? cause.message : String(cause));
    }
  })();
  const [action, ...more] = parsed.positionals;
  const { uri, account, key, sm4, wait } = parsed.values;
  if ((action !== 'status' && action !== 'enter') || more.length > 0) throw usage('status or enter');
  if (uri === undefined) throw usage('--uri is missing');
  if (action === 'enter' && !/^\d{12,19}$/.test(account)) throw usage('--account wants 12 to 19 digits');
  const seconds = Number(wait);
  if (!(seconds > 0 && seconds <= 600)) throw usage('--wait wants 1 to 600 seconds');
  return { action, uri, account, key, format: sm4 ? 'iso4-sm4' : 'iso4-aes', waitMs: seconds * 1_000 };
}
