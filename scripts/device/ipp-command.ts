import { parseArgs } from 'node:util';
import type { IppPrinterOptions } from '../../drivers/document-printer/ipp-pdf-printer.ts';
import { wallTimers } from '../../drivers/wall-timers.ts';
import type { DocumentPrintTrouble } from '../../src/ports/document-printer.ts';
import { DeviceCommandError } from './error.ts';

/** `ACTION --transport ipp://H[:631]/printers/NAME`, as both printers behind a queue take it. */
export function parseIppCommand<Action extends string>(
  args: string[],
  device: string,
  actions: readonly Action[],
): { readonly action: Action; readonly options: IppPrinterOptions } {
  const words = `${device} ${actions.join('|')} --transport ipp://HOST[:631]/printers/NAME`;
  const usage = (message: string) => new DeviceCommandError('usage', `${message}; ${words}`);
  const parsed = (() => {
    try {
      return parseArgs({ args, allowPositionals: true, options: { transport: { type: 'string' } } });
    } catch (cause) {
      throw usage(cause instanceof Error ? cause.message : String(cause));
    }
  })();
  const [given, ...more] = parsed.positionals;
  const action = actions.find((known) => known === given);
  const { transport } = parsed.values;
  if (action === undefined || more.length > 0) throw usage(actions.join(' or '));
  if (transport === undefined) throw usage('--transport is missing');
  return { action, options: { address: transport, timers: wallTimers } };
}

/** What stopped the print, as the command prints it. */
export function printFailure(trouble: DocumentPrintTrouble): DeviceCommandError {
  if (trouble.kind === 'device') return new DeviceCommandError(trouble.code, trouble.message);
  const detail = trouble.kind === 'job-failed' ? ` (${trouble.code})` : '';
  return new DeviceCommandError(trouble.kind, `the printer did not print: ${trouble.kind}${detail}`);
}
