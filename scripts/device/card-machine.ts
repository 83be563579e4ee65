import { parseArgs } from 'node:util';
import type { ByteTransport } from '../../drivers/transport/byte-transport.ts';
import { createTransport } from '../../drivers/transport/create-transport.ts';
import { parseTransport } from '../../drivers/transport/transport-address.ts';
import { wallTimers } from '../../drivers/wall-timers.ts';
import type { CardAcceptorTrouble } from '../../src/ports/card-acceptor.ts';
import type { CardIssuerTrouble } from '../../src/ports/card-issuer.ts';
import type { SocialCardTrouble } from '../../src/ports/social-card-reader.ts';
import { type Result, unreachable } from '../../src/result.ts';
import { DeviceCommandError } from './error.ts';

type Trouble = CardIssuerTrouble | CardAcceptorTrouble | SocialCardTrouble;

/** How long a command waits for a hand. */
const WAIT_SECONDS = '10';
const TRANSPORT = '--transport tcp://H:P | serial:/dev/ttyX?baud=9600';

export interface CardMachineCommand<Action extends string> {
  readonly action: Action;
  readonly transport: ByteTransport;
  readonly waitMs: number;
}

/** Words of a card machine's command; trouble is `usage` or what is wrong with the address. */
export function parseCardMachine<Action extends string>(
  device: string,
  actions: readonly Action[],
  args: string[],
): CardMachineCommand<Action> {
  const usage = `${device} ${actions.join('|')} ${TRANSPORT} [--wait SECONDS]`;
  const { positionals, values } = wordsOf(args, usage);
  const action = actions.find((one) => one === positionals[0]);
  const seconds = Number(values.wait);
  const isSound = positionals.length === 1 && seconds >= 0 && seconds <= 3_600;
  if (action === undefined || values.transport === undefined || !isSound) {
    throw new DeviceCommandError('usage', usage);
  }
  const address = parseTransport(values.transport);
  if (!address.ok) throw new DeviceCommandError(address.error.code, address.error.message);
  return { action, transport: createTransport(address.value, wallTimers), waitMs: seconds * 1_000 };
}

function wordsOf(args: string[], usage: string) {
  try {
    return parseArgs({
      args,
      allowPositionals: true,
      options: { transport: { type: 'string' }, wait: { type: 'string', default: WAIT_SECONDS } },
    });
  } catch (cause) {
    throw new DeviceCommandError('usage', `${cause instanceof Error ? cause.message : cause}; ${usage}`);
  }
}

/** The value, or the trouble as an error object for technicians. */
export function need<T>(result: Result<T, Trouble>): T {
  if (result.ok) return result.value;
  throw failure(result.error);
}

function failure(trouble: Trouble): DeviceCommandError {
  switch (trouble.kind) {
    case 'device':
      return new DeviceCommandError(trouble.code, trouble.message);
    case 'jammed':
      return new DeviceCommandError('jammed', `a card is stuck or was moved by hand (${trouble.code})`);
    case 'wrong-position':
      return new DeviceCommandError('wrong-position', `the sensors say: card at ${trouble.position}`);
    case 'chip':
    case 'card-error':
    case 'key-service':
      return new DeviceCommandError(trouble.code, `the chip ended the act: ${trouble.code}`);
    case 'aborted':
    case 'stock-empty':
    case 'bin-full':
    case 'no-card':
    case 'mute':
    case 'card-removed':
    case 'not-a-social-security-card':
      return new DeviceCommandError(trouble.kind, MESSAGES[trouble.kind]);
    default:
      return unreachable(trouble);
  }
}

const MESSAGES = {
  aborted: 'nobody came in time',
  'stock-empty': 'the stack is empty',
  'bin-full': 'the bin is full',
  'no-card': 'no card is there',
  mute: 'the card does not answer: most often it is upside down',
  'card-removed': 'the card was pulled while it was read',
  'not-a-social-security-card': 'the card has no social security application',
};
