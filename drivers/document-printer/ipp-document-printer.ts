import type {
  DocumentPrinter,
  DocumentPrintTrouble,
  PrintedDocument,
} from '../../src/ports/document-printer.ts';
import { ok, type Result } from '../../src/result.ts';
import { documentPdf } from './document-pdf.ts';
import { IppPdfPrinter } from './ipp-pdf-printer.ts';

/** Instead of the document's own title, which may say too much. */
const JOB_TITLE = 'yikatong-document';
const A4_MEDIA = 'iso_a4_210x297mm';

/** A4 paper behind an IPP address. */
export class IppDocumentPrinter extends IppPdfPrinter implements DocumentPrinter {
  print(document: PrintedDocument, signal: AbortSignal): Promise<Result<void, DocumentPrintTrouble>> {
    return this.submit(
      {
        title: JOB_TITLE,
        media: A4_MEDIA,
        typeset: async (font, now) => ok(await documentPdf(document, font, now)),
      },
      signal,
    );
  }
}
