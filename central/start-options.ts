import { parseArgs } from 'node:util';
import { err, ok, type Result } from '../src/result.ts';
import { type DeskSettings, deskSettings } from './console-api/desk-settings.ts';
import { type InviteArguments, inviteArguments } from './operators/invite-arguments.ts';

/** How the service is started from a shell. Arguments win over the environment. */
export interface StartOptions {
  readonly host: string;
  readonly port: number;
  readonly dataDirectory: string;
  /** PostgreSQL; null: SQLite in the data directory. */
  readonly databaseUrl: string | null;
  readonly policyFile: string;
  /** First root statement of signed configuration; null: none is handed out, unless one is kept from before. */
  readonly rootFile: string | null;
  readonly dev: boolean;
  /** Folder with `<resident id>.jpg`: photos on file of the fictitious residents. */
  readonly portraits: string | null;
  /** Print one enrolment code and end. */
  readonly mintEnrolmentCode: boolean;
  /** Print the public halves of the centre's own keys, for the root, and end. */
  readonly printPublicKeys: boolean;
  /** Make an operator, print their invitation and end; null: nobody is invited. */
  readonly inviteOperator: InviteArguments | null;
  readonly desk: DeskSettings;
  readonly pinKeys: Readonly<Record<string, Uint8Array>> | null;
  readonly cardMasterKey: Uint8Array | null;
  readonly blankMasterKey: Uint8Array | null;
}

export const USAGE = `node central/main.ts [--port 8700] [--host 127.0.0.1] [--data-dir .data/central]
  [--policy assets/policy/hainan.json] [--root FILE] [--dev] [--portraits DIR]
  [--mint-enrolment-code] [--print-public-keys]
  [--invite-operator LOGIN [--name NAME] [--roles administrator,…]]
Environment: CENTRAL_PORT, CENTRAL_DATA_DIR, CENTRAL_ROOT, DATABASE_URL (postgresql://…; absent: SQLite in the data directory),
  CENTRAL_PIN_KEYS ({"PINKEY":"32 hex digits"}), CENTRAL_CARD_MASTER_KEY (32 hex digits),
  CENTRAL_BLANK_MASTER_KEY (32 hex digits),
  CENTRAL_TRUSTED_PROXIES (addresses before this service), CENTRAL_OIDC_ISSUER, CENTRAL_OIDC_CLIENT_ID,
  CENTRAL_OIDC_CLIENT_SECRET, CENTRAL_OIDC_REDIRECT (operators sign in at the organisation)`;

const KEY_BYTES = 16;
const HEX_KEY = /^[0-9A-Fa-f]{32}$/;

const hexKey = (text: string): Uint8Array | null =>
  HEX_KEY.test(text) ? new Uint8Array(Buffer.from(text, 'hex').subarray(0, KEY_BYTES)) : null;

function pinKeysFrom(text: string): Readonly<Record<string, Uint8Array>> | null {
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
  if (typeof parsed !== 'object' || parsed === null) return null;
  const keys: Record<string, Uint8Array> = {};
  for (const [name, value] of Object.entries(parsed)) {
    const key = typeof value === 'string' ? hexKey(value) : null;
    if (key === null) return null;
    keys[name] = key;
  }
  return keys;
}

const ARGUMENTS = {
  host: { type: 'string', default: '127.0.0.1' },
  port: { type: 'string' },
  'data-dir': { type: 'string' },
  policy: { type: 'string', default: 'assets/policy/hainan.json' },
  root: { type: 'string' },
  portraits: { type: 'string' },
  dev: { type: 'boolean', default: false },
  'mint-enrolment-code': { type: 'boolean', default: false },
  'print-public-keys': { type: 'boolean', default: false },
  'invite-operator': { type: 'string' },
  name: { type: 'string' },
  roles: { type: 'string' },
} as const;

/** Reads arguments and environment; the error is one sentence for a person. */
export function startOptions(
  args: readonly string[],
  environment: Readonly<Record<string, string | undefined>>,
): Result<StartOptions, string> {
  let values: ReturnType<typeof parseArgs<{ options: typeof ARGUMENTS }>>['values'];
  try {
    values = parseArgs({ args: [...args], options: ARGUMENTS }).values;
  } catch (error) {
    return err(`${error instanceof Error ? error.message : 'Arguments not understood.'}\n${USAGE}`);
  }
  const port = Number(values.port ?? environment.CENTRAL_PORT ?? '8700');
  if (!Number.isInteger(port) || port < 0 || port > 65_535) {
    return err('The port must be a number from 0 to 65535.');
  }
  const pinKeysText = environment.CENTRAL_PIN_KEYS;
  const pinKeys = pinKeysText === undefined ? null : pinKeysFrom(pinKeysText);
  if (pinKeysText !== undefined && pinKeys === null) {
    return err('CENTRAL_PIN_KEYS must be a JSON object of key names and 32 hex digits each.');
  }
  const masterText = environment.CENTRAL_CARD_MASTER_KEY;
  const cardMasterKey = masterText === undefined ? null : hexKey(masterText);
  if (masterText !== undefined && cardMasterKey === null) {
    return err('CENTRAL_CARD_MASTER_KEY must be 32 hex digits.');
  }
  const blankText = environment.CENTRAL_BLANK_MASTER_KEY;
  const blankMasterKey = blankText === undefined ? null : hexKey(blankText);
  if (blankText !== undefined && blankMasterKey === null) {
    return err('CENTRAL_BLANK_MASTER_KEY must be 32 hex digits.');
  }
  const inviteOperator = inviteArguments(values);
  if (!inviteOperator.ok) return inviteOperator;
  const desk = deskSettings(environment);
  if (!desk.ok) return desk;
  return ok({
    host: values.host,
    port,
    dataDirectory: values['data-dir'] ?? environment.CENTRAL_DATA_DIR ?? '.data/central',
    databaseUrl: environment.DATABASE_URL ?? null,
    policyFile: values.policy,
    rootFile: values.root ?? environment.CENTRAL_ROOT ?? null,
    dev: values.dev,
    portraits: values.portraits ?? null,
    mintEnrolmentCode: values['mint-enrolment-code'],
    printPublicKeys: values['print-public-keys'],
    inviteOperator: inviteOperator.value,
    desk: desk.value,
    pinKeys,
    cardMasterKey,
    blankMasterKey,
  });
}
