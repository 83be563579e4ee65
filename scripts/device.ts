import { DeviceCommandError } from './device/error.ts';

interface DeviceCommand {
  run(args: string[]): Promise<Record<string, unknown>>;
}

/** Loaded only when asked for: a native add-on that is missing spoils no other command. */
const COMMANDS: Record<string, string> = {
  'id-card': './device/id-card.ts',
  'social-card': './device/social-card.ts',
  'pin-pad': './device/pin-pad.ts',
  'receipt-printer': './device/receipt-printer.ts',
  'document-printer': './device/document-printer.ts',
  'card-face-printer': './device/card-face-printer.ts',
  'code-scanner': './device/code-scanner.ts',
  'card-issuer': './device/card-issuer.ts',
  'card-acceptor': './device/card-acceptor.ts',
  'cabinet-board': './device/cabinet-board.ts',
  list: './device/list.ts',
};

async function main([name = '', ...args]: string[]): Promise<Record<string, unknown>> {
  const file = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  if (!file) throw new DeviceCommandError('usage', `one of: ${Object.keys(COMMANDS).join(', ')}`);
  const command: DeviceCommand = await import(file);
  return command.run(args);
}

/** The last line is the interface (architecture, Commands): one JSON object, exit status 1 for trouble. */
function print(object: Record<string, unknown>, status: 0 | 1): void {
  process.exitCode = status;
  // A native handle that will not let go must not keep a finished command alive.
  process.stdout.write(`${JSON.stringify(object)}\n`, () => process.exit(status));
}

try {
  print(await main(process.argv.slice(2)), 0);
} catch (cause) {
  const code = cause instanceof DeviceCommandError ? cause.code : 'internal';
  const message = cause instanceof Error ? cause.message : String(cause);
  print({ error: { code, message } }, 1);
}
