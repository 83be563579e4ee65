import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { signPayload, statementOf, statementText } from '../../src/configuration/sign-statement.ts';
import { differences } from '../../src/releases/differences.ts';
import { KIND_NAMES } from '../../src/releases/document-names.ts';
import { openOfficeKey, readKeyFile } from './key-files.ts';
import { OfficeError } from './office-error.ts';
import { askPassphrase } from './passphrase.ts';
import { readToSign, type ToSign } from './statement-file.ts';

const USAGE = 'sign --key FILE --payload FILE|- [--before FILE] [--out FILE]';

/**
 * Signs what an office has looked at. A document's signature is printed as the centre takes it; a root gets it added in
 * its file. Typing the passphrase is the consent: everything is shown before it is asked for.
 */
export async function run(args: string[]): Promise<Record<string, unknown>> {
  const { values } = parseArgs({
    args,
    options: {
      key: { type: 'string' },
      payload: { type: 'string' },
      before: { type: 'string' },
      out: { type: 'string' },
    },
  });
  if (values.key === undefined || values.payload === undefined) throw new OfficeError('usage', USAGE);
  const file = readKeyFile(values.key);
  const { office, kid } = file.publicKey;
  const toSign = readToSign(readFileSync(values.payload === '-' ? 0 : values.payload, 'utf8'));
  const digest = createHash('sha256').update(toSign.payload).digest('hex');
  const before = values.before === undefined ? null : readToSign(readFileSync(values.before, 'utf8'));
  process.stderr.write(`${[...shown(toSign, before), `SHA-256 ${digest}`].join('\n')}\n`);
  if (values.payload === '-' && process.env.OFFICE_PASSPHRASE === undefined)
    throw new OfficeError('usage', 'With --payload - the passphrase must be in OFFICE_PASSPHRASE.');
  const key = await openOfficeKey(file, await askPassphrase(`Passphrase of ${office}`));
  const signature = await signPayload(toSign.payload, key, kid);
  if (toSign.what === 'document') {
    const { kind, line, version } = toSign.document;
    const signed = { kind, line, payloadSha256: digest, ...signature };
    if (values.out !== undefined) writeFileSync(values.out, `${JSON.stringify(signed)}\n`);
    return { ...signed, version, office, kid };
  }
  const others = toSign.signatures.filter((one) => one.protected !== signature.protected);
  const statement = statementOf(toSign.payload, [...others, signature]);
  const out = values.out ?? values.payload;
  if (out !== '-') writeFileSync(out, `${statementText(statement)}\n`);
  return { version: toSign.root.version, office, kid, signatures: statement.signatures.length, file: out };
}

/** What is signed, in words, read from the very bytes. */
function shown(toSign: ToSign, before: ToSign | null): readonly string[] {
  if (toSign.what === 'root') {
    const { version, expiresAt, keys, roles } = toSign.root;
    const names = new Map(keys.map(({ kid, office }) => [kid, office]));
    return [
      `Root of trust, version ${version}, until ${expiresAt}`,
      ...Object.entries(roles).map(
        ([role, { kids, threshold }]) =>
          `  ${role}: ${threshold} of ${kids.map((kid) => `${names.get(kid)} ${kid.slice(0, 8)}`).join(', ')}`,
      ),
    ];
  }
  const { kind, line, version, effectiveFrom, expiresAt, regions, models, release, reason, content } =
    toSign.document;
  const changes = before?.what === 'document' ? differences(kind, before.document.content, content) : [];
  return [
    `${KIND_NAMES[kind].zh} ${line} ${version} (${kind})`,
    `  ${effectiveFrom} – ${expiresAt}`,
    `  ${regions?.join(', ') ?? 'every region'}; ${models?.join(', ') ?? 'every model'}`,
    `  ${release}: ${reason}`,
    ...changes.map(({ says }) => `  ${says.zh}`),
  ];
}
