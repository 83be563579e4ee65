import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { parseCsv, readFacesFolder } from './faces-folder.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'yikatong-faces-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

it('reads the three columns wherever they stand', () => {
  writeFileSync(join(folder, 'a.jpg'), '');
  writeFileSync(
    join(folder, 'manifest.csv'),
    'person,notes,file,condition\n甲,"one, ""two""",a.jpg,neutral\n',
  );
  expect(readFacesFolder(folder)).toEqual({
    ok: true,
    value: [{ file: 'a.jpg', person: '甲', condition: 'neutral' }],
  });
});

it.each([
  ['no-manifest', null],
  ['missing-column', 'file,who\na.jpg,b\n'],
  ['no-pictures', 'file,person,condition\n'],
  ['file-not-found', 'file,person,condition\nnone.jpg,b,c\n'],
])('says %s', (code, manifest) => {
  if (manifest !== null) writeFileSync(join(folder, 'manifest.csv'), manifest);
  expect(readFacesFolder(folder)).toMatchObject({ ok: false, error: { code } });
});

it('gives back whatever a quoted table holds', () => {
  const cell = fc.string().filter((text) => !text.includes('\r') && text !== '');
  fc.assert(
    fc.property(fc.array(fc.array(cell, { minLength: 1, maxLength: 4 }), { maxLength: 5 }), (rows) => {
      const text = rows
        .map((row) => row.map((value) => `"${value.replaceAll('"', '""')}"`).join(','))
        .join('\n');
      expect(parseCsv(text)).toEqual(rows);
    }),
  );
});

it('never fails, whatever the file holds', () => {
  fc.assert(fc.property(fc.string(), (text) => Array.isArray(parseCsv(text))));
});
