import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { PrintedDocument } from '../../src/ports/document-printer.ts';
import { SAMPLE_DOCUMENT } from '../virtual/document-printer/printer-bench.ts';
import { type LoadedFont, loadFont, NOTO_SANS_CJK_SC } from './document-font.ts';
import { documentPdf } from './document-pdf.ts';

const PDFTOTEXT = '/usr/bin/pdftotext';
/** 2026-11-22 09:41 in Beijing. */
const NOW = Date.UTC(2026, 10, 22, 1, 41);

let font: LoadedFont;
let folder: string;
beforeAll(async () => {
  const loaded = await loadFont(NOTO_SANS_CJK_SC);
  if (!loaded.ok) throw new Error(loaded.error.message);
  font = loaded.value;
  folder = mkdtempSync(join(tmpdir(), 'yikatong-pdf-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const row = (index: number) => [`第${index}行`, '企业职工基本养老保险', '4,250.00', `${index}.00`];
const withRows = (count: number): PrintedDocument => ({
  ...SAMPLE_DOCUMENT,
  tables: SAMPLE_DOCUMENT.tables.map((table) => ({
    ...table,
    rows: Array.from({ length: count }, (_, index) => row(index + 1)),
  })),
});

/** The words of each page, without spaces and line ends, as another program reads them. */
async function pagesOf(document: PrintedDocument): Promise<string[]> {
  const file = join(folder, 'document.pdf');
  writeFileSync(file, await documentPdf(document, font, NOW));
  const text = execFileSync(PDFTOTEXT, ['-layout', file, '-'], { encoding: 'utf8' });
  return text
    .split('\f')
    .slice(0, -1)
    .map((page) => page.replaceAll(/\s/g, ''));
}

describe.skipIf(!existsSync(PDFTOTEXT))(
  'a document on A4 (needs pdftotext: apt-get install poppler-utils)',
  () => {
    it('REC-2 holds every word, and adds nothing but the page number', async () => {
      const [page = '', ...more] = await pagesOf(SAMPLE_DOCUMENT);
      expect(more).toEqual([]);
      const words = [
        SAMPLE_DOCUMENT.heading,
        SAMPLE_DOCUMENT.title,
        ...SAMPLE_DOCUMENT.facts.flatMap(({ label, value }) => [label, value]),
        ...SAMPLE_DOCUMENT.tables.flatMap(({ heading, rows }) => [...heading, ...rows.flat()]),
        ...SAMPLE_DOCUMENT.notes,
        SAMPLE_DOCUMENT.footer,
        '1/1',
      ].map((word) => word.replaceAll(/\s/g, ''));
      for (const word of words) expect(page).toContain(word);
      expect(page).toHaveLength(words.join('').length);
    });

    it('breaks a long table over pages, with heading, footer and number on each and every row once', async () => {
      const pages = await pagesOf(withRows(120));
      expect(pages.length).toBeGreaterThan(3);
      for (const [index, page] of pages.entries()) {
        expect(page).toContain('缴费月份险种缴费基数个人缴费');
        expect(page).toContain('咨询电话12333');
        expect(page.endsWith(`${index + 1}/${pages.length}`)).toBe(true);
      }
      const all = pages.join('');
      for (let index = 1; index <= 120; index += 1) expect(all.split(`第${index}行`)).toHaveLength(2);
      expect(pages.at(-1)).toContain(SAMPLE_DOCUMENT.notes[0]);
      expect(pages[0]).not.toContain(SAMPLE_DOCUMENT.notes[0]);
    });

    it('goes on with a cell that is longer than a page', async () => {
      const long = '长'.repeat(4_000);
      const table = { heading: ['说明'], rows: [[long]], widths: [1] };
      const pages = await pagesOf({ ...SAMPLE_DOCUMENT, tables: [table] });
      expect(pages.length).toBeGreaterThan(1);
      expect(pages.join('').split('长')).toHaveLength(4_001);
    });

    it('takes odd tables: no rows, no widths, rows of unequal length', async () => {
      const tables = [
        { heading: ['空'], rows: [], widths: [1] },
        { heading: [], rows: [], widths: [] },
        { heading: ['甲', '乙'], rows: [['一'], ['一', '二', '三']], widths: [1, Number.NaN] },
      ];
      const [page] = await pagesOf({ ...SAMPLE_DOCUMENT, facts: [], notes: [], tables });
      for (const word of ['空', '甲', '乙', '一', '二', '三']) expect(page).toContain(word);
    });
  },
);

it('embeds only the characters it uses, and says when it was made', async () => {
  const pdf = await documentPdf(SAMPLE_DOCUMENT, font, NOW);
  const text = Buffer.from(pdf).toString('latin1');
  expect(text).toMatch(/\+NotoSansCJKsc-Regular/);
  expect(text).toContain('/FontFile3');
  expect(text).toContain('D:20261122014100Z');
  expect(pdf.length).toBeLessThan(250_000);
});
