import { parseArgs } from 'node:util';
import { CardHost } from '../../drivers/social-card/host/card-host.ts';
import { listReaders } from '../../drivers/social-card/host/pcsc-slot.ts';
import { createSocialCardReader } from '../../drivers/social-card/social-card-reader.ts';
import { wallTimers } from '../../drivers/wall-timers.ts';
import type { SocialCardTrouble } from '../../src/ports/social-card-reader.ts';
import type { Result } from '../../src/result.ts';
import { DeviceCommandError } from './error.ts';

const USAGE = 'social-card read --reader NAME|direct://127.0.0.1:PORT [--wait SECONDS] | social-card readers';
/** How long `read` waits for a card to be put in. */
const WAIT_SECONDS = '10';

/** `device -- social-card read|readers`: one reader, without the kiosk (architecture, Commands). */
export async function run(args: string[]): Promise<Record<string, unknown>> {
  const { action, reader, waitMs } = parseCommand(args);
  return action === 'readers' ? { readers: await readerNames() } : readOnce(reader, waitMs);
}

/** One card as far as it lets anybody: a 3.0 card withholds the holder's data from whoever has no key service. */
async function readOnce(name: string, waitMs: number): Promise<Record<string, unknown>> {
  const reader = need(createSocialCardReader({ reader: name, timers: wallTimers }));
  try {
    need(await reader.open());
    const waited = await reader.waitForCard(AbortSignal.timeout(waitMs));
    if (!waited.ok && waited.error.kind === 'aborted') {
      throw new DeviceCommandError('no-card', `no card within ${waitMs / 1_000} s`);
    }
    need(waited);
    return { ...need(await reader.readWithoutKeys(new AbortController().signal)) };
  } finally {
    await reader.close();
  }
}

async function readerNames(): Promise<readonly string[]> {
  const host = new CardHost(wallTimers);
  try {
    return need(await listReaders(host));
  } finally {
    host.stop();
  }
}

const MESSAGES: Record<
  Exclude<SocialCardTrouble['kind'], 'device' | 'card-error' | 'key-service'>,
  string
> = {
  aborted: 'interrupted',
  'no-card': 'no card in the reader',
  mute: 'the card does not answer: most often it is upside down',
  'card-removed': 'the card was pulled while it was read',
  'not-a-social-security-card': 'the card has no social security application',
};

function need<T>(result: Result<T, SocialCardTrouble>): T {
  if (result.ok) return result.value;
  const trouble = result.error;
  switch (trouble.kind) {
    case 'device':
      throw new DeviceCommandError(trouble.code, trouble.message);
    case 'card-error':
      throw new DeviceCommandError(trouble.code, `the card ended the read: ${trouble.code}`);
    case 'key-service':
      throw new DeviceCommandError(trouble.code, `the key service did not open the card: ${trouble.code}`);
    default:
      throw new DeviceCommandError(trouble.kind, MESSAGES[trouble.kind]);
  }
}

function parseCommand(args: string[]): { action: 'read' | 'readers'; reader: string; waitMs: number } {
  try {
    const { positionals, values } = parseArgs({
      args,
      allowPositionals: true,
      options: { reader: { type: 'string' }, wait: { type: 'string', default: WAIT_SECONDS } },
    });
    const [action, ...more] = positionals;
    const seconds = Number(values.wait);
    if (more.length > 0 || !(seconds >= 0 && seconds <= 3_600)) throw new DeviceCommandError('usage', USAGE);
    if (action === 'readers') return { action, reader: '', waitMs: 0 };
    if (action !== 'read' || !values.reader) throw new DeviceCommandError('usage', USAGE);
    return { action, reader: values.reader, waitMs: seconds * 1_000 };
  } catch (cause) {
    if (cause instanceof DeviceCommandError) throw cause;
    throw new DeviceCommandError('usage', `${cause instanceof Error ? cause.message : cause}; ${USAGE}`);
  }
}
