import { parseArgs } from 'node:util';
import { newOfficeKey, publicFileOf, writeKeyFile } from './key-files.ts';
import { OfficeError } from './office-error.ts';
import { askPassphrase } from './passphrase.ts';

/** `npm run office -- keys --office 省社保卡中心 --out FILE` */
export async function run(args: string[]): Promise<Record<string, unknown>> {
  const { values } = parseArgs({ args, options: { office: { type: 'string' }, out: { type: 'string' } } });
  const { office, out } = values;
  if (office === undefined || out === undefined)
    throw new OfficeError('usage', 'keys --office NAME --out FILE');
  const file = await newOfficeKey(office, await askPassphrase(`New passphrase of ${office}`));
  writeKeyFile(out, file);
  return { office, kid: file.publicKey.kid, file: out, publicFile: publicFileOf(out) };
}
