import type { PrintedDocument } from '../../src/ports/document-printer.ts';
import { A4Sheet, INK, MARGIN, TEXT_WIDTH } from './a4-sheet.ts';
import type { LoadedFont } from './document-font.ts';
import { drawFacts } from './facts-block.ts';
import { drawTable } from './table-block.ts';
import { type TypeStyle, Typesetter } from './typesetter.ts';

const NOTE: TypeStyle = { weight: 'regular', size: 9, colour: INK.quiet };
const NOTE_LEADING = 14;

/** A4 pages of a document, with the characters it uses embedded. Adds page numbers and nothing else. */
export async function documentPdf(
  document: PrintedDocument,
  font: LoadedFont,
  createdAt: number,
): Promise<Uint8Array> {
  const set = new Typesetter(font, { title: document.title, createdAt });
  const sheet = new A4Sheet(set, document);
  drawFacts(sheet, document.facts);
  for (const table of document.tables) drawTable(sheet, table);
  drawNotes(sheet, document.notes);
  sheet.drawFeet(document.footer);
  return await set.finish();
}

/** Small print after everything else; a note keeps its lines together where a page allows. */
function drawNotes(sheet: A4Sheet, notes: readonly string[]): void {
  for (const note of notes) {
    const lines = sheet.set.wrap(note, TEXT_WIDTH, NOTE);
    const height = lines.length * NOTE_LEADING;
    if (!sheet.fits(height) && height < sheet.bodyHeight) sheet.breakPage();
    for (const line of lines) {
      if (!sheet.fits(NOTE_LEADING)) sheet.breakPage();
      sheet.set.line(line, { x: MARGIN, y: sheet.y + NOTE_LEADING * 0.75, width: TEXT_WIDTH }, NOTE);
      sheet.y += NOTE_LEADING;
    }
    sheet.y += 2;
  }
}
