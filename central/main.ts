import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { REFERENCE_PERSONALISATION_KEY } from '../src/card-keys/personalisation-keys.ts';
import { REFERENCE_MASTER_KEY } from '../src/card-keys/reference-key-scheme.ts';
import { policyPack } from '../src/policy/policy-pack.ts';
import { unreachable } from '../src/result.ts';
import { createCentral, type ListenTrouble } from './central.ts';
import { centralPoliciesOf } from './central-policies.ts';
import { openDataDirectory } from './data-directory.ts';
import { publicCentreKeys } from './director/centre-keys.ts';
import { readRoot } from './director/roots.ts';
import { type StartOptions, startOptions } from './start-options.ts';

/** Key of virtual pads, the one of the published test vectors (protocols 6.6): opens nothing real. */
const VIRTUAL_PIN_KEYS = { PINKEY: Buffer.from('0123456789ABCDEFFEDCBA9876543210', 'hex') };

/** How often the service does what time brings about: promised refunds, orders nobody asks about. */
const SWEEP_EVERY_MS = 5000;

const entropy = { bytes: (length: number): Uint8Array => randomBytes(length) };

function giveUp(sentence: string): never {
  process.stderr.write(`${sentence}\n`);
  process.exit(1);
}

const print = (answer: object): void => {
  process.stdout.write(`${JSON.stringify(answer)}\n`);
};

function listenSentence(trouble: ListenTrouble, { port, host }: StartOptions): string {
  switch (trouble) {
    case 'port-taken':
      return `Port ${port} is taken: stop the other process, or start with --port and another number.`;
    case 'not-allowed':
      return `Port ${port} may not be opened by this account: choose one above 1023 with --port.`;
    case 'dev-needs-loopback':
      return `--dev answers this machine alone: leave out --host ${host}.`;
    default:
      return unreachable(trouble);
  }
}

/** Photos on file from a folder of `<resident id>.jpg`; a missing one is a plain failure at start. */
const portraitsFrom = (folder: string) => (residentId: string) => readFile(join(folder, `${residentId}.jpg`));

function rootFrom(file: string | null): string | null {
  if (file === null) return null;
  if (!existsSync(file)) giveUp(`There is no root statement at ${file}: name one with --root.`);
  const statement = readFileSync(file, 'utf8').trim();
  if (!readRoot(statement).ok) giveUp(`${file} is no root statement: the offices' tool makes one.`);
  return statement;
}

const options = startOptions(process.argv.slice(2), process.env);
if (!options.ok) giveUp(options.error);
const { value: start } = options;
if (!existsSync(start.policyFile))
  giveUp(`There is no policy pack at ${start.policyFile}: name one with --policy.`);
const dataDirectory = openDataDirectory(start.dataDirectory, entropy);
if (start.printPublicKeys) {
  print(publicCentreKeys(dataDirectory.centreKeys));
  process.exit(0);
}
const firstRoot = rootFrom(start.rootFile);
/** Development uses the virtual devices' keys; minting a code and inviting somebody use none at all. */
const virtualKeysDo = start.dev || start.mintEnrolmentCode || start.inviteOperator !== null;
const pinKeys = start.pinKeys ?? (virtualKeysDo ? VIRTUAL_PIN_KEYS : null);
const cardMasterKey =
  start.cardMasterKey ?? (virtualKeysDo ? Buffer.from(REFERENCE_MASTER_KEY, 'hex') : null);
const blankMasterKey =
  start.blankMasterKey ?? (virtualKeysDo ? Buffer.from(REFERENCE_PERSONALISATION_KEY, 'hex') : null);
if (pinKeys === null)
  giveUp('Set CENTRAL_PIN_KEYS: without the PIN keys the bank part can open no PIN block.');
if (cardMasterKey === null) giveUp('Set CENTRAL_CARD_MASTER_KEY: without it no 3.0 card can be read.');
if (blankMasterKey === null) giveUp('Set CENTRAL_BLANK_MASTER_KEY: without it no card can be written.');

const central = await createCentral({
  ...dataDirectory,
  ...(firstRoot !== null && { firstRoot }),
  ...(start.databaseUrl !== null && { databaseUrl: start.databaseUrl }),
  clock: { now: () => Date.now() },
  entropy,
  pinKeys,
  cardMasterKey,
  blankMasterKey,
  ...centralPoliciesOf(policyPack.parse(JSON.parse(readFileSync(start.policyFile, 'utf8')))),
  desk: start.desk,
  dev: start.dev ? { drawPortrait: start.portraits === null ? null : portraitsFrom(start.portraits) } : null,
});

if (start.mintEnrolmentCode) {
  print(await central.mintEnrolmentCode());
  await central.close();
} else if (start.inviteOperator !== null) {
  const invited = await central.inviteOperator(start.inviteOperator);
  await central.close();
  if (!invited.ok) giveUp('Somebody signs in at the organisation with this login: choose another one.');
  print({ operatorId: invited.value.operatorId, ...invited.value.invitation });
} else {
  const listening = await central.listen(start);
  if (!listening.ok) giveUp(listenSentence(listening.error, start));
  const sweeping = setInterval(() => {
    central.sweep().catch(() => central.app.log.error({ error: 'sweep' }, 'failed'));
  }, SWEEP_EVERY_MS);
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => {
      clearInterval(sweeping);
      central.close().then(
        () => process.exit(0),
        () => process.exit(1),
      );
    });
  }
  print({ address: listening.value.url, dev: start.dev });
}
