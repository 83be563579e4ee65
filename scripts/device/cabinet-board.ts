import { parseArgs } from 'node:util';
import { FramedCabinetBoard } from '../../drivers/cabinet-board/framed-cabinet-board.ts';
import { createTransport } from '../../drivers/transport/create-transport.ts';
import { parseTransport } from '../../drivers/transport/transport-address.ts';
import { wallTimers } from '../../drivers/wall-timers.ts';
import {
  CABINET_LAMPS,
  type CabinetBoard,
  type CabinetLamp,
  LAMP_STATES,
  type LampState,
} from '../../src/ports/cabinet-board.ts';
import type { DeviceTrouble } from '../../src/ports/device-status.ts';
import { ok, type Result } from '../../src/result.ts';
import { DeviceCommandError } from './error.ts';

const USAGE =
  'cabinet-board status|light|lamp --transport tcp://H:P | serial:/dev/ttyX?baud=9600 [--percent 0-100] [--lamp card-slot|id-reader|receipt|pin-pad|all] [--state off|on|blink]';

type Act = (board: CabinetBoard) => Promise<Result<void, DeviceTrouble>>;

/** `device -- cabinet-board status|light|lamp …`: one act, then how the board stands. */
export async function run(args: string[]): Promise<Record<string, unknown>> {
  const { transport, act } = parseCommand(args);
  const address = parseTransport(transport);
  if (!address.ok) throw failure(address.error);
  const board = new FramedCabinetBoard({
    transport: createTransport(address.value, wallTimers),
    timers: wallTimers,
  });
  try {
    const opened = await board.open();
    if (!opened.ok) throw failure(opened.error);
    const acted = await act(board);
    if (!acted.ok) throw failure(acted.error);
    const status = await board.status();
    if (!status.ok) throw failure(status.error);
    return { ...status.value };
  } finally {
    await board.close();
  }
}

const failure = ({ code, message }: DeviceTrouble): DeviceCommandError =>
  new DeviceCommandError(code, message);

function parseCommand(args: string[]): { readonly transport: string; readonly act: Act } {
  const usage = (message: string) => new DeviceCommandError('usage', `${message}; ${USAGE}`);
  const parsed = (() => {
    try {
      return parseArgs({
        args,
        allowPositionals: true,
        options: {
          transport: { type: 'string' },
          percent: { type: 'string' },
          lamp: { type: 'string', default: 'all' },
          state: { type: 'string', default: 'on' },
        },
      });
    } catch (cause) {
      throw usage(cause instanceof Error ? cause.message : String(cause));
    }
  })();
  const [action, ...more] = parsed.positionals;
  const { transport, percent, lamp, state } = parsed.values;
  if (transport === undefined) throw usage('--transport is missing');
  if (more.length > 0) throw usage('status, light or lamp');
  if (action === 'status') return { transport, act: async () => ok(undefined) };
  if (action === 'light') {
    if (percent === undefined || !/^(100|\d{1,2})$/.test(percent)) throw usage('--percent is 0 to 100');
    return { transport, act: (board) => board.setLight(Number(percent)) };
  }
  if (action !== 'lamp') throw usage('status, light or lamp');
  const chosen = lampNamed(lamp);
  const wanted = LAMP_STATES.find((one): one is LampState => one === state);
  if (!chosen) throw usage(`--lamp is one of ${CABINET_LAMPS.join(', ')}, all`);
  if (!wanted) throw usage(`--state is one of ${LAMP_STATES.join(', ')}`);
  return { transport, act: (board) => board.setLamp(chosen, wanted) };
}

const lampNamed = (name: string): CabinetLamp | 'all' | null =>
  name === 'all' ? 'all' : (CABINET_LAMPS.find((one) => one === name) ?? null);
