import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { type DescribedPicture, type ErrorTable, errorTable } from '../src/face/error-table.ts';
import { readFacesFolder } from './face/faces-folder.ts';
import { openFacePage } from './face/open-face-page.ts';

/**
 * `npm run face:evaluate -- DIR`: false acceptances and refusals of the kiosk's own face code for a folder of
 * faces with a manifest.csv. The last line printed is one JSON object; trouble is `{"error"}` and status 1.
 */
export async function evaluateFolder(
  folder: string,
): Promise<ErrorTable | { error: { code: string; message: string } }> {
  const pictures = readFacesFolder(folder);
  if (!pictures.ok) return { error: pictures.error };
  const described: DescribedPicture[] = [];
  const face = await openFacePage();
  try {
    for (const { file, person } of pictures.value) {
      const descriptor = await face.call('describe', face.serve(readFileSync(join(folder, file))));
      if (descriptor === null) process.stderr.write(`no face found in ${file}\n`);
      described.push({ person, descriptor });
    }
  } finally {
    await face.close();
  }
  return errorTable(described);
}

if (import.meta.main) {
  const folder = process.argv[2];
  const usage = { error: { code: 'usage', message: 'npm run face:evaluate -- DIR' } };
  const answer = folder === undefined ? usage : await evaluateFolder(resolve(folder));
  process.stdout.write(`${JSON.stringify(answer)}\n`);
  if ('error' in answer) process.exitCode = 1;
}
