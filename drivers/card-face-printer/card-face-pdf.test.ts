import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { CardFace } from '../../src/ports/document-printer.ts';
import { type LoadedFont, loadFont, NOTO_SANS_CJK_SC } from '../document-printer/document-font.ts';
import { SAMPLE_FACE } from '../virtual/card-face-printer/face-bench.ts';
import { cardFacePdf } from './card-face-pdf.ts';

const PDFTOTEXT = '/usr/bin/pdftotext';
let font: LoadedFont;
let folder: string;
beforeAll(async () => {
  const loaded = await loadFont(NOTO_SANS_CJK_SC);
  if (!loaded.ok) throw new Error(loaded.error.message);
  font = loaded.value;
  folder = mkdtempSync(join(tmpdir(), 'yikatong-face-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function pdfOf(face: CardFace): Promise<string> {
  const pdf = await cardFacePdf(face, font, 0);
  if (!pdf.ok) throw new Error(pdf.error.code);
  writeFileSync(join(folder, 'face.pdf'), pdf.value);
  return Buffer.from(pdf.value).toString('latin1');
}

it('is one page of 85.6 × 54 mm with the photo on it', async () => {
  const pdf = await pdfOf(SAMPLE_FACE);
  expect(pdf.match(/\/MediaBox \[[^\]]*\]/g)).toEqual([expect.stringMatching(/242\.6\d* 153\.0\d*/)]);
  expect(pdf).toContain('/DCTDecode');
});

it('a person under 7 has no photo on it', async () => {
  expect(await pdfOf({ ...SAMPLE_FACE, photoBase64: null })).not.toContain('/DCTDecode');
});

it.skipIf(!existsSync(PDFTOTEXT))(
  'carries name, numbers and dates, the account number in groups of four (needs pdftotext)',
  async () => {
    await pdfOf({ ...SAMPLE_FACE, name: '阿卜杜热合曼·买买提吐尔逊江·艾合麦提' });
    const text = execFileSync(PDFTOTEXT, [join(folder, 'face.pdf'), '-'], { encoding: 'utf8' });
    expect(text).toContain('6217 9900 0000 0000 329');
    for (const word of ['460199199001010029', 'T00000032', '2026-11-22', '2036-11-22'])
      expect(text).toContain(word);
    expect(text.replaceAll(/\s/g, '')).toContain('阿卜杜热合曼·买买提吐尔逊江·艾合麦提');
  },
);

it.each([
  ['a name the font cannot draw', { name: '试\u{10FFFD}' }, 'glyph-missing'],
  ['a photo that is no JPEG', { photoBase64: 'aGVsbG8=' }, 'photo-unreadable'],
  ['a JPEG that is cut', { photoBase64: '/9j/4AAQ' }, 'photo-unreadable'],
])('%s is refused by name, without a word about the holder', async (_, change, code) => {
  const pdf = await cardFacePdf({ ...SAMPLE_FACE, ...change }, font, 0);
  expect(pdf).toMatchObject({ ok: false, error: { kind: 'device', code } });
  expect(JSON.stringify(pdf)).not.toContain('试');
});
