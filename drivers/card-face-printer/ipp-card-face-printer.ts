import type { CardFace, CardFacePrinter, DocumentPrintTrouble } from '../../src/ports/document-printer.ts';
import type { Result } from '../../src/result.ts';
import { IppPdfPrinter } from '../document-printer/ipp-pdf-printer.ts';
import { cardFacePdf } from './card-face-pdf.ts';

/** Says nothing about the holder. */
const JOB_TITLE = 'yikatong-card-face';

/**
 * The issuer's card printer behind a CUPS queue; the size of the medium is the page's own. In its `status` the ribbon
 * is `toner`, and `paper` is `out` while no card is under its head.
 */
export class IppCardFacePrinter extends IppPdfPrinter implements CardFacePrinter {
  printFace(face: CardFace, signal: AbortSignal): Promise<Result<void, DocumentPrintTrouble>> {
    return this.submit(
      { title: JOB_TITLE, media: null, typeset: (font, now) => cardFacePdf(face, font, now) },
      signal,
    );
  }
}
