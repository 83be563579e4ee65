import { parseArgs } from 'node:util';
import { SamIdCardReader } from '../../drivers/id-card/sam-id-card-reader.ts';
import { createTransport } from '../../drivers/transport/create-transport.ts';
import { parseTransport } from '../../drivers/transport/transport-address.ts';
import { wallTimers } from '../../drivers/wall-timers.ts';
import type { IdCardRead, IdCardTrouble } from '../../src/ports/id-card-reader.ts';
import { type Result, unreachable } from '../../src/result.ts';
import { DeviceCommandError } from './error.ts';

const USAGE =
  'id-card read|status|sam-id --transport tcp://H:P | serial:/dev/ttyX?baud=115200 | hid:VID:PID [--wait SECONDS]';
/** How long `read` waits for a card to be laid down. */
const WAIT_SECONDS = '10';

/** `device -- id-card read|status|sam-id --transport …`: one reader, without the kiosk (architecture, Commands). */
export const run = (args: string[]): Promise<Record<string, unknown>> => idCardCommand(args);

export async function idCardCommand(args: string[]): Promise<Record<string, unknown>> {
  const { action, transport, waitMs } = parseCommand(args);
  const address = parseTransport(transport);
  if (!address.ok) throw new DeviceCommandError(address.error.code, address.error.message);
  const reader = new SamIdCardReader({
    transport: createTransport(address.value, wallTimers),
    timers: wallTimers,
    decoder: null,
  });
  try {
    need(await reader.open());
    switch (action) {
      case 'read':
        return await readCard(reader, AbortSignal.timeout(waitMs), waitMs);
      case 'status':
        return { state: 'online' };
      case 'sam-id':
        return { samId: need(await reader.samId()) };
      default:
        throw new DeviceCommandError('usage', USAGE);
    }
  } finally {
    await reader.close();
  }
}

function parseCommand(args: string[]): { action: string; transport: string; waitMs: number } {
  try {
    const { positionals, values } = parseArgs({
      args,
      allowPositionals: true,
      options: { transport: { type: 'string' }, wait: { type: 'string', default: WAIT_SECONDS } },
    });
    const [action = '', ...more] = positionals;
    const seconds = Number(values.wait);
    const known = ['read', 'status', 'sam-id'].includes(action) && more.length === 0;
    if (!known || values.transport === undefined || !(seconds >= 0 && seconds <= 3_600)) {
      throw new DeviceCommandError('usage', USAGE);
    }
    return { action, transport: values.transport, waitMs: seconds * 1_000 };
  } catch (cause) {
    if (cause instanceof DeviceCommandError) throw cause;
    throw new DeviceCommandError('usage', `${cause instanceof Error ? cause.message : cause}; ${USAGE}`);
  }
}

async function readCard(reader: SamIdCardReader, wait: AbortSignal, waitMs: number) {
  const found = await reader.waitForCard(wait);
  if (!found.ok && found.error.kind === 'aborted') {
    throw new DeviceCommandError('no-card', `no card was laid down in ${waitMs / 1_000} s`);
  }
  need(found);
  return describe(need(await reader.read(new AbortController().signal)));
}

/** Exactly the fields of the architecture's table; the four at the end where the layout has them. */
function describe({ document, portraitBytes }: IdCardRead): Record<string, unknown> {
  const { foreignName, nationality, permitNumber, issueCount } = document;
  return {
    kind: document.kind,
    name: document.name,
    sex: document.sex,
    ethnicGroup: document.ethnicGroup,
    birthDate: document.birthDate,
    address: document.address,
    number: document.number,
    issuer: document.issuer,
    validFrom: document.validFrom,
    validTo: document.validTo,
    portraitBytes: portraitBytes.length,
    ...(foreignName === undefined ? {} : { foreignName }),
    ...(nationality === undefined ? {} : { nationality }),
    ...(permitNumber === undefined ? {} : { permitNumber }),
    ...(issueCount === undefined ? {} : { issueCount }),
  };
}

function need<T>(result: Result<T, IdCardTrouble>): T {
  if (result.ok) return result.value;
  const { error } = result;
  switch (error.kind) {
    case 'device':
      throw new DeviceCommandError(error.code, error.message);
    case 'no-card':
      throw new DeviceCommandError('no-card', 'no card lies in the field any more');
    case 'read-failed':
      throw new DeviceCommandError(error.code, 'the card was not read; lift it and lay it down again');
    case 'unreadable-document':
      throw new DeviceCommandError(error.code, 'the card was read, but its text block is of no known layout');
    case 'aborted':
      throw new DeviceCommandError('aborted', 'stopped');
    default:
      return unreachable(error);
  }
}
