import { createInterface } from 'node:readline';
import { Writable } from 'node:stream';

/** Takes what is typed without showing it. */
const NOWHERE = new Writable({ write: (_chunk, _encoding, done) => done() });

/** The passphrase of an office's key: from OFFICE_PASSPHRASE, or one line of standard input, which is not shown. */
export async function askPassphrase(
  question: string,
  environment: Readonly<Record<string, string | undefined>> = process.env,
): Promise<string> {
  const given = environment.OFFICE_PASSPHRASE;
  if (given !== undefined) return given;
  process.stderr.write(`${question}: `);
  const lines = createInterface({ input: process.stdin, output: NOWHERE, terminal: process.stdin.isTTY });
  try {
    for await (const line of lines) return line;
    return '';
  } finally {
    lines.close();
    process.stderr.write('\n');
  }
}
