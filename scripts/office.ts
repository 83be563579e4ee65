import { OfficeError } from './office/office-error.ts';

/** `npm run office`: what an office does with its key, on a machine of its own. Keys never reach the centre. */
interface OfficeCommand {
  run(args: string[]): Promise<Record<string, unknown>>;
}

const COMMANDS: Readonly<Record<string, () => Promise<OfficeCommand>>> = {
  keys: () => import('./office/keys.ts'),
  root: () => import('./office/root.ts'),
  sign: () => import('./office/sign.ts'),
};

async function main([name = '', ...args]: string[]): Promise<Record<string, unknown>> {
  const command = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  if (command === undefined) throw new OfficeError('usage', `one of: ${Object.keys(COMMANDS).join(', ')}`);
  return (await command()).run(args);
}

/** The last line is the interface: one JSON object, exit status 1 for trouble. */
try {
  process.stdout.write(`${JSON.stringify(await main(process.argv.slice(2)))}\n`);
} catch (cause) {
  const code = cause instanceof OfficeError ? cause.code : 'internal';
  const message = cause instanceof Error ? cause.message : String(cause);
  process.stdout.write(`${JSON.stringify({ error: { code, message } })}\n`);
  process.exitCode = 1;
}
